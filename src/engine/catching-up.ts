import type { Broker } from '../broker/broker.ts';
import { Reached } from './reached.ts';

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
  readonly #taken = new Reached();

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
    this.#taken.at(streamSeq);
  }

  /** Resolves when the engine has taken in all that was there a moment ago, from this place on, or has closed. */
  async done(historySeq: number): Promise<void> {
    await this.#taken.until(historySeq);
    if (historySeq === 0) return;
    while (!this.#isClosed()) {
      const asked = this.#elapsed();
      const newest = await this.#newest();
      await this.#taken.until(newest);
      if (this.#elapsed() - asked <= MOMENT_MS) return;
    }
  }

  async #newest(): Promise<number> {
    while (!this.#isClosed()) {
      try {
        return await this.#broker.lastFactSeq();
      } catch {
        await this.#wait(ASK_AGAIN_MS);
      }
    }
    return this.#taken.place;
  }
}
