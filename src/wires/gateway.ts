/**
 * Reads every version from the broker, as edges do, and delivers to each recipient. It needs no edge between: where deliveries stand is in the broker anyway, and
 * there a newer epoch and a loss are seen at once.
 */
import { randomUUID } from 'node:crypto';
import type { Broker } from '../broker/broker.ts';
import { decodeResult } from '../encode/result-codec.ts';
import { ResultFeed } from '../fanout/channels/result-feed.ts';
import { Shelf } from '../fanout/channels/shelf.ts';
import { Resting } from '../fanout/resting.ts';
import type { Channel } from '../model/document.ts';
import type { Timing } from '../timing.ts';
import { Courier, type CourierEvents } from './courier.ts';
import { type GatewayHealth, gatewayMissing, type RecipientHealth } from './gateway-health.ts';
import { LEASE, Lease } from './lease.ts';
import { PullList } from './pull-list.ts';
import type { Reasons } from './reasons.ts';
import type { Recipient, WayOptions } from './recipient.ts';
import { Sights, storiesOf } from './sights.ts';
import { StandBook } from './stand-book.ts';
import type { Letter, Way } from './way.ts';

export interface GatewayLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface GatewayOptions {
  /** Stays the caller's. */
  readonly broker: Broker;
  readonly recipients: readonly Recipient[];
  /** The way of a recipient, unless it pulls. */
  readonly openWay: (recipient: Recipient, way: WayOptions) => Way;
  readonly timing: Timing;
  readonly chance: () => number;
  readonly log: GatewayLog;
  /** Of this gateway alone. */
  readonly name?: string;
  /** After an epoch has begun, so long nothing is taken back that was said in the one before: facts that a broker has lost are being sent again. */
  readonly settleMs?: number;
}

const SETTLE_MS = 30_000;

interface Served {
  readonly recipient: Recipient;
  readonly way: Way;
  readonly book: StandBook;
  readonly courier: Courier;
  readonly lease: Lease;
}

