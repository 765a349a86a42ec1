/** What graphics say in words: their own, and those for the codes in documents. */
import { filled, type WordSection } from '../../model/words.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { en, type GraphicWords } from './words-en.ts';
import { fr } from './words-fr.ts';

/** A language is a file; each says everything that English says. */
const OWN: Readonly<Record<Told['language'], GraphicWords>> = { en, fr };

export const say = (
  { language }: Pick<Told, 'language'>,
  word: keyof GraphicWords,
  values: Readonly<Record<string, string | undefined>> = {},
): string => filled(OWN[language][word], values);

/** A code without a word is written out. */
export const wordFor = ({ words }: Pick<Scene, 'words'>, section: WordSection, code: string): string =>
  words?.[section]?.[code] ?? code.replaceAll('_', ' ').toLowerCase();

/** `WR` -> `World record`; a kind of record that has no word stands for itself. */
export function recordName({ language }: Pick<Told, 'language'>, type: string): string {
  const own: Readonly<Record<string, string>> = OWN[language];
  return own[`record${type}`] ?? type;
}
