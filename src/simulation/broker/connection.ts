import { added } from '../../broker/added.ts';
import type {
  Broker,
  BrokerStorage,
  ChannelEnd,
  KeptDocument,
  LastStored,
  NumberedRevision,
  Numbering,
  PieceStore,
  ProcessedPosition,
  RejectionMessage,
  ResultMessage,
  SourceNews,
  StandingFact,
  Stored,
  StoredLogLine,
  StoredResultMessage,
  StoredVenueMessage,
  Subscription,
  VenueMessage,
  VersionRange,
} from '../../broker/broker.ts';
import type { Cut } from '../../broker/cut.ts';
import { BrokerError } from '../../broker/errors.ts';
import { FactTrail } from '../../broker/fact-trail.ts';
import { LOOKING, type Loss, lossOf } from '../../broker/loss.ts';
import type { Channel } from '../../model/document.ts';
import { parseChannel } from '../../model/document.ts';
import type { Instant } from '../../model/fact.ts';
import { sourceOf } from './bucket-source.ts';
import { ModelCalls } from './calls.ts';
import { ModelDeliveries } from './deliveries.ts';
import type { Log } from './log.ts';
import { ModelLogbook } from './logbook.ts';
import { ModelMemory } from './memory.ts';
import { ModelOnAir } from './on-air.ts';
import { Reader, type Source } from './reader.ts';
import type { ModelServer, ReadName } from './server.ts';
import type { Store } from './store.ts';
import type { Way } from './way.ts';

/** One connection to the model of a broker. */
export class ModelConnection implements Broker {
  readonly historyBegan: Instant;
  readonly maxDataBytes: number;
  readonly pieces: PieceStore = {
    read: (name) => this.#ask(() => this.#server.store.pieces.get(name) ?? null),
    write: (name, data) => this.#ask(() => this.#server.put('pieces', name, data)),
    remove: (name) => this.#ask(() => void this.#server.store.pieces.delete(name)),
  };
  readonly deliveries: ModelDeliveries;
  readonly onAir: ModelOnAir;
  readonly logbook: ModelLogbook;
  readonly calls: ModelCalls;
  readonly #server: ModelServer;
  readonly #way: Way;
  readonly #readers = new Set<Reader>();
  readonly #liveHandlers = new Set<(message: ResultMessage) => void>();
  readonly #connectionHandlers = new Set<(connected: boolean) => void>();
  readonly #replacedHandlers = new Set<(loss: Loss) => void>();
  readonly #trail = new FactTrail();
  readonly #memory: ModelMemory;
  readonly #stopComparing: () => void;
  #state: 'connected' | 'broken' | 'closed' = 'connected';

