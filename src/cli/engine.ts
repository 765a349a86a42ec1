import { Command, Option } from 'commander';
import { startEngine } from '../engine.ts';
import { warmUpEngine } from '../warm-up/engine-warm-up.ts';
import { brokerLog, brokerOption, connectBroker } from './broker-connection.ts';
import { loggerFor } from './logging.ts';
import { disciplines, LOG_LEVELS, type LogLevel } from './options.ts';
import { endWhenReplaced } from './processes/broker-memory.ts';
import { announceReady, endWithLauncher, untilStopped } from './processes/parent-link.ts';

interface EngineCommandOptions {
  readonly url?: string;
  readonly disciplines?: readonly string[];
  readonly supersede?: true;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond engine
  $ npx splitsecond engine --url nats://broker:4222 --disciplines ATH,SWM

Any number of engines may run: all compute the same, each version is published once, and when one
dies nothing changes on any screen.`;

export const engineCommand = (): Command =>
  new Command('engine')
    .description('one engine: facts in, standings out')
    .addOption(brokerOption())
    .option('--disciplines <codes>', 'only these, for example ATH,SWM', disciplines)
    .option('--supersede', 'what this program computes counts from now on, although a newer one was here')
    .addOption(
      new Option('--log-level <level>', 'logs on stderr, as JSON').choices(LOG_LEVELS).default('info'),
    )
    .addHelpText('after', EXAMPLES)
    .action(runEngine);

async function runEngine(options: EngineCommandOptions): Promise<void> {
  const { url, disciplines: only, supersede = false, logLevel } = options;
  endWithLauncher();
  const log = loggerFor('engine', logLevel);
  await warmUpEngine();
  const broker = await connectBroker(url, 'engine', brokerLog(log));
  endWhenReplaced(broker, log);
  const engine = await startEngine({
    broker,
    log,
    supersede,
    ...(only === undefined ? {} : { disciplines: only }),
  });
  // Ready is warm and current: who starts several one after the other never has less than the newest documents.
  void engine.current.then(() => announceReady({}));
  await untilStopped(async () => {
    await engine.close();
    await broker.close();
  });
}
