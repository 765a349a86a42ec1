/** Names of rounds and matches, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { type NameCodes, namesIn } from '../../src/model/words.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export function namesOf(rsc: Rsc): Omit<Names, 'discipline'> {
  const { gender, event, phase } = partsOf(rsc);
  const codes: NameCodes = {
    ...(ENGLISH.events?.[event] === undefined ? {} : { event }),
    ...(ENGLISH.phases?.[phase] === undefined ? {} : { phase }),
    ...unitCodes(rsc, phase),
  };
  return { ...namesIn(ENGLISH, gender, codes), codes };
}

function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = Number(rsc.slice(26, 30));
  if (!Number.isInteger(number) || number < 1) return {};
  if (phase === 'FNL') return { unit: number === 1 ? 'FINAL' : 'THIRD_PLACE' };
  return { unit: KNOCK_OUT[phase] ?? 'MATCH', number: String(number) };
}

const KNOCK_OUT: Readonly<Record<string, string>> = { QFNL: 'QUARTERFINAL', SFNL: 'SEMIFINAL' };
