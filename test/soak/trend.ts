/** Where a row of readings goes, and whether that is a leak. */

export interface Reading {
  /** Seconds after the beginning. */
  readonly at: number;
  readonly value: number;
}

export interface Trend {
  readonly first: number;
  readonly last: number;
  readonly most: number;
  /** Per hour, over the last two thirds. */
  readonly slope: number;
}

const SHARE_OF_START = 1 / 3;
const PARTS = 10;
const SECONDS_PER_HOUR = 3_600;

/**
 * The first third is for what has to be there: code, caches, the first units. Of the rest the least of each tenth counts, because what is
 * collected later is no leak.
 */
export function trendOf(readings: readonly Reading[]): Trend {
  const begin = readings[0]?.at ?? 0;
  const end = readings.at(-1)?.at ?? 0;
  const from = begin + (end - begin) * SHARE_OF_START;
  const width = (end - from) / PARTS;
  const least = Array.from({ length: PARTS }, (_none, part) => {
    const within = readings.filter(({ at }) => at >= from + part * width && at <= from + (part + 1) * width);
    return within.toSorted((one, other) => one.value - other.value)[0];
  }).filter((reading) => reading !== undefined);
  const values = readings.map(({ value }) => value);
  return {
    first: least[0]?.value ?? 0,
    last: least.at(-1)?.value ?? 0,
    most: Math.max(0, ...values),
    slope: slopeOf(least) * SECONDS_PER_HOUR,
  };
}

/** Least squares. */
function slopeOf(readings: readonly Reading[]): number {
  const count = readings.length;
  const mean = (of: (reading: Reading) => number): number =>
    readings.reduce((sum, reading) => sum + of(reading), 0) / count;
  const at = mean((reading) => reading.at);
  const value = mean((reading) => reading.value);
  const spread = readings.reduce((sum, reading) => sum + (reading.at - at) ** 2, 0);
  if (spread === 0) return 0;
  return readings.reduce((sum, reading) => sum + (reading.at - at) * (reading.value - value), 0) / spread;
}

/**
 * It is a leak when the trend, over the time that it was looked at, comes to more than this share of where it began and to more than
 * `allowed`: below that it is noise.
 */
const SHARE = 0.1;

export function isLeak({ first, slope }: Trend, seconds: number, allowed: number): boolean {
  const grown = (slope * seconds * (1 - SHARE_OF_START)) / SECONDS_PER_HOUR;
  return grown > allowed && grown > first * SHARE;
}
