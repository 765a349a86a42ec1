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
  readonly #isQueued: boolean;
  #done = 0;
  #notedAt: number | null = null;
  /** Nobody looked from `since` on, and until then what had queued up meanwhile may still come in. */
  #missed: { readonly since: number; readonly until: number } | null = null;

  /** `isQueued`: what is noted was said by somebody, and waits where nobody takes it. */
  constructor({ isQueued = false } = {}) {
    this.#isQueued = isQueued;
  }

  /**
   * At `at` the stream's newest entry was `seq`. True: nobody had looked for a while, as in a process that was stopped, so that it may have
   * been there since the last look, and counts from then on.
   */
  noted(seq: number, at: number): boolean {
    const hasMissed = this.#notedAt !== null && at - this.#notedAt > KNOWN_MS;
    if (hasMissed) this.#missed = { since: this.#notedAt!, until: this.#isQueued ? at + KNOWN_MS : at };
    else if (this.#missed !== null && at > this.#missed.until) this.#missed = null;
    this.#notedAt = at;
    if (seq > this.#done && this.#marks.length < MARKS_MOST)
      this.#marks.push({ seq, at: this.#missed?.since ?? at });
    return hasMissed;
  }

  /** Everything up to `seq` is done. */
  done(seq: number): void {
    this.#done = Math.max(this.#done, seq);
    while (this.#marks[0] !== undefined && this.#marks[0].seq <= this.#done) this.#marks.shift();
  }

  behindMs(now: number): number {
    // Between two of the words that had queued up everything can be done that they told of, and more is still to come.
    if (this.#missed !== null && now < this.#missed.until) return now - this.#missed.since;
    const [oldest] = this.#marks;
    return oldest === undefined ? 0 : Math.max(0, now - oldest.at);
  }
}
