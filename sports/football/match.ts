/** A match: goals in regular and extra time, a shoot-out, cards, and matches that officials award. */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import { ONE } from '../../src/model/decimal.ts';
import type { Action } from '../../src/model/fact.ts';
import type { WholeUnitContext, WholeUnitRule } from '../../src/rules/contract.ts';
import { type MatchCard, match, type PeriodScored, type Side } from '../../src/rules/families/match.ts';
import type { Scored } from '../../src/rules/now.ts';
import { type Cards, cardsOf, countsOf } from './cards.ts';
import { checkFootball, SENT_OFF_STAYS_OFF } from './check.ts';
import { MATCH_COLUMNS } from './columns.ts';
import { clockText, EXTRA, REGULAR, SCORE_PERIODS, SHOOT_OUT } from './periods.ts';

/** What one side did. Goals are whole numbers. */
export interface FootballTally {
  readonly periods: readonly PeriodScored[];
  readonly regular: number;
  /** With extra time, without the shoot-out: what is published, and what tables count. */
  readonly goals: number;
  readonly shootOut: number;
  readonly cards: readonly Cards[];
}

/** Who withdrew, did not come, left the field, or was put out. */
export const IRM_ORDER: readonly string[] = ['ABD', 'DNS', 'WDR', 'DSQ', 'DQB'];

/** The result of a match that is awarded (FIFA Disciplinary Code, "Forfeit"), unless more was scored on the field. */
const AWARDED = 3;

export const footballMatch: WholeUnitRule<MatchCard<FootballTally>> = match<FootballTally>('FBL.MATCH@2024', {
  reads: ['periodScore', 'action', 'clock'],
  tally,
  criteria: [
    { code: 'MORE_GOALS', clause: 'Laws of the Game 10.2', decision: 'FT', key: ({ regular }) => -regular },
    { code: 'EXTRA_TIME', clause: 'Laws of the Game 10.3', decision: 'AET', key: ({ goals }) => -goals },
    { code: 'SHOOT_OUT', clause: 'Laws of the Game 10.3', decision: 'PSO', key: ({ shootOut }) => -shootOut },
  ],
  result: ({ goals }) => String(goals),
  resultType: 'POINTS',
  periods: ({ periods }) => periods,
  counts: ({ cards }) => countsOf(cards),
  scoresAfter,
  clockText,
  clockRuns: () => 'UP',
  columns: MATCH_COLUMNS,
  irmOrder: IRM_ORDER,
  check: checkFootball,
  together: SENT_OFF_STAYS_OFF,
});

function tally(side: Side, other: Side | null, context: WholeUnitContext): FootballTally {
  const said = [side, other].some((each) => (each?.facts.periodScores.length ?? 0) > 0);
  const periods = said ? saidPeriods(side) : scoredPeriods(side, other);
  const played = { periods, ...sumsOf(periods), cards: cardsOf(side.facts.actions) };
  if (!context.complete || other === null) return played;
  const isOut = side.irm !== null;
  return isOut === (other.irm !== null) ? played : awarded(played, tally(other, null, context), isOut);
}

/** 3-0 to who is not out, or as it stood where that was more. Both out: as it stood, and both have lost. */
function awarded(own: FootballTally, other: FootballTally, isOut: boolean): FootballTally {
  const [loser, winner] = isOut ? [own, other] : [other, own];
  if (winner.goals - loser.goals > AWARDED) return own;
  const goals = isOut ? 0 : AWARDED;
  return { ...own, regular: goals, goals };
}

const saidPeriods = ({ facts }: Side): readonly PeriodScored[] =>
  SCORE_PERIODS.flatMap((period) => facts.periodScores.find((score) => score.period === period) ?? []).map(
    ({ period, value }) => ({ period, value }),
  );

/** A venue that tells goals only: each counts in its period, an own goal for the other side. */
function scoredPeriods(side: Side, other: Side | null): readonly PeriodScored[] {
  const goals = [
    ...side.facts.actions.filter((action) => isGoal(action) && action.kind !== OWN_GOAL),
    ...(other?.facts.actions ?? []).filter(({ kind }) => kind === OWN_GOAL),
  ];
  return SCORE_PERIODS.flatMap((period) => {
    const value = goals.filter((goal) => (goal.period ?? 'TOT') === period).length * ONE;
    return value === 0 ? [] : [{ period, value }];
  });
}

const OWN_GOAL = 'OG';

/** A goal is an own goal, or an attempt (shot, penalty, free kick, corner) that went in. */
export const isGoal = ({ kind, detail }: Action): boolean => kind === OWN_GOAL || detail === 'GOAL';

function sumsOf(periods: readonly PeriodScored[]): Pick<FootballTally, 'regular' | 'goals' | 'shootOut'> {
  const sum = (among: readonly string[]): number =>
    periods.reduce((total, { period, value }) => (among.includes(period) ? total + value / ONE : total), 0);
  const regular = sum(REGULAR);
  return { regular, goals: regular + sum(EXTRA), shootOut: sum([SHOOT_OUT]) };
}

/** After a goal the score, after a kick of the shoot-out the score of that. */
function scoresAfter(
  actions: readonly Action[],
  { entries }: WholeUnitContext,
): readonly (readonly Scored[])[] {
  const codes = entries.map(({ competitor }) => competitor.code);
  const goals = new Map<CompetitorCode, number>(codes.map((code) => [code, 0]));
  const kicks = new Map(goals);
  return actions.map((action) => {
    if (!isGoal(action)) return [];
    const scorer =
      action.kind === OWN_GOAL ? codes.find((code) => code !== action.competitor) : action.competitor;
    const sums = action.period === SHOOT_OUT ? kicks : goals;
    sums.set(scorer ?? '', (sums.get(scorer ?? '') ?? 0) + 1);
    return Array.from(sums, ([competitor, sum]) => ({ competitor, score: String(sum) }));
  });
}
