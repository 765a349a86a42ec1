/** Work in one turn of the event loop: answers, acknowledgements and heartbeats wait no longer than this. */
const SLICE_MS = 10;

/**
 * Does things in the order in which they come: at once, or when there is much to do, some in each turn of the event loop. A history
 * that is read would otherwise hold up every answer that comes over the same connection.
 */
export class Slices {
  #waiting: (() => void)[] = [];
  #next = 0;
  /** When this turn is over; null: nothing was done in it yet. */
  #until: number | null = null;

  take(work: () => void): void {
    if (this.#next < this.#waiting.length) {
      this.#waiting.push(work);
      return;
    }
    if (this.#until === null) this.#begin();
    if (performance.now() < this.#until!) work();
    else this.#waiting.push(work);
  }

  /** Nothing that waits is done. */
  clear(): void {
    this.#waiting = [];
    this.#next = 0;
  }

  #begin(): void {
    this.#until = performance.now() + SLICE_MS;
    setImmediate(() => this.#go());
  }

  #go(): void {
    this.#until = null;
    if (this.#next >= this.#waiting.length) return;
    this.#begin();
    while (this.#next < this.#waiting.length && performance.now() < this.#until!) {
      const work = this.#waiting[this.#next]!;
      this.#next += 1;
      work();
    }
    if (this.#next >= this.#waiting.length) this.clear();
    else if (this.#next > this.#waiting.length / 2) {
      this.#waiting = this.#waiting.slice(this.#next);
      this.#next = 0;
    }
  }
}
