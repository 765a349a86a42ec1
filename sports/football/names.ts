/** Names of phases and matches, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { NameCodes } from '../../src/model/words.ts';
import { namesBy } from '../../src/rules/words/names-by.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { isAgain, isPlayOff } from './programme.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export const namesOf = (rsc: Rsc): Omit<Names, 'discipline'> =>
  namesBy(ENGLISH, ENGLISH, rsc, unitCodes(rsc, partsOf(rsc).phase));

function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = Number(rsc.slice(26, 30));
  if (!Number.isInteger(number) || number < 1) return {};
  const numbered = { number: String(number) };
  if (isPlayOff(rsc)) return { unit: 'PLAY_OFF', ...numbered };
  if (isAgain(rsc)) return { unit: 'REPLAY', ...numbered };
  if (phase === 'FNL') return number === 1 ? { unit: 'FINAL' } : { unit: 'THIRD_PLACE' };
  return { unit: KNOCK_OUT[phase] ?? 'MATCH', ...numbered };
}

const KNOCK_OUT: Readonly<Record<string, string>> = { QFNL: 'QUARTERFINAL', SFNL: 'SEMIFINAL' };
