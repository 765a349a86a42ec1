/**
 * Who serves (Rules 14 and 15): sides take turns game by game; in a pair the partners take turns, in the order that they choose
 * at the beginning of each set. A venue says with `SERVE` who serves first: the first one of the match for the side
 * that begins, and one a set for each pair that does not begin with the first of its start list.
 */
import type { CompetitorCode, Entry } from '../../src/model/competitor.ts';
import type { Action } from '../../src/model/fact.ts';
import type { WholeUnitContext } from '../../src/rules/contract.ts';
import type { Now } from '../../src/rules/now.ts';
import { type SideIndex, serverOf, type TennisScore } from './scoring.ts';

export const SERVE = 'SERVE';

export function serviceOf(
  score: TennisScore,
  { entries, actions }: WholeUnitContext,
): Pick<Now, 'serving' | 'servesNext'> {
  const said = actions.filter(({ kind }) => kind === SERVE);
  const first = sideOf(said[0]?.competitor, entries);
  const side = serverOf(score, first);
  // In the next game the other side serves than began this one.
  const next = ((first + score.gamesOver + 1) % 2) as SideIndex;
  const turns = turnsBefore(score, first);
  const nextTurns = turnsInNextGame(score, first);
  return {
    serving: athleteOf(side, turns[side], score, entries, said),
    servesNext: athleteOf(next, nextTurns[next], score, entries, said),
  };
}

const sideOf = (code: CompetitorCode | undefined, entries: readonly Entry[]): SideIndex =>
  code !== undefined && entries[1]?.competitor.code === code ? 1 : 0;

/** How often each side has had its turn in the set: games, and turns of a tie-break. */
function turnsBefore(score: TennisScore, first: SideIndex): [number, number] {
  const turns = gamesServed(score, first);
  if (!score.inTieBreak) return turns;
  const beginner = ((first + score.gamesOver) % 2) as SideIndex;
  const taken = Math.floor((score.points[0] + score.points[1] + 1) / 2);
  for (let turn = 0; turn < taken; turn += 1) turns[((beginner + turn) % 2) as SideIndex] += 1;
  return turns;
}

function turnsInNextGame(score: TennisScore, first: SideIndex): [number, number] {
  const turns = gamesServed(score, first);
  turns[((first + score.gamesOver) % 2) as SideIndex] += 1;
  return turns;
}

/** Games of the set that is under way which each side has served. */
function gamesServed({ sets, gamesOver, inTieBreak }: TennisScore, first: SideIndex): [number, number] {
  const last = sets.at(-1);
  // The games of a match tie-break are points.
  const inMatchTieBreak = inTieBreak && last?.tieBreak === null;
  const inSet =
    last === undefined || last.wonBy !== null || inMatchTieBreak ? 0 : last.games[0] + last.games[1];
  const turns: [number, number] = [0, 0];
  for (let game = gamesOver - inSet; game < gamesOver; game += 1)
    turns[((first + game) % 2) as SideIndex] += 1;
  return turns;
}

/** Of a pair, whose turn it is; else the competitor. */
function athleteOf(
  side: SideIndex,
  turn: number,
  { sets }: TennisScore,
  entries: readonly Entry[],
  said: readonly Action[],
): CompetitorCode {
  const { competitor } = entries[side]!;
  const members = competitor.members ?? [];
  if (members.length < 2) return competitor.code;
  const set = sets.length + (sets.at(-1)?.wonBy === null ? 0 : 1);
  const chosen = said.findLast(
    ({ competitor: code, period, athlete }) =>
      code === competitor.code && athlete !== undefined && (period ?? 'S1') === `S${Math.max(1, set)}`,
  );
  const from = Math.max(
    0,
    members.findIndex(({ code }) => code === chosen?.athlete),
  );
  return members[(from + turn) % members.length]!.code;
}
