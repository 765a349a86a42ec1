/**
 * The broker on NATS JetStream. Baseline: server 2.9.10; what newer servers can do is used only when
 * the server's version says so. Subjects and keys are in `subjects.ts`, streams in `streams.ts`.
 */
import type { MsgRequest, StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Channel } from '../../model/document.ts';
import type { Instant } from '../../model/fact.ts';
import { added } from '../added.ts';
import type {
  Broker,
  BrokerStorage,
  ChannelEnd,
  KeptDocument,
  LastStored,
  NumberedRevision,
  Numbering,
  ProcessedPosition,
  RejectionMessage,
  ResultMessage,
  SourceNews,
  StandingFact,
  Stored,
  StoredResultMessage,
  StoredVenueMessage,
  Subscription,
  VenueMessage,
  VersionRange,
} from '../broker.ts';
import type { Cut } from '../cut.ts';
import { LOOKING, type Loss } from '../loss.ts';
import { rejectionId, resultId } from '../message-ids.ts';
import { Asking, pause } from './asking.ts';
import { connectNats, type NatsAddress } from './connect.ts';
import { Cuts } from './cuts.ts';
import {
  factHeaders,
  factOf,
  highestRejected,
  newestIn,
  rejectionHeaders,
  rejectionOf,
  resultHeaders,
  resultOf,
  standingIn,
} from './entries.ts';
import { generationIn, newestRevisionIn } from './generations.ts';
import { guarded } from './guarded.ts';
import { KeptDeliveries } from './kept-deliveries.ts';
import { KeptDocuments } from './kept-documents.ts';
import { KeptLogbook } from './kept-logbook.ts';
import { KeptOnAir } from './kept-on-air.ts';
import { KeptPieces } from './kept-pieces.ts';
import { Memory } from './memory.ts';
import { firstSteps, type Opened, onceFormed, whileOpening } from './opening.ts';
import { all, type Connected, type Reading } from './ordered-consumer.ts';
import { ours } from './ours.ts';
import { PlainCalls } from './plain-calls.ts';
import { type Entry, Publishing } from './publishing.ts';
import { Readings } from './readings.ts';
import { storageOf } from './storage.ts';
import { type Buckets, REJECTIONS, RESULTS, type StreamSizes, VENUE } from './streams.ts';
import {
  factFilters,
  factSubject,
  processedKey,
  REJECTION_SUBJECTS,
  RESULT_SUBJECTS,
  rejectionSubject,
  resultFilters,
  resultSubject,
  tokenOf,
  VENUE_SUBJECTS,
} from './subjects.ts';
import { newsOf, processedOf } from './told.ts';
import { readVersions, VersionPlaces } from './version-places.ts';

export interface NatsBrokerOptions extends NatsAddress, Partial<StreamSizes> {
  /** Where warnings go: one line each. */
  readonly warn?: (line: string) => void;
}

const CLOSE_TIMEOUT_MS = 2000;

export class NatsBroker implements Broker {
  readonly historyBegan: Instant;
  readonly pieces: KeptPieces;
  readonly deliveries: KeptDeliveries;
  readonly onAir: KeptOnAir;
  readonly logbook: KeptLogbook;
  readonly calls: PlainCalls;
  readonly #nats: NatsConnection;
  readonly #publishing: Publishing;
  readonly #connected: Connected;
  readonly #documents: KeptDocuments;
  readonly #buckets: Buckets;
  readonly #cuts: Cuts;
  readonly #readings: Readings;
  readonly #memory: Memory;
  readonly #comparing: NodeJS.Timeout;
  readonly #connectionHandlers = new Set<(connected: boolean) => void>();
  readonly #replacedHandlers = new Set<(loss: Loss) => void>();
  readonly #asking = new Asking();
  readonly #places = new VersionPlaces();
  #isConnected = true;

  /** Connects and makes the streams. Throws `BrokerError` with a message for the person who gave the address. */
  static async open(options: NatsBrokerOptions): Promise<NatsBroker> {
    const nats = await connectNats(options);
    try {
      const opened = await firstSteps(nats, options);
      const { connected, buckets } = opened;
      return new NatsBroker(opened, await onceFormed(() => Memory.of(connected, buckets.revisions)));
    } catch (error) {
      await nats.close();
      throw whileOpening(error, options.url);
    }
  }

