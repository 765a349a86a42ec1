import type { Broker } from '../broker/broker.ts';
import { encoderOf } from '../encode/format.ts';
import { decodeResult } from '../encode/result-codec.ts';
import type { Timing } from '../timing.ts';
import { History } from './channels/history.ts';
import { ResultFeed } from './channels/result-feed.ts';
import { Shelf } from './channels/shelf.ts';
import { type SourceHealth, secondsOf, VenueSources } from './channels/source-health.ts';
import { newCounts } from './edge-counts.ts';
import type { EdgeLog } from './edge-log.ts';
import { Hub } from './hub.ts';
import type { Limits } from './limits.ts';

export interface EdgeCoreOptions {
  /** Stays the caller's. */
  readonly broker: Broker;
  readonly serverId: string;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  /** By default what the engines say. */
  readonly sourceHealth?: SourceHealth;
  readonly timing: Timing;
  readonly log: EdgeLog;
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
  #stopNews: () => Promise<void> = async () => {};

  constructor(options: EdgeCoreOptions) {
    const { broker, limits, timing, log } = options;
    this.#broker = broker;
    this.#timing = timing;
    this.report = (what, error) => log.warn({ err: error, what }, 'survived a failure');
    this.history = new History(broker, decodeResult, limits.historyReads);
    this.#sources = new VenueSources(
      () => broker.connected,
      () => this.#feed.readUntil,
    );
    this.#health = options.sourceHealth ?? this.#sources;
    this.hub = this.#newHub(options);
    this.#feed = this.#newFeed(log);
  }

  /** Resolves when there is a copy of every published document. */
  async start(): Promise<void> {
    await this.#feed.start();
    const told = await this.#broker.watchSourceNews((news) => this.#sources.take(news, this.#timing.now()));
    this.#stopNews = () => told.stop();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#feed.stop(), this.#stopNews()]);
    this.hub.stop();
  }

  /** Seconds by which what is shown is behind the facts that the broker has; null where that cannot be known. */
  behind(): number | null {
    return secondsOf(this.#health.behindMs(this.#timing.now()));
  }

  /** Why no screen should be sent here now; null when one may. */
  notReady(): string | null {
    if (this.hub.isDraining) return 'about to stop';
    return this.#broker.connected ? null : 'no connection to the broker';
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
        catchUp: (channel, epoch) => this.#feed.catchUp(channel, epoch),
        isFed: () => broker.connected,
      },
      report: this.report,
      reportTurnedAway: (about) => log.warn(about, 'turned away'),
    });
  }

  #newFeed(log: EdgeLog): ResultFeed {
    const { counts } = this;
    return new ResultFeed(this.#broker, this.shelf, decodeResult, this.#timing, {
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
