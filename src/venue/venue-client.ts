/**
 * The library of a venue's system: says facts, and keeps each until an engine has processed it.
 *
 * The broker's word that it stored a fact is not enough, because that word comes before the disk. So
 * facts stay in the outbox until `processed.<source>` has passed them, and are sent again after a
 * restart, a broken connection and a failure. Message ids and sequence numbers make second copies vanish.
 */
import type { Broker, ProcessedPosition, Subscription } from '../broker/broker.ts';
import { isArchived } from '../broker/cut.ts';
import { isBrokerError, isWorthRetrying } from '../broker/errors.ts';
import type { FactTypes } from '../ingest/generated/fact-types.ts';
import type { WireFact } from '../ingest/wire.ts';
import type { FactKind, Instant } from '../model/fact.ts';
import { formatInstant } from '../model/instant.ts';
import { systemTiming, type Timing } from '../timing.ts';
import type { Disk } from './disk.ts';
import { letGoText } from './letting-go.ts';
import { storedAs } from './naming.ts';
import { isMessageOf, Outbox, type Waiting } from './outbox.ts';
import { type RefusalListener, Refusals } from './refusals.ts';
import type { StoredMark, StoredPlace } from './stored-places.ts';
import { epochOf, systemClock } from './venue-clock.ts';

/** One fact by its kind, as in the venue feed: `{ passing: { competitor: "7", point: "FIN", time: "9.79" } }`. */
export type SaidFact = {
  [K in FactKind]: { readonly [P in K]: FactTypes[P] } & { readonly [P in Exclude<FactKind, K>]?: never };
}[FactKind];

export type { FactTypes } from '../ingest/generated/fact-types.ts';
export type { Refusal } from './refusals.ts';

/**
 * `onRefused` and `onHeld` hear of facts of this source that engines refused, or hold for an operator: each once, also those of before,
 * for as long as the broker keeps them.
 */
export interface VenueClientOptions extends RefusalListener {
  /** Stays the caller's to close. */
  readonly broker: Broker;
  readonly venue: string;
  /** `[A-Za-z0-9_-]{1,64}`; one client at a time speaks for a source. */
  readonly source: string;
  /** Default: that of the outbox file, else one made from the clock, so that numbers never repeat. */
  readonly epoch?: string;
  /** Where the outbox file is. None: facts are kept in memory until the broker has stored them (for replays). */
  readonly directory?: string;
  /** The venue's clock, in microseconds since 1970. */
  readonly now?: () => Instant;
  readonly timing?: Timing;
  /** Default: that of this machine. */
  readonly disk?: Disk;
  /** Facts that are processed take no more than this in the outbox file, default 256 MiB; what leaves it is said to `warn`. */
  readonly keepBytes?: number;
  readonly warn?: (line: string) => void;
}

export interface SendOptions {
  /** Default: now. `null` leaves it out. */
  readonly sentAt?: string | null;
  /** The `seq` of an earlier fact that this one corrects. */
  readonly replaces?: number;
  readonly test?: boolean;
}

export class VenueError extends Error {
  /** `FACT_TOO_LARGE`: more than the broker takes. `VENUE_CLOSED`: the client has been closed. */
  readonly code: 'BAD_SOURCE' | 'FACT_TOO_LARGE' | 'VENUE_CLOSED';

  constructor(code: VenueError['code'], message: string) {
    super(message);
    this.name = 'VenueError';
    this.code = code;
  }
}

const SOURCE = /^[A-Za-z0-9_-]{1,64}$/;
/** Facts on their way to the broker at the same time. */
const WINDOW = 256;
const RETRY_MS = 250;
/** A cluster has a leader again after seconds: who waits longer than this between two tries is late for it. */
const RETRY_MAX_MS = 500;
const CLOSE_WAIT_MS = 2000;
/** Between two looks whether the broker still has what it acknowledged. */
const COMPARE_MS = 5_000;
/** Between two looks what an archive has. */
const FORGET_MS = 10 * 60_000;

