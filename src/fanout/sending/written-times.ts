/** So many of the newest count, and those of the last minute only. */
const KEPT = 1_024;
const LATELY_MS = 60_000;

/** How long it took until what had come was written to the last socket: a ring of the newest, so that noting one costs nothing. Milliseconds. */
export class WrittenTimes {
  readonly #took = new Float64Array(KEPT);
  readonly #at = new Float64Array(KEPT).fill(Number.NEGATIVE_INFINITY);
  #next = 0;

  note(tookMs: number, now: number): void {
    this.#took[this.#next] = tookMs;
    this.#at[this.#next] = now;
    this.#next = (this.#next + 1) % KEPT;
  }

  /** The 99th of 100; null where nothing was written in the last minute. */
  p99(now: number): number | null {
    const lately = this.#took.filter((_took, index) => now - this.#at[index]! < LATELY_MS).sort();
    if (lately.length === 0) return null;
    return lately[Math.min(lately.length - 1, Math.floor(lately.length * 0.99))]!;
  }
}
