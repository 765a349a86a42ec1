import type {
  KeptDocument,
  LogLine,
  Numbering,
  RejectionMessage,
  ResultMessage,
  Stored,
  StoredLogLine,
  StoredVenueMessage,
  VenueMessage,
} from '../../broker/broker.ts';
import { type Cut, isWithin } from '../../broker/cut.ts';
import { BrokerError } from '../../broker/errors.ts';
import { isLaterKept } from '../../broker/kept-order.ts';
import { rejectionId, resultId } from '../../broker/message-ids.ts';
import type { Channel } from '../../model/document.ts';
import type { Instant } from '../../model/fact.ts';
import type { Bucket } from './bucket.ts';
import { type BucketName, Store, type StoreCopy } from './store.ts';

export interface ServerOptions {
  /** The broker's clock, in microseconds. Default: counts one millisecond a call, from 2024-01-01. */
  readonly now?: () => Instant;
  readonly maxDataBytes?: number;
  /** For so long a second copy with the same message id vanishes. */
  readonly duplicateWindowMs?: number;
}

/** What is read as it comes. */
export type ReadName = 'facts' | 'results' | 'rejections' | 'logbook' | BucketName;

const MAX_DATA_BYTES = 64 * 1024 * 1024;
const DUPLICATE_WINDOW_MS = 10 * 60_000;

/** Who is connected. */
export interface Connected {
  disconnect(): void;
  reconnect(): void;
  /** Something is new there; without a name perhaps everywhere. */
  wake(name?: ReadName): void;
  hear(message: ResultMessage): void;
  readonly calls: { heard(topic: string, data: Uint8Array): void };
}

/** The broker with its disk, and what can happen to both. */
export class ModelServer {
  readonly now: () => Instant;
  readonly maxDataBytes: number;
  readonly connections = new Set<Connected>();
  /** Who is told as a newer history begins. */
  readonly historians = new Set<() => void>();
  /** The disk takes nothing more. */
  isFull = false;
  readonly #duplicateWindowMs: number;
  readonly #held: (() => void)[] = [];
  #store: Store;
  #synced: StoreCopy;
  #isUp = true;
  #isElecting = false;

  /**
   * The live path of every published version (stored or duplicate) to one listener. Call `deliver`
   * now, later, twice or never.
   */
  live: (message: ResultMessage, deliver: () => void) => void = (_message, deliver) => deliver();

  constructor(options: ServerOptions = {}) {
    const { now, maxDataBytes = MAX_DATA_BYTES, duplicateWindowMs = DUPLICATE_WINDOW_MS } = options;
    this.now = now ?? countingClock();
    this.maxDataBytes = maxDataBytes;
    this.#duplicateWindowMs = duplicateWindowMs;
    this.#store = new Store(this.now(), duplicateWindowMs);
    this.#synced = this.#store.copy();
  }

  get store(): Store {
    return this.#store;
  }

  get facts(): Store['facts'] {
    return this.#store.facts;
  }

  get results(): Store['results'] {
    return this.#store.results;
  }

  get rejections(): Store['rejections'] {
    return this.#store.rejections;
  }

