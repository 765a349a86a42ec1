/** How long to wait before the next start: doubles with each early end, and starts over after a long life. */
export class Backoff {
  readonly #firstMs: number;
  readonly #mostMs: number;
  readonly #healthyMs: number;
  #nextMs: number;

  constructor({ firstMs = 200, mostMs = 5_000, healthyMs = 30_000 } = {}) {
    this.#firstMs = firstMs;
    this.#mostMs = mostMs;
    this.#healthyMs = healthyMs;
    this.#nextMs = firstMs;
  }

  /** `livedMs`: how long the process ran until it ended. */
  afterEnd(livedMs: number): number {
    if (livedMs >= this.#healthyMs) this.#nextMs = this.#firstMs;
    const waitMs = this.#nextMs;
    this.#nextMs = Math.min(this.#nextMs * 2, this.#mostMs);
    return waitMs;
  }
}
