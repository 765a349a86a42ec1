/** The words of a sport in a language, those of the house included. */
import { type Words, wordsTogether } from '../../model/words.ts';
import type { Sport } from '../contract.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Languages of the house; a sport has each of them, or speaks as the house does. */
const HOUSE: Readonly<Record<string, Words>> = { en, fr };

export const LANGUAGES: readonly string[] = Object.keys(HOUSE);

const together = new WeakMap<Words, Words>();

/** Null for a language that the house has not. */
export function wordsOf({ words = {} }: Pick<Sport, 'words'>, language: string): Words | null {
  const house = Object.hasOwn(HOUSE, language) ? HOUSE[language]! : null;
  if (house === null) return null;
  const sport = words[language];
  if (sport === undefined) return house;
  const known = together.get(sport);
  if (known !== undefined) return known;
  const made = wordsTogether(house, sport);
  together.set(sport, made);
  return made;
}
