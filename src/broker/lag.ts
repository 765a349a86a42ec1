interface Mark {
  readonly seq: number;
  readonly at: number;
}

/** Marks that are remembered; beyond it the newest are left out, so that the oldest, which counts, stays. */
const MARKS_MOST = 1_000;

/**
 * How far a reader is behind a stream, on one clock: since when something is known to be there that is not done yet. No clocks of
 * two machines are compared. Times in milliseconds, of any one clock.
 */
export class Lag {
  readonly #marks: Mark[] = [];
  #done = 0;

  /** At `at` the stream's newest entry was `seq`. */
  noted(seq: number, at: number): void {
    if (seq > this.#done && this.#marks.length < MARKS_MOST) this.#marks.push({ seq, at });
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
