import { Command } from 'commander';
import { type Edge, startEdge } from '../edge.ts';
import { type MetricsText, ownMetrics } from '../http/numbers.ts';
import { brokerLog, brokerOption, connectBroker } from './broker-connection.ts';
import { freePort, mustBeFree } from './free-port.ts';
import { loggerFor } from './logging.ts';
import {
  allowHostOption,
  allowOriginOption,
  type LogLevel,
  logLevelOption,
  port,
  processes,
} from './options.ts';
import { BegunAnew } from './processes/begun-anew.ts';
import { startEdgeWorkers, workerPort } from './processes/edge-workers.ts';
import { withMemory } from './processes/memory-metrics.ts';
import {
  announceReady,
  endWithLauncher,
  LAUNCHER_PATIENCE_MS,
  type Ready,
  untilStopped,
} from './processes/parent-link.ts';
import { warm } from './processes/warm.ts';
import { metricsOfAllWorkers } from './processes/worker-metrics.ts';
import { print } from './terminal.ts';

interface EdgeCommandOptions {
  readonly url?: string;
  readonly host: string;
  readonly port: number;
  readonly workers: number;
  readonly allowOrigin?: readonly string[];
  readonly allowHost?: readonly string[];
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond edge --port 8080
  $ npx splitsecond edge --url nats://broker:4222 --host 0.0.0.0 --port 8080   reachable from other machines
  $ npx splitsecond edge --port 8080 --workers 4                               on four cores
  $ npx splitsecond edge --port 8080 --allow-host results.example --allow-origin https://screens.example

Any number of edges may run; each serves all documents to its own screens.`;

export const edgeCommand = (): Command =>
  new Command('edge')
    .description('one edge: standings to screens, over WebSockets and HTTP')
    .addOption(brokerOption())
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <port>', 'where to listen; 0 takes a free one', port, 0)
    .option('--workers <n>', 'processes that share the port, for more cores', processes, 1)
    .addOption(allowOriginOption())
    .addOption(allowHostOption())
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(runEdge);

async function runEdge(options: EdgeCommandOptions): Promise<void> {
  endWithLauncher();
  const sharedPort = workerPort();
  if (options.workers === 1) await runOne(options, ownMetrics);
  else if (sharedPort !== null) await runOne({ ...options, port: sharedPort }, metricsOfAllWorkers);
  else await runWorkers(options);
}

async function runOne(options: EdgeCommandOptions, metricsOf: MetricsText): Promise<void> {
  const log = loggerFor('edge', options.logLevel);
  // What it rehearses with is the half of an engine, which an edge has no other use for.
  await warm(async () => (await import('../warm-up/edge-warm-up.ts')).warmUpEdge());
  const { host, allowOrigin, allowHost } = options;
  const allMetrics = withMemory(metricsOf);
  const running = new BegunAnew<Edge>({
    connect: () => connectBroker(options.url, 'edge', brokerLog(log)),
    // Where it listened before, so that screens find it.
    begin: (broker, since) =>
      startEdge({
        broker,
        host,
        port: since?.port ?? options.port,
        log,
        ...(allowOrigin === undefined ? {} : { allowOrigins: allowOrigin }),
        ...(allowHost === undefined ? {} : { allowHosts: allowHost }),
        metricsOf: allMetrics,
      }),
    log,
  });
  const edge = await running.start();
  tellReady({ url: edge.httpUrl, port: edge.port });
  await untilStopped(() => running.stop());
}

async function runWorkers({ host, port, workers, logLevel }: EdgeCommandOptions): Promise<void> {
  const shared = port === 0 ? await freePort(host) : port;
  if (port !== 0) await mustBeFree(host, port);
  const running = await startEdgeWorkers(workers, shared, loggerFor('edge', logLevel));
  tellReady(running.ready);
  await untilStopped(running.stop, LAUNCHER_PATIENCE_MS);
}

/** To the launcher or, without one, to the person at the terminal. */
function tellReady(ready: Ready): void {
  const stream = `${ready.url?.replace(/^http/, 'ws')}/v1/stream`;
  if (process.connected !== true) print(`${ready.url}  ${stream}\n`);
  announceReady(ready);
}
