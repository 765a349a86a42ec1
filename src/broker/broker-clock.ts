import type { Instant } from '../model/fact.ts';

/** Samples that are compared: what one of them was late on its way is not taken for a difference of clocks. */
const SAMPLES = 10;
const MICROS_PER_MS = 1_000;

/**
 * The broker's clock as far as it can be known here, from entries that are delivered as they are stored. One that was long on its
 * way makes this machine look ahead, so the least of the newest ones counts.
 */
export class BrokerClock {
  readonly #wallClock: () => number;
  readonly #ahead: number[] = [];

  /** Milliseconds since 1970 by this machine. */
  constructor(wallClock: () => number) {
    this.#wallClock = wallClock;
  }

  /** An entry that was stored just now came. */
  came(storedAt: Instant): void {
    this.#ahead.push(this.#wallClock() - storedAt / MICROS_PER_MS);
    if (this.#ahead.length > SAMPLES) this.#ahead.shift();
  }

  /** By how many milliseconds this machine is ahead; null: not known. */
  get aheadMs(): number | null {
    return this.#ahead.length === 0 ? null : Math.min(...this.#ahead);
  }

  /** Milliseconds since 1970 by the broker; by this machine as long as the difference is not known. */
  now(): number {
    return this.#wallClock() - (this.aheadMs ?? 0);
  }
}
