/** F6: what cannot be in a contest is held until an operator lets it through. */
import { decimal, formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Action, Clock, Fact } from '../../src/model/fact.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import type { Edition } from './editions.ts';
import { OTHER_CALLS, PERIODS } from './tally.ts';

/** The longest golden scores were around a quarter of an hour. */
const LONGEST_GOLDEN_SCORE = decimal('3600');

export function checkContest(fact: Fact, unit: Rsc, edition: Edition): Objection | null {
  if (fact.kind === 'action') return checkCall(fact.content, edition);
  return fact.kind === 'clock' ? checkClock(fact.content, durationOf(unit, edition)) : null;
}

function checkCall({ kind, period }: Action, { scores, year }: Edition): Objection | null {
  const known: readonly string[] = [...scores, ...OTHER_CALLS];
  if (!known.includes(kind))
    return { code: 'UNKNOWN_ACTION', message: `the rules of ${year} know no "${kind}": ${known.join(', ')}` };
  return unknownPeriod(period);
}

const unknownPeriod = (period: string | undefined): Objection | null =>
  period === undefined || (PERIODS as readonly string[]).includes(period)
    ? null
    : { code: 'UNKNOWN_PERIOD', message: `a contest has ${PERIODS.join(' and ')}, no "${period}"` };

/** The longer one in mixed teams, where women and men are in the same event. */
const durationOf = (unit: Rsc, { duration }: Edition): Micro =>
  duration[partsOf(unit).gender] ?? Math.max(...Object.values(duration));

function checkClock({ period, time }: Clock, duration: Micro): Objection | null {
  const most = period === 'GS' ? LONGEST_GOLDEN_SCORE : duration;
  if (time >= 0 && time <= most) return unknownPeriod(period);
  return {
    code: 'IMPOSSIBLE_CLOCK',
    message: `${formatDecimal(time)} s is no time of a contest in ${period}`,
  };
}

/** Calls that come once more than they can: a contest ends with an ippon, two waza-ari or the last shido. */
export function impossibleCalls(
  facts: readonly Fact[],
  { shidosOut }: Edition,
): ReadonlyMap<Fact, Objection> {
  const most: Readonly<Record<string, number>> = { IPP: 1, WAZ: 2, S: shidosOut, H: 1, KIK: 1 };
  const seen = new Map<string, number>();
  const objections = new Map<Fact, Objection>();
  for (const fact of facts) {
    if (fact.kind !== 'action') continue;
    const { kind } = fact.content;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    if (count > (most[kind] ?? count))
      objections.set(fact, { code: 'IMPOSSIBLE_SCORE', message: `${count} times ${kind} for one side` });
  }
  return objections;
}
