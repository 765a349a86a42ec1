import type { ResultMessage } from '../../src/broker/broker.ts';
import type { Format } from '../../src/encode/encoder.ts';
import { encoderOf } from '../../src/encode/format.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { History } from '../../src/fanout/channels/history.ts';
import { ResultFeed } from '../../src/fanout/channels/result-feed.ts';
import { Shelf } from '../../src/fanout/channels/shelf.ts';
import { VenueSources } from '../../src/fanout/channels/source-health.ts';
import { newCounts } from '../../src/fanout/edge-counts.ts';
import type { StreamFormat } from '../../src/fanout/frames/stream-format.ts';
import type { Packing } from '../../src/fanout/frames/wire.ts';
import { Hub } from '../../src/fanout/hub.ts';
import { DEFAULT_LIMITS, KEEPALIVE_MS, type Limits } from '../../src/fanout/limits.ts';
import type { Screen } from '../../src/fanout/screens/screen.ts';
import type { Channel } from '../../src/model/document.ts';
import type { Position } from '../../src/model/position.ts';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { FINAL_100M, header, Publisher, sprinters } from './published-documents.ts';
import { SocketPair } from './socket-pair.ts';
import { VirtualTiming } from './virtual-timing.ts';

/** A screen in the test's hands. */
export class TestScreen {
  readonly pair: SocketPair;
  readonly screen: Screen;
  readonly #timing: VirtualTiming;

  constructor(hub: Hub, timing: VirtualTiming, format: StreamFormat, highWater?: number, packing?: Packing) {
    this.pair = new SocketPair(highWater);
    this.screen = hub.add(this.pair, format, packing);
    this.#timing = timing;
  }

  async say(word: object | string): Promise<void> {
    this.screen.heard(typeof word === 'string' ? word : JSON.stringify(word));
    await this.#timing.settle();
  }

  subscribe(channel: string, options: object = {}, id: number | string = 1): Promise<void> {
    return this.say({ subscribe: { id, channel, ...options } });
  }

  /** Reads everything that comes until nothing more does. */
  async readAll(): Promise<void> {
    this.pair.resume();
    for (let turn = 0; turn < 200; turn += 1) {
      this.screen.drained();
      await this.#timing.settle();
    }
  }

  versions(format: Format = 'json'): number[] {
    return this.pair
      .data(format)
      .map((frame) => ('document' in frame ? frame.document.version : frame.delta.version));
  }
}

/** Broker, feed and hub in one process, under a clock that the test moves. */
export class EdgeBench {
  readonly network: BrokerModel;
  readonly engine: ModelConnection;
  /** The edge's own connection. */
  readonly broker: ModelConnection;
  readonly timing: VirtualTiming;
  readonly shelf = new Shelf();
  readonly counts = newCounts();
  /** Knows what a test tells it. */
  readonly sources = new VenueSources(
    () => true,
    { historyBegan: 0, epoch: () => null, disciplines: () => [], readUntil: () => 0, frozen: () => [] },
    () => this.timing.now(),
  );
  readonly conflicts: ResultMessage[] = [];
  readonly troubles: unknown[] = [];
  readonly hub: Hub;
  readonly #feed: ResultFeed;

  /** `beside`: another edge, whose network and time it shares. */
  constructor(limits: Partial<Limits> = {}, beside: EdgeBench | null = null) {
    this.network = beside?.network ?? new BrokerModel();
    this.timing = beside?.timing ?? new VirtualTiming();
    this.engine = this.network.connect();
    this.broker = this.network.connect();
    const { broker } = this;
    this.hub = new Hub({
      serverId: 'edge-1',
      history: new History(broker, decodeResult),
      encoderOf,
      sourceHealth: this.sources,
      limits: { ...DEFAULT_LIMITS, ...limits },
      keepaliveMs: KEEPALIVE_MS,
      timing: this.timing,
      counts: this.counts,
      upstream: {
        catchUp: (channel, position) => this.#feed.catchUp(channel, position),
        isFed: () => broker.connected,
      },
      report: (_what, error) => this.troubles.push(error),
    });
    this.#feed = new ResultFeed(broker, this.shelf, decodeResult, this.timing, {
      renewed: (channel, copy) => this.hub.renewed(channel, copy),
      conflict: (message) => this.conflicts.push(message),
      gapFilled: (_channel, versions) => {
        this.counts.gapsFilled += versions;
      },
      trouble: (_channel, error) => this.troubles.push(error),
    });
  }

  async start(): Promise<this> {
    await this.#feed.start();
    await this.timing.settle();
    return this;
  }

  /** As for a screen that has seen what the edge has not. */
  catchUp(channel: Channel, position: Position = { epoch: 'k3f9', version: 1 }): Promise<void> {
    return this.#feed.catchUp(channel, position);
  }

  stop(): Promise<void> {
    this.hub.stop();
    return this.#feed.stop();
  }

  screen(format: StreamFormat = 'json', highWater?: number, packing?: Packing): TestScreen {
    return new TestScreen(this.hub, this.timing, format, highWater, packing);
  }

  publisher(first = header(FINAL_100M), rows = sprinters(), epoch?: string, at?: Date): Publisher {
    return new Publisher(this.engine, first, rows, epoch, at);
  }
}

/** An edge with one document on air. */
export async function onAir(
  limits: Partial<Limits> = {},
): Promise<{ bench: EdgeBench; publisher: Publisher }> {
  const bench = new EdgeBench(limits);
  const publisher = bench.publisher();
  await publisher.begin();
  await bench.start();
  return { bench, publisher };
}
