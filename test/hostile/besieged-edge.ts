import { readFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { RawSocket } from '../../src/conformance/wire/raw-socket.ts';
import type { Limits } from '../../src/fanout/limits.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';
import { WellBehaved } from './well-behaved.ts';

/** A line of the edge's log about peers that were turned away. */
interface LogLine {
  readonly code: string;
  readonly times: number;
}

/** An edge with a well-behaved screen, and everything that can be seen of what an attack does to it. */
export class BesiegedEdge {
  readonly running: RunningEdge;
  readonly screen: WellBehaved;
  readonly log: LogLine[];
  readonly #peers: RawSocket[] = [];

  private constructor(running: RunningEdge, screen: WellBehaved, log: LogLine[]) {
    this.running = running;
    this.screen = screen;
    this.log = log;
  }

  static async start(
    limits: Partial<Limits> = {},
    ...rows: Parameters<typeof runningEdge>[1][]
  ): Promise<BesiegedEdge> {
    const log: LogLine[] = [];
    const note = (fields: object, message: string): void => {
      if (message === 'turned away') log.push(fields as LogLine);
    };
    const options = { limits, keepaliveMs: 1_000, log: { info() {}, error() {}, warn: note } };
    const running = await runningEdge(options, ...(rows as []));
    return new BesiegedEdge(running, await WellBehaved.join(running), log);
  }

  get counts() {
    return this.running.edge.hub.counts;
  }

  turnedAway(code: string): number {
    return (this.running.edge.hub.turnedAway.counts as ReadonlyMap<string, number>).get(code) ?? 0;
  }

  /** A TCP connection on which nothing has been said. */
  connect(): RawSocket {
    const peer = new RawSocket(new URL(this.running.edge.streamUrl));
    this.#peers.push(peer);
    return peer;
  }

  /** A connection with the handshake done. */
  async join(options: Parameters<typeof RawSocket.open>[1] = {}): Promise<RawSocket> {
    const peer = await RawSocket.open(this.running.edge.streamUrl, options);
    this.#peers.push(peer);
    return peer;
  }

  /** The value of a metric, labels included in its name. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.running.edge.httpUrl}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? 0 : Number(line.split(' ').at(-1));
  }

  async stop(): Promise<void> {
    this.screen.close();
    for (const peer of this.#peers) peer.destroy();
    await this.running.stop();
  }
}

/** Open files that a process may have (Linux); null where it cannot be read. */
export function openFilesMax(): number | null {
  try {
    const line = /Max open files\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'));
    return line === null ? null : Number(line[1]);
  } catch {
    return null;
  }
}

/** Bytes that this process, which holds the edge, has on its heap and beside it once garbage is gone. */
export function memoryBytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export { until };

/** How the tests of a file start their edge: it is stopped after each of them. */
export function besiegedEdges(): typeof BesiegedEdge.start {
  let besieged: BesiegedEdge | null = null;
  afterEach(async () => {
    await besieged?.stop();
    besieged = null;
  });
  return async (...args) => {
    besieged = await BesiegedEdge.start(...args);
    return besieged;
  };
}
