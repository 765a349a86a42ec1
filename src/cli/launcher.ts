import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { OpenBrokerOptions } from '../setup/open-broker.ts';
import { brokerLog, openedBroker } from './broker-connection.ts';
import { asFailure, Failure, usageFailure } from './failure.ts';
import { mustBeFree } from './free-port.ts';
import type { LogLevel } from './options.ts';
import type { Ready } from './processes/parent-link.ts';
import { SupervisedProcess, spawnCommand } from './processes/supervised-process.ts';
import { rememberStream } from './stream-url.ts';

export interface LaunchOptions {
  readonly logLevel: LogLevel;
  readonly engines: number;
  readonly host?: string;
  readonly port?: number;
  /** Where a broker that is started here listens. Default: 127.0.0.1, at a free port. */
  readonly brokerHost?: string;
  readonly brokerPort?: number;
  /** Processes that share the edge's port. Default: one. */
  readonly workers?: number;
  /** Browsers that the edge answers beside those with its own pages. */
  readonly allowOrigin?: readonly string[];
  readonly allowHost?: readonly string[];
  /** Keeps the streams; without it they go when the broker stops. */
  readonly store?: string;
  /** Bytes after which the oldest versions go, of a broker that is started here. Default: never. */
  readonly resultsMaxBytes?: number;
  readonly disciplines?: readonly string[];
  /** The folder of an archive, for facts that were cut from the broker. */
  readonly archive?: string;
  /** A desk of the control room beside it. Default: none. */
  readonly desk?: boolean;
}

/** Where the pipeline can be reached. */
export interface Launched {
  readonly natsUrl: string;
  /** True when the broker was started here, and goes with the launcher. */
  readonly ownBroker: boolean;
  /** `http://127.0.0.1:PORT` */
  readonly httpUrl: string;
  readonly streamUrl: string;
  /** Where each engine tells its health: `http://127.0.0.1:PORT`. */
  readonly engineUrls: readonly string[];
  /** The desk of the control room; null where there is none. */
  readonly deskUrl: string | null;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const PROGRAM = fileURLToPath(new URL('./splitsecond.js', import.meta.url));

/**
 * Starts broker, engines and edge on this machine, each a process of its own, and watches over them.
 * Resolves when screens can connect and see the newest of everything. Whatever was started is stopped when something does not start.
 */
export async function launch(options: LaunchOptions, log: Logger): Promise<Launched> {
  await mustBeFree(options.host ?? LOOPBACK, options.port ?? 0);
  await brokerMustBeFree(options);
  const broker = await openedBroker({
    name: 'launcher',
    log: brokerLog(log),
    ...ownBrokerOf(options),
  });
  const environment = { NATS_URL: broker.url };
  const level = ['--log-level', options.logLevel];
  const names = Array.from({ length: options.engines }, (_none, index) => `engine ${index + 1}`);
  const supervised = (name: string, args: (since: Ready | null) => readonly string[]): SupervisedProcess =>
    new SupervisedProcess({ name, begin: (since) => spawnCommand(PROGRAM, args(since), environment) }, log);
  const engines = names.map((name) =>
    supervised(name, (since) => ['engine', ...level, ...engineArgs(options), ...healthArgs(since)]),
  );
  const edge = supervised('edge', (since) => ['edge', ...level, ...listenArgs(options, since)]);
  const desk =
    options.desk === true
      ? supervised('desk', (since) => ['desk', ...level, ...deskArgs(options, since)])
      : null;
  let forgetStream = (): void => {};
  const stop = async (): Promise<void> => {
    forgetStream();
    const all = [edge, ...engines, ...(desk === null ? [] : [desk])];
    await Promise.all(all.map((process) => process.stop()));
    await broker.close();
  };
  try {
    const [ready, deskReady, ...engineReady] = await Promise.all([
      edge.start(),
      desk?.start() ?? null,
      ...engines.map((engine) => engine.start()),
    ]);
    const httpUrl = ready.url!;
    const engineUrls = engineReady.map(({ url }) => url!);
    const deskUrl = deskReady?.url ?? null;
    await untilCurrent(httpUrl, log);
    const streamUrl = `${httpUrl.replace(/^http/, 'ws')}/v1/stream`;
    forgetStream = rememberStream(streamUrl);
    const ownBroker = broker.server !== null;
    return { natsUrl: broker.url, ownBroker, httpUrl, streamUrl, engineUrls, deskUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A broker that somebody else runs is not ours to bound or to place. */
const isForeign = (): boolean => Boolean(process.env.NATS_URL);

function ownBrokerOf({ store, brokerHost, brokerPort, resultsMaxBytes }: LaunchOptions): OpenBrokerOptions {
  if (isForeign()) return {};
  return {
    ...(store === undefined ? {} : { storeDirectory: store }),
    ...(brokerHost === undefined ? {} : { host: brokerHost }),
    ...(brokerPort === undefined ? {} : { port: brokerPort }),
    ...(resultsMaxBytes === undefined ? {} : { resultsMaxBytes }),
  };
}

async function brokerMustBeFree({ brokerHost = LOOPBACK, brokerPort }: LaunchOptions): Promise<void> {
  const isPlaced = brokerPort !== undefined || brokerHost !== LOOPBACK;
  if (isForeign() && isPlaced)
    throw usageFailure(
      'NATS_URL names a broker that runs already',
      'leave out NATS_URL, or --broker-port and --broker-host',
    );
  if (!isPlaced) return;
  try {
    await mustBeFree(brokerHost, brokerPort ?? 0);
  } catch (error) {
    const { message, todo } = asFailure(error);
    throw new Failure(message, todo?.replaceAll('--', '--broker-'));
  }
}

const engineArgs = ({ disciplines, archive }: LaunchOptions): string[] => [
  ...(disciplines === undefined ? [] : ['--disciplines', disciplines.join(',')]),
  ...(archive === undefined ? [] : ['--archive', archive]),
];

/** An engine that is started again tells its health where it did. */
const healthArgs = (since: Ready | null): string[] =>
  since?.port === undefined ? [] : ['--port', String(since.port)];

/** One that is started again is where it was. It knows how many of each there should be. */
const deskArgs = ({ engines, workers = 1 }: LaunchOptions, since: Ready | null): string[] => [
  ...['--engines', String(engines), '--edges', String(workers)],
  ...(since?.port === undefined ? [] : ['--port', String(since.port)]),
];

/** An edge that is started again listens where it did, so that screens find it. */
function listenArgs(
  { host, port, workers, allowOrigin, allowHost }: LaunchOptions,
  since: Ready | null,
): string[] {
  const at = since?.port ?? port;
  return [
    ...(workers === undefined ? [] : ['--workers', String(workers)]),
    ...(host === undefined ? [] : ['--host', host]),
    ...(at === undefined ? [] : ['--port', String(at)]),
    ...(allowOrigin === undefined ? [] : ['--allow-origin', allowOrigin.join(',')]),
    ...(allowHost === undefined ? [] : ['--allow-host', allowHost.join(',')]),
  ];
}

const LOOK_AGAIN_MS = 100;
const SAY_AGAIN_MS = 5_000;

/** Until the edge says that it is current; what is missing is logged now and then. */
async function untilCurrent(httpUrl: string, log: Logger): Promise<void> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const response = await fetch(`${httpUrl}/readyz`, { headers: { connection: 'close' } }).catch(() => null);
    if (response?.ok === true) return;
    const said = (await response?.json().catch(() => null)) as { missing?: unknown } | null | undefined;
    if (waited % SAY_AGAIN_MS === 0 && waited > 0) log.warn({ missing: said?.missing }, 'not ready yet');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
