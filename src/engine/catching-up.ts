import type { Broker } from '../broker/broker.ts';

/** Facts that came within this time are on their way in every engine. */
const MOMENT_MS = 500;
const ASK_AGAIN_MS = 500;

/**
 * From the beginning of the history to the present. What has come while it was read counts as well: an older engine may have shown what it
 * came to. Times are milliseconds that only go forward.
 */
export class CatchingUp {
  readonly #broker: Pick<Broker, 'lastFactSeq'>;
  readonly #elapsed: () => number;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #isClosed: () => boolean;
  #taken = 0;
  #awaited: { readonly until: number; readonly resolve: () => void } | null = null;

  constructor(options: {
    broker: Pick<Broker, 'lastFactSeq'>;
    elapsed: () => number;
    wait: (ms: number) => Promise<void>;
    isClosed: () => boolean;
  }) {
    this.#broker = options.broker;
    this.#elapsed = options.elapsed;
    this.#wait = options.wait;
    this.#isClosed = options.isClosed;
  }

  /** Everything up to this place has been taken in. */
  took(streamSeq: number): void {
    this.#taken = streamSeq;
    if (this.#awaited === null || streamSeq < this.#awaited.until) return;
    this.#awaited.resolve();
    this.#awaited = null;
  }

  /** Resolves when the engine has taken in all that was there a moment ago, from this place on, or has closed. */
  async done(historySeq: number): Promise<void> {
    await this.#to(historySeq);
    if (historySeq === 0) return;
    while (!this.#isClosed()) {
      const asked = this.#elapsed();
      const newest = await this.#newest();
      await this.#to(newest);
      if (this.#elapsed() - asked <= MOMENT_MS) return;
    }
  }

  #to(until: number): Promise<void> {
    if (this.#taken >= until) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaited = { until, resolve };
    });
  }

  async #newest(): Promise<number> {
    while (!this.#isClosed()) {
      try {
        return await this.#broker.lastFactSeq();
      } catch {
        await this.#wait(ASK_AGAIN_MS);
      }
    }
    return this.#taken;
  }
}
