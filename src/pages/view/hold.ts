/** Hold: what is read out stays as it is while the rest goes on, with a way back that is always seen. */
export interface Kept<Shown> {
  /** What stays; null: nothing is held, the newest is shown. */
  readonly kept: Shown | null;
  /** Milliseconds since 1970, by the clock of the page. */
  readonly since: number;
}

export const nothingKept = <Shown>(): Kept<Shown> => ({ kept: null, since: 0 });

/** Keeps what is shown now, or goes back to the newest. */
export const toggled = <Shown>(held: Kept<Shown>, newest: Shown | null, now: number): Kept<Shown> =>
  held.kept !== null || newest === null ? nothingKept() : { kept: newest, since: now };

export const shownOf = <Shown>({ kept }: Kept<Shown>, newest: Shown | null): Shown | null => kept ?? newest;

/** How many versions have come since; null where a new history has begun, or nothing is kept. */
export function missedSince(
  { kept }: Kept<{ readonly epoch: string; readonly version: number }>,
  newest: { readonly epoch: string; readonly version: number } | null,
): number | null {
  if (kept === null || newest === null || kept.epoch !== newest.epoch) return null;
  return newest.version - kept.version;
}
