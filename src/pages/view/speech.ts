/** What a page speaks: its own words, and words for the codes in documents. */
import type { Names } from '../../model/document.ts';
import { inWords, type WordSection, type Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';

export interface Speech {
  readonly language: string;
  readonly said: PageWords;
  /** Of the discipline of an RSC. */
  words(unit: string): Words;
  /** A word of the house; a code without one says itself. */
  word(section: WordSection, code: string): string;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names in the language; what the venue named stays. An event that nobody has named is called by its code. */
export function namesIn(
  speech: Speech,
  { names, unit }: { readonly names: Names; readonly unit: string },
): Names {
  const worded = inWords({ names, unit, columns: [] }, speech.words(unit)).names;
  const event = unit.slice(4, 22).replaceAll('-', ' ').trim();
  return worded.event === undefined && event !== '' ? { ...worded, event } : worded;
}

/** The part that a subcode names: an apparatus. */
export const partName = (speech: Speech, unit: string, subcode: string | null): string =>
  subcode === null ? '' : (speech.words(unit).parts?.[subcode] ?? subcode);
