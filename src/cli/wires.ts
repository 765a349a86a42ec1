import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Broker } from '../broker/broker.ts';
import { ownMetrics } from '../http/numbers.ts';
import { startOwnServer } from '../http/own-server.ts';
import { pullRoutes } from '../http/pull-routes.ts';
import { wiresMetrics } from '../http/wires-metrics.ts';
import type { Missing } from '../model/missing.ts';
import { systemTiming } from '../timing.ts';
import { Gateway } from '../wires/gateway.ts';
import type { GatewayHealth } from '../wires/gateway-health.ts';
import type { Recipient } from '../wires/recipient.ts';
import { RecipientsError } from '../wires/recipients-error.ts';
import { recipientsIn } from '../wires/recipients-file.ts';
import { replay, standsOf } from '../wires/replay.ts';
import { openWay } from '../wires/ways/open-way.ts';
import { brokerLog, brokerOption, connectBroker, withBroker } from './broker-connection.ts';
import { usageFailure } from './failure.ts';
import { loggerFor } from './logging.ts';
import { durationOption, type LogLevel, logLevelOption, port } from './options.ts';
import { BegunAnew } from './processes/begun-anew.ts';
import { withMemory } from './processes/memory-metrics.ts';
import { announceReady, endWithLauncher, untilStopped } from './processes/parent-link.ts';
import { tellHealth } from './processes/told-health.ts';
import { print } from './terminal.ts';
import { type TextColumn, textTable } from './text-table.ts';

interface WiresOptions {
  readonly url?: string;
  readonly host: string;
  readonly port: number;
  readonly pullHost: string;
  readonly pullPort: number;
  readonly settle: number;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
FILE names the recipients: what each wants, in which form and by which way. See src/wires/README.md.

Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond wires wires.json
  $ npx splitsecond wires check wires.json                      the file alone, without a broker
  $ npx splitsecond wires stand wires.json desk                 which numbers a recipient has, and what was given up
  $ npx splitsecond wires replay wires.json desk                what was given up goes out once more
  $ npx splitsecond wires replay wires.json desk 'ATHM100M--------------FNL-000100--/RESULT'

Start it twice, on two machines: one delivers, and the other takes over within seconds.`;

export function wiresCommand(): Command {
  const command = new Command('wires')
    .description('documents to media wires: files (folder, SFTP, FTPS), requests, or a list to pull')
    .argument('<file>', 'the recipients, as JSON')
    .addOption(brokerOption())
    .option('--host <address>', 'where its health is told', '127.0.0.1')
    .option('--port <port>', 'where its health is told; 0 takes a free one', port, 0)
    .option('--pull-host <address>', 'where recipients that pull find what changed', '127.0.0.1')
    .option('--pull-port <port>', 'where recipients that pull find what changed', port, 0)
    .addOption(
      durationOption('--settle <duration>', 'after an epoch has begun, so long nothing is taken back', '30s'),
    )
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(runWires);
  command.addCommand(checkCommand());
  command.addCommand(standCommand());
  command.addCommand(replayCommand());
  return command;
}

const STARTING: readonly Missing[] = [{ code: 'STARTING', message: 'it connects' }];

async function runWires(path: string, options: WiresOptions): Promise<void> {
  const { url, settle, logLevel } = options;
  endWithLauncher();
  const recipients = recipientsOf(path);
  const log = loggerFor('wires', logLevel);
  const running = new BegunAnew<Gateway>({
    connect: () => connectBroker(url, 'wires', brokerLog(log)),
    begin: async (broker) => {
      const gateway = new Gateway({
        broker,
        recipients,
        openWay: (_recipient, way) => openWay(way, systemTiming),
        timing: systemTiming,
        chance: Math.random,
        log,
        settleMs: settle,
      });
      await gateway.start();
      return gateway;
    },
    log,
  });
  const health = (): GatewayHealth | null => running.work?.health() ?? null;
  const server = await tellHealth(options, {
    missing: () => health()?.missing ?? STARTING,
    metrics: withMemory(ownMetrics)(wiresMetrics(health)),
  });
  const pulled = recipients.some(({ way }) => 'pull' in way)
    ? await startOwnServer(
        { host: options.pullHost, port: options.pullPort },
        'try /wires/RECIPIENT.atom',
        (server) => pullRoutes(server, () => running.work?.lists ?? null),
      )
    : null;
  await running.start();
  print(`wires for ${recipients.map(({ name }) => name).join(', ')}\n`);
  if (pulled !== null) print(`what changed, for those who pull: ${pulled.url}/wires/RECIPIENT.atom\n`);
  announceReady({ url: server.url, port: server.port });
  await untilStopped(async () => {
    await running.stop();
    await server.close();
    await pulled?.close();
  });
}

function recipientsOf(path: string): Recipient[] {
  try {
    return recipientsIn(readFileSync(path, 'utf8'), process.env);
  } catch (error) {
    if (error instanceof RecipientsError) throw usageFailure(`${path}: ${error.code}: ${error.message}`);
    throw error;
  }
}

const checkCommand = (): Command =>
  new Command('check')
    .description('whether a file of recipients is right')
    .argument('<file>', 'the recipients')
    .action((path: string) => {
      const lines = recipientsOf(path).map(({ name, form, from, types, disciplines, way }) => [
        name,
        form,
        Object.keys(way)[0]!,
        from,
        types.join(' '),
        disciplines?.join(' ') ?? 'all',
      ]);
      print(textTable(left('recipient', 'form', 'way', 'from', 'types', 'disciplines'), lines));
    });

const standCommand = (): Command =>
  new Command('stand')
    .description('which numbers a recipient has, and what was given up')
    .argument('<file>', 'the recipients')
    .argument('<recipient>', 'its name')
    .addOption(brokerOption())
    .action(async (path: string, name: string, { url }: { url?: string }) => {
      const stands = await ofRecipient(path, name, url, ({ deliveries }) => standsOf(deliveries, name));
      const lines = stands.map(({ story, number, confirmed, dead }) => [
        story,
        String(number),
        String(confirmed),
        dead ?? '',
      ]);
      print(textTable(left('story', 'number', 'confirmed', 'given up'), lines));
    });

const replayCommand = (): Command =>
  new Command('replay')
    .description(
      'what was given up goes out once more, or the stories that are named; under the keys they had',
    )
    .argument('<file>', 'the recipients')
    .argument('<recipient>', 'its name')
    .argument('[stories...]', 'as "wires stand" prints them')
    .addOption(brokerOption())
    .action(async (path: string, name: string, stories: string[], { url }: { url?: string }) => {
      const asked = await ofRecipient(path, name, url, ({ deliveries }) => replay(deliveries, name, stories));
      print(`${asked.length} stories go out once more\n`);
    });

const left = (...labels: readonly string[]): TextColumn[] =>
  labels.map((label) => ({ label, align: 'left' }));

async function ofRecipient<T>(
  path: string,
  name: string,
  url: string | undefined,
  work: (broker: Broker) => Promise<T>,
): Promise<T> {
  if (!recipientsOf(path).some((recipient) => recipient.name === name))
    throw usageFailure(
      `${path} has no recipient "${name}"`,
      'splitsecond wires check prints those that it has',
    );
  return withBroker(url, 'wires', work);
}
