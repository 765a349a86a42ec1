/**
 * From points to games to sets to the match. A score is made anew from all points, so a point that is corrected changes
 * everything after it. Sides are 0 and 1.
 */
import { type Format, type SetFormat, setAt } from './formats.ts';

export type Pair = readonly [number, number];
export type SideIndex = 0 | 1;

export interface SetScore {
  /** Games; in a match tie-break its points. */
  readonly games: Pair;
  /** Points of its tie-break; null where none was begun. */
  readonly tieBreak: Pair | null;
  readonly wonBy: SideIndex | null;
}

export interface TennisScore {
  /** Begun ones, the last one may be under way. */
  readonly sets: readonly SetScore[];
  readonly setsWon: Pair;
  /** In the game or tie-break that is under way. */
  readonly points: Pair;
  /** A tie-break is under way. */
  readonly inTieBreak: boolean;
  /** Games over since the match began; a tie-break is one. */
  readonly gamesOver: number;
  readonly wonBy: SideIndex | null;
}

const NIL: Pair = [0, 0];
const NEW_SET: SetScore = { games: NIL, tieBreak: null, wonBy: null };

export const LOVE_ALL: TennisScore = {
  sets: [],
  setsWon: NIL,
  points: NIL,
  inTieBreak: false,
  gamesOver: 0,
  wonBy: null,
};

const plusOne = (pair: Pair, side: SideIndex): Pair =>
  side === 0 ? [pair[0] + 1, pair[1]] : [pair[0], pair[1] + 1];

const ahead = (pair: Pair, side: SideIndex): number => pair[side] - pair[1 - side]!;

/** First to so many, by two. */
const isWon = (pair: Pair, side: SideIndex, to: number): boolean =>
  pair[side] >= to && ahead(pair, side) >= 2;

/** The score after one more point; after the last one nothing counts. */
export function withPoint(score: TennisScore, winner: SideIndex, format: Format): TennisScore {
  if (score.wonBy !== null) return score;
  const begun = score.sets.length === 0 || score.sets.at(-1)!.wonBy !== null;
  const sets = begun ? [...score.sets, NEW_SET] : [...score.sets];
  const set = sets.at(-1)!;
  const how = setAt(format, sets.length - 1);
  const points = plusOne(score.points, winner);
  const next = { ...score, sets, points };
  if (how.kind === 'MATCH_TIE_BREAK') {
    sets[sets.length - 1] = { ...set, games: points };
    const tieBreak = { ...next, inTieBreak: true };
    return isWon(points, winner, how.to) ? setOver(tieBreak, winner, format) : tieBreak;
  }
  if (isTieBreak(set.games, how)) {
    sets[sets.length - 1] = { ...set, tieBreak: points };
    const tieBreak = { ...next, inTieBreak: true };
    return isWon(points, winner, how.tieBreakTo) ? gameOver(tieBreak, winner, format) : tieBreak;
  }
  return isGame(points, winner, format.noAd) ? gameOver(next, winner, format) : next;
}

/** Four points, by two; without advantage the fourth one is enough. */
const isGame = (points: Pair, side: SideIndex, noAd: boolean): boolean =>
  noAd ? points[side] >= 4 : isWon(points, side, 4);

const isTieBreak = (pair: Pair, { tieBreakAt }: Extract<SetFormat, { kind: 'GAMES' }>): boolean =>
  tieBreakAt !== null && pair[0] === tieBreakAt && pair[1] === tieBreakAt;

function gameOver(score: TennisScore, winner: SideIndex, format: Format): TennisScore {
  const sets = [...score.sets];
  const set = sets.at(-1)!;
  const games = plusOne(set.games, winner);
  sets[sets.length - 1] = { ...set, games };
  const next = { ...score, sets, points: NIL, inTieBreak: false, gamesOver: score.gamesOver + 1 };
  const how = setAt(format, sets.length - 1);
  const isSet = set.tieBreak !== null || (how.kind === 'GAMES' && isWon(games, winner, how.games));
  return isSet ? setOver(next, winner, format) : next;
}

function setOver(score: TennisScore, winner: SideIndex, { toWin }: Format): TennisScore {
  const sets = [...score.sets];
  sets[sets.length - 1] = { ...sets.at(-1)!, wonBy: winner };
  const setsWon = plusOne(score.setsWon, winner);
  const wonBy = setsWon[winner] === toWin ? winner : null;
  // A match tie-break is a game, too: whose turn it is counts on.
  const gamesOver = score.inTieBreak ? score.gamesOver + 1 : score.gamesOver;
  return { ...score, sets, setsWon, points: NIL, inTieBreak: false, gamesOver, wonBy };
}

/** `15`, `40`, `AD`; in tie-breaks the number of points. */
export function pointText({ points, inTieBreak }: TennisScore, side: SideIndex, noAd: boolean): string {
  const own = points[side];
  if (inTieBreak) return String(own);
  if (!noAd && own >= 4 && ahead(points, side) === 1) return 'AD';
  return CALLS[Math.min(own, 3)]!;
}

const CALLS = ['0', '15', '30', '40'];

/** Who serves the next point: sides take turns game by game, and in a tie-break after the first point every two. */
export function serverOf({ gamesOver, points, inTieBreak }: TennisScore, first: SideIndex): SideIndex {
  const turns = inTieBreak ? Math.floor((points[0] + points[1] + 1) / 2) : 0;
  return ((first + gamesOver + turns) % 2) as SideIndex;
}
