import type { OpenSocket, SocketLike } from '../../src/client/connection.ts';
import type { After } from '../../src/client/edge-connection.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { type Edge, type EdgeOptions, startEdge } from '../../src/edge.ts';
import type { DEFAULT_LIMITS } from '../../src/fanout/limits.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { EdgeBench, type TestScreen } from '../fanout/edge-bench.ts';
import { FINAL_100M, header, Publisher, sprinters } from '../fanout/published-documents.ts';
import { until } from '../fanout/running-edge.ts';
import { FaultyLink } from './faulty-link.ts';

/** Two edges of one competition, with one document on air, and the ways to them. */
export interface Edges {
  readonly urls: readonly [string, string];
  readonly openSocket: OpenSocket;
  readonly after?: After;
  readonly links: readonly [FaultyLink, FaultyLink];
  /** The document as it is published. */
  readonly truth: Publisher;
  /** More versions, on both edges. */
  touch(times?: number): Promise<void>;
  kill(edge: 0 | 1): Promise<void>;
  revive(edge: 0 | 1): Promise<void>;
  /** Waits until it holds, and lets time pass meanwhile. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Short, so that tests in real time see several. */
const KEEPALIVE_MS = 400;

/** Real edges and real sockets, fed by a broker in this process. */
export async function realEdges(options: Partial<EdgeOptions> = {}): Promise<Edges> {
  const network = new BrokerModel();
  const engine = network.connect();
  const broker = network.connect();
  const truth = new Publisher(engine, header(FINAL_100M), sprinters());
  await truth.begin();
  const start = (port?: number): Promise<Edge> =>
    startEdge({ broker, keepaliveMs: KEEPALIVE_MS, ...options, ...(port === undefined ? {} : { port }) });
  const running: [Edge, Edge] = [await start(), await start()];
  const urls = [running[0].streamUrl, running[1].streamUrl] as const;
  const links = [new FaultyLink(), new FaultyLink()] as const;
  return {
    urls,
    links,
    truth,
    openSocket: (url, subprotocol) => {
      const socket = openNodeSocket(url, subprotocol);
      return links[urls[0] === url ? 0 : 1].over(socket, () =>
        (socket as unknown as { terminate(): void }).terminate(),
      );
    },
    touch: async (times) => void (await truth.touch(times)),
    kill: (edge) => running[edge].close(),
    revive: async (edge) => {
      running[edge] = await start(running[edge].port);
    },
    until,
    stop: async () => {
      await Promise.all(running.map((edge) => edge.close()));
      await broker.close();
      await engine.close();
    },
  };
}

const STEP_MS = 25;
/** Of virtual time: more than any wait of the subscriber. */
const LONGEST_MS = 60_000;

/** Two hubs under one clock that the test moves; each has a broker of its own, which is told the same. */
export class VirtualEdges implements Edges {
  readonly urls = ['ws://one', 'ws://two'] as const;
  readonly links = [new FaultyLink(), new FaultyLink()] as const;
  readonly benches: readonly [EdgeBench, EdgeBench];
  readonly publishers: [Publisher, Publisher];
  /** Of all epochs. */
  readonly published: Publisher[] = [];
  readonly #sockets = new Set<BenchSocket>();
  readonly #isUp = [true, true];
  #now = 0;
  #alarms: { at: number; run: () => void }[] = [];

  constructor(limits: Partial<typeof DEFAULT_LIMITS> = {}) {
    const generous = { wordsPerSecond: 100_000, ...limits };
    this.benches = [new EdgeBench(generous), new EdgeBench(generous)];
    this.publishers = [this.benches[0].publisher(), this.benches[1].publisher()];
    this.published.push(...this.publishers);
  }

  async start(): Promise<this> {
    for (const edge of [0, 1] as const) {
      await this.publishers[edge].begin();
      await this.benches[edge].start();
    }
    return this;
  }

  /** The publisher that is ahead. */
  get truth(): Publisher {
    const [one, two] = this.publishers;
    return one.current.version >= two.current.version ? one : two;
  }

  readonly after: After = (ms, run) => {
    const alarm = { at: this.#now + ms, run };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((each) => each !== alarm);
    };
  };

  readonly openSocket: OpenSocket = (url, subprotocol) => {
    const edge = url === this.urls[0] ? 0 : 1;
    const bench = this.benches[edge];
    const socket = new BenchSocket(
      this.#isUp[edge] === true ? bench.screen(subprotocol.endsWith('protobuf') ? 'protobuf' : 'json') : null,
    );
    this.#sockets.add(socket);
    return this.links[edge].over(socket, () => socket.lose(1006, 'cut'));
  };

