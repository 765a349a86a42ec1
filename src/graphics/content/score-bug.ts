/** Two sides with their score, small and always there: clock, period, who serves, and what the score is made of. */
import { capitalised } from '../../client/cells.ts';
import { isMatch, type MatchPart, type MatchSide, matchOf } from '../../client/match.ts';
import type { RunningClock } from '../../client/running-clock.ts';
import { parseDecimal } from '../../model/decimal.ts';
import { type DocumentOf, isOfType } from '../../model/document.ts';
import type { RowOf } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { type Who, whoIs } from './who.ts';

export interface ScoreBugContent {
  readonly head: Head;
  /** Two, as the start list has them, whoever leads. */
  readonly sides: readonly BugSide[];
  /** Counted on by whoever paints it. Null while none is told. */
  readonly clock: RunningClock | null;
  /** In words; empty where there is none. */
  readonly period: string;
  /** Sets, points of the game, what is counted beside the score; texts in the order of the sides. */
  readonly parts: readonly MatchPart[];
  /** By what it was decided, in words; empty before that. */
  readonly decision: string;
}

export interface BugSide extends Who {
  readonly seed: string;
  /** With the IRM of who has one. */
  readonly score: string;
  readonly outcome: NonNullable<MatchSide['outcome']> | null;
  readonly serves: boolean;
}

/** Null for what is no match, and while both sides are not known. */
export function scoreBugContent(scene: Scene, told: Told): ScoreBugContent | null {
  const { main } = scene;
  if (main === null || !isOfType(main, 'RESULT') || !isMatch(main) || main.rows.length < 2) return null;
  const added = addedUp(main);
  const match = matchOf(main, scene.beside('CURRENT'), null, scene.words);
  return {
    head: headOf(main.header, scene, told),
    sides: match.sides.map((side) => sideOf(side, main.rows.find(({ key }) => key === side.key)!, told)),
    clock: scene.clock,
    period: match.clock?.period ?? '',
    parts: match.parts.filter(isWhole).filter(({ key }) => !added.has(key)),
    decision: capitalised(match.decision ?? ''),
  };
}

/** What is a part of another one that is shown has no room: the tie-break `S1-TB` of the set `S1`. */
const isWhole = ({ key }: MatchPart, _index: number, all: readonly MatchPart[]): boolean =>
  !all.some((other) => key.startsWith(`${other.key}-`));

/** Periods that add up to the score say nothing beside it: halves. Won sets do not. */
function addedUp({ rows }: DocumentOf<'RESULT'>): ReadonlySet<string> {
  const periodsOf = ({ mark }: RowOf<'RESULT'>) => mark.details.match?.periods ?? [];
  const isSum = (row: RowOf<'RESULT'>): boolean =>
    periodsOf(row).reduce((sum, { score }) => sum + (parseDecimal(score) ?? Number.NaN), 0) ===
    parseDecimal(row.mark.result ?? '');
  return new Set(
    rows.every(isSum) ? [...rows].flatMap((row) => periodsOf(row).map(({ period }) => period)) : [],
  );
}

const sideOf = (
  { seed = '', score, outcome, serves }: MatchSide,
  { key, identity }: RowOf<'RESULT'>,
  told: Told,
): BugSide => ({ ...whoIs(key, identity, told), seed, score, outcome: outcome ?? null, serves });
