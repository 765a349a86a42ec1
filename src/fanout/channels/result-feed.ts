import type { Broker, ResultMessage, StoredResultMessage, Subscription } from '../../broker/broker.ts';
import { BrokerError } from '../../broker/errors.ts';
import { versionIn } from '../../encode/result-codec.ts';
import type { Channel, Document } from '../../model/document.ts';
import { isEpoch, isNewerEpoch, isOfEarlierHistory } from '../../model/epoch.ts';
import type { Missing } from '../../model/missing.ts';
import type { Position } from '../../model/position.ts';
import type { Timing } from '../../timing.ts';
import { Turns } from '../turns.ts';
import { AheadOfStream } from './ahead-of-stream.ts';
import type { DecodeResult } from './history.ts';
import { Questions } from './questions.ts';
import type { Shelf } from './shelf.ts';
import type { ShelvedCopy } from './shelved-copy.ts';
import { Unreached } from './unreached.ts';

/** What the feed reports; a listener decides what is log, metric or alarm. */
export interface FeedListener {
  /** The shelf holds a newer version of the channel. */
  renewed(channel: Channel, copy: ShelvedCopy): void;
  /** Two engines published one version with different content; the first stands. */
  conflict(message: ResultMessage, ownHash: string | null): void;
  gapFilled(channel: Channel, versions: number): void;
  /** A version is on the shelf; `cause`: the id of the fact that led to it, where the engine said it. */
  taken?(channel: Channel, version: number, cause: string | null): void;
  /** A version could not be read; the feed goes on without it and tries again. */
  trouble(channel: Channel, error: unknown): void;
}

/** What it needs of a broker. */
export type ResultBroker = Pick<
  Broker,
  | 'connected'
  | 'historyBegan'
  | 'lastResults'
  | 'lastResult'
  | 'keptDocuments'
  | 'keptDocument'
  | 'readResults'
  | 'consumeResults'
  | 'listenResults'
>;

interface Filling {
  readonly epoch: string;
  until: number;
  done: Promise<void>;
}

const RETRY_MS = 200;
/** Others are let in so often while what is kept is taken. */
const SLICE_MS = 20;
/** About different channels. */
const QUESTIONS_AT_ONCE = 8;
const RETRIES = 25;
/** Of channels that stand still so many are named. */
const NAMED = 5;
/** What could not be had then is asked for again, as long as the channel stands still. */
const RETRY_LATER_MS = 10_000;

/**
 * Keeps the shelf current. New versions come on the short path, which may repeat and may miss; each
 * is checked against the version that is there. A gap is filled from the stream at once, and the stream is
 * also followed in order, so that a last version lost on the short path arrives all the same (D10).
 */
export class ResultFeed {
  readonly #broker: ResultBroker;
  readonly #shelf: Shelf;
  readonly #decode: DecodeResult;
  readonly #timing: Timing;
  readonly #listener: FeedListener;
  readonly #filling = new Map<Channel, Filling>();
  readonly #questions: Questions;
  readonly #unreached = new Unreached();
  readonly #aheadOfStream: AheadOfStream;
  readonly #turns = new Turns(QUESTIONS_AT_ONCE);
  #early: ResultMessage[] | null = [];
  #subscriptions: Subscription[] = [];
  /** The place in the stream that is read next. */
  #nextSeq = 1;
  /** Everything is taken again, or has to be. */
  #isInRound = false;
  #isRoundDue = false;
  #stopped = false;

  constructor(
    broker: ResultBroker,
    shelf: Shelf,
    decode: DecodeResult,
    timing: Timing,
    listener: FeedListener,
  ) {
    this.#broker = broker;
    this.#shelf = shelf;
    this.#decode = decode;
    this.#timing = timing;
    this.#listener = listener;
    this.#questions = new Questions(timing, (channel) => this.#ask(channel));
    this.#aheadOfStream = new AheadOfStream(timing, (channel, position) => this.#isOlder(channel, position));
  }

