/** Lets only so many do something at once; the others wait in the order in which they came. */
export class Turns {
  readonly #most: number;
  #taken = 0;
  #peak = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** How many there were at once when there were most. */
  get peak(): number {
    return this.#peak;
  }

  async take<T>(run: () => Promise<T>): Promise<T> {
    if (this.#taken < this.#most) this.#taken += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#peak = Math.max(this.#peak, this.#taken);
    try {
      return await run();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#taken -= 1;
      // The turn goes on to the next one as it is.
      else next();
    }
  }
}
