/** Periods of a match, their length, and the clock as it is shown. */
import { ONE } from '../../src/model/decimal.ts';
import type { Clock } from '../../src/model/fact.ts';

const MINUTE = 60;

interface Period {
  /** Minutes on the clock when it begins, and when added time begins. */
  readonly from: number;
  readonly to: number;
}

/** Periods that are played against the clock (Laws of the Game 7; extra time 10.3). */
const PLAYED: Readonly<Record<string, Period>> = {
  H1: { from: 0, to: 45 },
  H2: { from: 45, to: 90 },
  'ET-H1': { from: 90, to: 105 },
  'ET-H2': { from: 105, to: 120 },
};

/**
 * Scores are said by period: halves, halves of extra time, the shoot-out. Where nothing is known of halves: `RT` regular
 * time, `ET` extra time, `TOT` a match without extra time, `AET` one with it.
 */
export const REGULAR: readonly string[] = ['H1', 'H2', 'RT', 'TOT'];
export const EXTRA: readonly string[] = ['ET-H1', 'ET-H2', 'ET', 'AET'];
export const SHOOT_OUT = 'PSO';
export const SCORE_PERIODS: readonly string[] = [...REGULAR, ...EXTRA, SHOOT_OUT];

/** Between them the clock stands: half-time, the end of regular time, the breaks of extra time, the end. */
const BREAKS: readonly string[] = ['HT', 'RT', 'PET', 'ET-HT', 'FT'];

export const isClockPeriod = (code: string): boolean =>
  Object.hasOwn(PLAYED, code) || BREAKS.includes(code) || code === SHOOT_OUT;

/** Longest added time that a clock may show, in minutes: longer ones have not been. */
const MOST_ADDED = 40;

/** Can the clock say this in the period? */
export function isPossibleTime({ period, time }: Clock): boolean {
  const played = PLAYED[period];
  if (played === undefined) return time >= 0;
  return time >= played.from * MINUTE * ONE && time <= (played.to + MOST_ADDED) * MINUTE * ONE;
}

/** `67:12`; in added time `90:00 +3:12`. */
export function clockText({ period, time }: Clock): string {
  const seconds = Math.floor(time / ONE);
  const end = PLAYED[period]?.to;
  if (end === undefined || seconds <= end * MINUTE) return minutesText(seconds);
  return `${end}:00 +${minutesText(seconds - end * MINUTE)}`;
}

const minutesText = (seconds: number): string =>
  `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;
