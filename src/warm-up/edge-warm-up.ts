import type { ResultMessage } from '../broker/broker.ts';
import { encoderOf } from '../encode/format.ts';
import { decodeResult } from '../encode/result-codec.ts';
import { History } from '../fanout/channels/history.ts';
import { type ResultBroker, ResultFeed } from '../fanout/channels/result-feed.ts';
import { Shelf } from '../fanout/channels/shelf.ts';
import type { Connection } from '../fanout/connections/connection.ts';
import { newCounts } from '../fanout/edge-counts.ts';
import type { StreamFormat } from '../fanout/frames/stream-format.ts';
import { Hub } from '../fanout/hub.ts';
import { DEFAULT_LIMITS, KEEPALIVE_MS } from '../fanout/limits.ts';
import { systemTiming } from '../timing.ts';
import { warmUpEngine } from './engine-warm-up.ts';
import { rehearsedFacts } from './rehearsal.ts';

const FORMATS: readonly StreamFormat[] = ['json', 'protobuf', 'odf'];

/** A fact makes several versions, and a version a frame in each format. */
const FACTS_OF_EACH = 25;

/** Takes whatever is written, at once. */
const NOWHERE: Connection = {
  writable: true,
  bufferedBytes: 0,
  write: () => true,
  close() {},
  terminate() {},
};

/**
 * Lets an edge's code run before the first version counts on it: what a rehearsed engine publishes goes to screens of every
 * format that are nowhere, through a shelf, a hub and counts of its own.
 */
export async function warmUpEdge(): Promise<void> {
  const messages = await warmUpEngine(rehearsedFacts(FACTS_OF_EACH));
  const shelf = new Shelf();
  const hub = new Hub({
    serverId: 'warm-up',
    history: new History(
      { readResults: async () => [], lastResult: async () => ({ place: 0, last: null }) },
      decodeResult,
    ),
    encoderOf,
    sourceHealth: { of: () => [], behindMs: () => 0 },
    limits: DEFAULT_LIMITS,
    keepaliveMs: KEEPALIVE_MS,
    timing: systemTiming,
    counts: newCounts(),
    upstream: { catchUp: async () => {}, isFed: () => true },
    report: () => {},
  });
  let hear: (message: ResultMessage) => void = () => {};
  const feed = new ResultFeed(
    brokerOf((handler) => {
      hear = handler;
    }),
    shelf,
    decodeResult,
    systemTiming,
    { renewed: (channel, copy) => hub.renewed(channel, copy), conflict() {}, gapFilled() {}, trouble() {} },
  );
  await feed.start();
  for (const format of FORMATS) follow(hub, format);
  for (const message of messages) {
    hear(message);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await feed.stop();
  hub.stop();
}

/** Two in step and one by itself. */
function follow(hub: Hub, format: StreamFormat): void {
  for (const packing of ['plain', 'plain', 'deflated'] as const) {
    const screen = hub.add(NOWHERE, format, packing);
    const delta = format !== 'odf';
    screen.heard(JSON.stringify({ subscribe: { id: 1, channel: '*', mode: 'live', delta } }));
  }
}

/** Has nothing, and lets what is to be heard be said. */
function brokerOf(listening: (handler: (message: ResultMessage) => void) => void): ResultBroker {
  const subscription = { stop: async () => {} };
  return {
    connected: true,
    historyBegan: 0,
    lastResults: async () => new Map(),
    lastResult: async () => ({ place: 0, last: null }),
    keptDocuments: async () => [],
    keptDocument: async () => null,
    readResults: async () => [],
    consumeResults: async () => subscription,
    listenResults: async (handler) => {
      listening(handler);
      return subscription;
    },
  };
}
