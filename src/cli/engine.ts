import { Command } from 'commander';
import type { Broker } from '../broker/broker.ts';
import { Checkpoints } from '../checkpoints/checkpoints.ts';
import { FolderStore } from '../checkpoints/folder-store.ts';
import type { CheckpointKeeper } from '../engine/checkpoint.ts';
import type { EngineHealth } from '../engine/engine-health.ts';
import { type Engine, startEngine } from '../engine.ts';
import { engineMetrics } from '../http/engine-metrics.ts';
import { ownMetrics } from '../http/numbers.ts';
import type { Missing } from '../model/missing.ts';
import { warmUpEngine } from '../warm-up/engine-warm-up.ts';
import { brokerLog, brokerOption, connectBroker } from './broker-connection.ts';
import { loggerFor } from './logging.ts';
import { disciplines, durationOption, type LogLevel, logLevelOption, port } from './options.ts';
import { BegunAnew } from './processes/begun-anew.ts';
import { withMemory } from './processes/memory-metrics.ts';
import { announceReady, endWithLauncher, untilStopped } from './processes/parent-link.ts';
import { tellHealth } from './processes/told-health.ts';
import { warm } from './processes/warm.ts';

interface EngineCommandOptions {
  readonly url?: string;
  readonly host: string;
  readonly port: number;
  readonly disciplines?: readonly string[];
  readonly supersede?: true;
  readonly checkpoints?: string;
  readonly checkpointEvery: number;
  readonly archive?: string;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond engine
  $ npx splitsecond engine --url nats://broker:4222 --disciplines ATH,SWM
  $ npx splitsecond engine --checkpoints /var/lib/splitsecond --archive /var/lib/archive
  $ npx splitsecond engine --port 9090        /healthz, /readyz and /metrics there

Any number of engines may run: all compute the same, each version is published once, and when one
dies nothing changes on any screen.`;

export const engineCommand = (): Command =>
  new Command('engine')
    .description('one engine: facts in, standings out')
    .addOption(brokerOption())
    .option('--host <address>', 'where its health is told', '127.0.0.1')
    .option('--port <port>', 'where its health is told; 0 takes a free one', port, 0)
    .option('--disciplines <codes>', 'only these, for example ATH,SWM', disciplines)
    .option('--supersede', 'what this program computes counts from now on, although a newer one was here')
    .option('--checkpoints <folder>', 'where it puts itself down, beside the broker')
    .addOption(durationOption('--checkpoint-every <duration>', 'how often', '1m', '100ms'))
    .option('--archive <folder>', 'facts that were cut from the broker, for when there is no checkpoint')
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(runEngine);

const STARTING: readonly Missing[] = [{ code: 'STARTING', message: 'it connects, or warms up' }];

async function runEngine(options: EngineCommandOptions): Promise<void> {
  const { url, disciplines: only, supersede = false, archive, logLevel } = options;
  endWithLauncher();
  const log = loggerFor('engine', logLevel);
  const running = new BegunAnew<Engine>({
    connect: () => connectBroker(url, 'engine', brokerLog(log)),
    begin: (broker, since, lost) =>
      startEngine({
        broker,
        log,
        supersede,
        lost,
        ...(since === null ? {} : { epochBefore: since.epoch }),
        checkpoints: { keeper: keeperOf(broker, options), everyMs: options.checkpointEvery },
        ...(only === undefined ? {} : { disciplines: only }),
        ...(archive === undefined ? {} : { archive }),
        healthUrl: server.url,
      }),
    log,
  });
  const health = (): EngineHealth | null => running.work?.health() ?? null;
  const server = await tellHealth(options, {
    missing: () => health()?.missing ?? STARTING,
    metrics: withMemory(ownMetrics)(engineMetrics(health)),
  });
  await warm(warmUpEngine);
  const engine = await running.start();
  // Ready is warm and current: who starts several one after the other never has less than the newest documents.
  void engine.current.then(() => announceReady({ url: server.url, port: server.port }));
  await untilStopped(async () => {
    await running.stop();
    await server.close();
  });
}

/** The folder outlives the broker's store, and goes before it. */
const keeperOf = (
  broker: Broker,
  { checkpoints: folder, disciplines: only }: EngineCommandOptions,
): CheckpointKeeper =>
  new Checkpoints([...(folder === undefined ? [] : [new FolderStore(folder)]), broker.pieces], only);
