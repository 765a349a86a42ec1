import type { Broker, ResultMessage, Stored, StoredResultMessage } from '../broker/broker.ts';
import { storedFrame } from '../encode/protobuf.ts';
import { encodeDeltaResult, resultOf } from '../encode/result-codec.ts';
import type { Delta } from '../model/delta.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Version } from '../versions/versioned.ts';
import type { EngineLog } from './engine-log.ts';

/** Own hashes that are remembered per channel, to hold other engines' versions against. */
const HASHES_KEPT = 64;
/** A whole document is kept for late joiners when so many rows were changed since, and half of those that it has. */
const ROWS_BETWEEN_KEPT = 32;
/**
 * When so many rows were changed since, and as many as the document has, a version goes out whole, so that an old one can be
 * rebuilt without reading a channel from its beginning, at a cost that deltas of the same size had. By what changed, not by
 * time: two engines must send the same form.
 */
const ROWS_BETWEEN_WHOLE = 64;
/** Versions in one message at most. */
const VERSIONS_AT_ONCE = 64;
const RETRY_MS_FIRST = 50;
const RETRY_MS_MOST = 2_000;

/** What it needs of a broker. */
export type ResultStore = Pick<Broker, 'publishResult' | 'keepDocument' | 'lastResults' | 'maxDataBytes'>;

/** A version that is to be stored. */
interface Waiting {
  readonly document: Document;
  readonly delta: Delta | null;
  readonly cause: string;
  form: ResultMessage['form'];
  /** Null until it is its turn: a whole document is put together when it goes out. */
  data: Uint8Array | null;
}

type Encoded = Waiting & { readonly data: Uint8Array };

interface ChannelState {
  /** The newest version that is published, by whichever engine. */
  published: number;
  /** Of one channel one message is on its way at a time, so that the stream has them in order. What comes meanwhile waits and goes in the next. */
  waiting: Waiting[];
  isSending: boolean;
  /** How many versions were ever offered, and how many of them are stored or known to be. */
  offered: number;
  done: number;
  /** Who waits until so many are done. */
  settling: { readonly until: number; readonly resolve: () => void }[];
  /** Documents are kept beside it: no version waits for that. */
  kept: Promise<void>;
  readonly hashes: Map<number, string>;
  /** Rows that were changed so far: by all versions, until the last whole one, until the last that was kept. */
  changed: number;
  changedAtWhole: number;
  changedAtKept: number;
  keptStatus: string | null;
  /** The newest version this engine stored since one was kept, and whether it has been looked at once already. */
  unkept: { readonly document: Document; readonly stored: Stored; isQuiet: boolean } | null;
}

/**
 * Publishes each version once, whoever computes it first (D3). What another engine has published is
 * skipped; what this one publishes goes out under an id that makes a second copy vanish.
 */
export class ResultOutlet {
  readonly #broker: ResultStore;
  readonly #epoch: string;
  readonly #log: EngineLog;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #channels = new Map<Channel, ChannelState>();
  #pending = 0;
  #closed = false;
  #published = 0;
  #newestSeq = 0;

  constructor(options: {
    broker: ResultStore;
    epoch: string;
    log: EngineLog;
    wait: (ms: number) => Promise<void>;
  }) {
    this.#broker = options.broker;
    this.#epoch = options.epoch;
    this.#log = options.log;
    this.#wait = options.wait;
  }

  /** Versions on their way to the broker. */
  get pending(): number {
    return this.#pending;
  }

  /** The newest place in the results stream that this engine knows of. */
  get newestSeq(): number {
    return this.#newestSeq;
  }

  /** Versions that this engine was the first to store. */
  get published(): number {
    return this.#published;
  }

