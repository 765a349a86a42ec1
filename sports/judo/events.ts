/** What RSCs of judo say: categories (`66KG`, `O100KG`), the mixed team event, phases, contests and team matches. */
import { partsOf, type Rsc } from '../../src/model/rsc.ts';

/** RSC event codes by gender, lightest first; `O`: over. */
export const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  M: ['60KG', '66KG', '73KG', '81KG', '90KG', '100KG', 'O100KG'],
  W: ['48KG', '52KG', '57KG', '63KG', '70KG', '78KG', 'O78KG'],
};

export const TEAM_EVENT = 'TEAM6';

/** Categories of a team match, one contest each: women and men to 57 and 73 kg, 70 and 90 kg, and above. */
export const CONTESTS_IN_TEAM_MATCH = 6;

/** First to last; a draw begins where there are positions for all. */
export const ROUNDS = ['R128', 'R64', 'R32', '8FNL', 'QFNL', 'SFNL', 'FNL'] as const;

export const REPECHAGE = 'REP1';

export const isTeamEvent = (rsc: Rsc): boolean => partsOf(rsc).event === TEAM_EVENT;

/** `000100`: the match of two teams; `000103`: its third contest. */
export const isTeamMatch = (unit: Rsc): boolean =>
  isTeamEvent(unit) && partsOf(unit).unit.slice(4, 6) === '00';

/** Kilograms of a category; null where there is no such limit. */
export const limitOf = (event: string): string | null => /^O?(\d{2,3})KG$/.exec(event)?.[1] ?? null;
