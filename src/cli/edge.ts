import { Command, Option } from 'commander';
import { startEdge } from '../edge.ts';
import { brokerLog, brokerOption, connectBroker } from './broker-connection.ts';
import { loggerFor } from './logging.ts';
import { LOG_LEVELS, type LogLevel, port } from './options.ts';
import { announceReady, endWithLauncher, untilStopped } from './processes/parent-link.ts';

interface EdgeCommandOptions {
  readonly url?: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond edge --port 8080
  $ npx splitsecond edge --url nats://broker:4222 --host 0.0.0.0 --port 8080   reachable from other machines

Any number of edges may run; each serves all documents to its own screens.`;

export const edgeCommand = (): Command =>
  new Command('edge')
    .description('one edge: standings to screens, over WebSockets and HTTP')
    .addOption(brokerOption())
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <port>', 'where to listen; 0 takes a free one', port, 0)
    .addOption(
      new Option('--log-level <level>', 'logs on stderr, as JSON').choices(LOG_LEVELS).default('info'),
    )
    .addHelpText('after', EXAMPLES)
    .action(runEdge);

async function runEdge(options: EdgeCommandOptions): Promise<void> {
  endWithLauncher();
  const log = loggerFor('edge', options.logLevel);
  const broker = await connectBroker(options.url, 'edge', brokerLog(log));
  const edge = await startEdge({ broker, host: options.host, port: options.port, log });
  if (process.connected !== true) process.stdout.write(`${edge.httpUrl}  ${edge.streamUrl}\n`);
  announceReady({ url: edge.httpUrl, port: edge.port });
  await untilStopped(async () => {
    await edge.close();
    await broker.close();
  });
}
