import type { Subscription } from '../../broker/broker.ts';

/** Reads from a place on; stands still while its connection is broken. */
export class Reader {
  readonly #deliver: (arrive: () => void) => void;
  readonly #next: () => boolean;
  readonly #begin: () => void;
  #isWoken = false;
  #isStopped = false;

  /** `next` hands over one entry, and says whether there was one. */
  constructor(deliver: (arrive: () => void) => void, next: () => boolean, begin: () => void) {
    this.#deliver = deliver;
    this.#next = next;
    this.#begin = begin;
  }

  /** The broker has agreed to the reading, at the start or after an interruption: what was on its way is gone. */
  begin(): void {
    this.#isWoken = false;
    this.#begin();
    this.wake();
  }

  wake(): void {
    if (this.#isWoken || this.#isStopped) return;
    this.#isWoken = true;
    this.#deliver(() => {
      this.#isWoken = false;
      while (!this.#isStopped && this.#next()) {
        // One after the other until there is nothing new or the connection breaks.
      }
    });
  }

  stop(): void {
    this.#isStopped = true;
  }

  subscription(ended: () => void): Subscription {
    return {
      stop: async () => {
        this.stop();
        ended();
      },
    };
  }
}
