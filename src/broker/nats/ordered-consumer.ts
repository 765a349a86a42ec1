/**
 * Reads a stream in order, without a hole and without a repeat, for as long as the caller wants: a
 * push consumer without acknowledgements whose numbering is checked, and which is made again from the
 * next entry on whenever something may be missing (a jump in the numbering, a heartbeat that knows of
 * more, silence, a reconnect, a restarted server).
 *
 * Entries are handled some in each turn of the event loop (`slices.ts`). The server is asked for more only when those before are
 * handled, so that what waits here is bounded.
 *
 * The library's own ordered consumer is not used, because after a reconnect to a server that is not
 * yet ready it waits up to half a minute before it looks again, and because it does not notice a loss
 * of the last entry before the next one comes.
 */
import { AckPolicy, type ConsumerConfig, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import {
  createInbox,
  type Msg,
  type NatsConnection,
  nanos,
  type Subscription,
} from '@nats-io/transport-node';
import { type Delivery, parseDelivery } from './delivery.ts';
import { Slices } from './slices.ts';
import { subjectMatches } from './subjects.ts';

export interface Connected {
  readonly nats: NatsConnection;
  readonly jsm: JetStreamManager;
  /** Whether one consumer may have several filters (server 2.10 and newer). */
  readonly manyFilters: boolean;
  readonly warn: (line: string) => void;
  /** Reading of the stream begins again behind the last entry, which may be another by now. */
  readonly doubt?: (stream: string) => void;
}

export interface Reading {
  readonly stream: string;
  /** Any of these subjects; all within `everything`. */
  readonly filters: readonly string[];
  /** A filter that covers all of `filters`, for servers that take only one. */
  readonly everything: string;
  /** From this stream sequence on; `newest`: first the newest entry of each subject. */
  readonly from: number | 'newest';
  readonly headersOnly?: boolean;
}

/** Everything under one filter. */
export const all = (stream: string, filter: string): Omit<Reading, 'from'> => ({
  stream,
  everything: filter,
  filters: [filter],
});

export type EntryHandler = (entry: Msg, delivery: Delivery) => void;

const HEARTBEAT_MS = 1000;
const SILENCE_MS = 3 * HEARTBEAT_MS;
const RETRY_MS = [50, 100, 200, 400, 800, 1600] as const;
const STATUS = 100;

export class OrderedConsumer {
  readonly #connected: Connected;
  readonly #reading: Reading;
  readonly #handler: EntryHandler;
  readonly #watch: NodeJS.Timeout;
  readonly #slices = new Slices();
  #next: number;
  /** Of the newest of each subject: until all have come, beginning again begins with the first of them. */
  #isShortOfNewest: boolean;
  #consumerSeq = 0;
  #generation = 0;
  #subscription: Subscription | null = null;
  #consumerName: string | null = null;
  #heardAt = Date.now();
  #retry: NodeJS.Timeout | null = null;
  #failures = 0;
  #stopped = false;

  private constructor(connected: Connected, reading: Reading, handler: EntryHandler) {
    this.#connected = connected;
    this.#reading = reading;
    this.#isShortOfNewest = reading.from === 'newest';
    this.#next = reading.from === 'newest' ? 0 : reading.from;
    this.#handler = handler;
    this.#watch = setInterval(() => this.#checkSilence(), HEARTBEAT_MS);
  }

  /** Resolves when the server has agreed to the reading, with how many entries are waiting there. */
  static async start(
    connected: Connected,
    reading: Reading,
    handler: EntryHandler,
  ): Promise<{ consumer: OrderedConsumer; waiting: number }> {
    const consumer = new OrderedConsumer(connected, reading, handler);
    try {
      return { consumer, waiting: await consumer.#begin() };
    } catch (error) {
      consumer.stop();
      throw error;
    }
  }

  /** The connection is back: what was sent meanwhile is gone. */
  reconnected(): void {
    this.#again();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#watch);
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#slices.clear();
    this.#forget();
  }

  async #begin(): Promise<number> {
    this.#forget();
    this.#generation += 1;
    const generation = this.#generation;
    const { nats, jsm } = this.#connected;
    const inbox = createInbox();
    this.#consumerSeq = 0;
    this.#heardAt = Date.now();
    this.#subscription = nats.subscribe(inbox, {
      callback: (error, entry) => {
        if (error === null && generation === this.#generation) this.#take(entry);
      },
    });
    const made = await jsm.consumers.add(this.#reading.stream, this.#configuration(inbox));
    if (generation === this.#generation) this.#consumerName = made.name;
    this.#heardAt = Date.now();
    // The first entries may have been sent before the answer was written.
    return made.num_pending + made.delivered.consumer_seq;
  }

  #configuration(inbox: string): Partial<ConsumerConfig> {
    const start = this.#isShortOfNewest
      ? { deliver_policy: DeliverPolicy.LastPerSubject }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: Math.max(this.#next, 1) };
    return {
      ...start,
      ...this.#filter(),
      deliver_subject: inbox,
      ack_policy: AckPolicy.None,
      max_deliver: 1,
      flow_control: true,
      idle_heartbeat: nanos(HEARTBEAT_MS),
      inactive_threshold: nanos(60_000),
      mem_storage: true,
      num_replicas: 1,
      ...(this.#reading.headersOnly === true ? { headers_only: true } : {}),
    };
  }

  #filter(): Partial<ConsumerConfig> {
    const { filters, everything } = this.#reading;
    if (filters.length === 1) return { filter_subject: filters[0]! };
    return this.#connected.manyFilters ? { filter_subjects: [...filters] } : { filter_subject: everything };
  }

  #take(entry: Msg): void {
    if (this.#stopped) return;
    this.#heardAt = Date.now();
    const delivery = parseDelivery(entry.reply);
    if (delivery === null) {
      this.#takeStatus(entry);
    } else if (delivery.consumerSeq !== this.#consumerSeq + 1) {
      this.#again();
    } else {
      this.#consumerSeq = delivery.consumerSeq;
      this.#failures = 0;
      const isRepeated = this.#isShortOfNewest && delivery.streamSeq < this.#next;
      if (delivery.pending === 0) this.#isShortOfNewest = false;
      if (isRepeated) return;
      this.#next = delivery.streamSeq + 1;
      if (this.#isWanted(entry.subject)) this.#slices.take(() => this.#handler(entry, delivery));
    }
  }

  #isWanted(subject: string): boolean {
    const { filters } = this.#reading;
    return filters.length === 1 || filters.some((filter) => subjectMatches(subject, filter));
  }

  /** A flow control request must be answered; a heartbeat tells what we should have by now. */
  #takeStatus(entry: Msg): void {
    if (entry.headers?.code !== STATUS) return;
    if (entry.reply !== undefined && entry.reply !== '') {
      this.#slices.take(() => void entry.respond());
      return;
    }
    const stalled = entry.headers.get('Nats-Consumer-Stalled');
    if (stalled !== '') this.#slices.take(() => this.#connected.nats.publish(stalled));
    const sent = entry.headers.get('Nats-Last-Consumer');
    if (sent !== '' && Number(sent) > this.#consumerSeq) this.#again();
  }

  #checkSilence(): void {
    if (this.#retry === null && Date.now() - this.#heardAt > SILENCE_MS) this.#again();
  }

  /** Begins again from the entry after the last one; tries until it works. */
  #again(): void {
    if (this.#stopped || this.#connected.nats.isClosed()) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#connected.doubt?.(this.#reading.stream);
    this.#begin().catch((error: Error) => {
      if (this.#stopped || this.#connected.nats.isClosed()) return;
      this.#failures += 1;
      if (this.#failures === 5)
        this.#connected.warn(`stream ${this.#reading.stream}: cannot go on yet (${error.message})`);
      const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length) - 1] ?? 1600;
      if (this.#retry === null) this.#retry = setTimeout(() => this.#again(), wait);
    });
  }

  #forget(): void {
    const name = this.#consumerName;
    this.#consumerName = null;
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    if (name === null || this.#connected.nats.isClosed()) return;
    // If this fails, the server forgets the consumer by itself after a minute without a listener.
    this.#connected.jsm.consumers.delete(this.#reading.stream, name).catch(() => {});
  }
}
