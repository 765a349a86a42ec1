/** Names of events, phases and races, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { NameCodes } from '../../src/model/words.ts';
import { namesBy } from '../../src/rules/words/names-by.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { FINAL, medalFormatOf } from './events.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export const namesOf = (rsc: Rsc): Omit<Names, 'discipline'> =>
  namesBy(ENGLISH, en, rsc, unitCodes(rsc, partsOf(rsc).phase));

function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = Number(rsc.slice(26, 30));
  if (!Number.isInteger(number) || number < 1) return {};
  if (phase === FINAL && medalFormatOf(rsc) === 'DOUBLE') return { unit: 'MEDAL_RACE' };
  return { unit: 'RACE', number: String(number) };
}
