/** Tallies made of period scores: goals that add up, sets and games that are won. */
import type { Micro } from '../../model/decimal.ts';
import { ONE } from '../../model/decimal.ts';
import type { CompetitorFacts } from '../contract.ts';
import type { Side } from './match.ts';

export interface PeriodTally {
  /** In the order of the sport's periods. */
  readonly periods: readonly { readonly period: string; readonly value: Micro }[];
  /** What the match is counted by: the sum of the periods, or how many were won. */
  readonly total: Micro;
}

/** The sum over all periods but those that only break a tie. */
export const summedPeriods =
  (order: readonly string[], apart: readonly string[] = []) =>
  ({ facts }: Side): PeriodTally => {
    const periods = inOrder(facts, order);
    const counting = periods.filter(({ period }) => !apart.includes(period));
    return { periods, total: counting.reduce((sum, { value }) => sum + value, 0) };
  };

/** How many periods were won, as the rule of one period says: `isWon(21, 19)`. In whole points. */
export const periodsWon =
  (order: readonly string[], isWon: (own: number, other: number, period: string) => boolean) =>
  ({ facts }: Side, other: Side | null): PeriodTally => {
    const periods = inOrder(facts, order);
    const against = new Map(other?.facts.periodScores.map(({ period, value }) => [period, value]));
    const won = periods.filter(({ period, value }) =>
      isWon(value / ONE, (against.get(period) ?? 0) / ONE, period),
    );
    return { periods, total: won.length * ONE };
  };

/** The value of one period; 0 where it was not played. */
export const periodValue = ({ periods }: PeriodTally, code: string): Micro =>
  periods.find(({ period }) => period === code)?.value ?? 0;

function inOrder({ periodScores }: CompetitorFacts, order: readonly string[]): PeriodTally['periods'] {
  const place = (period: string): number => (order.includes(period) ? order.indexOf(period) : order.length);
  return periodScores
    .map(({ period, value }) => ({ period, value }))
    .sort((one, other) => place(one.period) - place(other.period) || (one.period < other.period ? -1 : 1));
}
