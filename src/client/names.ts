/** What a document is about, in the words of a language. */
import type { Header, Names } from '../model/document.ts';
import { inWords, type Words } from '../model/words.ts';

/** What the venue named stays. An event that nobody has named is called by its code. */
export function namesOf({ names, unit }: Pick<Header, 'names' | 'unit'>, words?: Words): Names {
  const worded = words === undefined ? names : inWords({ names, unit, columns: [] }, words).names;
  const event = unit.slice(4, 22).replaceAll('-', ' ').trim();
  return worded.event === undefined && event !== '' ? { ...worded, event } : worded;
}