  private constructor({ connected, js, buckets }: Opened, memory: Memory) {
    this.#connected = connected;
    this.#readings = new Readings(connected, this.#asking, memory);
    this.#nats = connected.nats;
    this.#publishing = new Publishing(js, this.#asking, this.#nats.info?.max_payload ?? 1_048_576);
    this.#documents = new KeptDocuments(buckets.documents, this.#readings, connected);
    this.pieces = new KeptPieces(buckets.pieces, this.#asking);
    this.deliveries = new KeptDeliveries(buckets.deliveries, this.#asking);
    this.onAir = new KeptOnAir(buckets.onAir, this.#asking, this.#readings);
    this.logbook = new KeptLogbook(connected.jsm, this.#publishing, this.#readings, this.#asking);
    this.calls = new PlainCalls(this.#nats, this.#asking, () => this.#isConnected);
    this.#buckets = buckets;
    this.#cuts = new Cuts(connected, buckets.revisions, this.#asking);
    this.#memory = memory;
    this.historyBegan = memory.historyBegan;
    this.#comparing = setInterval(() => void this.#compareMemory(), LOOKING.everyMs);
    void this.#followConnection();
  }

  get maxDataBytes(): number {
    return this.#publishing.maxDataBytes;
  }

  get connected(): boolean {
    return this.#isConnected;
  }

  get isInDoubt(): boolean {
    return this.#memory.isInDoubt;
  }

  onConnectionChange(handler: (connected: boolean) => void): () => void {
    return added(this.#connectionHandlers, handler);
  }

  onReplaced(handler: (loss: Loss) => void): () => void {
    return added(this.#replacedHandlers, handler);
  }

  publishFact(message: VenueMessage): Promise<Stored> {
    const { venue, unit, messageId, uniqueId: id = messageId, data } = message;
    return this.#put(VENUE, { subject: factSubject(venue, unit), data, id, fields: factHeaders(message) });
  }

  async #put(stream: string, entry: Entry): Promise<Stored> {
    const stored = await this.#publishing.publish(entry);
    this.#memory.stored(stream, stored.streamSeq, entry.id);
    return stored;
  }

  async factAt(streamSeq: number): Promise<StandingFact | 'CUT' | null> {
    // The first place is 1, and a question for 0 is a bad request.
    if (streamSeq === 0) return null;
    const entry = await this.#entry(VENUE, { seq: streamSeq });
    if (entry !== null) return standingIn(entry);
    return (await this.#cuts.has(streamSeq)) ? 'CUT' : null;
  }

  cut(): Promise<Cut | null> {
    return this.#cuts.cut();
  }

  cutFacts(cut: Cut): Promise<void> {
    return this.#cuts.make(cut);
  }

  async consumeFacts(
    { fromSeq, disciplines }: { fromSeq: number; disciplines?: readonly string[] },
    handler: (message: StoredVenueMessage) => void,
  ): Promise<Subscription> {
    const reading = {
      stream: VENUE,
      everything: VENUE_SUBJECTS,
      filters: factFilters(disciplines),
      from: fromSeq,
    };
    return this.#readings.follow(reading, (entry, delivery) => {
      const fact = factOf(entry, delivery);
      this.#memory.readFact(fact);
      handler(fact);
    });
  }

  async lastFactSeq(): Promise<number> {
    return (await this.#newest(VENUE, VENUE_SUBJECTS))?.seq ?? 0;
  }

  async lastRejectionSeq(): Promise<number> {
    const reading: Reading = { ...all(REJECTIONS, REJECTION_SUBJECTS), from: 'newest', headersOnly: true };
    return highestRejected((handler) => this.#readings.read(reading, handler));
  }

  /** The last entry under a subject, wildcards allowed; null for none. */
  #newest(stream: string, subject: string): Promise<StoredMsg | null> {
    return this.#entry(stream, { last_by_subj: subject });
  }

  #entry(stream: string, query: MsgRequest): Promise<StoredMsg | null> {
    return this.#asking.repeatedly(`look at stream ${stream}`, () =>
      this.#connected.jsm.streams.getMessage(stream, query),
    );
  }

  publishResult(message: ResultMessage, after?: number): Promise<Stored> {
    const { channel, data } = message;
    const fields = resultHeaders(message);
    return this.#put(RESULTS, {
      subject: resultSubject(channel),
      data,
      id: resultId(message),
      fields,
      after,
    });
  }

  async listenResults(handler: (message: ResultMessage) => void): Promise<Subscription> {
    const subscription = this.#nats.subscribe(RESULT_SUBJECTS, {
      callback: (error, entry) => {
        const message = error === null ? resultOf(entry) : null;
        if (message !== null) guarded(() => handler(message));
      },
    });
    // The server has our interest before the caller goes on.
    await this.#asking.once('listen to results', () => this.#nats.flush());
    return { stop: async () => subscription.unsubscribe() };
  }

