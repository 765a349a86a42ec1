import type { Broker } from '../broker/broker.ts';
import { encoderOf } from '../encode/format.ts';
import { decodeResult } from '../encode/result-codec.ts';
import type { Channel } from '../model/document.ts';
import { type Missing, secondsOf } from '../model/missing.ts';
import type { ProgramLog } from '../program-log.ts';
import type { Timing } from '../timing.ts';
import { type DecodeResult, History } from './channels/history.ts';
import { ResultFeed } from './channels/result-feed.ts';
import { Shelf } from './channels/shelf.ts';
import { type SourceHealth, VenueSources } from './channels/source-health.ts';
import { newCounts } from './edge-counts.ts';
import { Hub } from './hub.ts';
import type { Limits } from './limits.ts';
import { Resting } from './resting.ts';

export interface EdgeCoreOptions {
  /** Stays the caller's. */
  readonly broker: Broker;
  readonly serverId: string;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  /** By default what the engines say. */
  readonly sourceHealth?: SourceHealth;
  readonly timing: Timing;
  readonly log: ProgramLog;
  /** By default a reading of its own. */
  readonly decode?: DecodeResult;
}

export interface EdgeHealth {
  readonly isConnected: boolean;
  /** Seconds by which what is shown is behind the facts that the broker has; null where that cannot be known. */
  readonly behind: number | null;
  /** How many facts that is. */
  readonly behindFacts: number | null;
  /** Engines that are heard. */
  readonly engines: number;
  /** Seconds by which the clock of this machine is ahead of the broker's; null: not known. */
  readonly clockAhead: number | null;
  /** Channels of which a stored version cannot be shown. */
  readonly frozen: readonly Channel[];
  /** Empty: this edge is current. */
  readonly missing: readonly Missing[];
}

/** What an edge is without its port: documents from the broker, and the hub that brings them to screens. */
export class EdgeCore {
  readonly counts = newCounts();
  readonly shelf = new Shelf();
  readonly history: History;
  readonly hub: Hub;
  readonly report: (what: string, error: unknown) => void;
  readonly #broker: Broker;
  readonly #timing: Timing;
  readonly #feed: ResultFeed;
  readonly #sources: VenueSources;
  readonly #health: SourceHealth;
  readonly #resting: Resting;
  #stopNews: () => Promise<void> = async () => {};

  constructor(options: EdgeCoreOptions) {
    const { broker, limits, timing, log, decode = decodeResult } = options;
    this.#broker = broker;
    this.#timing = timing;
    this.report = (what, error) => log.warn({ err: error, what }, 'survived a failure');
    this.history = new History(broker, decode, limits.historyReads);
    this.#sources = new VenueSources(
      () => broker.connected && !broker.isInDoubt,
      {
        historyBegan: broker.historyBegan,
        epoch: () => this.shelf.newestEpoch,
        disciplines: () => this.shelf.disciplines,
        readUntil: () => this.#feed.readUntil,
        frozen: () => this.#feed.frozen,
      },
      () => timing.now(),
    );
    this.#health = options.sourceHealth ?? this.#sources;
    this.hub = this.#newHub(options);
    this.#feed = this.#newFeed(log, decode);
    this.#resting = new Resting(this.shelf, timing, (channel) =>
      this.hub.live.channels.get(channel)?.forgetFrames(),
    );
  }

  /** Resolves when there is a copy of every published document. */
  async start(): Promise<void> {
    await this.#feed.start();
    const told = await this.#broker.watchSourceNews((news, storedAt) =>
      this.#sources.take(news, storedAt, this.#timing.elapsed()),
    );
    this.#stopNews = () => told.stop();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#feed.stop(), this.#stopNews()]);
    this.#resting.stop();
    this.hub.stop();
  }

  /** How this edge is doing, for its operators. */
  health(): EdgeHealth {
    const now = this.#timing.elapsed();
    const { frozen } = this.#feed;
    return {
      isConnected: this.#broker.connected,
      behind: secondsOf(this.#health.behindMs(now)),
      behindFacts: this.#sources.behindFacts(now),
      engines: this.#sources.engines(now),
      clockAhead: secondsOf(this.#sources.aheadMs),
      frozen,
      missing: this.#missing(now),
    };
  }

  /** Why what is shown here is not what there is, or no screen should be sent here; empty when nothing is missing. */
  #missing(now: number): readonly Missing[] {
    if (this.hub.isDraining) return [{ code: 'STOPPING', message: 'this edge is about to stop' }];
    if (!this.#broker.connected) return [{ code: 'NO_BROKER', message: 'no connection to the broker' }];
    if (this.#broker.isInDoubt)
      return [
        { code: 'NO_BROKER', message: 'it is being looked into whether the broker has lost something' },
      ];
    return [...this.#sources.missing(now), ...this.#feed.missing];
  }

  #newHub({ broker, serverId, limits, keepaliveMs, timing, log }: EdgeCoreOptions): Hub {
    return new Hub({
      serverId,
      history: this.history,
      encoderOf,
      sourceHealth: this.#health,
      limits,
      keepaliveMs,
      timing,
      counts: this.counts,
      upstream: {
        catchUp: (channel, position) => this.#feed.catchUp(channel, position),
        isFed: () => broker.connected,
      },
      report: this.report,
      reportTurnedAway: (about) => log.warn(about, 'turned away'),
    });
  }

  #newFeed(log: ProgramLog, decode: DecodeResult): ResultFeed {
    const { counts } = this;
    return new ResultFeed(this.#broker, this.shelf, decode, this.#timing, {
      renewed: (channel, copy) => this.hub.renewed(channel, copy),
      conflict: ({ channel, epoch, version, hash }, ownHash) => {
        counts.conflicts += 1;
        log.error(
          { channel, epoch, version, hash, ownHash },
          'engines disagree on a version; the first stands',
        );
      },
      taken: (channel, version, fact) => log.debug?.({ fact, channel, version }, 'shown'),
      gapFilled: (channel, versions) => {
        counts.gapsFilled += versions;
        log.info({ channel, versions }, 'filled a gap from the stream');
      },
      trouble: (channel, error) => {
        counts.troubles += 1;
        log.warn({ channel, err: error }, 'a version could not be read');
      },
    });
  }
}
