import type { Broker } from '../broker/broker.ts';
import { Lag } from '../broker/lag.ts';

/** So long at most what is on its way to the broker is waited for before it counts as behind. */
const SETTLING_MS = 100;

/** How far this engine is behind the stream of facts, stored documents included, by its own clock alone. */
export class LagWatch {
  readonly #lag = new Lag();
  readonly #broker: Pick<Broker, 'lastFactSeq'>;
  readonly #settled: () => Promise<void>;
  readonly #wait: (ms: number) => Promise<void>;

  constructor(options: {
    broker: Pick<Broker, 'lastFactSeq'>;
    settled: () => Promise<void>;
    wait: (ms: number) => Promise<void>;
  }) {
    this.#broker = options.broker;
    this.#settled = options.settled;
    this.#wait = options.wait;
  }

  /**
   * Milliseconds for which there have been facts that are not published. Call it about once a second with the place up to which
   * facts are taken in: what the stream holds now counts from the next call on, since it may be on its way.
   */
  async look(takenUpTo: number, now: number): Promise<number> {
    const settled = this.#settled().then(() => this.#lag.done(takenUpTo));
    await Promise.race([settled, this.#wait(SETTLING_MS)]);
    const behindMs = this.#lag.behindMs(now);
    this.#lag.noted(await this.#broker.lastFactSeq(), now);
    return behindMs;
  }
}
