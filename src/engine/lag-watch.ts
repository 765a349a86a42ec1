import type { Broker } from '../broker/broker.ts';
import { KNOWN_MS, Lag } from '../broker/lag.ts';

/** So long at most what is on its way to the broker is waited for before it counts as behind. */
const SETTLING_MS = 100;

/** How far an engine is behind. */
export interface EngineLag {
  readonly ms: number;
  readonly facts: number;
}

/**
 * How far this engine is behind the stream of facts, stored documents included. Times are of its own clock alone, one that only goes
 * forward, in milliseconds. While it is in doubt whether the broker still has what it had, that counts from the last look before.
 */
export class LagWatch {
  readonly #lag = new Lag();
  readonly #broker: Pick<Broker, 'lastFactSeq' | 'isInDoubt'>;
  readonly #settled: () => Promise<void>;
  readonly #wait: (ms: number) => Promise<void>;
  #newest = 0;
  #done = 0;
  #lookedAt: number | null = null;
  /** When the broker was looked at last beyond doubt: from then on what is stored may be gone. */
  #certainAt: number | null = null;
  /** The place for which it was asked last when all that it led to is stored, and when that is. */
  #asked = -1;
  #settling: Promise<void> = Promise.resolve();

  constructor(options: {
    broker: Pick<Broker, 'lastFactSeq' | 'isInDoubt'>;
    settled: () => Promise<void>;
    wait: (ms: number) => Promise<void>;
  }) {
    this.#broker = options.broker;
    this.#settled = options.settled;
    this.#wait = options.wait;
  }

  /**
   * Call it about once a second with the place up to which facts are taken in: what the stream holds now counts from the next call on,
   * since it may be on its way. It counts at once for who could not look for a while.
   */
  async look(takenUpTo: number, now: number): Promise<EngineLag> {
    // Once for each place: while a broker stores nothing, nothing comes either.
    if (takenUpTo !== this.#asked) {
      this.#asked = takenUpTo;
      this.#settling = this.#settled().then(() => this.#published(takenUpTo));
    }
    await Promise.race([this.#settling, this.#wait(SETTLING_MS)]);
    const before = this.#behindAt(now);
    this.#newest = await this.#broker.lastFactSeq();
    const hasMissed = this.#lag.noted(this.#newest, now);
    this.#lookedAt = now;
    if (!this.#broker.isInDoubt) this.#certainAt = now;
    return hasMissed || this.#broker.isInDoubt ? this.#behindAt(now) : before;
  }

  /** As of now; null where the broker has not been heard lately. */
  behind(now: number): EngineLag | null {
    if (this.#lookedAt === null || now - this.#lookedAt > KNOWN_MS) return null;
    return this.#behindAt(now);
  }

  #behindAt(now: number): EngineLag {
    const inDoubtMs = this.#broker.isInDoubt ? now - (this.#certainAt ?? now) : 0;
    return {
      ms: Math.max(this.#lag.behindMs(now), inDoubtMs),
      facts: Math.max(0, this.#newest - this.#done),
    };
  }

  #published(takenUpTo: number): void {
    this.#done = Math.max(this.#done, takenUpTo);
    this.#lag.done(takenUpTo);
  }
}
