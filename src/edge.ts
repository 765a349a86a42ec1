/** One edge: documents from the broker, screens and HTTP on one port. Any number run side by side. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Broker } from './broker/broker.ts';
import { SituationHeard } from './desk/situation-heard.ts';
import type { History } from './fanout/channels/history.ts';
import type { Shelf } from './fanout/channels/shelf.ts';
import type { SourceHealth } from './fanout/channels/source-health.ts';
import { EdgeCore, type EdgeHealth } from './fanout/edge-core.ts';
import { edgePart } from './fanout/edge-part.ts';
import type { Hub } from './fanout/hub.ts';
import { DEFAULT_LIMITS, KEEPALIVE_MS, type Limits } from './fanout/limits.ts';
import { STREAM_PATH, StreamServer } from './fanout/stream-server.ts';
import { edgeMetrics } from './http/edge-metrics.ts';
import { httpServer } from './http/http-server.ts';
import { type MetricsText, ownMetrics } from './http/numbers.ts';
import type { OperationsView } from './http/operations-routes.ts';
import type { PartWord } from './incidents/part.ts';
import { PARTS_TOPIC } from './incidents/part-words.ts';
import { bytesOf } from './incidents/said.ts';
import { OnAirHeard } from './on-air/on-air-heard.ts';
import type { ProgramLog } from './program-log.ts';
import { wordsIn } from './sports.ts';
import { systemTiming, type Timing } from './timing.ts';

export interface EdgeOptions {
  /** Stays the caller's: closing the edge does not close it. */
  readonly broker: Broker;
  /** Default 127.0.0.1: nothing is open to the network unless asked for. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Pages of other origins that may ask: `https://screens.example`, `*` for all. Default: none. */
  readonly allowOrigins?: readonly string[];
  /** Names by which it may be asked, beside addresses, `localhost` and `host`. */
  readonly allowHosts?: readonly string[];
  readonly serverId?: string;
  readonly limits?: Partial<Limits>;
  readonly keepaliveMs?: number;
  readonly sourceHealth?: SourceHealth;
  readonly timing?: Timing;
  readonly modulesFolder?: string;
  /** Where `/metrics` takes its text from; its own registry when not given. */
  readonly metricsOf?: MetricsText;
  readonly log?: ProgramLog;
  /** What its control room shows and may do; by default it shows what desks say, and does nothing. */
  readonly operations?: (core: EdgeCore, onAir: OnAirHeard) => Operations;
}

export interface Operations extends OperationsView {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What it says of itself in place of an edge. */
  part?(): Omit<PartWord, 'url' | 'isLeaving'>;
}

/** How often it says how it is. */
const PART_MS = 1_000;

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
  const core = new EdgeCore({
    broker,
    serverId: options.serverId ?? randomUUID().slice(0, 8),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    keepaliveMs: options.keepaliveMs ?? KEEPALIVE_MS,
    timing,
    log,
    ...(options.sourceHealth === undefined ? {} : { sourceHealth: options.sourceHealth }),
  });
  const { shelf, history, hub } = core;
  const { allowOrigins: origins = [], allowHosts = [] } = options;
  const admitted = { origins, hosts: [...allowHosts, host.toLowerCase()] };
  const health = (): EdgeHealth => core.health();
  const onAir = new OnAirHeard(broker, timing);
  const operations = options.operations?.(core, onAir) ?? lookedAt(broker, timing);
  const server = httpServer({
    shelf,
    operations,
    onAir,
    behind: () => health().behind,
    history,
    hub,
    metrics: metricsOf(edgeMetrics(core.counts, hub, history, health, () => onAir.pages)),
    missing: () => health().missing,
    report: core.report,
    admitted,
    words: wordsIn,
    ...(options.modulesFolder === undefined ? {} : { modulesFolder: options.modulesFolder }),
  });
  const stream = new StreamServer(hub, server.server, admitted);
  const stopCore = async (): Promise<void> => {
    await operations.stop();
    await onAir.stop();
    await core.stop();
  };
  await core.start();
  try {
    await onAir.start();
    await operations.start();
    await server.listen({ host, port, backlog: WAITING_CONNECTIONS });
  } catch (error) {
    // A port that is taken leaves nothing running behind.
    await stopCore();
    throw error;
  }
  const bound = (server.server.address() as AddressInfo).port;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${bound}`;
  const httpUrl = `http://${authority}`;
  const name = randomUUID();
  const sayPart = (isLeaving: boolean): void => {
    const own = operations.part?.() ?? edgePart(name, hub, health(), core.counts);
    broker.calls.call(PARTS_TOPIC, bytesOf({ ...own, url: httpUrl, isLeaving, pages: onAir.pages }));
  };
  const stopTelling = timing.every(PART_MS, () => sayPart(false));
  sayPart(false);
  log.info({ host, port: bound, documents: shelf.size }, 'edge is open');
  return {
    host,
    port: bound,
    httpUrl,
    streamUrl: `ws://${authority}${STREAM_PATH}`,
    hub,
    shelf,
    history,
    close: async () => {
      stopTelling();
      sayPart(true);
      // Screens that are still to be told go on getting what comes.
      await stream.close();
      await stopCore();
      await server.close();
    },
  };
}

/**
 * Connections that the kernel holds for us until we take them; it cuts the number to its own (`somaxconn`). When all screens
 * come back in one moment, those beyond it wait a second and more until they try again.
 */
const WAITING_CONNECTIONS = 16_384;

function lookedAt(broker: Broker, timing: Timing): Operations {
  const heard = new SituationHeard(broker, timing);
  return { newest: () => heard.newest(), desk: null, start: async () => {}, stop: () => heard.stop() };
}

const SILENT: ProgramLog = { info() {}, warn() {}, error() {} };