  async touch(times = 1): Promise<void> {
    for (const publisher of this.publishers) await publisher.touch(times);
    await this.pass(0);
  }

  /** The same document with a new epoch, on one edge. */
  async renewEpoch(edge: 0 | 1, epoch: string): Promise<void> {
    this.publishers[edge] = this.benches[edge].publisher(header(FINAL_100M), sprinters(), epoch);
    this.published.push(this.publishers[edge]);
    await this.publishers[edge].begin();
    await this.pass(0);
  }

  /** The stream of the edge has lost everything but the newest version. */
  loseHistory(edge: 0 | 1): void {
    const { stored } = this.benches[edge].network.results;
    stored.splice(0, stored.length - 1);
  }

  async kill(edge: 0 | 1): Promise<void> {
    this.#isUp[edge] = false;
    this.links[edge].cut();
    await this.pass(0);
  }

  async revive(edge: 0 | 1): Promise<void> {
    this.#isUp[edge] = true;
  }

  async until(holds: () => boolean): Promise<void> {
    for (let waited = 0; waited <= LONGEST_MS; waited += STEP_MS) {
      await this.pass(0);
      if (holds()) return;
      await this.pass(STEP_MS);
    }
    throw new Error(`does not hold after ${LONGEST_MS} ms`);
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    do {
      const step = Math.min(STEP_MS, until - this.#now);
      for (const { timing } of this.benches) await timing.pass(step);
      this.#now += step;
      await this.#deliver();
      this.#ring();
      await this.#deliver();
    } while (this.#now < until);
  }

  async stop(): Promise<void> {
    for (const bench of this.benches) await bench.stop();
  }

  #ring(): void {
    const due = this.#alarms.filter(({ at }) => at <= this.#now).sort((one, other) => one.at - other.at);
    this.#alarms = this.#alarms.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
  }

  async #deliver(): Promise<void> {
    let isMoving = true;
    while (isMoving) {
      for (const { timing } of this.benches) await timing.settle();
      isMoving = false;
      for (const socket of [...this.#sockets]) {
        if (socket.deliver()) isMoving = true;
        if (socket.isOver) this.#sockets.delete(socket);
      }
    }
  }
}

type Listener = (event: never) => void;

/** A screen of a bench as the socket of a subscriber; what happens is told when the test says so. */
class BenchSocket implements SocketLike {
  binaryType = '';
  readyState = 0;
  isOver = false;
  readonly #screen: TestScreen | null;
  readonly #listeners = new Map<string, Listener[]>();
  #read = 0;
  #closing: { code: number; reason: string } | null = null;

  constructor(screen: TestScreen | null) {
    this.#screen = screen;
    if (screen === null) this.#closing = { code: 1006, reason: 'nobody is there' };
  }

  addEventListener(kind: string, heard: Listener): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), heard]);
  }

  send(text: string): void {
    if (!this.isOver) this.#screen?.screen.heard(text);
  }

  close(code = 1000, reason = ''): void {
    this.lose(code, reason);
  }

  lose(code: number, reason: string): void {
    if (this.isOver) return;
    this.#closing ??= { code, reason };
  }

  /** Tells what has happened since; true when something had. */
  deliver(): boolean {
    if (this.isOver) return false;
    if (this.#closing === null && this.readyState === 0) {
      this.readyState = 1;
      this.#tell('open', {});
      return true;
    }
    const received = this.#closing === null ? (this.#screen?.pair.received.slice(this.#read) ?? []) : [];
    this.#read += received.length;
    for (const { text, bytes } of received) this.#tell('message', { data: text ?? bytes });
    this.#screen?.screen.drained();
    const closing = this.#closing ?? this.#closedByServer();
    if (closing === null) return received.length > 0;
    this.isOver = true;
    this.readyState = 3;
    this.#screen?.screen.gone(closing.code);
    this.#tell('close', closing);
    return true;
  }

  #closedByServer(): { code: number; reason: string } | null {
    const closed = this.#screen?.pair.closed ?? null;
    return closed === null ? null : { code: closed.code, reason: closed.text };
  }

  #tell(kind: string, event: object): void {
    for (const heard of this.#listeners.get(kind) ?? []) heard(event as never);
  }
}
