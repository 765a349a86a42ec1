/** How a match is played: sets to win, tie-breaks, advantage or not. Rules 5 to 7 and Appendix VI of the ITF Rules of Tennis. */

/** A set that is played by games. */
export interface GameSet {
  readonly kind: 'GAMES';
  /** First to so many, with two more than the other side. */
  readonly games: number;
  /** Games all at which a tie-break is played; null for a set without one (advantage set). */
  readonly tieBreakAt: number | null;
  /** First to so many points, with two more. */
  readonly tieBreakTo: number;
}

/** One tie-break in place of the last set. */
export interface MatchTieBreak {
  readonly kind: 'MATCH_TIE_BREAK';
  readonly to: number;
}

export type SetFormat = GameSet | MatchTieBreak;

export interface Format {
  /** Sets that win the match: two of three, three of five. */
  readonly toWin: number;
  readonly set: GameSet;
  readonly last: SetFormat;
  /** At deuce the next point decides the game. */
  readonly noAd: boolean;
}

const games = (count: number, tieBreakAt: number | null, tieBreakTo = 7): GameSet => ({
  kind: 'GAMES',
  games: count,
  tieBreakAt,
  tieBreakTo,
});

/** Sets before the last one. */
export const SETS = {
  TIE_BREAK: games(6, 6),
  ADVANTAGE: games(6, null),
  /** Four games, a tie-break at four all. */
  SHORT: games(4, 4),
} as const;

export const LAST_SETS = {
  ...SETS,
  TIE_BREAK_10: games(6, 6, 10),
  /** Wimbledon from 2019 to 2021. */
  TIE_BREAK_AT_12: games(6, 12),
  MATCH_TIE_BREAK_7: { kind: 'MATCH_TIE_BREAK', to: 7 },
  MATCH_TIE_BREAK_10: { kind: 'MATCH_TIE_BREAK', to: 10 },
} as const;

export const setAt = ({ set, last, toWin }: Format, index: number): SetFormat =>
  index === 2 * toWin - 2 ? last : set;