  /** Resolves when the shelf is complete: what was published before the call is on it. */
  async start(): Promise<void> {
    this.#subscriptions.push(await this.#broker.listenResults((message) => this.#heard(message)));
    const fromSeq = await this.#takeAll();
    this.#nextSeq = fromSeq;
    this.#subscriptions.push(
      await this.#broker.consumeResults({ fromSeq }, (message) => this.#inOrder(message)),
    );
    const early = this.#early ?? [];
    this.#early = null;
    for (const message of early) this.#take(message);
  }

  /** The last place in the stream that was read in order. */
  get readUntil(): number {
    return this.#nextSeq - 1;
  }

  /** Channels that have been short of a stored version for longer than it travels. */
  get frozen(): readonly Channel[] {
    return this.#unreached
      .frozen(this.#timing.elapsed())
      .filter((channel) => this.#shelf.isAhead(channel, this.#unreached.awaited(channel)!));
  }

  /** Why what is here is not what is stored. */
  get missing(): readonly Missing[] {
    const { frozen } = this;
    if (frozen.length === 0) return [];
    const { size } = this.#shelf;
    const message = `versions that are stored cannot be shown: ${frozen.slice(0, NAMED).join(', ')}`;
    return [{ code: 'CHANNELS_FROZEN', message, done: size - frozen.length, of: size }];
  }

  /**
   * Resolves when the shelf has whatever was stored of the channel before the call: for a screen that has seen what this edge
   * has not. The broker is asked at most every 200 ms per channel, for all who want to know. Where the stream has not got it
   * either, the broker has most likely lost it: then once a newer history has had the time to come.
   * Fails when the broker cannot be asked, does not answer within 5 s, at the end of that time either, or has not got what leads to its newest version.
   */
  async catchUp(channel: Channel, position: Position): Promise<void> {
    if (this.#isPast(channel, position.epoch)) return;
    await this.#questions.answered(channel);
    await this.#aheadOfStream.over(channel, position);
    // While the broker has no leader no newer history comes either, and what is here is still older than what the screen has.
    if (this.#isOlder(channel, position)) await this.#questions.answered(channel);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
  }

  /** Takes everything that is kept and stored and not here yet; gives the place in the stream behind that. */
  async #takeAll(): Promise<number> {
    // The broker looks through a long stream for its ends: what is kept is taken meanwhile.
    const [last, kept] = await Promise.all([this.#broker.lastResults(), this.#takeKept()]);
    let fromSeq = 1;
    for (const [channel, newest] of last) {
      fromSeq = Math.max(fromSeq, newest.streamSeq + 1);
      if (this.#isAhead(channel, newest)) await this.#missing(channel, newest);
      // Stored behind what was kept, and no newer: one between them may be.
      else if (newest.streamSeq > (kept.get(channel) ?? Infinity)) await this.#readOn(channel, newest.epoch);
    }
    return fromSeq;
  }

  /** Takes whatever is kept and newer than what is here; gives where in the stream that was current. */
  async #takeKept(): Promise<ReadonlyMap<Channel, number>> {
    const taken = new Map<Channel, number>();
    const documents = await this.#broker.keptDocuments();
    let since = this.#timing.elapsed();
    for (const document of documents) {
      if (this.#stopped || !this.#isAhead(document.channel, document)) continue;
      this.#takeWhole(document);
      taken.set(document.channel, document.streamSeq);
      if (this.#timing.elapsed() - since < SLICE_MS) continue;
      await this.#pause(0);
      since = this.#timing.elapsed();
    }
    return taken;
  }

  /** What is left of a history that the broker has lost a part of would only be shown to be replaced. */
  #isPast(channel: Channel, epoch: string): boolean {
    return isOfEarlierHistory(epoch, this.#broker.historyBegan) || this.#shelf.isPast(channel, epoch);
  }

  /** Whether what is here is older than what a screen says that it has. */
  #isOlder(channel: Channel, position: Position): boolean {
    return isEpoch(position.epoch) && this.#shelf.isAhead(channel, position);
  }

  #isAhead(channel: Channel, position: Position): boolean {
    return !this.#isPast(channel, position.epoch) && this.#shelf.isAhead(channel, position);
  }

  #inOrder(message: StoredResultMessage): void {
    // What the stream has let go of while this edge was away can be the last word on a channel.
    if (message.streamSeq > this.#nextSeq) void this.#takeAllAgain(message.channel);
    this.#nextSeq = message.streamSeq + 1;
    this.#heard(message);
  }

  /** One round at a time, and one more for all that the stream has let go of meanwhile. */
  async #takeAllAgain(channel: Channel): Promise<void> {
    this.#isRoundDue = true;
    if (this.#isInRound) return;
    this.#isInRound = true;
    for (let attempt = 0; this.#isRoundDue && attempt < RETRIES && !this.#stopped; attempt += 1) {
      this.#isRoundDue = false;
      try {
        await this.#takeAll();
        attempt = 0;
      } catch (error) {
        this.#isRoundDue = true;
        this.#listener.trouble(channel, error);
        await this.#pause();
      }
    }
    this.#isInRound = false;
  }

  #ask(channel: Channel): Promise<void> {
    const answer = this.#readToNewest(channel);
    answer.catch((error: unknown) => this.#listener.trouble(channel, error));
    return answer;
  }

  async #readToNewest(channel: Channel): Promise<void> {
    if (!this.#broker.connected) throw new BrokerError('BROKER_UNREACHABLE', 'no connection to the broker');
    const { last } = await this.#turns.take(() => this.#broker.lastResult(channel));
    if (last === null) return;
    // What was stored last need not be the highest version: all that was stored until then counts.
    if (!this.#isAhead(channel, last)) {
      if (last.streamSeq > this.readUntil) await this.#readOn(channel, last.epoch);
      await this.#filling.get(channel)?.done;
      return;
    }
    await this.#missing(channel, last);
    if (this.#isAhead(channel, last))
      throw new Error(`${channel}: the stream does not lead to version ${last.version}`);
  }

  #heard(message: ResultMessage): void {
    if (this.#stopped) return;
    if (this.#early !== null) this.#early.push(message);
    else this.#take(message);
  }

  #take(message: ResultMessage): void {
    const { channel, epoch } = message;
    const current = this.#shelf.current(channel);
    if (this.#isPast(channel, epoch)) return;
    if (current?.epoch !== epoch) {
      this.#begun(message);
      return;
    }
    const compared = this.#shelf.compare(channel, message);
    if (compared === 'known') return;
    if (compared === 'conflict') {
      this.#listener.conflict(message, current.hash);
      return;
    }
    if (compared === 'gap' || this.#takeNext(message) === 'gap') void this.#missing(channel, message);
  }

  /** A channel that is new here, or has come to a newer epoch. */
  #begun(message: ResultMessage): void {
    const isFirst = message.first === 1 && message.form === 'whole';
    if (!isFirst || this.#takeNext(message) === 'gap') void this.#missing(message.channel, message);
  }

  /** Version by version, so that nobody who follows each has to look for those between. */
  #takeNext({ channel, epoch, first, causes, data }: ResultMessage): 'taken' | 'gap' {
    try {
      for (const result of this.#decode(data)) {
        const version = versionIn(result);
        if (version <= this.#versionHere(channel, epoch)) continue;
        if ('document' in result) this.#shelf.put(channel, result.document);
        else if (this.#shelf.applyNext(channel, result.delta) !== 'taken') return 'gap';
        this.#renewed(channel);
        this.#listener.taken?.(channel, version, causes?.[version - first] ?? null);
      }
    } catch (error) {
      this.#listener.trouble(channel, error);
      return 'gap';
    }
    return 'taken';
  }

  /** Resolves when what is missing up to this version is here, or cannot be had. */
  #missing(channel: Channel, { epoch, version }: Position): Promise<void> {
    this.#unreached.noted(channel, { epoch, version }, this.#timing.elapsed());
    const filling = this.#filling.get(channel);
    if (filling === undefined || isNewerEpoch(epoch, filling.epoch))
      return this.#fill(channel, epoch, version);
    if (filling.epoch === epoch) filling.until = Math.max(filling.until, version);
    return filling.done;
  }

  #fill(channel: Channel, epoch: string, version: number): Promise<void> {
    const filling: Filling = { epoch, until: version, done: Promise.resolve() };
    this.#filling.set(channel, filling);
    filling.done = this.#fillUntil(channel, epoch, filling);
    return filling.done;
  }

  /** Reads from the stream what is missing, and whatever else becomes missing meanwhile. */
  async #fillUntil(channel: Channel, epoch: string, filling: Filling): Promise<void> {
    for (let attempt = 0; attempt < RETRIES && !this.#stopped; attempt += 1) {
      try {
        const before = this.#versionHere(channel, epoch);
        if (before >= filling.until || this.#isPast(channel, epoch)) break;
        await this.#readOn(channel, epoch);
        const read = this.#versionHere(channel, epoch) - before;
        if (read > 0) this.#listener.gapFilled(channel, read);
        if (this.#versionHere(channel, epoch) >= filling.until) break;
        await this.#jumpToKept(channel, filling);
        if (this.#versionHere(channel, epoch) >= filling.until) break;
      } catch (error) {
        this.#listener.trouble(channel, error);
      }
      await this.#pause();
    }
    if (this.#filling.get(channel) !== filling) return;
    this.#filling.delete(channel);
    if (this.#unreached.awaited(channel) !== null)
      this.#timing.after(RETRY_LATER_MS, () => this.#again(channel));
  }

  #again(channel: Channel): void {
    const awaited = this.#unreached.awaited(channel);
    if (awaited !== null && !this.#stopped) void this.#missing(channel, awaited);
  }

  #pause(ms = RETRY_MS): Promise<void> {
    return new Promise((resolve) => this.#timing.after(ms, resolve));
  }

  /** Takes whatever the stream has of the epoch after the version that is here. */
  async #readOn(channel: Channel, epoch: string): Promise<void> {
    const range = { epoch, afterVersion: this.#versionHere(channel, epoch) };
    for (const message of await this.#broker.readResults(channel, range)) {
      if (this.#stopped || this.#isPast(channel, epoch)) return;
      const here = this.#versionHere(channel, epoch);
      if (message.version <= here) continue;
      if (message.first > here + 1 && message.form !== 'whole') continue;
      if (message.form === 'delta' && here === 0) continue;
      this.#takeNext(message);
    }
  }

  /** The stream has lost what is between: the kept whole document is the way on. */
  async #jumpToKept(channel: Channel, filling: Filling): Promise<void> {
    const { epoch } = filling;
    const kept = await this.#broker.keptDocument(channel);
    if (kept === null || kept.epoch !== epoch || kept.version <= this.#versionHere(channel, epoch)) return;
    if (this.#isPast(channel, epoch)) return;
    this.#takeWhole(kept);
  }

  #takeWhole(message: ResultMessage): void {
    const document = this.#decodedWhole(message);
    if (document === null) return;
    try {
      this.#shelf.put(message.channel, document);
    } catch (error) {
      this.#listener.trouble(message.channel, error);
      return;
    }
    this.#renewed(message.channel);
  }

  #renewed(channel: Channel): void {
    const copy = this.#shelf.copy(channel)!;
    this.#unreached.reached(channel, copy.current);
    this.#listener.renewed(channel, copy);
    this.#aheadOfStream.renewed(channel);
  }

  #decodedWhole(message: ResultMessage): Document | null {
    try {
      const [result] = this.#decode(message.data);
      return result !== undefined && 'document' in result ? result.document : null;
    } catch (error) {
      this.#listener.trouble(message.channel, error);
      return null;
    }
  }

  #versionHere(channel: Channel, epoch: string): number {
    const current = this.#shelf.current(channel);
    return current?.epoch === epoch ? current.version : 0;
  }
}
