/** One edge: documents from the broker, screens and HTTP on one port. Any number run side by side. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Broker } from './broker/broker.ts';
import { encoderOf } from './encode/format.ts';
import { decodeResult } from './encode/result-codec.ts';
import { History } from './fanout/channels/history.ts';
import { ResultFeed } from './fanout/channels/result-feed.ts';
import { Shelf } from './fanout/channels/shelf.ts';
import { type SourceHealth, secondsOf, VenueSources } from './fanout/channels/source-health.ts';
import { newCounts } from './fanout/edge-counts.ts';
import { Hub } from './fanout/hub.ts';
import { DEFAULT_LIMITS, KEEPALIVE_MS, type Limits } from './fanout/limits.ts';
import { STREAM_PATH, StreamServer } from './fanout/stream-server.ts';
import { systemTiming, type Timing } from './fanout/timing.ts';
import { httpServer } from './http/http-server.ts';
import { edgeMetrics, type MetricsText, ownMetrics } from './http/metrics.ts';
import { wordsIn } from './sports.ts';

export interface EdgeOptions {
  /** Stays the caller's: closing the edge does not close it. */
  readonly broker: Broker;
  /** Default 127.0.0.1: nothing is open to the network unless asked for. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly serverId?: string;
  readonly limits?: Partial<Limits>;
  readonly keepaliveMs?: number;
  readonly sourceHealth?: SourceHealth;
  readonly timing?: Timing;
  readonly modulesFolder?: string;
  /** Where `/metrics` takes its text from; its own registry when not given. */
  readonly metricsOf?: MetricsText;
  readonly log?: EdgeLog;
}

/** The part of a pino logger that an edge uses. */
export interface EdgeLog {
  /** For whoever follows a fact: a line for each version. */
  debug?(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Edge {
  readonly host: string;
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly httpUrl: string;
  /** `ws://127.0.0.1:PORT/v1/stream` */
  readonly streamUrl: string;
  readonly hub: Hub;
  readonly shelf: Shelf;
  readonly history: History;
  close(): Promise<void>;
}

/** Resolves when there is a copy of every published document and connections are accepted. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const {
    broker,
    host = '127.0.0.1',
    port = 0,
    log = SILENT,
    timing = systemTiming,
    metricsOf = ownMetrics,
  } = options;
  const counts = newCounts();
  const shelf = new Shelf();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const history = new History(broker, decodeResult, limits.historyReads);
  const report = (what: string, error: unknown): void => log.warn({ err: error, what }, 'survived a failure');
  const sources = new VenueSources(
    () => broker.connected,
    () => feed.readUntil,
  );
  const hub = new Hub({
    serverId: options.serverId ?? randomUUID().slice(0, 8),
    history,
    encoderOf,
    sourceHealth: options.sourceHealth ?? sources,
    limits,
    keepaliveMs: options.keepaliveMs ?? KEEPALIVE_MS,
    timing,
    counts,
    upstream: { catchUp: (channel, epoch) => feed.catchUp(channel, epoch), isFed: () => broker.connected },
    report,
    reportTurnedAway: (about) => log.warn(about, 'turned away'),
  });
  const feed = new ResultFeed(broker, shelf, decodeResult, timing, {
    renewed: (channel, copy) => hub.renewed(channel, copy),
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
  const behind = (): number | null => secondsOf((options.sourceHealth ?? sources).behindMs(timing.now()));
  const server = httpServer({
    shelf,
    behind,
    history,
    hub,
    metrics: metricsOf(edgeMetrics(counts, hub, history, behind)),
    notReady: () => {
      if (hub.isDraining) return 'about to stop';
      return broker.connected ? null : 'no connection to the broker';
    },
    report,
    words: wordsIn,
    ...(options.modulesFolder === undefined ? {} : { modulesFolder: options.modulesFolder }),
  });
  const stream = new StreamServer(hub, server.server);
  await feed.start();
  const told = await broker.watchSourceNews((news) => sources.take(news, timing.now()));
  try {
    await server.listen({ host, port, backlog: WAITING_CONNECTIONS });
  } catch (error) {
    // A port that is taken leaves nothing running behind.
    await Promise.all([feed.stop(), told.stop()]);
    hub.stop();
    throw error;
  }
  const bound = (server.server.address() as AddressInfo).port;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${bound}`;
  log.info({ host, port: bound, documents: shelf.size }, 'edge is open');
  return {
    host,
    port: bound,
    httpUrl: `http://${authority}`,
    streamUrl: `ws://${authority}${STREAM_PATH}`,
    hub,
    shelf,
    history,
    close: async () => {
      // Screens that are still to be told go on getting what comes.
      await stream.close();
      await Promise.all([feed.stop(), told.stop()]);
      hub.stop();
      await server.close();
    },
  };
}

/**
 * Connections that the kernel holds for us until we take them; it cuts the number to its own (`somaxconn`). When all screens
 * come back in one moment, those beyond it wait a second and more until they try again.
 */
const WAITING_CONNECTIONS = 16_384;

const SILENT: EdgeLog = { info() {}, warn() {}, error() {} };