  async consumeResults(
    { fromSeq, types }: { fromSeq: number; types?: readonly string[] },
    handler: (message: StoredResultMessage) => void,
  ): Promise<Subscription> {
    const filters = resultFilters(types);
    const reading = { stream: RESULTS, everything: RESULT_SUBJECTS, filters, from: fromSeq };
    return this.#readings.follow(reading, (entry, { streamSeq }) => {
      const message = resultOf(entry);
      if (message === null) return;
      this.#places.note(message, streamSeq);
      handler({ ...message, streamSeq });
    });
  }

  async lastResults(): Promise<Map<Channel, LastStored>> {
    const last = new Map<Channel, LastStored>();
    const reading: Reading = { ...all(RESULTS, RESULT_SUBJECTS), from: 'newest', headersOnly: true };
    await this.#readings.read(reading, (entry, { streamSeq }) => {
      const message = resultOf(entry);
      if (message === null) return undefined;
      const { channel, epoch, version, hash } = message;
      last.set(channel, { epoch, version, hash, streamSeq });
      return undefined;
    });
    return last;
  }

  async lastResult(channel: Channel): Promise<ChannelEnd> {
    const entry = await this.#newest(RESULTS, resultSubject(channel));
    if (entry === null) return { place: 0, last: null };
    const newest = newestIn(entry.header);
    return { place: entry.seq, last: newest === null ? null : { ...newest, streamSeq: entry.seq } };
  }

  readResults(channel: Channel, range: VersionRange): Promise<StoredResultMessage[]> {
    return readVersions(this.#readings, this.#places, channel, range);
  }

  async keepDocument(document: KeptDocument): Promise<void> {
    this.#publishing.checkSize(document.data);
    await this.#asking.repeatedly(`keep ${document.channel}`, () => this.#documents.keep(document));
  }

  keptDocuments(): Promise<KeptDocument[]> {
    return this.#documents.all();
  }

  keptDocument(channel: Channel): Promise<KeptDocument | null> {
    return this.#asking.repeatedly(`look up ${channel}`, () => this.#documents.get(channel));
  }

  async publishRejection(rejection: RejectionMessage): Promise<void> {
    const { code, venue, data } = rejection;
    await this.#publishing.publish({
      subject: rejectionSubject(code, venue),
      data,
      id: rejectionId(rejection),
      fields: rejectionHeaders(rejection),
    });
  }

  consumeRejections(handler: (rejection: RejectionMessage) => void): Promise<Subscription> {
    const reading = { ...all(REJECTIONS, REJECTION_SUBJECTS), from: 1 };
    return this.#readings.follow(reading, (entry) =>
      ours(this.#connected, entry, rejectionOf(entry), handler),
    );
  }

  async putProcessed(source: string, position: ProcessedPosition): Promise<void> {
    const value = JSON.stringify(position);
    await this.#asking.repeatedly(`note what is processed of ${source}`, () =>
      this.#buckets.processed.put(processedKey(source, position.disciplines), value),
    );
  }

  watchProcessed(source: string, handler: (position: ProcessedPosition) => void): Promise<Subscription> {
    const own = `$KV.PROCESSED.${processedKey(source)}`;
    const reading = { ...all('KV_PROCESSED', '$KV.PROCESSED.>'), filters: [own, `${own}.>`] };
    return this.#readings.follow({ ...reading, from: 'newest' }, (entry) =>
      ours(this.#connected, entry, processedOf(entry.data), handler),
    );
  }

  generationOf(revision: string, numbering: Numbering = {}): Promise<number> {
    return this.#asking.repeatedly('number the revision', () =>
      generationIn(this.#buckets.revisions, revision, numbering),
    );
  }

  newestRevision(): Promise<NumberedRevision | null> {
    return this.#asking.repeatedly('find the newest', () => newestRevisionIn(this.#buckets.revisions));
  }

  async putSourceNews(news: SourceNews): Promise<void> {
    const source = 'status' in news ? news.status.source : '';
    await this.#asking.repeatedly('tell how sources are', () =>
      this.#buckets.sources.put(tokenOf(source), JSON.stringify(news)),
    );
  }

  watchSourceNews(handler: (news: SourceNews, storedAt: Instant) => void): Promise<Subscription> {
    const reading = { ...all('KV_SOURCES', '$KV.SOURCES.>'), from: 'newest' as const };
    return this.#readings.follow(reading, (entry, { storedAt }) =>
      ours(this.#connected, entry, newsOf(entry.data), (news) => handler(news, storedAt)),
    );
  }

  storage(): Promise<BrokerStorage> {
    return this.#asking.once('ask what is stored', () => storageOf(this.#connected.jsm));
  }

  async close(): Promise<void> {
    clearInterval(this.#comparing);
    this.#readings.stop();
    if (this.#nats.isClosed()) return;
    // What has been handed over still leaves, if there is a connection; a broken one is given up.
    await Promise.race([this.#nats.flush().catch(() => {}), pause(this.#isConnected ? CLOSE_TIMEOUT_MS : 0)]);
    await this.#nats.close();
  }

  async #followConnection(): Promise<void> {
    for await (const { type } of this.#nats.status()) {
      if (type === 'disconnect') {
        this.#memory.interrupted();
        this.#change(false);
      }
      if (type === 'reconnect') {
        this.#readings.reconnected();
        this.#asking.interrupted();
        this.#change(true);
        void this.#compareMemory();
      }
      if (type === 'error') this.#connected.warn(`broker: ${type}`);
    }
    this.#change(false);
  }

  async #compareMemory(): Promise<void> {
    const isOver = (): boolean => !this.#isConnected || this.#nats.isClosed();
    const loss = await this.#memory.compare(isOver);
    if (loss === null) return;
    this.#connected.warn(`broker: ${loss.text}`);
    for (const handler of this.#replacedHandlers) guarded(() => handler(loss));
  }

  #change(connected: boolean): void {
    if (this.#isConnected === connected) return;
    this.#isConnected = connected;
    for (const handler of this.#connectionHandlers) guarded(() => handler(connected));
  }
}
