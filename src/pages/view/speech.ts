/** What a page speaks: its own words, and words for the codes in documents. */
import { namesOf } from '../../client/names.ts';
import type { Names } from '../../model/document.ts';
import type { WordSection, Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';

export interface Speech {
  readonly language: string;
  readonly said: PageWords;
  /** Of the discipline of an RSC. */
  words(unit: string): Words;
  /** A word of the house; a code without one says itself. */
  word(section: WordSection, code: string): string;
}

/** Names in the language. */
export const namesIn = (speech: Speech, header: { readonly names: Names; readonly unit: string }): Names =>
  namesOf(header, speech.words(header.unit));

/** The part that a subcode names: an apparatus. */
export const partName = (speech: Speech, unit: string, subcode: string | null): string =>
  subcode === null ? '' : (speech.words(unit).parts?.[subcode] ?? subcode);
