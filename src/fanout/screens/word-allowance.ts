const SECONDS = 10;

/** A bucket of words (or bytes) that fills up with time: so many a second, averaged over ten seconds. */
export class WordAllowance {
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond * SECONDS;
    this.#at = now;
  }

  /** False when this is too much. */
  take(now: number, amount = 1): boolean {
    const filled = this.#left + ((now - this.#at) / 1_000) * this.#perSecond;
    this.#left = Math.min(filled, this.#perSecond * SECONDS) - amount;
    this.#at = now;
    return this.#left >= 0;
  }
}
