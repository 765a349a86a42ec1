import { Command } from 'commander';
import type { Shown } from '../conformance/report.ts';
import type { Stimulus } from '../conformance/server/stage.ts';
import { EXIT, Failure, usageFailure } from './failure.ts';
import { port, upTo } from './options.ts';
import { print, say } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond conformance ws://HOST:PORT/v1/stream --broker nats://HOST:4222 --stop 'kill -TERM PID'
  $ npx splitsecond conformance ws://HOST:PORT/v1/stream --only SC7,SC9 --json
  $ npx splitsecond conformance --client --port 9000

A server is made to publish by --broker or --do; without either the suite waits for what it publishes by itself. A client
connects to the address that is printed and follows the channel that is named there, in mode live with deltas.

Exit code 0: every check was shown and passed; 1: something failed; 2: wrong command line; 3: nothing failed, but not
everything was shown.`;

interface Asked {
  readonly client?: boolean;
  readonly broker?: string;
  readonly do?: string;
  readonly channel?: string;
  readonly stop?: string;
  readonly port: number;
  readonly wait: number;
  readonly only?: string;
  readonly json?: boolean;
}

export const conformanceCommand = (): Command =>
  new Command('conformance')
    .description('hold a server or a client of the stream against the rules SC1 ..., over the wire alone')
    .argument('[url]', 'the stream of a server, ws://HOST:PORT/v1/stream')
    .option('--client', 'examine a client: it is to connect here')
    .option('--broker <url>', 'publish facts of a race of its own to this NATS server')
    .option('--do <command>', 'run "COMMAND change TIMES" and "COMMAND open" to make the server publish')
    .option('--channel <channel>', 'the document that changes; else the first that does')
    .option('--stop <command>', 'tells the server to stop, as the last thing of the run (SC16)')
    .option('--port <n>', 'where a client is to connect; else a free one', port, 0)
    .option('--wait <seconds>', 'how long each scenario waits for a client', upTo(3_600), 30)
    .option('--only <rules>', 'these rules only: SC7,SC9')
    .option('--json', 'print the outcome as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(examine);

/** How long the suite waits for a document that changes by itself. */
const FIRST_CHANGE_MS = 30_000;

async function examine(url: string | undefined, asked: Asked): Promise<void> {
  const isClient = asked.client === true;
  if (isClient === (url !== undefined)) throw usageFailure('name the stream of a server, or say --client');
  if (url !== undefined && !/^wss?:/.test(url)) throw usageFailure(`${url} is no ws:// address`);
  const { exitCode, lineOf, summary } = await import('../conformance/report.ts');
  const progress = (shown: Shown): void => {
    if (asked.json !== true) print(`${lineOf(shown)}\n`);
  };
  const only = asked.only?.split(',');
  const options = { progress, ...(only === undefined ? {} : { only }) };
  const shown = await (url === undefined ? client(asked, options) : server(url, asked, options));
  const told = summary(shown);
  print(
    asked.json === true
      ? `${JSON.stringify({ subject: url ?? 'client', summary: told, checks: shown })}\n`
      : `\n${told}\n`,
  );
  const code = exitCode(shown);
  if (code !== EXIT.done) throw new Failure(told, 'see the lines above', code);
}

async function client(asked: Asked, options: object): Promise<readonly Shown[]> {
  const { examineClient } = await import('../conformance/client/suite.ts');
  return examineClient({
    ...options,
    port: asked.port,
    waitMs: asked.wait * 1_000,
    say: (line) => say(`${line}\n`),
  });
}

async function server(url: string, asked: Asked, options: object): Promise<readonly Shown[]> {
  const { examineServer } = await import('../conformance/server/suite.ts');
  const stimulus = await stimulusFor(url, asked);
  try {
    return await examineServer(url, stimulus, options);
  } finally {
    await stimulus.close();
  }
}

async function stimulusFor(url: string, asked: Asked): Promise<Stimulus> {
  const { commands, patience, shell, venueFacts } = await import('../conformance/server/stimulus.ts');
  const stop = asked.stop === undefined ? null : () => shell(asked.stop!);
  if (asked.broker !== undefined) return venueFacts(asked.broker, stop);
  const channel = asked.channel ?? (await firstChange(url));
  return asked.do === undefined ? patience(channel, stop) : commands(asked.do, channel, stop);
}

/** The first document that gets a new version while the suite looks on. */
async function firstChange(url: string): Promise<string> {
  const { Run } = await import('../conformance/server/run.ts');
  const { Screen } = await import('../conformance/server/screen.ts');
  const screen = await Screen.join(new Run(), url);
  await screen.subscribe({ id: 1, channel: '*', delta: true });
  const changed = (): string | undefined => screen.updates.find(({ base }) => base !== null)?.channel;
  const isThere = await screen.raw.news.holds(() => changed() !== undefined, FIRST_CHANGE_MS);
  const found = changed() ?? screen.updates[0]?.channel;
  screen.leave();
  if (found === undefined) throw new Failure('nothing could be shown: the server has no document');
  if (!isThere) say(`no document changed within ${FIRST_CHANGE_MS / 1_000} s; looking at ${found}\n`);
  return found;
}
