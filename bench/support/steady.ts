/** When to stop measuring again: a ratio that two more rounds hardly change is what it is. */

const SHARE = 0.02;
const ROUNDS_LEAST = 3;

/** Of ratios of one round each: their median, and the least and the most. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function ratioOf(rounds: readonly number[]): Ratio {
  const sorted = rounds.toSorted((one, other) => one - other);
  return { median: sorted[sorted.length >> 1]!, least: sorted[0]!, most: sorted.at(-1)! };
}

/** Whether the median has stayed within two percent over the last two rounds. */
export function isSteady(rounds: readonly number[]): boolean {
  if (rounds.length < ROUNDS_LEAST) return false;
  const [now, ...before] = [0, 1, 2].map((fewer) => ratioOf(rounds.slice(0, rounds.length - fewer)).median);
  return before.every((earlier) => Math.abs(earlier - now!) <= SHARE * now!);
}
