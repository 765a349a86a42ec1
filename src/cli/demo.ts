import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { WireFact } from '../ingest/wire.ts';
import { levelOf } from '../model/rsc.ts';
import { projectRoot } from '../setup/project-root.ts';
import { SPORTS } from '../sports.ts';
import { replay } from '../venue/replay.ts';
import { connectBroker } from './broker-connection.ts';
import { asFailure, Failure } from './failure.ts';
import { type Launched, launch } from './launcher.ts';
import { loggerFor } from './logging.ts';
import {
  brokerHostOption,
  brokerPortOption,
  durationOption,
  type LogLevel,
  logLevelOption,
  port,
  processes,
  speed,
} from './options.ts';
import { LAUNCHER_PATIENCE_MS, untilStopped } from './processes/parent-link.ts';
import { publisherTo, readRecording } from './recording-publisher.ts';
import { runName } from './replay.ts';
import { systemClock } from './system-clock.ts';
import { print, say } from './terminal.ts';

interface DemoOptions {
  readonly speed: number;
  readonly maxGap: number;
  readonly rest: number;
  readonly port: number;
  readonly engines: number;
  readonly brokerHost: string;
  readonly brokerPort?: number;
  readonly once?: boolean;
  readonly logLevel: LogLevel;
}

const EXAMPLES = `
Everything is kept in a temporary folder that goes when the demo stops; a day of it takes about 1 GB.

Examples:
  $ npm start
  $ npm start -- --broker-port 4222
  $ npx splitsecond demo --speed 60
  $ npx splitsecond demo --engines 2 --log-level info`;

export const demoCommand = (): Command =>
  new Command('demo')
    .description('everything on this machine, replaying real competitions (what npm start runs)')
    .option('--speed <factor>', 'how many times as fast as it was, or max', speed, 20)
    .addOption(durationOption('--max-gap <duration>', 'the longest wait between two facts', '3s'))
    .addOption(durationOption('--rest <duration>', 'wait before a competition starts again', '15s'))
    .option('--port <port>', 'where the edge listens; 0 takes a free one', port, 0)
    .option('--engines <n>', 'how many engines side by side', processes, 1)
    .option('--once', 'stay at the final standings instead of starting again')
    .addOption(brokerPortOption())
    .addOption(brokerHostOption())
    .addOption(logLevelOption('error'))
    .addHelpText('after', EXAMPLES)
    .action(demo);

/**
 * One time through the recordings makes 7.6 MB of versions and 1.1 MB of facts (`node dist/test/recordings/weigh.js`), half as
 * much again and twice that with what the broker notes of each. Versions of the last twenty times or so are kept. Facts all stay,
 * since an engine that starts again needs them from the beginning: some 30 MB an hour at the speed that is the default, in a
 * folder that goes when the demo stops.
 */
const RESULTS_MAX_BYTES = 256 * 1024 * 1024;

const RECORDING_ENDING = '.ndjson';

/** The recordings that come with the program, by venue. */
export function recordingFiles(): { venue: string; path: string }[] {
  const folder = join(projectRoot(), 'src', 'venue', 'recordings');
  return readdirSync(folder)
    .filter((file) => file.endsWith(RECORDING_ENDING))
    .sort()
    .map((file) => ({
      venue: file.slice(0, -RECORDING_ENDING.length).toUpperCase(),
      path: join(folder, file),
    }));
}

/** What can still come is shown of all that has a rule for it. */
export function projected(fact: WireFact): WireFact {
  const { unit = '', setup } = fact;
  if (setup === undefined) return fact;
  const { rule } = setup as { readonly rule?: string };
  const sport = SPORTS.find(({ discipline }) => unit.startsWith(discipline));
  const asked = rule === undefined ? {} : { rule };
  const made = levelOf(unit) === 'unit' ? sport?.unitRule(unit, asked) : sport?.partsRule(unit, asked);
  return made != null && 'outlook' in made ? { ...fact, setup: { ...setup, projection: true } } : fact;
}

async function demo(options: DemoOptions): Promise<void> {
  const recordings = recordingFiles();
  if (recordings.length === 0)
    throw new Failure('no recordings in src/venue/recordings', 'get a complete copy of the project');
  const log = loggerFor('demo', options.logLevel);
  const launched = await launch({ ...options, desk: true, resultsMaxBytes: RESULTS_MAX_BYTES }, log);
  const stop = new AbortController();
  print(addresses(launched, options));
  const playing = play(recordings, launched.natsUrl, options, stop.signal);
  playing.catch((error) => {
    log.error({ err: error }, 'the replay ended');
    say(`splitsecond: the replay ended: ${asFailure(error).message} - the standings stay\n`);
  });
  await untilStopped(async () => {
    stop.abort();
    await playing.catch(() => {});
    await launched.stop();
  }, LAUNCHER_PATIENCE_MS);
}

async function play(
  recordings: readonly { venue: string; path: string }[],
  natsUrl: string,
  options: DemoOptions,
  signal: AbortSignal,
): Promise<void> {
  const broker = await connectBroker(natsUrl, 'demo venues', loggerFor('demo', options.logLevel));
  const run = runName();
  try {
    await Promise.all(
      recordings.map(async ({ venue, path }) =>
        replay((await readRecording(path)).map(projected), {
          pace: { speed: options.speed, maxGapMs: options.maxGap },
          clock: systemClock,
          publish: publisherTo(broker, venue, systemClock, signal),
          run,
          loop: options.once !== true,
          restMs: options.rest,
          signal,
        }),
      ),
    );
  } finally {
    await broker.close();
  }
}

/** A line for the shell that prints a stream, and ends quietly when its own reader does (`| head`). */
const streamReader = (streamUrl: string): string =>
  `node -e "const s = new (require('ws'))('${streamUrl}'); s.onopen = () => s.send(JSON.stringify({ subscribe: { id: 1, channel: '*/RESULT' } })); s.onmessage = (m) => console.log(m.data); process.stdout.on('error', () => process.exit())"`;

const addresses = (
  { httpUrl, streamUrl, engineUrls, deskUrl, natsUrl, ownBroker }: Launched,
  { speed: times, once }: DemoOptions,
): string => `
Splitsecond is running: athletics (Rio 2016), swimming (Barcelona 2013), gymnastics (Tokyo 2020), football (Rome 2021),
rowing (Amsterdam 2014), judo (Paris 2024) and a sailing series (Felixstowe 2019),
from the published results, ${times === Number.POSITIVE_INFINITY ? 'as fast as it can' : `${times} times as fast as it was`}${once === true ? '' : ', again and again'}.

  Live page     ${httpUrl}/
  Commentator   ${httpUrl}/commentator
  Graphics      ${httpUrl}/graphics/standings?discipline=ATH  (a browser source of OBS or vMix, a template of CasparCG)
  Control room  ${deskUrl}/operations  (on this machine only)
  Graphics desk ${deskUrl}/graphics/desk  (on this machine only)
  Terminal      npx splitsecond watch 'ATH*/RESULT' --url ${streamUrl}
  Snapshot      curl ${httpUrl}/v1/documents
  Stream        ${streamUrl}
                ${streamReader(streamUrl)}
  Wires         ${ownBroker ? `NATS_URL=${natsUrl} ` : ''}npx splitsecond wires FILE
  Health        ${[httpUrl, ...engineUrls].map((url) => `${url}/readyz`).join('  ')}
  Your facts    ${ownBroker ? `NATS_URL=${natsUrl} ` : ''}npx splitsecond replay FEED

Ctrl-C stops everything.
`;
