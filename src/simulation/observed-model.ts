import type { ResultMessage, Stored, StoredVenueMessage } from '../broker/broker.ts';
import type { Cut } from '../broker/cut.ts';
import type { Channel, Document } from '../model/document.ts';
import { isNewerEpoch, isOfEarlierHistory, isOfSameHistory } from '../model/epoch.ts';
import type { Instant } from '../model/fact.ts';
import { BrokerModel } from './broker/model.ts';
import type { ServerOptions } from './broker/server.ts';
import type { StoreCopy } from './broker/store.ts';
import { Expected } from './expected.ts';
import { Published } from './published.ts';
import type { Reading } from './reading.ts';
import { SharedCore } from './shared-core.ts';

const MICROS_PER_MS = 1_000;
const MOMENT_MS = 2_000;

/** Who hears of what a broker does. */
export interface Observer {
  /** An epoch was stored that shows an older state than the one before, or is older itself. */
  older(where: string): void;
  /** The stream has it no more. */
  lost(message: ResultMessage): void;
}

/** A broker that remembers all that was ever stored in it, and what the facts in it now come to. */
export class ObservedModel extends BrokerModel {
  readonly #rank: SharedCore;
  readonly #observer: Observer;
  readonly #sent: Published;
  readonly #stored = new Map<Channel, readonly Document[]>();
  #expected: Expected;
  #folded: StoredVenueMessage[] = [];
  /** When facts were lost last, when results were, and when all that tells who was here before. */
  #lostAt: Instant = 0;
  #lostResultsAt: Instant = 0;
  #lostTracesAt: Instant = 0;
  /** What was stored until then is on the disk. */
  syncedAt: Instant = 0;
  /** That something is cut was said once. */
  wasCut = false;
  /** How many facts were ever cut. */
  factsCut = 0;

  constructor(options: ServerOptions, reading: Reading, observer: Observer) {
    super(options);
    this.#observer = observer;
    this.#sent = new Published(reading);
    this.#rank = new SharedCore(reading.fact, null);
    this.#expected = new Expected(this.#rank);
  }

  /** Whether facts were lost after the history of this epoch began: whoever started since knows less than others, until the loss is found. */
  hasLostFactsOf(epoch: string): boolean {
    return isOfEarlierHistory(epoch, this.#lostAt);
  }

  /** The same for results: what is made of stored ones differs between those who have read them and those who come later. */
  hasLostResultsOf(epoch: string): boolean {
    return isOfEarlierHistory(epoch, this.#lostResultsAt);
  }

  /** When facts or results were lost last, in milliseconds. */
  get lostAtMs(): number {
    return Math.max(this.#lostAt, this.#lostResultsAt) / MICROS_PER_MS;
  }

  override crash(isLost?: (name: string) => boolean): void {
    this.#losing(() => super.crash(isLost));
  }

  override rollBack(copy: StoreCopy): void {
    this.#losing(() => super.rollBack(copy));
  }

  override loseStore(): void {
    this.#losing(() => super.loseStore());
  }

  override sync(): void {
    super.sync();
    this.syncedAt = this.now();
  }

  override sayCut(cut: Cut): void {
    super.sayCut(cut);
    this.wasCut = true;
  }

  override purge(cut: Cut, unit: string, place: number): number {
    const gone = super.purge(cut, unit, place);
    this.factsCut += gone;
    return gone;
  }

  #losing(happens: () => void): void {
    const before = this.store.copy();
    const stored = [...this.results.stored];
    happens();
    const { facts, results, revisions } = this.store;
    if (facts.lastSeq < before.facts.lastSeq) this.#lostAt = this.now();
    if (results.lastSeq < before.results.lastSeq) {
      this.#lostResultsAt = this.now();
      if (revisions.lastSeq < before.revisions.lastSeq) this.#lostTracesAt = this.now();
    }
    for (const message of stored.slice(results.lastSeq)) this.#observer.lost(message);
  }

  override publishResult(message: ResultMessage, after: number | undefined): Stored {
    // What is refused is heard on the short path all the same.
    const documents = this.#sent.note(message);
    const stored = super.publishResult(message, after);
    if (stored.duplicate) return stored;
    const { channel } = message;
    const until = this.truth(channel);
    const before = until.at(-1);
    const now = documents.at(-1);
    this.#stored.set(channel, [...until, ...documents]);
    if (before !== undefined && now !== undefined && this.#isOlderState(before, now))
      this.#observer.older(`${channel} ${now.epoch} ${now.version} after ${before.epoch} ${before.version}`);
    return stored;
  }

  /**
   * Other rules over the same history begin with what there is now. What has just come a newer engine may be about to hear. Nothing of older
   * rules comes behind newer ones, unless the stream has lost results: then the place behind which it is stored can be another one's by now.
   */
  #isOlderState(before: Document, now: Document): boolean {
    if (before.epoch === now.epoch || !isOfSameHistory(before.epoch, now.epoch)) return false;
    if (isNewerEpoch(before.epoch, now.epoch)) return !this.hasLostResultsOf(now.epoch);
    if (this.hasLostFactsOf(now.epoch) || isOfEarlierHistory(now.epoch, this.#lostTracesAt)) return false;
    const seenAt = Date.parse(before.asOf);
    return Date.parse(now.asOf) < seenAt && this.now() / MICROS_PER_MS - seenAt > MOMENT_MS;
  }

  /** Everything that was ever stored on a channel, in the order of its versions. */
  readonly truth = (channel: Channel): readonly Document[] => this.#stored.get(channel) ?? [];

  /** Everything that an engine ever sent. */
  readonly sent = (channel: Channel): readonly Document[] => this.#sent.of(channel);

  get expected(): Expected {
    this.#fold();
    return this.#expected;
  }

  /** Facts that a disk has lost count no more: everything is folded again. */
  #fold(): void {
    const { stored } = this.facts;
    const isOther = this.#folded.some((message, index) => stored[index] !== message);
    if (isOther) {
      this.#folded = [];
      this.#expected = new Expected(this.#rank);
    }
    for (const message of stored.slice(this.#folded.length)) {
      this.#folded.push(message);
      this.#expected.take(message);
    }
  }
}
