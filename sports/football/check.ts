/** F6: what cannot be in a football match is held until an operator lets it through. */
import { formatDecimal, ONE } from '../../src/model/decimal.ts';
import type { Action, Clock, Fact, PeriodScore } from '../../src/model/fact.ts';
import type { Objection, TogetherCheck } from '../../src/rules/held-facts.ts';
import { RED, SECOND_YELLOW, YELLOW } from './cards.ts';
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

/** Who was sent off plays no more (Law 12): what is told of the player with a later number is held, other cards apart. */
export const SENT_OFF_STAYS_OFF: TogetherCheck = {
  of: 'COMPETITOR',
  check: (facts) => {
    const off = new Map<string, number>();
    const objections = new Map<Fact, Objection>();
    for (const fact of facts) {
      if (fact.kind !== 'action') continue;
      const { athlete = '', kind, id } = fact.content;
      if (athlete === '') continue;
      if (kind === RED || kind === SECOND_YELLOW) off.set(athlete, off.get(athlete) ?? Number(id));
      else if (kind !== YELLOW && Number(id) > (off.get(athlete) ?? Number.POSITIVE_INFINITY))
        objections.set(fact, { code: 'SENT_OFF', message: `${athlete} was sent off before` });
    }
    return objections;
  },
};

const unknownPeriod = (period: string): Objection => ({
  code: 'UNKNOWN_PERIOD',
  message: `football has no period "${period}"`,
});
