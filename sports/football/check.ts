/** F6: what cannot be in a football match is held until an operator lets it through. */
import { formatDecimal, ONE } from '../../src/model/decimal.ts';
import type { Action, Clock, Fact, PeriodScore } from '../../src/model/fact.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { isClockPeriod, isPossibleTime, SCORE_PERIODS } from './periods.ts';

/** More goals in one period than in any match between national teams. */
const MOST_GOALS = 40;

/** ODF actions of football, and what became of an attempt. */
export const ACTIONS: readonly string[] = [
  'SHOT',
  'PTY',
  'FRD',
  'CRN',
  'OG',
  'OFF',
  'FOUL',
  'YC',
  'YRC',
  'RC',
  'SUBST',
  'STARTP',
];
export const ATTEMPTS: readonly string[] = ['GOAL', 'SAVED', 'MISS', 'POST', 'BLC'];

export function checkFootball(fact: Fact): Objection | null {
  if (fact.kind === 'periodScore') return checkScore(fact.content);
  if (fact.kind === 'action') return checkAction(fact.content);
  return fact.kind === 'clock' ? checkClock(fact.content) : null;
}

function checkScore({ period, value }: PeriodScore): Objection | null {
  if (!SCORE_PERIODS.includes(period)) return unknownPeriod(period);
  if (value >= 0 && value <= MOST_GOALS * ONE && value % ONE === 0) return null;
  return { code: 'IMPOSSIBLE_SCORE', message: `${formatDecimal(value)} is no number of goals of a period` };
}

function checkAction({ kind, detail, period }: Action): Objection | null {
  if (!ACTIONS.includes(kind)) return { code: 'UNKNOWN_ACTION', message: `football has no action "${kind}"` };
  if (['SHOT', 'PTY', 'FRD'].includes(kind) && detail !== undefined && !ATTEMPTS.includes(detail))
    return { code: 'UNKNOWN_OUTCOME', message: `"${detail}" is none of ${ATTEMPTS.join(' ')}` };
  return period === undefined || isClockPeriod(period) ? null : unknownPeriod(period);
}

function checkClock(clock: Clock): Objection | null {
  if (!isClockPeriod(clock.period)) return unknownPeriod(clock.period);
  if (isPossibleTime(clock)) return null;
  return {
    code: 'IMPOSSIBLE_CLOCK',
    message: `${formatDecimal(clock.time)} s is not in ${clock.period}`,
  };
}

const unknownPeriod = (period: string): Objection => ({
  code: 'UNKNOWN_PERIOD',
  message: `football has no period "${period}"`,
});
