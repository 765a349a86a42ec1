/** Names of events, phases and contests, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { NameCodes } from '../../src/model/words.ts';
import { namesBy } from '../../src/rules/words/names-by.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { isTeamEvent, isTeamMatch } from './events.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export const namesOf = (rsc: Rsc): Omit<Names, 'discipline'> =>
  namesBy(ENGLISH, en, rsc, unitCodes(rsc, partsOf(rsc).phase));

function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = Number(rsc.slice(26, 30));
  if (!Number.isInteger(number) || number < 1) return {};
  if (isTeamEvent(rsc) && !isTeamMatch(rsc))
    return { unit: 'CONTEST_OF_TEAMS', number: String(Number(rsc.slice(30, 32))) };
  if (phase !== 'FNL') return { unit: isTeamEvent(rsc) ? 'TEAM_MATCH' : 'CONTEST', number: String(number) };
  return number === 1 ? { unit: 'FINAL' } : { unit: 'BRONZE', number: String(number - 1) };
}
