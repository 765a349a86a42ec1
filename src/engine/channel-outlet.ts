import type { LastStored, ResultMessage, Stored } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';
import { encodeDeltaResult } from '../encode/result-codec.ts';
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import type { Version } from '../versions/versioned.ts';
import { changedRows, KeptCopy } from './kept-copy.ts';
import type { OutletContext } from './outlet-context.ts';
import { Reached } from './reached.ts';
import { staggerOf } from './stagger.ts';
import { wholeDocument } from './whole-document.ts';

/** Own hashes that are remembered, to hold other engines' versions against. */
const HASHES_KEPT = 64;
/**
 * When so many rows were changed since, and as many as the document has, and up to half as many again by the channel's stagger, a version goes
 * out whole, so that an old one can be rebuilt without reading a channel from its beginning, at a cost that deltas of the same size had. By what
 * changed, not by time: two engines must send the same form.
 */
const ROWS_BETWEEN_WHOLE = 64;
/** Versions in one message at most. */
const VERSIONS_AT_ONCE = 64;
const RETRY_MS_FIRST = 50;
/** A cluster has a leader again after seconds: who waits longer than this between two tries is late for it. */
const RETRY_MS_MOST = 500;

/** A version that is to be stored. */
interface Waiting {
  readonly document: Document;
  readonly delta: Delta | null;
  readonly cause: string;
  /** The hash of the version before, against which the delta was made. */
  readonly baseHash: string | undefined;
  /** How many versions it stands for: itself, and those that were held back before it. */
  readonly covers: number;
  form: ResultMessage['form'];
  /** Null until it is its turn: a whole document is put together when it goes out. */
  data: Uint8Array | null;
}

type Encoded = Waiting & { readonly data: Uint8Array };

/**
 * The versions of one channel on their way to the stream. One message is under way at a time, and it is stored only behind the message
 * that this engine knows as the last: what another engine has stored meanwhile is looked at first, so nothing is ever stored out of
 * order, however long an engine was cut off.
 */
export class ChannelOutlet {
  readonly kept: KeptCopy;
  readonly #channel: Channel;
  readonly #context: OutletContext;
  readonly #stagger: number;
  /** The message that is stored last, as far as this engine knows; of any epoch. */
  #last: LastStored | null;
  /** Where it stands, or what a stranger has put there. */
  #lastPlace: number;
  #waiting: Waiting[] = [];
  #isSending = false;
  #isHeldBack = false;
  /** Only the newest version goes out, until the first of this epoch is stored. */
  #isNewestOnly = false;
  /** How many versions were ever offered, and how many of them are stored or known to be. */
  #offered = 0;
  readonly #done = new Reached();
  readonly #hashes = new Map<number, string>();
  #changedSinceWhole = 0;
  /** Nothing was offered since it was asked last. */
  #isQuiet = false;