  constructor(server: ModelServer, way: Way) {
    this.#server = server;
    this.#way = way;
    this.#memory = new ModelMemory(server, way);
    this.deliveries = new ModelDeliveries(server, (request) => this.#ask(request));
    this.onAir = new ModelOnAir(server, {
      ask: (request) => this.#ask(request),
      start: (source) => this.#start('onAir', source),
    });
    this.calls = new ModelCalls(server, way, () => this.connected);
    this.logbook = new ModelLogbook(server, {
      ask: (request) => this.#ask(request),
      readLog: (handler) => this.#read<StoredLogLine>('logbook', 1, () => true, handler),
    });
    this.historyBegan = this.#memory.historyBegan;
    this.#stopComparing = way.every(LOOKING.everyMs, () => void this.#compareMemory());
    this.maxDataBytes = server.maxDataBytes;
  }

  get connected(): boolean {
    return this.#state === 'connected';
  }

  get isInDoubt(): boolean {
    return this.#memory.isInDoubt;
  }

  /** Whether the program knows of something that the broker has lost. */
  get misses(): boolean {
    return this.#memory.misses;
  }

  /** Breaks the connection: nothing arrives; streams go on where they were after `reconnect`. */
  disconnect(): void {
    if (this.#state !== 'connected') return;
    this.#memory.interrupted();
    this.#change('broken');
  }

  /** Nothing happens while the broker is down. */
  reconnect(): void {
    if (this.#state !== 'broken' || !this.#server.isUp) return;
    this.#change('connected');
    for (const reader of this.#readers) reader.begin();
    void this.#compareMemory();
  }

  async #compareMemory(): Promise<void> {
    if (!this.connected || !(await this.#memory.compare(() => !this.connected))) return;
    const search = this.#trail.search(this.#server.store.cut);
    for (const { messageId } of this.#server.facts.standing()) search.found(messageId);
    const loss = lossOf('the broker came back with less than it had', search.lost());
    for (const handler of this.#replacedHandlers) handler(loss);
  }

  wake(name?: ReadName): void {
    if (!this.connected) return;
    for (const reader of this.#readers) if (name === undefined || reader.name === name) reader.wake();
  }

  async publishFact(message: VenueMessage): Promise<Stored> {
    this.#checkSize(message.data);
    return this.#put('facts', () => this.#server.publishFact(message));
  }

  async factAt(streamSeq: number): Promise<StandingFact | 'CUT' | null> {
    return this.#ask(() => {
      const { facts, store } = this.#server;
      return facts.entryAt(streamSeq) ?? (store.isCut(streamSeq) ? 'CUT' : null);
    });
  }

  async cut(): Promise<Cut | null> {
    return this.#ask(() => this.#server.store.cut);
  }

  async cutFacts(cut: Cut): Promise<void> {
    await this.#ask(() => this.#server.sayCut(cut));
    for (const [unit, place] of Object.entries(cut.units))
      await this.#ask(() => void this.#server.purge(cut, unit, place));
  }

  async consumeFacts(
    options: { fromSeq: number; disciplines?: readonly string[] },
    handler: (message: StoredVenueMessage) => void,
  ): Promise<Subscription> {
    return this.#read<StoredVenueMessage>(
      'facts',
      options.fromSeq,
      isOf(options.disciplines ?? []),
      (fact) => {
        this.#trail.saw(fact);
        handler(fact);
      },
    );
  }

  async lastFactSeq(): Promise<number> {
    return this.#ask(() => this.#server.facts.stored.at(-1)?.streamSeq ?? 0);
  }

  async publishResult(message: ResultMessage, after?: number): Promise<Stored> {
    this.#checkSize(message.data);
    checkChannel(message.channel);
    return this.#put('results', () => this.#server.publishResult(message, after));
  }

  async #put(name: 'facts' | 'results', put: () => Stored): Promise<Stored> {
    const [stored, entry] = await this.#ask(() => {
      const answer = put();
      return [answer, this.#server.store[name].entryAt(answer.streamSeq)] as const;
    });
    this.#memory.saw(name, stored.streamSeq, entry);
    return stored;
  }

  /** The live path: what somebody published. */
  hear(message: ResultMessage): void {
    if (!this.connected) return;
    for (const handler of this.#liveHandlers) {
      const arrive = (): void => {
        if (this.connected && this.#liveHandlers.has(handler)) handler(message);
      };
      this.#server.live(message, () => this.#way.deliver(arrive));
    }
  }

  async listenResults(handler: (message: ResultMessage) => void): Promise<Subscription> {
    const own = (message: ResultMessage): void => handler(message);
    await this.#ask(() => void this.#liveHandlers.add(own));
    return { stop: async () => void this.#liveHandlers.delete(own) };
  }

  async consumeResults(
    options: { fromSeq: number; types?: readonly string[] },
    handler: (message: StoredResultMessage) => void,
  ): Promise<Subscription> {
    const wanted = options.types ?? [];
    const isWanted = ({ channel }: StoredResultMessage): boolean =>
      wanted.length === 0 || wanted.includes(channel.split('/')[1] ?? '');
    return this.#read<StoredResultMessage>('results', options.fromSeq, isWanted, handler);
  }

  async lastResults(): Promise<Map<Channel, LastStored>> {
    return this.#ask(
      () => new Map(this.#server.results.stored.map((message) => [message.channel, lastOf(message)])),
    );
  }

  async lastResult(channel: Channel): Promise<ChannelEnd> {
    return this.#ask(() => {
      const last = this.#server.results.stored.findLast((message) => message.channel === channel);
      return last === undefined ? { place: 0, last: null } : { place: last.streamSeq, last: lastOf(last) };
    });
  }

  async readResults(channel: Channel, range: VersionRange): Promise<StoredResultMessage[]> {
    const { epoch, afterVersion, untilVersion = Number.POSITIVE_INFINITY } = range;
    return this.#ask(() =>
      this.#server.results.stored.filter(
        (message) =>
          message.channel === channel &&
          message.epoch === epoch &&
          message.version > afterVersion &&
          message.first <= untilVersion,
      ),
    );
  }

  async keepDocument(document: KeptDocument): Promise<void> {
    this.#checkSize(document.data);
    checkChannel(document.channel);
    await this.#ask(() => this.#server.keepDocument(document));
  }

  async keptDocuments(): Promise<KeptDocument[]> {
    return this.#ask(() => [...this.#server.documents.values()]);
  }

  async keptDocument(channel: Channel): Promise<KeptDocument | null> {
    return this.#ask(() => this.#server.documents.get(channel) ?? null);
  }

  async publishRejection(rejection: RejectionMessage): Promise<void> {
    this.#checkSize(rejection.data);
    await this.#ask(() => this.#server.publishRejection(rejection));
  }

  async lastRejectionSeq(): Promise<number> {
    return this.#ask(() => this.#server.rejections.stored.at(-1)?.venueStreamSeq ?? 0);
  }

  async consumeRejections(handler: (rejection: RejectionMessage) => void): Promise<Subscription> {
    return this.#read<RejectionMessage>('rejections', 1, () => true, handler);
  }

  /** Under the source, and the disciplines of an engine that folds only some. */
  async putProcessed(source: string, position: ProcessedPosition): Promise<void> {
    const key = [source, ...(position.disciplines ?? []).toSorted()].join(' ');
    await this.#ask(() => this.#server.put('processed', key, { ...position }));
  }

  async watchProcessed(
    source: string,
    handler: (position: ProcessedPosition) => void,
  ): Promise<Subscription> {
    const own = sourceOf(
      () => this.#server.store.processed,
      (key, position) => void ((key === source || key.startsWith(`${source} `)) && handler({ ...position })),
    );
    return this.#start('processed', own);
  }

  async generationOf(revision: string, numbering: Numbering = {}): Promise<number> {
    return this.#ask(() => this.#server.generationOf(revision, numbering));
  }

  async newestRevision(): Promise<NumberedRevision | null> {
    return this.#ask(() => this.#server.store.newestRevision);
  }

  async putSourceNews(news: SourceNews): Promise<void> {
    const source = 'status' in news ? news.status.source : '';
    await this.#ask(() => this.#server.put('sourceNews', source, { storedAt: this.#server.now(), news }));
  }

  async watchSourceNews(handler: (news: SourceNews, storedAt: Instant) => void): Promise<Subscription> {
    const all = sourceOf(
      () => this.#server.store.sourceNews,
      (_source, { news, storedAt }) => handler(news, storedAt),
    );
    return this.#start('sourceNews', all);
  }

  /** The disk has no size here; it is full when it is said to be. */
  async storage(): Promise<BrokerStorage> {
    return this.#ask(() => ({ usedBytes: 0, mostBytes: null, streams: [] }));
  }

  onConnectionChange(handler: (connected: boolean) => void): () => void {
    return added(this.#connectionHandlers, handler);
  }

  onReplaced(handler: (loss: Loss) => void): () => void {
    return added(this.#replacedHandlers, handler);
  }

  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#stopComparing();
    for (const reader of this.#readers) reader.stop();
    this.#readers.clear();
    this.#liveHandlers.clear();
    this.#server.connections.delete(this);
    this.#change('closed');
  }

  #read<T extends object>(
    name: 'facts' | 'results' | 'rejections' | 'logbook',
    fromSeq: number,
    isWanted: (stored: T) => boolean,
    handler: (stored: T) => void,
  ): Promise<Subscription> {
    const logIn = (store: Store): Log<T> => store[name] as unknown as Log<T>;
    let next = Math.max(fromSeq, 1);
    // A place beyond the end is that behind the end: the store can have become shorter.
    const begin = (): void => {
      next = Math.min(next, logIn(this.#server.store).lastSeq + 1);
    };
    const takeNext = (): boolean => {
      const log = logIn(this.#server.store);
      next = log.nextFrom(next);
      const stored = log.entryAt(next);
      if (stored === undefined) return false;
      if (name === 'facts' || name === 'results') this.#memory.saw(name, next, stored);
      next += 1;
      if (isWanted(stored)) handler(stored);
      return true;
    };
    const hasNext = (): boolean => next <= logIn(this.#server.store).lastSeq;
    return this.#start(name, { begin, hasNext, takeNext });
  }

  async #start(name: ReadName, source: Source): Promise<Subscription> {
    const reader = new Reader(name, (arrive) => this.#way.deliver(arrive), {
      ...source,
      takeNext: () => this.connected && !this.#server.isElecting && source.takeNext(),
    });
    await this.#ask(() => {
      this.#readers.add(reader);
      reader.begin();
    });
    return reader.subscription(() => this.#readers.delete(reader));
  }

  #ask<T>(request: () => T): Promise<T> {
    if (this.#state === 'closed') throw new BrokerError('BROKER_CLOSED', 'the connection has been closed');
    return this.#way.ask(request);
  }

  #checkSize(data: Uint8Array): void {
    if (data.length <= this.maxDataBytes) return;
    throw new BrokerError(
      'PAYLOAD_TOO_LARGE',
      `${data.length} bytes are more than the ${this.maxDataBytes} that the broker takes`,
    );
  }

  #change(state: 'connected' | 'broken' | 'closed'): void {
    this.#state = state;
    this.#way.changed(state === 'connected');
    for (const handler of this.#connectionHandlers) handler(state === 'connected');
  }
}

const lastOf = ({ epoch, version, hash, streamSeq }: StoredResultMessage): LastStored => ({
  epoch,
  version,
  hash,
  streamSeq,
});

function checkChannel(channel: Channel): void {
  if (parseChannel(channel) === null) throw new RangeError(`not a channel: "${channel}"`);
}

/** Facts of these disciplines, and those that are about none; all when none is named. */
const isOf =
  (disciplines: readonly string[]) =>
  ({ unit }: StoredVenueMessage): boolean =>
    disciplines.length === 0 || unit === '' || disciplines.includes(unit.slice(0, 3));
