/** Who stood where in the draw: read from the contests in which somebody first appears. */
import { ROUNDS } from '../../../sports/judo/events.ts';
import { type Contest, type Judoka, SIDES } from './judo-source.ts';

export interface Drawn {
  readonly side: Judoka;
  /** From 1 at the top of the bracket. */
  readonly position: number;
}

/**
 * A contest of the first round is two positions. Who appears later had a bye: the position is the upper one of the part of the
 * draw that nobody else in the contest came from, for white the upper part where both had one.
 */
export function drawOf(contests: readonly Contest[]): Drawn[] {
  const rounds = ROUNDS.filter((code) => contests.some(({ phase }) => phase === code));
  const drawn = new Map<string, Drawn>();
  for (const [round, code] of rounds.entries()) {
    const half = 2 ** round;
    const here = contests.filter(({ phase, number }) => phase === code && (code !== 'FNL' || number === 1));
    for (const contest of here) {
      const top = (contest.number - 1) * 2 * half;
      const free = [top + 1, top + half + 1].filter(
        (from) => ![...drawn.values()].some(({ position }) => position >= from && position < from + half),
      );
      for (const side of SIDES) {
        const judoka = contest[side];
        if (!drawn.has(judoka.code)) drawn.set(judoka.code, { side: judoka, position: free.shift() ?? 0 });
      }
    }
  }
  return [...drawn.values()].sort((one, other) => one.position - other.position);
}
