/** F6: what cannot be in a tennis match is held until an operator lets it through. */
import { formatDecimal, ONE } from '../../src/model/decimal.ts';
import type { Action, Fact, FactOf, PeriodScore } from '../../src/model/fact.ts';
import type { Objection, TogetherCheck } from '../../src/rules/held-facts.ts';
import type { Format } from './formats.ts';
import { LOVE_ALL, withPoint } from './scoring.ts';
import { SERVE } from './service.ts';

/**
 * Points, by what ended the rally (ODF): ace, point by the server and by the receiver on first and second service, double fault; `PT`
 * where the venue does not say. The competitor is who won the point.
 */
export const POINTS: readonly string[] = ['PT', 'A1', 'A2', 'DF', 'PS1', 'PS2', 'PR1', 'PR2'];

export const isPoint = ({ kind }: Action): boolean => POINTS.includes(kind);

const PERIOD = /^S[1-5](?:-TB)?$/;

/** The longest set had 138 games; no side has won more in one. */
const MOST = 99;

export function checkTennis(fact: Fact): Objection | null {
  if (fact.kind === 'periodScore') return checkScore(fact.content);
  return fact.kind === 'action' ? checkAction(fact.content) : null;
}

function checkScore({ period, value }: PeriodScore): Objection | null {
  if (!PERIOD.test(period)) return unknownPeriod(period);
  if (value >= 0 && value <= MOST * ONE && value % ONE === 0) return null;
  return {
    code: 'IMPOSSIBLE_SCORE',
    message: `${formatDecimal(value)} is no number of games or points of a set`,
  };
}

function checkAction({ kind, period, id }: Action): Objection | null {
  if (!isPoint({ kind } as Action) && kind !== SERVE)
    return { code: 'UNKNOWN_ACTION', message: `tennis has no action "${kind}"` };
  if (!/^\d+$/.test(id))
    return {
      code: 'UNORDERED_ACTION',
      message: `points are numbered in their order, and "${id}" is no number`,
    };
  return period === undefined || PERIOD.test(period) ? null : unknownPeriod(period);
}

/** When somebody has won the match (Rule 8) no point is played any more. */
export const nothingAfterTheLastPoint = (format: Format): TogetherCheck => ({
  of: 'FIELD',
  check: (facts, { entries }) => {
    const [first] = entries;
    const objections = new Map<Fact, Objection>();
    let score = LOVE_ALL;
    for (const fact of inOrder(facts)) {
      if (score.wonBy !== null)
        objections.set(fact, { code: 'MATCH_IS_OVER', message: 'the last point was played before' });
      score = withPoint(score, fact.content.competitor === first?.competitor.code ? 0 : 1, format);
    }
    return objections;
  },
});

/** Points by their numbers: they come by competitor. */
const inOrder = (facts: readonly Fact[]): FactOf<'action'>[] =>
  facts
    .flatMap((fact) => (fact.kind === 'action' && isPoint(fact.content) ? fact : []))
    .sort((one, other) => Number(one.content.id) - Number(other.content.id));

const unknownPeriod = (period: string): Objection => ({
  code: 'UNKNOWN_PERIOD',
  message: `tennis has no set "${period}"`,
});