  /**
   * Learns what is stored already, so that a late engine publishes nothing that is there. Gives the
   * place in the results stream from which on other engines' versions have to be listened to.
   */
  async learn(): Promise<number> {
    for (const [channel, { epoch, version, streamSeq }] of await this.#broker.lastResults()) {
      this.#newestSeq = Math.max(this.#newestSeq, streamSeq);
      if (epoch === this.#epoch) this.#state(channel).published = version;
    }
    return this.#newestSeq + 1;
  }

  /**
   * Takes note of a version that some engine has stored. Only the stream counts: what is heard on its
   * way there can be lost with the engine that sent it, and then this one has to publish it.
   */
  stored({ channel, epoch, version, streamSeq }: StoredResultMessage): void {
    this.#newestSeq = Math.max(this.#newestSeq, streamSeq);
    if (epoch !== this.#epoch) return;
    const state = this.#state(channel);
    state.published = Math.max(state.published, version);
  }

  /** Holds what another engine publishes against the own: the stream drops the second copy, so only here it is seen. */
  heard({ channel, epoch, version, hash }: ResultMessage): void {
    if (epoch === this.#epoch) this.#compare(channel, this.#state(channel), version, hash);
  }

  /** Publishes the version unless it is known to be there; `cause`: the id of the fact that led to it. */
  offer({ document, delta }: Version, cause: string): void {
    const channel = channelOf(document.header);
    const { version, hash } = document;
    const state = this.#state(channel);
    state.hashes.set(version, hash);
    state.hashes.delete(version - HASHES_KEPT);
    state.changed += changedRows(delta);
    const isWhole = delta === null || state.changed - state.changedAtWhole >= mostChanged(document);
    if (isWhole) state.changedAtWhole = delta === null ? state.changed - 1 : state.changed;
    if (version <= state.published) return;
    const data = isWhole ? null : encodeDeltaResult(delta!, channel, this.#epoch);
    state.waiting.push({ document, delta, cause, form: isWhole ? 'whole' : 'delta', data });
    state.offered += 1;
    this.#pending += 1;
    if (!state.isSending) void this.#send(channel, state);
  }

  /** Resolves when everything offered so far is stored. */
  async settled(): Promise<void> {
    const settling: Promise<void>[] = [];
    for (const state of this.#channels.values()) {
      settling.push(state.kept);
      const { offered: until, done } = state;
      if (done < until) settling.push(new Promise((resolve) => state.settling.push({ until, resolve })));
    }
    await Promise.all(settling);
  }

  close(): void {
    this.#closed = true;
  }

  /** Message after message until nothing waits any more. */
  async #send(channel: Channel, state: ChannelState): Promise<void> {
    state.isSending = true;
    this.#dropKnown(state);
    while (state.waiting.length > 0) {
      const [first] = state.waiting as [Waiting];
      if (first.data === null) {
        const whole = this.#wholeOf(first.document);
        this.#encoded(channel, first, whole instanceof Promise ? await whole : whole);
      }
      const batch = this.#nextOf(state);
      await this.#store(channel, batch, state);
      this.#finished(batch.length, state);
      this.#dropKnown(state);
    }
    state.isSending = false;
  }

  #finished(count: number, state: ChannelState): void {
    this.#pending -= count;
    state.done += count;
    while (state.settling[0] !== undefined && state.settling[0].until <= state.done)
      state.settling.shift()!.resolve();
  }

  /** Versions that are known to be there need not go out. */
  #dropKnown(state: ChannelState): void {
    const known = state.waiting.findIndex(
      ({ document }) => !this.#closed && document.version > state.published,
    );
    const dropped = known < 0 ? state.waiting.length : known;
    state.waiting.splice(0, dropped);
    this.#finished(dropped, state);
  }

  /** As a delta all the same, where there is one and the broker takes no such message. */
  #encoded(channel: Channel, waiting: Waiting, whole: Uint8Array): void {
    if (waiting.delta === null || whole.length <= this.#broker.maxDataBytes) waiting.data = whole;
    else {
      waiting.form = 'delta';
      waiting.data = encodeDeltaResult(waiting.delta, channel, this.#epoch);
    }
  }

  /** At once; a long list in steps, between which facts are taken in. */
  #wholeOf(document: Document): Uint8Array | Promise<Uint8Array> {
    const frame = storedFrame(document);
    const pieces: Uint8Array[] = [];
    for (let next = frame.next(); next.done !== true; next = frame.next()) {
      if (next.value.length === 0) return this.#inSteps(frame, pieces);
      pieces.push(next.value);
    }
    return resultOf(pieces);
  }

  async #inSteps(frame: Iterator<Uint8Array>, pieces: Uint8Array[]): Promise<Uint8Array> {
    await this.#wait(0);
    for (let next = frame.next(); next.done !== true; next = frame.next()) {
      if (next.value.length === 0) await this.#wait(0);
      else pieces.push(next.value);
    }
    return resultOf(pieces);
  }

