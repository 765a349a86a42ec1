import type { StreamInfo } from '@nats-io/jetstream';
import type { KV } from '@nats-io/kv';
import type { Msg } from '@nats-io/transport-node';
import type { Instant } from '../../model/fact.ts';
import type { StoredVenueMessage } from '../broker.ts';
import { wasCut } from '../cut.ts';
import { Doubt } from '../doubt.ts';
import { FactTrail } from '../fact-trail.ts';
import { LastKnown } from '../last-known.ts';
import { LOOKING, type Loss, type LostFacts, lossOf } from '../loss.ts';
import { pause } from './asking.ts';
import { cutIn } from './cuts.ts';
import { instantOf } from './delivery.ts';
import { brokerErrorFrom, isApiError, STREAM_NOT_FOUND } from './error-mapping.ts';
import { historyIn, newerHistory } from './history.ts';
import { all, type Connected, type Reading } from './ordered-consumer.ts';
import { readStored } from './read-stored.ts';
import { RESULTS, VENUE } from './streams.ts';
import { VENUE_SUBJECTS } from './subjects.ts';

/** Those that what a program knows is made of. What is missing in the others comes again by itself. */
const STREAMS = [VENUE, RESULTS, 'KV_DOCUMENTS', 'KV_REVISIONS'];
/** In these an entry goes only when the oldest go. In a bucket it goes when its key is written again. */
const APPENDED: ReadonlySet<string> = new Set([VENUE, RESULTS]);

/** What was known of an entry when it was seen. */
interface Seen {
  readonly at: number;
  readonly storedAt?: Instant;
  readonly id?: string;
}

/**
 * What this program knows of the broker's streams, held against what is there: when each was made, and whether the newest entry that was
 * seen is still in its place. By the time at which it was stored or its message id, since others may have filled the place again.
 */
