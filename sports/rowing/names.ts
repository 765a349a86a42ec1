/** Names of events, rounds and races, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { NameCodes } from '../../src/model/words.ts';
import { namesBy } from '../../src/rules/words/names-by.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { finalLetter, isReRow, raceNumber, semiFinalLevel } from './events.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export const namesOf = (rsc: Rsc): Omit<Names, 'discipline'> =>
  namesBy(ENGLISH, en, rsc, raceCodes(rsc, partsOf(rsc).phase));

const KINDS: Readonly<Record<string, string>> = {
  PREL: 'PRELIMINARY',
  HEAT: 'HEAT',
  REP: 'REPECHAGE',
  QFNL: 'QUARTERFINAL',
};

const SEMIFINALS = ['SEMIFINAL_AB', 'SEMIFINAL_CD', 'SEMIFINAL_EF'];

function raceCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = raceNumber(rsc);
  if (!Number.isInteger(number) || number < 1) return {};
  if (isReRow(rsc)) return { unit: 'RE_ROW', number: String(number) };
  if (phase === 'FNL') return { unit: 'FINAL', number: finalLetter(number) };
  if (phase === 'SFNL') {
    const unit = SEMIFINALS[semiFinalLevel(number)];
    return unit === undefined ? {} : { unit, number: String(number - 2 * semiFinalLevel(number)) };
  }
  const unit = KINDS[phase];
  return unit === undefined ? {} : { unit, number: String(number) };
}