  /** What goes into the next message: a whole one only in front. */
  #nextOf(state: ChannelState): Encoded[] {
    let bytes = 0;
    let count = 0;
    for (const { form, data } of state.waiting.slice(0, VERSIONS_AT_ONCE)) {
      bytes += data?.length ?? 0;
      if (count > 0 && (form === 'whole' || bytes > this.#broker.maxDataBytes)) break;
      count += 1;
    }
    return state.waiting.splice(0, count) as Encoded[];
  }

  async #store(channel: Channel, batch: readonly Encoded[], state: ChannelState): Promise<void> {
    const { document } = batch.at(-1)!;
    const stored = await this.#untilStored({
      channel,
      epoch: this.#epoch,
      first: batch[0]!.document.version,
      version: document.version,
      hash: document.hash,
      form: batch[0]!.form,
      causes: batch.map(({ cause }) => cause),
      data: batch.length === 1 ? batch[0]!.data : Buffer.concat(batch.map(({ data }) => data)),
    });
    if (stored === null) return;
    this.#newestSeq = Math.max(this.#newestSeq, stored.streamSeq);
    state.published = Math.max(state.published, document.version);
    if (stored.duplicate) return;
    for (const {
      document: { version },
      cause,
    } of batch)
      this.#log.debug?.({ fact: cause, channel, version }, 'published');
    this.#published += batch.length;
    state.unkept = { document, stored, isQuiet: false };
    if (this.#isDue(document, state)) state.kept = this.#keep(document, stored, state);
  }

  /**
   * Keeps the newest document of channels that have gone quiet since the last call, so that late joiners
   * find them even where the stream is bounded and has let go of their last deltas. Call it on a timer.
   */
  async keepQuiet(): Promise<void> {
    for (const state of this.#channels.values()) {
      if (state.unkept?.isQuiet === true) await this.#keep(state.unkept.document, state.unkept.stored, state);
      else if (state.unkept !== null) state.unkept.isQuiet = true;
    }
  }

  /** Tries until the broker has it; a broken connection is no reason to lose a version. */
  async #untilStored(message: ResultMessage): Promise<Stored | null> {
    for (let pause = RETRY_MS_FIRST; !this.#closed; pause = Math.min(pause * 2, RETRY_MS_MOST)) {
      try {
        return await this.#broker.publishResult(message);
      } catch (error) {
        if (this.#closed) break;
        this.#log.warn(
          { channel: message.channel, version: message.version, error: String(error) },
          'a version could not be stored; trying again',
        );
        if ((error as { code?: unknown }).code === 'PAYLOAD_TOO_LARGE') break;
        await this.#wait(pause);
      }
    }
    return null;
  }

  #isDue({ version, header, rows }: Document, state: ChannelState): boolean {
    const due = Math.max(ROWS_BETWEEN_KEPT, rows.length >> 1);
    const isLong = state.changed - state.changedAtKept >= due;
    return version === 1 || isLong || header.status !== state.keptStatus;
  }

  async #keep(document: Document, { streamSeq }: Stored, state: ChannelState): Promise<void> {
    const { version, hash, header } = document;
    const channel = channelOf(header);
    state.changedAtKept = state.changed;
    state.keptStatus = header.status;
    state.unkept = null;
    try {
      const data = await this.#wholeOf(document);
      await this.#broker.keepDocument({
        channel,
        epoch: this.#epoch,
        first: version,
        version,
        hash,
        form: 'whole',
        data,
        streamSeq,
      });
    } catch (error) {
      this.#log.warn({ channel, error: String(error) }, 'a document could not be kept for late joiners');
    }
  }

  #compare(channel: Channel, { hashes }: ChannelState, version: number, hash: string): void {
    const own = hashes.get(version);
    if (own === undefined || own === hash) return;
    this.#log.error(
      { code: 'ENGINES_DISAGREE', channel, version, own, theirs: hash },
      'two engines disagree; the first published stands',
    );
  }

  #state(channel: Channel): ChannelState {
    let state = this.#channels.get(channel);
    if (state === undefined) {
      state = {
        published: 0,
        waiting: [],
        isSending: false,
        offered: 0,
        done: 0,
        settling: [],
        kept: Promise.resolve(),
        hashes: new Map(),
        changed: 0,
        changedAtWhole: 0,
        changedAtKept: 0,
        keptStatus: null,
        unkept: null,
      };
      this.#channels.set(channel, state);
    }
    return state;
  }
}

/** A version changes something, if only its header. */
const changedRows = (delta: Delta | null): number =>
  delta === null ? 1 : Math.max(1, delta.rows.length + delta.removed.length);

const mostChanged = ({ rows }: Document): number => Math.max(ROWS_BETWEEN_WHOLE, rows.length);
