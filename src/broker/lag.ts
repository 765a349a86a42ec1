interface Mark {
  readonly seq: number;
  readonly at: number;
}

/** Who has not looked for so long does not know what the stream holds. */
export const KNOWN_MS = 5_000;

/** Marks that are remembered; beyond it the newest are left out, so that the oldest, which counts, stays. */
const MARKS_MOST = 1_000;

/**
 * How far a reader is behind a stream, on one clock: since when something is known to be there that is not done yet. No clocks of
 * two machines are compared. Times in milliseconds, of any one clock.
 */
export class Lag {
  readonly #marks: Mark[] = [];
  #done = 0;
  #notedAt: number | null = null;

  /**
   * At `at` the stream's newest entry was `seq`. True: nobody had looked for a while, as in a process that was stopped, so that it may have
   * been there since the last look, and counts from then on.
   */
  noted(seq: number, at: number): boolean {
    const missed = this.#notedAt !== null && at - this.#notedAt > KNOWN_MS ? this.#notedAt : null;
    this.#notedAt = at;
    if (seq > this.#done && this.#marks.length < MARKS_MOST) this.#marks.push({ seq, at: missed ?? at });
    return missed !== null;
  }

  /** Everything up to `seq` is done. */
  done(seq: number): void {
    this.#done = Math.max(this.#done, seq);
    while (this.#marks[0] !== undefined && this.#marks[0].seq <= this.#done) this.#marks.shift();
  }

  behindMs(now: number): number {
    const [oldest] = this.#marks;
    return oldest === undefined ? 0 : Math.max(0, now - oldest.at);
  }
}
