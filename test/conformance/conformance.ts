/**
 * Holds another implementation of the stream against the rules SC1 ... of `schemas/README.md`, over the wire alone.
 *
 *   npm run conformance -- ws://HOST:PORT/v1/stream [options]     a server
 *   npm run conformance -- --client [--port N]                    a client, which is to connect here
 *
 * Exit code 0: every check was shown and passed; 1: something failed; 2: wrong command line; 3: nothing failed, but not
 * every check was shown.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { examineClient } from './client/suite.ts';
import { exitCode, lineOf, type Shown, summary } from './report.ts';
import { Broken, NotShown, Run } from './server/run.ts';
import { Screen } from './server/screen.ts';
import type { Stimulus } from './server/stage.ts';
import { commands, patience, shell, venueFacts } from './server/stimulus.ts';
import { examineServer } from './server/suite.ts';

const USAGE = `npm run conformance -- ws://HOST:PORT/v1/stream [options]     a server
npm run conformance -- --client [options]                     a client, which is to connect here

What makes the server publish (without: whatever it publishes by itself is waited for):
  --broker URL       facts of a race of the suite's own are published to this NATS server
  --do COMMAND       is run as "COMMAND change TIMES" (so many new versions of --channel) and "COMMAND open" (a new document)
  --channel CHANNEL  the document that changes; default: the first that does
  --stop COMMAND     tells the server to stop, as the last thing of the run (SC16)

For a client:
  --port N           where it is to connect; default: a free one, which is printed
  --wait SECONDS     how long each scenario waits for it; default 30

For both:
  --only SC7,SC9     these rules only
  --json             the outcome as one JSON object

Exit code 0: all shown and passed; 1: something failed; 2: wrong command line; 3: not everything was shown.
`;

const OPTIONS = {
  broker: { type: 'string' },
  do: { type: 'string' },
  channel: { type: 'string' },
  stop: { type: 'string' },
  client: { type: 'boolean' },
  port: { type: 'string' },
  wait: { type: 'string' },
  only: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Asked = ReturnType<typeof readOptions>['values'];
const readOptions = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true });

/** How long the suite waits for a document that changes by itself. */
const FIRST_CHANGE_MS = 30_000;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args);
  const [url] = positionals;
  const isComplete =
    values.client === true ? positionals.length === 0 : url !== undefined && /^wss?:/.test(url);
  if (values.help === true || !isComplete) {
    process.stdout.write(USAGE);
    return values.help === true ? 0 : 2;
  }
  const progress = (shown: Shown): void => {
    if (values.json !== true) process.stdout.write(`${lineOf(shown)}\n`);
  };
  const only = values.only?.split(',');
  const options = { progress, ...(only === undefined ? {} : { only }) };
  const shown = await (values.client === true
    ? examineClient({
        ...options,
        port: Number(values.port ?? 0),
        waitMs: Number(values.wait ?? 30) * 1_000,
        say,
      })
    : server(url!, values, options));
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify({ subject: url ?? 'client', summary: summary(shown), checks: shown })}\n`
      : `\n${summary(shown)}\n`,
  );
  return exitCode(shown);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function server(url: string, asked: Asked, options: object): Promise<readonly Shown[]> {
  const stimulus = await stimulusFor(url, asked);
  try {
    return await examineServer(url, stimulus, options);
  } finally {
    await stimulus.close();
  }
}

async function stimulusFor(url: string, asked: Asked): Promise<Stimulus> {
  const stop = asked.stop === undefined ? null : () => shell(asked.stop!);
  if (asked.broker !== undefined) return venueFacts(asked.broker, stop);
  const channel = asked.channel ?? (await firstChange(url));
  return asked.do === undefined ? patience(channel, stop) : commands(asked.do, channel, stop);
}

/** The first document that gets a new version while the suite looks on. */
async function firstChange(url: string): Promise<string> {
  const screen = await Screen.join(new Run(), url);
  await screen.subscribe({ id: 1, channel: '*', delta: true });
  const changed = (): string | undefined => screen.updates.find(({ base }) => base !== null)?.channel;
  const isThere = await screen.raw.news.holds(() => changed() !== undefined, FIRST_CHANGE_MS);
  const found = changed() ?? screen.updates[0]?.channel;
  screen.leave();
  if (found === undefined) throw new NotShown('the server has no document');
  if (!isThere) say(`no document changed within ${FIRST_CHANGE_MS / 1_000} s; looking at ${found}`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const isOutcome = error instanceof Broken || error instanceof NotShown;
    say(isOutcome ? `nothing could be shown: ${error.message}` : String(error));
    process.exitCode = isOutcome ? 1 : 2;
  }
  // Connections that the other side keeps open must not keep the suite.
  process.exit();
}
