import type { Subscription } from '../../broker/broker.ts';
import type { ReadName } from './server.ts';

/** What is read. */
export interface Source {
  begin(): void;
  hasNext(): boolean;
  /** Hands over one entry, and says whether there was one. */
  takeNext(): boolean;
}

/** Reads from a place on; stands still while its connection is broken. */
export class Reader {
  readonly name: ReadName;
  readonly #deliver: (arrive: () => void) => void;
  readonly #source: Source;
  #isWoken = false;
  #isStopped = false;

  constructor(name: ReadName, deliver: (arrive: () => void) => void, source: Source) {
    this.name = name;
    this.#deliver = deliver;
    this.#source = source;
  }

  /** The broker has agreed to the reading, at the start or after an interruption: what was on its way is gone. */
  begin(): void {
    this.#isWoken = false;
    this.#source.begin();
    this.wake();
  }

  wake(): void {
    if (this.#isWoken || this.#isStopped || !this.#source.hasNext()) return;
    this.#isWoken = true;
    this.#deliver(() => {
      this.#isWoken = false;
      while (!this.#isStopped && this.#source.takeNext()) {
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