export class Memory {
  readonly #connected: Connected;
  readonly #revisions: KV;
  readonly #created = new Map<string, string>();
  readonly #known: ReadonlyMap<string, LastKnown<Seen>> = new Map(
    STREAMS.map((name) => [name, new LastKnown<Seen>()]),
  );
  readonly #trail = new FactTrail();
  readonly #doubt = new Doubt();
  #historyBegan: Instant = 0;
  #isComparing = false;

  private constructor(connected: Connected, revisions: KV) {
    this.#connected = connected;
    this.#revisions = revisions;
  }

  static async of(connected: Connected, revisions: KV): Promise<Memory> {
    const memory = new Memory(connected, revisions);
    await memory.#begin();
    return memory;
  }

  get historyBegan(): Instant {
    return this.#historyBegan;
  }

  /** Whether something of what is known may be gone. */
  get isInDoubt(): boolean {
    return this.#doubt.isThere;
  }

  /** The connection broke: everything may be another when it is back. */
  interrupted(): void {
    this.#doubt.interrupted();
    for (const known of this.#known.values()) known.doubt();
  }

  /** Reading was interrupted, and goes on behind the newest entry that is known now. */
  doubt(stream: string): void {
    this.#known.get(stream)?.doubt();
  }

  /** An entry of a stream was read. */
  read(stream: string, at: number, storedAt: Instant): void {
    this.#known.get(stream)?.saw({ at, storedAt });
  }

  /** Which fact it was. */
  readFact(fact: StoredVenueMessage): void {
    this.#trail.saw(fact);
  }

  /** The broker has acknowledged an entry of ours. */
  stored(stream: string, at: number, id: string): void {
    this.#known.get(stream)?.saw({ at, id });
  }

  /**
   * What the broker has lost, or that somebody else found a loss; null for nothing. From then on there is a newer history,
   * and what is known is what is there. Asks until there is an answer, or `isOver`: then what was there is still known, and the loss is found again.
   */
  async compare(isOver: () => boolean): Promise<Loss | null> {
    if (this.#isComparing) return null;
    this.#isComparing = true;
    try {
      const loss = await this.#confirmed(isOver);
      if (loss === null) return null;
      const facts = await this.#untilAnswered(() => this.#lostFacts(), isOver);
      const isBegun = await this.#untilAnswered(() => this.#beginAnew(), isOver);
      return isBegun === undefined ? null : lossOf(loss, facts ?? []);
    } finally {
      this.#isComparing = false;
    }
  }

  /** A loss is one when it is found several times in a row. */
  async #confirmed(isOver: () => boolean): Promise<string | null> {
    for (let times = 1; !isOver(); times += 1) {
      const loss = await this.#untilAnswered(() => this.#lookAround(), isOver);
      if (loss === undefined || loss === null) return null;
      if (times === LOOKING.timesInARow) return loss;
      await pause(LOOKING.againMs);
    }
    return null;
  }

  async #untilAnswered<T>(question: () => Promise<T>, isOver: () => boolean): Promise<T | undefined> {
    while (!isOver()) {
      try {
        return await question();
      } catch {
        await pause(LOOKING.againMs);
      }
    }
    return undefined;
  }

  async #lookAround(): Promise<string | null> {
    const looked = this.#doubt.looking();
    const loss = await this.#look();
    looked(loss !== null);
    return loss;
  }

  async #look(): Promise<string | null> {
    for (const [name, known] of this.#known) {
      // Before the question: what is read while the answer is on its way is newer than the answer.
      const { entries, confirmed } = known.inQuestion();
      const info = await this.#info(name);
      if (info === null) return `stream ${name} is not there any more`;
      if (info.created !== this.#created.get(name)) return `stream ${name} was made anew`;
      for (const seen of entries) {
        const loss = await this.#lossAt(name, seen, info);
        if (loss !== null) return loss;
      }
      confirmed();
      this.#readEnd(name, info);
    }
    const began = await historyIn(this.#revisions, this.#venueCreated);
    return began > this.#historyBegan ? 'another program found that the broker has lost something' : null;
  }

  async #lossAt(name: string, seen: Seen, { created, state }: StreamInfo): Promise<string | null> {
    if (seen.at === 0 || seen.at < state.first_seq) return null;
    if (state.last_seq < seen.at) return `stream ${name} ends at ${state.last_seq}, and ${seen.at} was there`;
    const entry = await this.#connected.jsm.streams.getMessage(name, { seq: seen.at });
    const isSame =
      entry === null
        ? !APPENDED.has(name) || (name === VENUE && wasCut(await cutIn(this.#revisions, created), seen.at))
        : (seen.storedAt === undefined || instantOf(entry.timestamp) === seen.storedAt) &&
          (seen.id === undefined || entry.header.get('Nats-Msg-Id') === seen.id);
    return isSame ? null : `stream ${name} has another entry at ${seen.at} than the one that was there`;
  }

  #readEnd(name: string, { state }: StreamInfo): void {
    this.read(name, state.last_seq, instantOf(state.last_ts));
  }

  async #begin(): Promise<void> {
    for (const known of this.#known.values()) known.goBackTo(null);
    for (const name of STREAMS) {
      const info = await this.#connected.jsm.streams.info(name);
      this.#created.set(name, info.created);
      this.#readEnd(name, info);
    }
    this.#historyBegan = await historyIn(this.#revisions, this.#venueCreated);
  }

  /** A venue's login may not write there; then it leaves that to engines and edges. */
  async #beginAnew(): Promise<true> {
    const known = this.#historyBegan;
    const venue = await this.#info(VENUE);
    // Whoever makes the streams anew begins a history by that.
    if (venue === null) return true;
    await newerHistory(this.#revisions, instantOf(venue.created), known).catch((error: unknown) => {
      if (brokerErrorFrom(error, 'begin a new history').code !== 'BROKER_NOT_PERMITTED') throw error;
    });
    await this.#begin();
    return true;
  }

  get #venueCreated(): Instant {
    return instantOf(this.#created.get(VENUE)!);
  }

  async #info(name: string): Promise<StreamInfo | null> {
    try {
      return await this.#connected.jsm.streams.info(name);
    } catch (error) {
      if (isApiError(error, STREAM_NOT_FOUND)) return null;
      throw error;
    }
  }

  /** Of all facts that this program has read, those that are not there. */
  async #lostFacts(): Promise<readonly LostFacts[]> {
    const venue = await this.#info(VENUE);
    const search = this.#trail.search(venue === null ? null : await cutIn(this.#revisions, venue.created));
    if (venue === null) return search.lost();
    const reading: Reading = { ...all(VENUE, VENUE_SUBJECTS), from: 1, headersOnly: true };
    const read = (entry: Msg): undefined => void search.found(entry.headers?.get('Nats-Msg-Id') ?? '');
    await readStored(this.#connected, reading, read, () => () => {});
    return search.lost();
  }
}
