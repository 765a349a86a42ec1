/** A tennis match made of its points, or of set scores where a venue sends nothing else. */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import { ONE } from '../../src/model/decimal.ts';
import type { Action, Setup } from '../../src/model/fact.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import type { WholeUnitContext, WholeUnitRule } from '../../src/rules/contract.ts';
import { type MatchCard, match, type PeriodScored, type Side } from '../../src/rules/families/match.ts';
import type { Now, Scored } from '../../src/rules/now.ts';
import { checkTennis, isPoint, nothingAfterTheLastPoint } from './check.ts';
import { COLUMNS } from './columns.ts';
import { editionOf } from './editions.ts';
import type { Format } from './formats.ts';
import { LOVE_ALL, type Pair, pointText, type SideIndex, type TennisScore, withPoint } from './scoring.ts';
import { serviceOf } from './service.ts';
import { fromSetScores } from './set-scores.ts';

/** One side's view of the score. */
export interface TennisTally {
  readonly score: TennisScore;
  readonly side: SideIndex;
}

/** Retired, walkover, default, and disqualified. */
export const IRM_ORDER: readonly string[] = ['RET', 'WO', 'DEF', 'DSQ', 'DQB'];

/** The rule of a match; null when there is no such edition. */
export function matchRule(unit: Rsc, setup: Setup): WholeUnitRule<MatchCard<TennisTally>> | null {
  const found = editionOf(unit, setup);
  if (found === null) return null;
  const [name, format] = found;
  return match<TennisTally>(`TEN.MATCH@${name}`, {
    reads: ['action', 'periodScore', 'clock'],
    tally: (side, other, context) => tallyOf(side, other, context, format),
    // Nobody has won who has not won enough sets, whoever leads.
    criteria: [
      {
        code: 'SETS',
        clause: 'Rule 8',
        decision: 'SETS',
        key: ({ score, side }) => (score.wonBy === side ? 0 : 1),
      },
    ],
    result: ({ score, side }) => String(score.setsWon[side]),
    periods: ({ score, side }) => periodsOf(score, side),
    scoresAfter: (actions, context) => scoresAfter(actions, context, format),
    moment: (tallies, context) => momentOf(tallies, context, format),
    columns: COLUMNS,
    irmOrder: IRM_ORDER,
    check: checkTennis,
    together: nothingAfterTheLastPoint(format),
  });
}

function tallyOf(side: Side, other: Side | null, { entries }: WholeUnitContext, format: Format): TennisTally {
  const index = entries.indexOf(side.entry) === 0 ? 0 : 1;
  const [first, second] = index === 0 ? [side, other] : [other, side];
  const actions = inOrder([...(first?.facts.actions ?? []), ...(second?.facts.actions ?? [])]);
  if (!actions.some(isPoint)) {
    const scores = [first?.facts.periodScores ?? [], second?.facts.periodScores ?? []] as const;
    return { side: index, score: fromSetScores(scores, format) };
  }
  const codes = entries.map(({ competitor }) => competitor.code);
  return { side: index, score: scoreAfter(actions, codes, format) };
}

/** By the number of the action: the facts of both sides came apart. */
const inOrder = (actions: readonly Action[]): readonly Action[] =>
  [...actions].sort((one, other) => Number(one.id) - Number(other.id));

const scoreAfter = (
  actions: readonly Action[],
  codes: readonly CompetitorCode[],
  format: Format,
): TennisScore =>
  actions.reduce(
    (score, action) => (isPoint(action) ? withPoint(score, winnerOf(action, codes), format) : score),
    LOVE_ALL,
  );

const winnerOf = ({ competitor }: Action, codes: readonly CompetitorCode[]): SideIndex =>
  codes.indexOf(competitor) === 1 ? 1 : 0;

/** Games of each set as `S1`, points of its tie-break as `S1-TB`. */
const periodsOf = ({ sets }: TennisScore, side: SideIndex): readonly PeriodScored[] =>
  sets.flatMap(({ games, tieBreak }, index) => [
    { period: `S${index + 1}`, value: games[side] * ONE },
    ...(tieBreak === null ? [] : [{ period: `S${index + 1}-TB`, value: tieBreak[side] * ONE }]),
  ]);

/** After each point the sets, the games of the set that it was played in, and the points of the game: `1 4 30`. */
function scoresAfter(
  actions: readonly Action[],
  { entries }: WholeUnitContext,
  format: Format,
): readonly (readonly Scored[])[] {
  const codes = entries.map(({ competitor }) => competitor.code);
  let score = LOVE_ALL;
  return actions.map((action) => {
    if (!isPoint(action) || codes.length < 2) return [];
    score = withPoint(score, winnerOf(action, codes), format);
    return bothSides(codes, (side) =>
      [score.setsWon[side], gamesIn(score)[side], pointText(score, side, format.noAd)].join(' '),
    );
  });
}

/** Of the set that is under way, or of the one that has just ended. */
const gamesIn = ({ sets }: TennisScore): Pair => sets.at(-1)?.games ?? [0, 0];

const bothSides = (codes: readonly CompetitorCode[], score: (side: SideIndex) => string): readonly Scored[] =>
  codes.slice(0, 2).map((competitor, side) => ({ competitor, score: score(side as SideIndex) }));

/** The set, its games, the points of the game, who serves, and who will in the next game. */
function momentOf(
  tallies: ReadonlyMap<CompetitorCode, TennisTally>,
  context: WholeUnitContext,
  format: Format,
): Partial<Now> {
  const codes = context.entries.map(({ competitor }) => competitor.code);
  const score = tallies.get(codes[0] ?? '')?.score;
  if (score === undefined || codes.length < 2) return {};
  const last = score.sets.at(-1);
  const isBetweenSets = last === undefined || last.wonBy !== null;
  const set = score.sets.length + (isBetweenSets && score.wonBy === null ? 1 : 0);
  const games: Pair = isBetweenSets && score.wonBy === null ? [0, 0] : gamesIn(score);
  return {
    period: `S${set}`,
    games: bothSides(codes, (side) => String(games[side])),
    points: bothSides(codes, (side) => pointText(score, side, format.noAd)),
    ...(score.wonBy === null ? serviceOf(score, context) : {}),
  };
}