  constructor(channel: Channel, last: LastStored | null, context: OutletContext) {
    this.#channel = channel;
    this.#last = last;
    this.#lastPlace = last?.streamSeq ?? 0;
    this.#context = context;
    this.#stagger = staggerOf(channel);
    this.kept = new KeptCopy(context, this.#stagger);
  }

  /** The message that is stored last, as far as this engine knows. */
  get last(): LastStored | null {
    return this.#last;
  }

  /** How many rows were changed since a version went out whole. */
  get changedSinceWhole(): number {
    return this.#changedSinceWhole;
  }

  /** Goes on behind a version that is known to be stored. */
  takeUp(version: number, hash: string, changedSinceWhole: number): void {
    this.#hashes.set(version, hash);
    this.#changedSinceWhole = changedSinceWhole;
  }

  /** Publishes the version unless it is known to be there; `cause`: the id of the fact that led to it. */
  offer({ document, delta }: Version, cause: string): void {
    const { version } = document;
    this.#isQuiet = false;
    this.#hashes.set(version, document.hash);
    this.#hashes.delete(version - HASHES_KEPT);
    const isWhole = this.#isTurnOfWhole(document, delta);
    if (this.#isStored(version)) {
      this.#compare(version);
      return;
    }
    const form = isWhole || this.#isHeldBack ? 'whole' : 'delta';
    const data = form === 'whole' ? null : this.#encodedDelta(delta!);
    const baseHash = this.#hashes.get(version - 1);
    this.#waiting.push({ document, delta, cause, baseHash, covers: 1, form, data });
    if (this.#isHeldBack) this.#keepNewest();
    this.#offered += 1;
    this.#context.counts.pending += 1;
    if (!this.#isSending && !this.#isHeldBack) void this.#send();
  }

  /**
   * When nothing was offered since the last call, the newest version is kept for late joiners, and the hashes of those before it are let go:
   * all of them are stored, and held against others by then. Call it on a timer.
   */
  async keepQuiet(): Promise<void> {
    if (this.#isQuiet && this.#waiting.length === 0) this.#forgetOlder();
    this.#isQuiet = true;
    await this.kept.keepQuiet();
  }

  #forgetOlder(): void {
    if (this.#hashes.size < 2) return;
    const [version, hash] = [...this.#hashes].at(-1)!;
    this.#hashes.clear();
    this.#hashes.set(version, hash);
  }

  get isOfOlderEpoch(): boolean {
    return this.#last !== null && isNewerEpoch(this.#context.epoch, this.#last.epoch);
  }

  /**
   * An older epoch is what screens have: from now on only the newest version is kept, whole, until `goOut`. So nobody sees the states
   * that this engine goes through while it reads what has been.
   */
  holdBack(): void {
    this.#isHeldBack = this.#last?.epoch !== this.#context.epoch;
    this.#isNewestOnly = this.#isHeldBack;
  }

  goOut(): void {
    if (!this.#isHeldBack) return;
    this.#isHeldBack = false;
    void this.#send();
  }

  /** Resolves when everything offered so far is stored, and what is kept of it is. */
  settled(): Promise<void> {
    const until = this.#offered;
    // Most channels have nothing under way, and all are asked several times a second.
    if (this.#done.place === until) return this.kept.done;
    return this.#done.until(until).then(() => this.kept.done);
  }

  #isTurnOfWhole(document: Document, delta: Delta | null): boolean {
    const changed = changedRows(delta);
    this.kept.changed(changed);
    this.#changedSinceWhole += changed;
    if (delta !== null && this.#changedSinceWhole < this.#stagger * mostChanged(document)) return false;
    this.#changedSinceWhole = delta === null ? 1 : 0;
    return true;
  }

  /** Message after message until nothing waits any more. */
  async #send(): Promise<void> {
    this.#isSending = true;
    this.#dropKnown();
    while (this.#waiting.length > 0) {
      const others = this.#last?.epoch === this.#context.epoch ? null : this.#context.before(this.#channel);
      if (others !== null) await others;
      const known = this.#waiting.length;
      const first = this.#isNewestOnly ? this.#newest() : this.#waiting[0]!;
      if (!this.#leadsOn(first)) first.data = null;
      if (first.data === null) {
        const whole = wholeDocument(first.document, this.#context.wait);
        this.#putTogether(first, whole instanceof Promise ? await whole : whole);
      }
      const batch = this.#isNewestOnly ? [first as Encoded] : this.#nextBatch();
      const covered = this.#isNewestOnly ? known : batch.length;
      const stored = await this.#untilStored(batch);
      if (stored === 'not next') await this.#lookAgain();
      else {
        if (stored !== null) this.#noteStored(batch, stored);
        this.#drop(covered);
      }
      this.#dropKnown();
    }
    this.#isSending = false;
  }

  #keepNewest(): void {
    const covers = this.#waiting.reduce((sum, { covers: each }) => sum + each, 0);
    this.#waiting = [{ ...this.#newest(), covers }];
  }

  #newest(): Waiting {
    return { ...this.#waiting.at(-1)!, form: 'whole', data: null };
  }

  /** A delta is of use only behind the version it was made against, as this engine has it. */
  #leadsOn({ form, document, baseHash }: Waiting): boolean {
    const { epoch, version, hash } = this.#last ?? {};
    const isBase = epoch === this.#context.epoch && version === document.version - 1 && hash === baseHash;
    return form === 'whole' || isBase;
  }

  /** As a delta all the same, where there is one and the broker takes no such message. */
  #putTogether(waiting: Waiting, whole: Uint8Array): void {
    const isTaken = waiting.delta === null || whole.length <= this.#context.broker.maxDataBytes;
    waiting.form = isTaken ? 'whole' : 'delta';
    waiting.data = isTaken ? whole : this.#encodedDelta(waiting.delta!);
  }

  #encodedDelta(delta: Delta): Uint8Array {
    return encodeDeltaResult(delta, this.#channel, this.#context.epoch);
  }

  /** What goes into the next message: a whole one only in front. */
  #nextBatch(): readonly Encoded[] {
    let bytes = 0;
    let count = 0;
    for (const { form, data } of this.#waiting) {
      bytes += data?.length ?? 0;
      const isFull = form === 'whole' || bytes > this.#context.broker.maxDataBytes;
      if (count > 0 && (isFull || count === VERSIONS_AT_ONCE)) break;
      count += 1;
    }
    return this.#waiting.slice(0, count) as Encoded[];
  }

  /** Tries until the broker has it or says that something else is there; a broken connection is no reason to lose a version. */
  async #untilStored(batch: readonly Encoded[]): Promise<Stored | 'not next' | null> {
    const { broker, log, wait, isClosed } = this.#context;
    const message = this.#messageOf(batch);
    for (let pause = RETRY_MS_FIRST; !isClosed(); pause = Math.min(pause * 2, RETRY_MS_MOST)) {
      try {
        return await broker.publishResult(message, this.#lastPlace);
      } catch (error) {
        if (isBrokerError(error, 'NOT_NEXT')) return 'not next';
        if (isClosed()) break;
        log.warn(
          { channel: this.#channel, version: message.version, error: String(error) },
          'a version could not be stored; trying again',
        );
        if (isBrokerError(error, 'PAYLOAD_TOO_LARGE')) break;
        await wait(pause);
      }
    }
    return null;
  }

  #messageOf(batch: readonly Encoded[]): ResultMessage {
    const [first] = batch as readonly [Encoded];
    const { version, hash } = batch.at(-1)!.document;
    return {
      channel: this.#channel,
      epoch: this.#context.epoch,
      first: first.document.version,
      version,
      hash,
      form: first.form,
      causes: batch.map(({ cause }) => cause),
      data: batch.length === 1 ? first.data : Buffer.concat(batch.map(({ data }) => data)),
    };
  }

  #noteStored(batch: readonly Encoded[], { streamSeq, duplicate }: Stored): void {
    const { counts, epoch, log } = this.#context;
    const { document } = batch.at(-1)!;
    this.#know({ epoch, version: document.version, hash: document.hash, streamSeq });
    if (duplicate) return;
    counts.published += batch.length;
    if (log.debug !== undefined)
      for (const { document: each, cause } of batch)
        log.debug({ fact: cause, channel: this.#channel, version: each.version }, 'published');
    this.kept.stored(document, streamSeq);
  }

  /** Somebody else has stored something: what is there decides how it goes on. */
  async #lookAgain(): Promise<void> {
    const { broker, epoch, log, wait, isClosed } = this.#context;
    for (let pause = RETRY_MS_FIRST; !isClosed(); pause = Math.min(pause * 2, RETRY_MS_MOST)) {
      try {
        const { place, last } = await broker.lastResult(this.#channel);
        // What is refused and has nothing new before it is not tried again in the same turn.
        if (place === this.#lastPlace) await wait(pause);
        this.#lastPlace = place;
        if (last !== null) this.#know(last);
        else if (place === 0) this.#last = null;
        if (last?.epoch === epoch) this.#compare(last.version);
        return;
      } catch (error) {
        log.warn({ channel: this.#channel, error: String(error) }, 'what is stored could not be looked up');
        await wait(pause);
      }
    }
  }

  #know(last: LastStored): void {
    const { counts } = this.#context;
    this.#last = last;
    this.#lastPlace = last.streamSeq;
    if (last.epoch === this.#context.epoch) this.#isNewestOnly = false;
    counts.newestSeq = Math.max(counts.newestSeq, last.streamSeq);
  }

  /** Versions that are there, or that a newer revision of the rules has left behind, need not go out. */
  #isStored(version: number): boolean {
    const { epoch } = this.#context;
    if (this.#last === null) return false;
    if (this.#last.epoch === epoch) return version <= this.#last.version;
    return isNewerEpoch(this.#last.epoch, epoch);
  }

  #dropKnown(): void {
    const isClosed = this.#context.isClosed();
    const known = this.#waiting.findIndex(({ document }) => !isClosed && !this.#isStored(document.version));
    this.#drop(known < 0 ? this.#waiting.length : known);
  }

  #drop(count: number): void {
    const versions = this.#waiting.splice(0, count).reduce((sum, { covers }) => sum + covers, 0);
    this.#context.counts.pending -= versions;
    this.#done.at(this.#done.place + versions);
  }

  /** Holds what is stored against the own version of the same number: of two that differ the stored one stands. */
  #compare(version: number): void {
    const { counts, epoch, log } = this.#context;
    if (this.#last?.epoch !== epoch || this.#last.version !== version) return;
    const own = this.#hashes.get(version);
    const { hash: theirs } = this.#last;
    if (own === undefined || own === theirs) return;
    counts.disagreements += 1;
    log.error(
      { code: 'ENGINES_DISAGREE', channel: this.#channel, epoch, version, own, theirs },
      'two engines disagree; the first published stands',
    );
  }
}

const mostChanged = ({ rows }: Document): number => Math.max(ROWS_BETWEEN_WHOLE, rows.length);
