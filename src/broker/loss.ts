/** What a broker that comes back with less has lost, as far as this program knows. */
import type { Rsc } from '../model/rsc.ts';

/** How a connection looks for losses: so often, and when it finds one so many times in a row, so long apart, in milliseconds. */
export const LOOKING = {
  everyMs: 5_000,
  againMs: 500,
  /** A server that has just started, or a leader that has just been elected, may not have found everything yet. */
  timesInARow: 4,
} as const;

/** Facts of one source and epoch that were in the stream and are not; others of it may stand between the first and the last. */
export interface LostFacts {
  readonly source: string;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  /** That they were about. */
  readonly units: readonly Rsc[];
}

export interface Loss {
  /** One line: which stream from which place on, and the facts. */
  readonly text: string;
  /** Empty where another program has found the loss, or nobody here had read what is gone. */
  readonly facts: readonly LostFacts[];
}

/** `what; TIMING e 26 to 30 (HEAT ...)`. */
export const lossOf = (what: string, facts: readonly LostFacts[]): Loss => ({
  text: [what, ...facts.map(textOf)].join('; '),
  facts,
});

const textOf = ({ source, epoch, from, to, units }: LostFacts): string =>
  `${source} ${epoch} ${from} to ${to} (${units.join(', ') || 'no unit'})`;

/** What was lost in several losses, one entry for each source and epoch. */
export function lostInAll(losses: readonly Loss[]): LostFacts[] {
  const all = new Map<string, LostFacts>();
  for (const lost of losses.flatMap(({ facts }) => facts)) {
    const key = `${lost.source}:${lost.epoch}`;
    const known = all.get(key) ?? lost;
    all.set(key, {
      ...lost,
      from: Math.min(known.from, lost.from),
      to: Math.max(known.to, lost.to),
      units: [...new Set([...known.units, ...lost.units])],
    });
  }
  return [...all.values()];
}
