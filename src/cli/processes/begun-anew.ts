import type { Broker } from '../../broker/broker.ts';
import { isWorthRetrying } from '../../broker/errors.ts';
import { type Loss, type LostFacts, lostInAll } from '../../broker/loss.ts';
import { Backoff } from './backoff.ts';

/** What a process does with a broker: an engine, an edge. */
export interface Work {
  close(): Promise<void>;
}

interface Running<T extends Work> {
  readonly broker: Broker;
  readonly work: T;
}

export interface WorkOptions<T extends Work> {
  readonly connect: () => Promise<Broker>;
  /** `since`: what was running before, when it begins again; `lost`: all that brokers have lost since this process began. */
  readonly begin: (broker: Broker, since: T | null, lost: readonly LostFacts[]) => Promise<T>;
  readonly log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  readonly wait?: (ms: number) => Promise<void>;
}

/** Elections of a cluster take 4 to 9 s. */
const FIRST_PATIENCE_MS = 30_000;

const REPLACED =
  'the broker came back with less than it had, or with another store: everything begins anew with what is there';

/**
 * Work that begins anew when the broker comes back with another memory: whatever was learnt from the old one is wrong. It does so within
 * its process, so that it needs nobody who would start that again. Screens find the new epoch, and are told that they do not resume.
 */
export class BegunAnew<T extends Work> {
  readonly #options: WorkOptions<T>;
  readonly #wait: (ms: number) => Promise<void>;
  #running: Running<T> | null = null;
  #beginning: Promise<void> = Promise.resolve();
  #isStopping = false;
  /** A second loss may take what was said of the first one. */
  #losses: readonly Loss[] = [];

  constructor(options: WorkOptions<T>) {
    this.#options = options;
    this.#wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /** What runs now; null while it begins. */
  get work(): T | null {
    return this.#running?.work ?? null;
  }

  /**
   * Rejects when it cannot begin for the first time: that is for a person to see. A broker that is there and cannot answer yet, because
   * it chooses a leader, is asked for half a minute.
   */
  async start(): Promise<T> {
    const backoff = new Backoff();
    for (let waited = 0; ; ) {
      const broker = await this.#options.connect();
      try {
        this.#running = await this.#beginAt(broker, null);
        return this.#running.work;
      } catch (error) {
        if (!isWorthRetrying(error) || waited >= FIRST_PATIENCE_MS) throw error;
        this.#options.log.warn({ err: error }, 'cannot begin yet; trying again');
      }
      const waitMs = backoff.afterEnd(0);
      waited += waitMs;
      await this.#wait(waitMs);
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#beginning;
    await this.#end();
  }

  async #beginAt(broker: Broker, since: T | null): Promise<Running<T>> {
    try {
      let isBegun = false;
      let isReplaced = false;
      broker.onReplaced((loss) => {
        // Once for each connection: the next one is made to what is there then.
        if (isReplaced) return;
        isReplaced = true;
        this.#losses = [...this.#losses, loss];
        this.#options.log.error({ code: 'BROKER_REPLACED', loss: loss.text }, REPLACED);
        if (isBegun) this.#beginAgain();
      });
      const work = await this.#options.begin(broker, since, lostInAll(this.#losses));
      isBegun = true;
      if (isReplaced) this.#beginAgain();
      return { broker, work };
    } catch (error) {
      await broker.close();
      throw error;
    }
  }

  #beginAgain(): void {
    this.#beginning = this.#beginning.then(() => this.#untilBegun());
  }

  async #untilBegun(): Promise<void> {
    const since = this.work;
    await this.#end();
    const backoff = new Backoff();
    while (!this.#isStopping) {
      try {
        this.#running = await this.#beginAt(await this.#options.connect(), since);
        return;
      } catch (error) {
        this.#options.log.warn({ err: error }, 'cannot begin anew yet; trying again');
        await this.#wait(backoff.afterEnd(0));
      }
    }
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.work.close();
    await running?.broker.close();
  }
}
