import type { LastStored } from '../broker/broker.ts';
import { type Channel, channelOf, parseChannel } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import type { ProgramLog } from '../program-log.ts';
import type { Version } from '../versions/versioned.ts';
import { ChannelOutlet } from './channel-outlet.ts';
import type { OutletContext, OutletCounts, ResultStore } from './outlet-context.ts';

/** Where a channel stands. */
export interface Stand {
  readonly channel: Channel;
  readonly version: number;
  readonly hash: string;
}

/**
 * Publishes each version once, whoever computes it first (D3). What another engine has published is skipped; what this one
 * publishes goes out under an id that makes a second copy vanish, and only behind what is there.
 */
export class ResultOutlet {
  readonly #context: OutletContext;
  readonly #channels = new Map<Channel, ChannelOutlet>();
  readonly #counts: OutletCounts = { pending: 0, published: 0, newestSeq: 0, disagreements: 0 };
  /** By type, what the first version of a channel waits for. */
  readonly #before = new Map<string, () => Promise<void>>();
  #isClosed = false;
  /** Channels that begin are, too. */
  #isHeldBack = false;

  constructor(options: {
    broker: ResultStore;
    epoch: string;
    log: ProgramLog;
    wait: (ms: number) => Promise<void>;
  }) {
    const before = (channel: Channel): Promise<void> | null => this.#before.get(typeOf(channel))?.() ?? null;
    this.#context = { ...options, counts: this.#counts, before, isClosed: () => this.#isClosed };
  }

  get counts(): Readonly<OutletCounts> {
    return this.#counts;
  }

  /** Rows changed since a version went out whole, by channel. */
  get changedSinceWhole(): ReadonlyMap<Channel, number> {
    return new Map([...this.#channels].map(([channel, outlet]) => [channel, outlet.changedSinceWhole]));
  }

  /** Goes on behind these versions, which are known to be stored. */
  takeUp(stand: Iterable<Stand>, changed: ReadonlyMap<Channel, number>): void {
    for (const { channel, version, hash } of stand)
      this.#channels.get(channel)?.takeUp(version, hash, changed.get(channel) ?? 0);
  }

  /** Why these versions cannot all be what was published; null when they can. */
  objectionTo(stand: Iterable<Stand>): string | null {
    for (const { channel, version, hash } of stand) {
      const last = this.#channels.get(channel)?.last ?? null;
      if (last?.epoch !== this.#context.epoch || last.version < version)
        return `${channel} version ${version} is not published`;
      if (last.version === version && last.hash !== hash)
        return `${channel} version ${version} was published with the hash ${last.hash}, and not ${hash}`;
    }
    return null;
  }

  /** Learns what is stored already, so that a late engine publishes nothing that is there. */
  async learn(): Promise<void> {
    for (const [channel, last] of await this.#context.broker.lastResults()) {
      this.#counts.newestSeq = Math.max(this.#counts.newestSeq, last.streamSeq);
      this.#open(channel, last);
    }
  }

  /**
   * Where there is or was an older epoch, what it shows stays as it is until `goOut`. Call it when everything is learnt. `isFirst`: as far as
   * is known nobody has published before; what was can be lost, and screens have it all the same.
   */
  holdBack(isFirst: boolean): void {
    const isNewer = [...this.#channels.values()].some(({ isOfOlderEpoch }) => isOfOlderEpoch);
    if (isFirst && !isNewer) return;
    this.#isHeldBack = true;
    for (const channel of this.#channels.values()) channel.holdBack();
  }

  /** An epoch that is stored and newer than that of this engine, which stores nothing behind it; null for none. */
  get newerEpoch(): string | null {
    const { epoch } = this.#context;
    for (const { last } of this.#channels.values())
      if (last !== null && isNewerEpoch(last.epoch, epoch)) return last.epoch;
    return null;
  }

  /** Documents of this type are made of others that are stored: with the first of this epoch these have to be complete, or it would be an older state. */
  waitBefore(type: string, others: () => Promise<void>): void {
    this.#before.set(type, others);
  }

  /** What was held back goes out. */
  goOut(): void {
    this.#isHeldBack = false;
    for (const channel of this.#channels.values()) channel.goOut();
  }

  /** Resolves when everything of this type that was offered so far is stored, with the newest place of one in the stream; 0 for none. */
  async newestPlaceOf(type: string): Promise<number> {
    const these = [...this.#channels].filter(([channel]) => typeOf(channel) === type);
    await Promise.all(these.map(([, channel]) => channel.settled()));
    return Math.max(0, ...these.map(([, { last }]) => last?.streamSeq ?? 0));
  }

  /** Publishes the version unless it is known to be there; `cause`: the id of the fact that led to it. */
  offer(version: Version, cause: string): void {
    const { document, delta } = version;
    const channel = channelOf(document.header);
    if (delta === null && document.version > 1) {
      const about = { code: 'DELTA_NOT_PROVEN', channel, version: document.version, fact: cause };
      this.#context.log.error(
        about,
        'what changed does not lead to this version, a fault of ours: it goes out whole',
      );
    }
    (this.#channels.get(channel) ?? this.#open(channel, null)).offer(version, cause);
  }

  /** Resolves when everything offered so far is stored. */
  async settled(): Promise<void> {
    await Promise.all([...this.#channels.values()].map((channel) => channel.settled()));
  }

  /**
   * Keeps the newest document of channels that have gone quiet since the last call, so that late joiners
   * find them even where the stream is bounded and has let go of their last deltas. Call it on a timer.
   */
  async keepQuiet(): Promise<void> {
    for (const channel of this.#channels.values()) await channel.keepQuiet();
  }

  close(): void {
    this.#isClosed = true;
  }

  #open(channel: Channel, last: LastStored | null): ChannelOutlet {
    const outlet = new ChannelOutlet(channel, last, this.#context);
    this.#channels.set(channel, outlet);
    if (this.#isHeldBack) outlet.holdBack();
    return outlet;
  }
}

const typeOf = (channel: Channel): string => parseChannel(channel)?.type ?? '';
