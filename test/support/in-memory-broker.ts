/**
 * A broker in this process, for tests that must decide what is delivered and when. One `InMemoryNetwork`
 * is the broker; each `connect()` is one connection to it, as an engine, an edge or a venue has.
 * Streams deliver in the microtask after the publish, in order; the live path goes through `live`,
 * which may delay, duplicate or drop.
 */

import type {
  Broker,
  KeptDocument,
  LastStored,
  RejectionMessage,
  ResultMessage,
  SourceNews,
  Stored,
  StoredResultMessage,
  StoredVenueMessage,
  Subscription,
  VenueMessage,
} from '../../src/broker/broker.ts';
import { BrokerError } from '../../src/broker/errors.ts';
import { isLaterKept } from '../../src/broker/kept-order.ts';
import { rejectionId } from '../../src/broker/rejection-id.ts';
import type { Channel } from '../../src/model/document.ts';
import { parseChannel } from '../../src/model/document.ts';
import type { Instant } from '../../src/model/fact.ts';
import { Log } from './in-memory-log.ts';

type Processed = { epoch: string; seq: number };

export interface InMemoryOptions {
  /** The broker's clock, in microseconds. Default: counts one millisecond a call, from 2024-01-01. */
  readonly now?: () => Instant;
  readonly maxDataBytes?: number;
}

export class InMemoryNetwork {
  readonly createdAt: Instant;
  readonly now: () => Instant;
  readonly maxDataBytes: number;
  readonly facts = new Log<StoredVenueMessage>();
  readonly results = new Log<StoredResultMessage>();
  readonly rejections = new Log<RejectionMessage>();
  readonly documents = new Map<Channel, KeptDocument>();
  readonly generations = new Map<string, number>();
  readonly processed = new Map<string, Processed>();
  /** By source; the last word of an engine under the empty name. `at` counts changes. */
  readonly sourceNews = new Map<string, { readonly at: number; readonly news: SourceNews }>();
  readonly connections = new Set<InMemoryBroker>();

  /**
   * The live path of every published version (stored or duplicate) to one listener. Call `deliver`
   * now, later, twice or never.
   */
  live: (message: ResultMessage, deliver: () => void) => void = (_message, deliver) => deliver();

  constructor(options: InMemoryOptions = {}) {
    let ticks = Date.UTC(2024, 0, 1) * 1000;
    this.now =
      options.now ??
      (() => {
        ticks += 1000;
        return ticks;
      });
    this.createdAt = this.now();
    this.maxDataBytes = options.maxDataBytes ?? 64 * 1024 * 1024;
  }

  connect(): InMemoryBroker {
    const connection = new InMemoryBroker(this);
    this.connections.add(connection);
    return connection;
  }

  /** Every consumer of every connection looks for what is new. */
  wake(): void {
    for (const connection of this.connections) connection.wake();
  }
}

/** Reads a log from a place on; stands still while its connection is broken. */
class Reader {
  readonly #deliverNext: () => boolean;
  #woken = false;
  stopped = false;

  constructor(deliverNext: () => boolean) {
    this.#deliverNext = deliverNext;
  }

  wake(): void {
    if (this.#woken || this.stopped) return;
    this.#woken = true;
    queueMicrotask(() => {
      this.#woken = false;
      while (!this.stopped && this.#deliverNext()) {
        // One after the other until there is nothing new or the connection breaks.
      }
    });
  }
}

export class InMemoryBroker implements Broker {
  readonly #network: InMemoryNetwork;
  readonly #readers = new Set<Reader>();
  readonly #liveHandlers = new Set<(message: ResultMessage) => void>();
  readonly #connectionHandlers: ((connected: boolean) => void)[] = [];
  #state: 'connected' | 'broken' | 'closed' = 'connected';

  constructor(network: InMemoryNetwork) {
    this.#network = network;
  }

  get connected(): boolean {
    return this.#state === 'connected';
  }

  get venueCreatedAt(): Instant {
    return this.#network.createdAt;
  }

  get maxDataBytes(): number {
    return this.#network.maxDataBytes;
  }