interface Counts {
  delivered: number;
  repeats: number;
  failures: number;
}

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #shelf = new Shelf();
  readonly #sights: Sights;
  readonly #feed: ResultFeed;
  readonly #resting: Resting;
  readonly #served: readonly Served[];
  readonly #lists: ReadonlyMap<string, PullList>;
  readonly #counts = new Map<string, Counts>();
  readonly #turning = new Map<Served, Promise<void>>();
  #stopTurns: () => void = () => {};
  #isReading = true;
  #isClosed = false;

  constructor(options: GatewayOptions) {
    const { broker, recipients, timing, log, settleMs = SETTLE_MS } = options;
    this.#options = options;
    this.#sights = new Sights(this.#shelf, timing, settleMs);
    this.#feed = new ResultFeed(broker, this.#shelf, decodeResult, timing, {
      renewed: (channel) => this.#renewed(channel),
      conflict: ({ channel, version }) => log.error({ channel, version }, 'engines disagree on a version'),
      gapFilled: () => {},
      trouble: (channel, error) => log.warn({ channel, err: error }, 'a version could not be read'),
    });
    this.#resting = new Resting(this.#shelf, timing);
    const lists = new Map<string, PullList>();
    const served: Served[] = [];
    for (const recipient of recipients) {
      const { name, way } = recipient;
      if ('pull' in way) lists.set(name, this.#listOf(recipient));
      else served.push(this.#serve(recipient, way));
    }
    this.#served = served;
    this.#lists = lists;
  }

  /** Resolves when every document is there, and deliveries begin. */
  async start(): Promise<void> {
    const { timing } = this.#options;
    await this.#feed.start();
    this.#isReading = false;
    const turnAll = (): void => {
      for (const served of this.#served) this.#turn(served);
    };
    this.#stopTurns = timing.every(LEASE.everyMs, turnAll);
    turnAll();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopTurns();
    this.#resting.stop();
    await this.#feed.stop();
    await Promise.all(this.#turning.values());
    await Promise.all(
      this.#served.map(async ({ courier, lease, way }) => {
        await courier.stop();
        // A broker that is away lets the lease stand still, and another gateway takes it.
        await lease.release().catch(() => {});
        await way.close();
      }),
    );
  }

  /** Of those that pull, by their names; null while nobody can say that nothing is newer. */
  get lists(): ReadonlyMap<string, PullList> | null {
    return this.#isReading || !this.#options.broker.connected ? null : this.#lists;
  }

  health(): GatewayHealth {
    const isConnected = this.#options.broker.connected;
    const pushed = this.#served.map(({ recipient: { name }, courier, book }): RecipientHealth => {
      const { stories: waiting, oldestMs } = courier.waiting;
      return { name, isMine: courier.isOn, ...this.#countsOf(name), dead: book.dead, waiting, oldestMs };
    });
    const pulled = [...this.#lists.keys()].map((name): RecipientHealth => {
      return { name, isMine: null, ...this.#countsOf(name), dead: 0, waiting: 0, oldestMs: 0 };
    });
    const missing = gatewayMissing(isConnected, this.#isReading, this.#feed.missing);
    return { isConnected, missing, recipients: [...pushed, ...pulled] };
  }

  #countsOf(recipient: string): Counts {
    const counts = this.#counts.get(recipient) ?? { delivered: 0, repeats: 0, failures: 0 };
    this.#counts.set(recipient, counts);
    return counts;
  }

  #listOf(recipient: Recipient): PullList {
    return new PullList({
      recipient,
      book: new StandBook(this.#options.broker.deliveries, recipient.name),
      stories: () => this.#sights.all(recipient),
      sight: (story) => this.#sights.of(story),
      reasons: this.#reasons,
      told: (letter) => this.#events(recipient).handed(letter, false),
    });
  }

  #serve(recipient: Recipient, wayOptions: WayOptions): Served {
    const { broker, timing, chance, openWay, name = randomUUID(), settleMs = SETTLE_MS } = this.#options;
    const way = openWay(recipient, wayOptions);
    const book = new StandBook(broker.deliveries, recipient.name);
    const courier = new Courier({
      recipient,
      way,
      book,
      sight: (story) => this.#sights.of(story),
      reasons: this.#reasons,
      timing,
      chance,
      settleMs,
      events: this.#events(recipient),
    });
    const lease = new Lease(broker.deliveries, recipient.name, name, () => timing.elapsed());
    return { recipient, way, book, courier, lease };
  }

  /** One look at a time at each lease: a broker that is away answers late. */
  #turn(served: Served): void {
    if (this.#turning.has(served)) return;
    this.#turning.set(
      served,
      this.#look(served).finally(() => this.#turning.delete(served)),
    );
  }

  async #look({ recipient, courier, lease }: Served): Promise<void> {
    const { log } = this.#options;
    try {
      const turn = await lease.turn();
      if (this.#isClosed) return;
      if (turn === 'WAITING') {
        if (courier.isOn) log.warn({ recipient: recipient.name }, 'another gateway delivers now');
        await courier.stop();
      } else if (!courier.isOn || turn === 'ASKED') {
        if (!courier.isOn) log.info({ recipient: recipient.name }, 'this gateway delivers');
        courier.start();
        for (const story of this.#sights.all(recipient)) courier.offer(story);
      }
    } catch (error) {
      // Who cannot say that he holds it may not be the one who does.
      log.warn({ recipient: recipient.name, err: error }, 'the lease cannot be looked at');
      await courier.stop();
    }
  }

  #renewed(channel: Channel): void {
    for (const each of this.#sights.renewed(channel))
      for (const { recipient, courier } of this.#served)
        for (const story of storiesOf(each, recipient)) courier.offer(story);
  }

  /** As venues gave them with the corrections since; what the stream does not have any more gives none. */
  readonly #reasons: Reasons = async (channel, after, until) => {
    const reasons = new Set<string>();
    const range = {
      epoch: until.epoch,
      afterVersion: after.epoch === until.epoch ? after.version : 0,
      untilVersion: until.version,
    };
    for (const { data } of await this.#options.broker.readResults(channel, range))
      for (const result of decodeResult(data)) {
        const { version, correction } = 'document' in result ? result.document : result.delta;
        const isBetween = version > range.afterVersion && version <= until.version;
        if (isBetween && correction?.reason != null && correction.reason !== '')
          reasons.add(correction.reason);
      }
    return [...reasons];
  };

  #events({ name: recipient }: Recipient): CourierEvents {
    const { log } = this.#options;
    const counts = this.#countsOf(recipient);
    const about = ({ key, dispatch }: Letter): object => ({ recipient, key, kind: dispatch.kind });
    return {
      handed: (letter, isRepeat) => {
        counts.delivered += 1;
        if (isRepeat) counts.repeats += 1;
        log.info({ ...about(letter), isRepeat }, 'handed over');
      },
      failed: (letter, why, waitMs) => {
        counts.failures += 1;
        log.warn({ ...about(letter), why, waitMs }, 'not handed over yet');
      },
      dead: (letter, why) => {
        counts.failures += 1;
        log.error({ ...about(letter), why, code: 'DEAD_LETTER' }, 'given up');
      },
      trouble: (story, error) => log.warn({ recipient, story, err: error }, 'a story is tried again'),
    };
  }
}
