/** Names of events, phases and races, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { type NameCodes, namesIn } from '../../src/model/words.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { FINAL, medalFormatOf } from './events.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export function namesOf(rsc: Rsc): Omit<Names, 'discipline'> {
  const { gender, event, phase, unit } = partsOf(rsc);
  const codes: NameCodes = {
    ...(en.events?.[event] === undefined ? {} : { event }),
    ...(en.phases?.[phase] === undefined ? {} : { phase }),
    ...(unit === '' ? {} : unitCodes(rsc, phase)),
  };
  return { ...namesIn(ENGLISH, gender, codes), codes };
}

function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = Number(rsc.slice(26, 30));
  if (!Number.isInteger(number) || number < 1) return {};
  if (phase === FINAL && medalFormatOf(rsc) === 'DOUBLE') return { unit: 'MEDAL_RACE' };
  return { unit: 'RACE', number: String(number) };
}