  /** Breaks the connection: publishes fail, nothing arrives; streams go on where they were after `reconnect`. */
  disconnect(): void {
    if (this.#state === 'connected') this.#change('broken');
  }

  reconnect(): void {
    if (this.#state !== 'broken') return;
    this.#change('connected');
    this.wake();
  }

  wake(): void {
    for (const reader of this.#readers) reader.wake();
  }

  async publishFact(message: VenueMessage): Promise<Stored> {
    this.#check(message.data);
    const { venue, unit, contentType, data } = message;
    const storedAt = this.#network.now();
    const outcome = this.#network.facts.append(message.messageId, (streamSeq) => ({
      venue,
      unit,
      contentType,
      data,
      streamSeq,
      storedAt,
    }));
    this.#network.wake();
    return outcome;
  }

  async consumeFacts(
    options: { fromSeq: number; disciplines?: readonly string[] },
    handler: (message: StoredVenueMessage) => void,
  ): Promise<Subscription> {
    return this.#read(this.#network.facts, options.fromSeq, isOf(options.disciplines ?? []), handler);
  }

  async lastFactSeq(): Promise<number> {
    this.#check();
    return this.#network.facts.stored.at(-1)?.streamSeq ?? 0;
  }

  async publishResult(message: ResultMessage): Promise<Stored> {
    this.#check(message.data);
    checkChannel(message.channel);
    const { channel, epoch, first, version } = message;
    const outcome = this.#network.results.append(`${channel}:${epoch}:${first}-${version}`, (streamSeq) => ({
      ...message,
      streamSeq,
    }));
    for (const connection of this.#network.connections) connection.hear(message);
    this.#network.wake();
    return outcome;
  }

  /** The live path: what another connection published. */
  hear(message: ResultMessage): void {
    for (const handler of this.#liveHandlers) {
      this.#network.live(message, () =>
        queueMicrotask(() => {
          if (this.connected && this.#liveHandlers.has(handler)) handler(message);
        }),
      );
    }
  }

  async listenResults(handler: (message: ResultMessage) => void): Promise<Subscription> {
    this.#check();
    const own = (message: ResultMessage): void => handler(message);
    this.#liveHandlers.add(own);
    return { stop: async () => void this.#liveHandlers.delete(own) };
  }

  async consumeResults(
    options: { fromSeq: number; types?: readonly string[] },
    handler: (message: StoredResultMessage) => void,
  ): Promise<Subscription> {
    const wanted = options.types ?? [];
    const isWanted = ({ channel }: StoredResultMessage): boolean =>
      wanted.length === 0 || wanted.includes(channel.split('/')[1] ?? '');
    return this.#read(this.#network.results, options.fromSeq, isWanted, handler);
  }

  async lastResults(): Promise<Map<Channel, LastStored & { hash: string }>> {
    this.#check();
    return new Map(
      this.#network.results.stored.map(({ channel, epoch, version, hash, streamSeq }) => [
        channel,
        { epoch, version, hash, streamSeq },
      ]),
    );
  }

  async lastResult(channel: Channel): Promise<LastStored | null> {
    this.#check();
    const last = this.#network.results.stored.findLast((message) => message.channel === channel);
    return last === undefined
      ? null
      : { epoch: last.epoch, version: last.version, streamSeq: last.streamSeq };
  }

  async readResults(
    channel: Channel,
    range: { epoch: string; afterVersion: number; untilVersion?: number; headersOnly?: boolean },
  ): Promise<StoredResultMessage[]> {
    this.#check();
    return this.#network.results.stored.filter(
      (message) =>
        message.channel === channel &&
        message.epoch === range.epoch &&
        message.version > range.afterVersion &&
        message.first <= (range.untilVersion ?? Number.POSITIVE_INFINITY),
    );
  }

  async keepDocument(document: KeptDocument): Promise<void> {
    this.#check(document.data);
    checkChannel(document.channel);
    const kept = this.#network.documents.get(document.channel);
    if (kept !== undefined && !isLaterKept(document, kept)) return;
    this.#network.documents.set(document.channel, document);
  }

  async keptDocuments(): Promise<KeptDocument[]> {
    this.#check();
    return [...this.#network.documents.values()];
  }

  async keptDocument(channel: Channel): Promise<KeptDocument | null> {
    this.#check();
    return this.#network.documents.get(channel) ?? null;
  }

  async publishRejection(rejection: RejectionMessage): Promise<void> {
    this.#check(rejection.data);
    this.#network.rejections.append(rejectionId(rejection), () => rejection);
    this.#network.wake();
  }

  async lastRejectionSeq(): Promise<number> {
    this.#check();
    return this.#network.rejections.stored.at(-1)?.venueStreamSeq ?? 0;
  }

  async consumeRejections(handler: (rejection: RejectionMessage) => void): Promise<Subscription> {
    return this.#read(this.#network.rejections, 1, () => true, handler);
  }

  async putProcessed(source: string, position: Processed): Promise<void> {
    this.#check();
    this.#network.processed.set(source, { ...position });
    this.#network.wake();
  }

  async watchProcessed(source: string, handler: (position: Processed) => void): Promise<Subscription> {
    let seen: Processed | undefined;
    return this.#start(() => {
      const position = this.#network.processed.get(source);
      if (position === seen || position === undefined) return false;
      seen = position;
      handler({ ...position });
      return true;
    });
  }

  async generationOf(revision: string, { anew }: { anew: boolean } = { anew: false }): Promise<number> {
    this.#check();
    const { generations } = this.#network;
    if (anew || !generations.has(revision))
      generations.set(revision, Math.max(0, ...generations.values()) + 1);
    return generations.get(revision)!;
  }

  async putSourceNews(news: SourceNews): Promise<void> {
    this.#check();
    const { sourceNews } = this.#network;
    const at = Math.max(0, ...[...sourceNews.values()].map((entry) => entry.at)) + 1;
    sourceNews.set('status' in news ? news.status.source : '', { at, news });
    this.#network.wake();
  }

  async watchSourceNews(handler: (news: SourceNews) => void): Promise<Subscription> {
    let seen = 0;
    return this.#start(() => {
      const fresh = [...this.#network.sourceNews.values()].filter(({ at }) => at > seen);
      const next = fresh.sort((one, other) => one.at - other.at)[0];
      if (next === undefined) return false;
      seen = next.at;
      handler(next.news);
      return true;
    });
  }

  onConnectionChange(handler: (connected: boolean) => void): void {
    this.#connectionHandlers.push(handler);
  }

  /** This broker lives as long as its memory. */
  onReplaced(): void {}

  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    for (const reader of this.#readers) reader.stopped = true;
    this.#readers.clear();
    this.#liveHandlers.clear();
    this.#network.connections.delete(this);
    this.#change('closed');
  }

  #read<T>(
    log: Log<T>,
    fromSeq: number,
    isWanted: (stored: T) => boolean,
    handler: (stored: T) => void,
  ): Subscription {
    let next = Math.max(fromSeq, 1) - 1;
    return this.#start(() => {
      next = Math.max(next, log.dropped);
      const stored = log.stored[next - log.dropped];
      if (stored === undefined) return false;
      next += 1;
      if (isWanted(stored)) handler(stored);
      return true;
    });
  }

  #start(deliverNext: () => boolean): Subscription {
    this.#check();
    const reader = new Reader(() => this.connected && deliverNext());
    this.#readers.add(reader);
    reader.wake();
    return {
      stop: async () => {
        reader.stopped = true;
        this.#readers.delete(reader);
      },
    };
  }

  #check(data?: Uint8Array): void {
    if (this.#state === 'closed') throw new BrokerError('BROKER_CLOSED', 'the connection has been closed');
    if (this.#state === 'broken') throw new BrokerError('BROKER_UNREACHABLE', 'the connection is broken');
    if (data !== undefined && data.length > this.maxDataBytes) {
      throw new BrokerError(
        'PAYLOAD_TOO_LARGE',
        `${data.length} bytes are more than the ${this.maxDataBytes} that the broker takes`,
      );
    }
  }

  #change(state: 'connected' | 'broken' | 'closed'): void {
    this.#state = state;
    for (const handler of this.#connectionHandlers) handler(state === 'connected');
  }
}

function checkChannel(channel: Channel): void {
  if (parseChannel(channel) === null) throw new RangeError(`not a channel: "${channel}"`);
}

/** Facts of these disciplines, and those that are about none; all when none is named. */
const isOf =
  (disciplines: readonly string[]) =>
  ({ unit }: StoredVenueMessage): boolean =>
    disciplines.length === 0 || unit === '' || disciplines.includes(unit.slice(0, 3));
