import type { Broker, StoredVenueMessage, Subscription } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';
import type { ProgramLog } from '../program-log.ts';

/** What stands in for places of VENUE that are empty. */
export type Archived =
  /** The facts from the first of them up to where VENUE goes on. */
  | { readonly facts: AsyncIterable<StoredVenueMessage> }
  /** They were cut, and in words why they are not to be had. */
  | { readonly needed: string }
  /** They were not cut: the broker has lost them. */
  | null;

export interface HistoryOptions {
  readonly broker: Pick<Broker, 'consumeFacts'>;
  /** From an empty place on. Throws what a broker or an archive throws. */
  readonly archived: (from: number) => Promise<Archived>;
  readonly log: ProgramLog;
  readonly elapsed: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

const AGAIN_MS = 1_000;
/** Others are let in so often while an archive is read. */
const SLICE_MS = 8;

/**
 * Facts from a place on, each in its place: where VENUE was cut, they come from the archive. Nothing is taken behind a place that was cut and is
 * not to be had, so that nobody takes half of a unit for the whole.
 */
export class History {
  readonly #options: HistoryOptions;
  readonly #take: (message: StoredVenueMessage) => void;
  #reading: Subscription | null = null;
  /** Counts readings: what an earlier one still brings is not taken. */
  #readings = 0;
  #next: number;
  /** Before this place some are empty, and were not cut. */
  #behindLoss = 0;
  #needed: string | null = null;
  #isStopped = false;

  private constructor(options: HistoryOptions, from: number, take: (message: StoredVenueMessage) => void) {
    this.#options = options;
    this.#next = from;
    this.#take = take;
  }

  /** Resolves when the broker has agreed to the reading; what it refuses is thrown. */
  static async follow(
    options: HistoryOptions,
    from: number,
    take: (message: StoredVenueMessage) => void,
  ): Promise<History> {
    const history = new History(options, from, take);
    await history.#read();
    return history;
  }

  /** Why it cannot go on for want of an archive; null when it can. */
  get needed(): string | null {
    return this.#needed;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#reading?.stop();
  }

  async #read(): Promise<void> {
    this.#readings += 1;
    const own = this.#readings;
    const reading = await this.#options.broker.consumeFacts({ fromSeq: this.#next }, (message) => {
      if (own === this.#readings && !this.#isStopped) this.#came(message);
    });
    if (own === this.#readings && !this.#isStopped) this.#reading = reading;
    else await reading.stop();
  }

  #came(message: StoredVenueMessage): void {
    const place = message.streamSeq;
    if (place > this.#next && place !== this.#behindLoss) {
      this.#readings += 1;
      void this.#goOn(place);
      return;
    }
    this.#next = place + 1;
    this.#take(message);
  }

  /** Before this place some are empty. Tries until it goes on. */
  async #goOn(place: number): Promise<void> {
    const { archived, wait } = this.#options;
    await this.#reading?.stop();
    this.#reading = null;
    while (!this.#isStopped) {
      try {
        const found = await archived(this.#next);
        if (found === null) this.#isLost(place);
        else if ('facts' in found) await this.#takeAll(found.facts);
        this.#need(found !== null && 'needed' in found ? found.needed : null);
        if (this.#needed === null) return await this.#read();
      } catch (error) {
        // What an archive objects to is for a person to mend; a broker answers again.
        if (!isBrokerError(error)) this.#need((error as Error).message);
      }
      await wait(AGAIN_MS);
    }
  }

  /** The numbers of its sources tell that something is missing. */
  #isLost(place: number): void {
    const { log } = this.#options;
    log.error({ code: 'PLACES_EMPTY', from: this.#next, to: place - 1 }, 'VENUE has lost facts');
    this.#behindLoss = place;
  }

  #need(why: string | null): void {
    if (this.#needed === why) return;
    this.#needed = why;
    if (why !== null) this.#options.log.error({ code: 'ARCHIVE_NEEDED' }, why);
  }

  async #takeAll(facts: AsyncIterable<StoredVenueMessage>): Promise<void> {
    const { elapsed, wait } = this.#options;
    let since = elapsed();
    for await (const fact of facts) {
      if (this.#isStopped) return;
      this.#next = fact.streamSeq + 1;
      this.#take(fact);
      if (elapsed() - since < SLICE_MS) continue;
      await wait(0);
      since = elapsed();
    }
  }
}
