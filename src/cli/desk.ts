import { Command, InvalidArgumentError } from 'commander';
import { type Desk, startDesk } from '../desk.ts';
import { ownMetrics } from '../http/numbers.ts';
import { brokerLog, brokerOption, connectBroker } from './broker-connection.ts';
import { loggerFor } from './logging.ts';
import { type LogLevel, logLevelOption, port, upTo } from './options.ts';
import { BegunAnew } from './processes/begun-anew.ts';
import { withMemory } from './processes/memory-metrics.ts';
import { announceReady, endWithLauncher, untilStopped } from './processes/parent-link.ts';
import { print } from './terminal.ts';

interface DeskCommandOptions {
  readonly url?: string;
  readonly port: number;
  readonly name: string;
  readonly outbox?: string;
  readonly engines?: number;
  readonly edges?: number;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond desk --port 8090
  $ npx splitsecond desk --name venue-2 --outbox /var/lib/desk --engines 2 --edges 3

It listens on 127.0.0.1 alone: whoever reaches it may release facts, until there is accreditation. From another machine: ssh -L.
Two desks show one state: what is acknowledged at one is acknowledged at the other.`;

const SOURCE_NAME = /^[A-Za-z0-9_-]{1,32}$/;

function deskName(text: string): string {
  if (!SOURCE_NAME.test(text)) throw new InvalidArgumentError('write a name of letters, digits, - and _');
  return text;
}

export const deskCommand = (): Command =>
  new Command('desk')
    .description('the control room’s desk: what is wrong, who has it in hand, and facts to release')
    .addOption(brokerOption())
    .option('--port <port>', 'where it listens on this machine; 0 takes a free one', port, 0)
    .option('--name <name>', 'by which its facts name it; one each', deskName, 'desk')
    .option('--outbox <folder>', 'keeps what it says until an engine has processed it')
    .option('--engines <n>', 'so many there should be, whether they were ever heard or not', upTo(1_000))
    .option('--edges <n>', 'the same of edges', upTo(1_000))
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(runDesk);

async function runDesk(options: DeskCommandOptions): Promise<void> {
  const { url, name, outbox, engines, edges, logLevel } = options;
  endWithLauncher();
  const log = loggerFor('desk', logLevel);
  const metricsOf = withMemory(ownMetrics);
  const running = new BegunAnew<Desk>({
    connect: () => connectBroker(url, 'desk', brokerLog(log)),
    begin: (broker, since) =>
      startDesk({
        broker,
        port: since?.port ?? options.port,
        name,
        log,
        least: {
          ...(engines === undefined ? {} : { engine: engines }),
          ...(edges === undefined ? {} : { edge: edges }),
        },
        metricsOf,
        ...(outbox === undefined ? {} : { outbox }),
      }),
    log,
  });
  const desk = await running.start();
  if (process.connected !== true)
    print(
      `${desk.httpUrl}/operations  on this machine only\n${desk.httpUrl}/graphics/desk  takes graphics to outputs\n`,
    );
  announceReady({ url: desk.httpUrl, port: desk.port });
  await untilStopped(() => running.stop());
}
