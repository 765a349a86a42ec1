import { Command } from 'commander';
import { withoutSecrets } from '../broker/nats/connect.ts';
import { launch } from './launcher.ts';
import { loggerFor } from './logging.ts';
import {
  allowHostOption,
  allowOriginOption,
  brokerHostOption,
  brokerPortOption,
  disciplines,
  type LogLevel,
  logLevelOption,
  port,
  processes,
} from './options.ts';
import { LAUNCHER_PATIENCE_MS, untilStopped } from './processes/parent-link.ts';
import { print } from './terminal.ts';

interface UpOptions {
  readonly host: string;
  readonly port: number;
  readonly engines: number;
  readonly workers: number;
  readonly allowOrigin?: readonly string[];
  readonly allowHost?: readonly string[];
  readonly brokerHost: string;
  readonly brokerPort?: number;
  readonly store?: string;
  readonly disciplines?: readonly string[];
  readonly archive?: string;
  readonly desk?: true;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Examples:
  $ npx splitsecond up                            free ports, nothing kept
  $ npx splitsecond up --port 8080 --engines 2 --store ./results-store
  $ npx splitsecond up --broker-host 0.0.0.0 --broker-port 4222    venues on other machines say NATS_URL=nats://THIS:4222
  $ NATS_URL=nats://broker:4222 npx splitsecond up    with a broker that runs already`;

export const upCommand = (): Command =>
  new Command('up')
    .description('broker, engine and edge on this machine, waiting for facts')
    .option('--host <address>', 'where the edge listens', '127.0.0.1')
    .option('--port <port>', 'where the edge listens; 0 takes a free one', port, 0)
    .option('--engines <n>', 'how many engines side by side', processes, 1)
    .option('--workers <n>', 'processes that share the edge’s port', processes, 1)
    .option('--store <folder>', 'keep facts and standings here')
    .option('--disciplines <codes>', 'only these, for example ATH,SWM', disciplines)
    .option('--archive <folder>', 'facts that were cut from the broker, for engines that start')
    .option('--desk', 'a desk of the control room beside it, on this machine only')
    .addOption(allowOriginOption())
    .addOption(allowHostOption())
    .addOption(brokerPortOption())
    .addOption(brokerHostOption())
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(up);

async function up(options: UpOptions): Promise<void> {
  const launched = await launch(options, loggerFor('launcher', options.logLevel));
  print(
    [
      `broker    ${withoutSecrets(launched.natsUrl)}`,
      `HTTP      ${launched.httpUrl}/v1/documents`,
      `stream    ${launched.streamUrl}`,
      `health    ${[launched.httpUrl, ...launched.engineUrls].map((url) => `${url}/readyz`).join('  ')}`,
      ...(launched.deskUrl === null
        ? []
        : [`desk      ${launched.deskUrl}/operations  on this machine only`]),
      `facts in  ${launched.ownBroker ? `NATS_URL=${launched.natsUrl} ` : ''}npx splitsecond replay FEED`,
      'Ctrl-C stops everything.',
      '',
    ].join('\n'),
  );
  await untilStopped(launched.stop, LAUNCHER_PATIENCE_MS);
}