  get documents(): Store['documents'] {
    return this.#store.documents;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** Every reader of every connection looks for what is new there; without a name every one that there is. */
  wake(name?: ReadName): void {
    for (const connection of this.connections) connection.wake(name);
  }

  // What happens to a broker.

  /** The process ends: every connection breaks, and none can be made. */
  stop(): void {
    this.#isUp = false;
    this.elected();
    for (const connection of [...this.connections]) connection.disconnect();
  }

  /** With what is on the disk. Who was connected comes back by itself, or is told to (`reconnect`). */
  start(): void {
    this.#isUp = true;
  }

  /** What is stored so far is on the disk: a crash does not lose it. */
  sync(): void {
    this.#synced = this.#store.copy();
  }

  /** As the power does it: `isLost` says which streams and buckets lose what was acknowledged and is not on the disk. */
  crash(isLost: (name: string) => boolean = () => true): void {
    this.stop();
    this.#store.restore(this.#synced, isLost);
    this.sync();
  }

  /** The store is put back to an earlier copy of it (`store.copy()`). */
  rollBack(copy: StoreCopy): void {
    this.stop();
    this.#store.restore(copy);
    this.sync();
  }

  /** The store is gone; the next one is made at another time. */
  loseStore(): void {
    this.stop();
    this.#store = new Store(this.now(), this.#duplicateWindowMs);
    this.sync();
  }

  /** There is no leader: connections stand, and nothing is answered until `elected`. */
  elect(): void {
    this.#isElecting = true;
  }

  elected(): void {
    this.#isElecting = false;
    for (const run of this.#held.splice(0)) run();
    this.wake();
  }

  get isElecting(): boolean {
    return this.#isElecting;
  }

  /** Runs it now, or when there is a leader again. */
  whenAnswering(run: () => void): void {
    if (this.#isElecting) this.#held.push(run);
    else run();
  }

  // What it does with what comes.

  publishFact(message: VenueMessage): Stored {
    const { venue, unit, messageId, contentType, data, storedAt: first, uniqueId = messageId } = message;
    this.#checkRoom();
    const storedAt = this.now();
    const stored = this.facts.append(uniqueId, storedAt, (streamSeq) => ({
      venue,
      unit,
      messageId,
      contentType,
      data,
      streamSeq,
      storedAt: Math.min(first ?? storedAt, storedAt),
    }));
    this.wake('facts');
    return stored;
  }

  sayCut(cut: Cut): void {
    const { cut: before } = this.#store;
    if (before !== null && !isWithin(before, cut))
      throw new BrokerError('NOT_NEXT', 'more was cut than this cut knows of');
    this.put('cuts', '', cut);
  }

  /** Takes away what is cut of a unit; gives how many that were. Refused where the broker has lost the word meanwhile: other facts may stand there. */
  purge({ segment, to }: Cut, unit: string, place: number): number {
    if (this.#store.cut?.segment !== segment)
      throw new BrokerError('NOT_NEXT', 'the broker knows of this cut no more');
    const isCut = ({ unit: of, streamSeq }: StoredVenueMessage): boolean =>
      of === unit && streamSeq <= place && streamSeq < to;
    const gone = [...this.facts.standing()].filter(isCut);
    this.facts.remove(gone.map(({ streamSeq }) => streamSeq));
    return gone.length;
  }

  publishResult(message: ResultMessage, after: number | undefined): Stored {
    const { channel } = message;
    const id = resultId(message);
    const at = this.now();
    const copy = this.results.copyOf(id, at);
    // The short path is a plain subscription: it hears what is refused as well.
    for (const connection of this.connections) connection.hear({ ...message });
    if (copy !== null) return copy;
    this.#checkRoom();
    if (after !== undefined && after !== this.lastSeqOf(channel))
      throw new BrokerError('NOT_NEXT', `${channel}: the last message is not the one at ${after}`);
    const stored = this.results.append(id, at, (streamSeq) => ({ ...message, streamSeq }));
    this.wake('results');
    return stored;
  }

  /** The place of the newest message of a channel; 0 for none. */
  lastSeqOf(channel: Channel): number {
    return this.results.stored.findLast((message) => message.channel === channel)?.streamSeq ?? 0;
  }

  publishRejection(rejection: RejectionMessage): void {
    this.#checkRoom();
    this.rejections.append(rejectionId(rejection), this.now(), () => rejection);
    this.wake('rejections');
  }

  writeLog(line: LogLine, after: number | undefined): Stored {
    const storedAt = this.now();
    const { logbook } = this.#store;
    const copy = logbook.copyOf(line.id, storedAt);
    if (copy !== null) return copy;
    this.#checkRoom();
    const { key, data } = line;
    if (after !== undefined && after !== (this.lastLogLine(key)?.streamSeq ?? 0))
      throw new BrokerError('NOT_NEXT', `${key}: the last line is not the one at ${after}`);
    const stored = logbook.append(line.id, storedAt, (streamSeq) => ({ key, data, streamSeq, storedAt }));
    this.wake('logbook');
    return stored;
  }

  lastLogLine(key: string): StoredLogLine | null {
    return this.#store.logbook.stored.findLast((line) => line.key === key) ?? null;
  }

  keepDocument(document: KeptDocument): void {
    const kept = this.documents.get(document.channel);
    if (kept !== undefined && !isLaterKept(document, kept)) return;
    this.put('documents', document.channel, document);
  }

  generationOf(revision: string, { anew = false, had }: Numbering): number {
    const known = this.#store.revisions.get(revision);
    if (known !== undefined && !anew) return known;
    const number = had ?? (this.#store.newestRevision?.generation ?? 0) + 1;
    this.put('revisions', revision, number);
    return number;
  }

  /** Gives when it began. */
  beginHistory(known: Instant): Instant {
    this.#checkRoom();
    this.#store.beginHistory(known, this.now());
    for (const tell of this.historians) tell();
    return this.#store.historyBegan;
  }

  /** Only over the entry of that revision. */
  putOver(bucket: 'deliveries' | 'onAir', key: string, data: Uint8Array, after: number): number {
    const entries = this.#store[bucket];
    if (entries.revisionOf(key) !== after)
      throw new BrokerError('NOT_NEXT', `${key}: somebody else wrote since revision ${after}`);
    this.put(bucket, key, data);
    return entries.revisionOf(key);
  }

  put<Name extends BucketName>(
    bucket: Name,
    key: string,
    value: Store[Name] extends Bucket<infer Value> ? Value : never,
  ): void {
    this.#checkRoom();
    (this.#store[bucket] as Bucket<unknown>).set(key, value);
    this.wake(bucket);
  }

  #checkRoom(): void {
    if (this.isFull) throw new BrokerError('BROKER_OUT_OF_RESOURCES', 'the disk is full');
  }
}

function countingClock(): () => Instant {
  let ticks = Date.UTC(2024, 0, 1) * 1000;
  return () => {
    ticks += 1000;
    return ticks;
  };
}