export class VenueClient {
  readonly #options: VenueClientOptions;
  readonly #now: () => Instant;
  readonly #timing: Timing;
  readonly #outbox: Outbox;
  readonly #onTheirWay = new Set<Promise<void>>();
  readonly #watchers = new Set<() => void>();
  #unsent: Waiting[] = [];
  #processed: Subscription | null = null;
  #refused: Subscription | null = null;
  /** Stops the timer of the next try; null when none runs. */
  #retry: (() => void) | null = null;
  #stopListening: () => void = () => {};
  #isComparing = false;
  #failures = 0;
  #closed = false;

  /** Opens the outbox and sends what is still in it. Throws `VenueError`, `OutboxError` or `BrokerError`. */
  static async open(options: VenueClientOptions): Promise<VenueClient> {
    if (!SOURCE.test(options.source))
      throw new VenueError('BAD_SOURCE', `a source is 1 to 64 of A-Z a-z 0-9 _ -, not "${options.source}"`);
    const venue = new VenueClient(options);
    try {
      await venue.#begin();
    } catch (error) {
      await venue.close();
      throw error;
    }
    return venue;
  }

  private constructor(options: VenueClientOptions) {
    const { source, epoch, directory } = options;
    this.#options = options;
    this.#now = options.now ?? systemClock();
    this.#timing = options.timing ?? systemTiming;
    this.#outbox = new Outbox({
      source,
      newEpoch: epochOf(this.#now()),
      timing: this.#timing,
      ...(epoch === undefined ? {} : { epoch }),
      ...(directory === undefined ? {} : { path: `${directory}/${source}.outbox.ndjson` }),
      ...(options.disk === undefined ? {} : { disk: options.disk }),
      ...(options.warn === undefined ? {} : { warn: options.warn }),
      ...(options.keepBytes === undefined ? {} : { keepBytes: options.keepBytes }),
    });
  }

  get epoch(): string {
    return this.#outbox.epoch;
  }

  /** Facts that no engine has processed yet (without a directory: that the broker has not stored yet). */
  get waiting(): number {
    return this.#outbox.waiting.length;
  }

  /**
   * Keeps the fact and sends it. Resolves with its `seq` as soon as it is kept; it does not wait for
   * the broker. `unit` is empty for a heartbeat. Rejects with `OutboxError` `OUTBOX_NOT_WRITTEN` when the disk did not
   * take it: it was not said then, and can be said again.
   */
  async send(unit: string, fact: SaidFact, options: SendOptions = {}): Promise<number> {
    this.#checkOpen();
    const describe = (seq: number): WireFact => this.#envelope(unit, fact, options, seq);
    const kept = this.#outbox.add(unit, describe, (bytes) => this.#checkSize(bytes));
    this.#unsent.push(kept);
    this.#pump();
    return kept.seq;
  }

  /** Resolves when the broker has stored everything said so far. */
  stored(): Promise<void> {
    return this.#when(() => this.#unsent.length + this.#onTheirWay.size === 0 && this.#retry === null);
  }

  /** Resolves when an engine has processed everything said so far (without a directory: as `stored`). */
  settled(): Promise<void> {
    return this.#when(() => this.#outbox.waiting.length === 0);
  }

  /** What is not processed stays in the outbox file for the next time. The broker stays open. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#retry?.();
    this.#stopListening();
    await this.#lastAnswers();
    await this.#processed?.stop();
    await this.#refused?.stop();
    this.#outbox.close();
    this.#tell();
  }

  async #lastAnswers(): Promise<void> {
    const answered = Promise.allSettled(this.#onTheirWay);
    await new Promise<void>((resolve) => {
      const stopWaiting = this.#timing.after(CLOSE_WAIT_MS, resolve);
      void answered.then(() => resolve()).finally(stopWaiting);
    });
  }

  async #begin(): Promise<void> {
    const { broker, source, directory } = this.#options;
    this.#outbox.places.doubt();
    const connectionChanged = (connected: boolean): void => {
      if (!connected) {
        this.#outbox.places.doubt();
        return;
      }
      this.#sendAgain();
      void this.#compare();
    };
    const stops = [
      broker.onConnectionChange(connectionChanged),
      broker.onReplaced(() => void this.#compare()),
      this.#timing.every(COMPARE_MS, () => void this.#compare()),
      this.#timing.every(FORGET_MS, () => void this.#forgetArchived()),
    ];
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
    void this.#forgetArchived();
    if (directory !== undefined)
      this.#processed = await broker.watchProcessed(source, (position) => this.#take(position));
    await this.#listenToRefusals();
    this.#sendAgain();
    void this.#compare();
  }

  /** Nobody asks the broker for what nobody wants to hear. */
  async #listenToRefusals(): Promise<void> {
    const { broker, venue, source, onRefused, onHeld, warn = () => {} } = this.#options;
    if (onRefused === undefined && onHeld === undefined) return;
    const listener = {
      ...(onRefused === undefined ? {} : { onRefused }),
      ...(onHeld === undefined ? {} : { onHeld }),
    };
    const refusals = new Refusals({ venue, source, warn, ...listener });
    this.#refused = await broker.consumeRejections((rejection) => refusals.take(rejection));
  }

  /**
   * Whether the broker still has what it acknowledged. One that came back with less, with nothing or as another one gets what it has
   * not got, from the newest place on that is still as it was.
   */
  async #compare(): Promise<void> {
    if (this.#isComparing || !this.#options.broker.connected) return;
    this.#isComparing = true;
    const { places } = this.#outbox;
    const { entries, confirmed } = places.inQuestion();
    const isThere = (place: StoredPlace): Promise<boolean> => this.#isThere(place);
    try {
      for (const place of entries)
        if (!(await isThere(place))) return this.#lostAfter(await places.newestThat(isThere));
      confirmed();
    } catch {
      // A broker that does not answer, or has no streams yet, is asked again.
    } finally {
      this.#isComparing = false;
    }
  }

  async #isThere(place: StoredPlace): Promise<boolean> {
    const { broker, source } = this.#options;
    const there = await broker.factAt(place.at);
    if (there !== 'CUT') return there !== null && isMessageOf(source, place, there.messageId);
    // What was cut there need not have been this fact: others may have filled the place again.
    const cut = await broker.cut();
    return cut !== null && isArchived(cut, `${source}:${place.fact}`);
  }

  /** What was cut because an archive has it no broker needs from here again. */
  async #forgetArchived(): Promise<void> {
    const cut = await this.#options.broker.cut().catch(() => null);
    if (cut !== null && !this.#closed) this.#outbox.forget(cut);
  }

  #lostAfter(mark: StoredMark | null): void {
    if (this.#closed) return;
    const { source, directory, warn } = this.#options;
    const count = this.#outbox.putBackAfter(mark);
    const since = mark === null ? 'all' : `all after ${mark.epoch} ${mark.seq}`;
    const done = directory === undefined ? 'no directory keeps them' : `${count} are sent again`;
    warn?.(`${source}: the broker has lost facts that it had stored (${since}): ${done}`);
    const gone = this.#outbox.letGoAfter(mark);
    if (gone.length > 0) warn?.(`${source}: cannot be sent again: ${gone.map(letGoText).join(', ')}`);
    this.#sendAgain();
  }

  #envelope(unit: string, fact: SaidFact, options: SendOptions, seq: number): WireFact {
    const { sentAt = formatInstant(this.#now()), replaces, test } = options;
    return {
      source: this.#options.source,
      epoch: this.#outbox.epoch,
      seq,
      ...(sentAt === null ? {} : { sentAt }),
      ...(unit === '' ? {} : { unit }),
      ...(fact as Pick<WireFact, FactKind>),
      ...(replaces === undefined ? {} : { replaces }),
      ...(test === undefined ? {} : { test }),
    };
  }

  /** A fact that the broker can never take must not get a number: it would be a hole for ever. */
  #checkSize(bytes: number): void {
    const { maxDataBytes } = this.#options.broker;
    if (bytes > maxDataBytes)
      throw new VenueError('FACT_TOO_LARGE', `a fact of ${bytes} bytes; the broker takes ${maxDataBytes}`);
  }

  #checkOpen(): void {
    if (this.#closed) throw new VenueError('VENUE_CLOSED', 'this venue client has been closed');
  }

  /** Everything that waits, from the oldest on. */
  #sendAgain(): void {
    if (this.#closed) return;
    this.#retry?.();
    this.#retry = null;
    this.#unsent = [...this.#outbox.waiting];
    this.#pump();
  }

  #pump(): void {
    while (this.#mayPublish()) {
      const fact = this.#unsent.shift();
      if (fact === undefined) return;
      const publishing = this.#publish(fact).finally(() => {
        this.#onTheirWay.delete(publishing);
        this.#pump();
        if (this.#onTheirWay.size === 0 && !this.#closed) this.#outbox.settle();
        this.#tell();
      });
      this.#onTheirWay.add(publishing);
    }
  }

  #mayPublish(): boolean {
    const { connected } = this.#options.broker;
    return connected && !this.#closed && this.#retry === null && this.#onTheirWay.size < WINDOW;
  }

  async #publish(fact: Waiting): Promise<void> {
    try {
      const { broker, venue, source, warn } = this.#options;
      const stored = await storedAs(broker, { venue, source, ...fact }, (line) =>
        warn?.(`${source}: ${line}`),
      );
      this.#failures = 0;
      this.#outbox.acknowledged(fact, stored);
    } catch (error) {
      this.#failed(error as Error);
    }
  }

  /** Tries everything again after a while; a reconnect comes first if it can. */
  #failed(error: Error): void {
    if (this.#closed || this.#retry !== null) return;
    this.#failures += 1;
    const isOdd = !isWorthRetrying(error) && !isBrokerError(error, 'BROKER_CLOSED');
    if (isOdd || this.#failures === 5)
      this.#options.warn?.(`${this.#options.source}: cannot publish yet (${error.message})`);
    const wait = Math.min(RETRY_MS * 2 ** (this.#failures - 1), RETRY_MAX_MS);
    this.#retry = this.#timing.after(wait, () => this.#sendAgain());
  }

  #take(position: ProcessedPosition): void {
    if (this.#closed) return;
    if (this.#outbox.isBehind(position)) this.#goOnBehind(position);
    this.#outbox.processed(position);
    this.#tell();
  }

  /** A machine that was put back to what it was: without another epoch its numbers would be second copies, and end in silence. */
  #goOnBehind({ epoch, seq }: ProcessedPosition): void {
    const { source, warn } = this.#options;
    const now = epochOf(this.#now());
    // A clock that went back as well must not give a name that was given.
    const next = now > epoch ? now : `${epoch}-1`;
    try {
      const count = this.#outbox.goOnIn(next);
      warn?.(
        `${source}: the outbox is an earlier copy, facts up to ${epoch} ${seq} are processed: goes on in epoch ${next}, ${count} facts are said again`,
      );
      this.#sendAgain();
    } catch (error) {
      // The next word of an engine comes to the same.
      warn?.(`${source}: cannot go on in a new epoch yet (${(error as Error).message})`);
    }
  }

  #when(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds() && !this.#closed) return;
        this.#watchers.delete(look);
        if (holds()) resolve();
        else reject(new VenueError('VENUE_CLOSED', `closed with ${this.waiting} facts waiting`));
      };
      this.#watchers.add(look);
      look();
    });
  }

  #tell(): void {
    for (const look of [...this.#watchers]) look();
  }
}
