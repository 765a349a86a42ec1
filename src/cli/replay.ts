import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import type { WireFacts } from '../venue/feed-file.ts';
import { replay } from '../venue/replay.ts';
import { brokerOption, connectBroker } from './broker-connection.ts';
import { loggerFor } from './logging.ts';
import { durationOption, speed } from './options.ts';
import { Progress } from './progress.ts';
import { publisherTo, readRecording, recordedIn } from './recording-publisher.ts';
import { systemClock } from './system-clock.ts';
import { print } from './terminal.ts';

interface ReplayCommandOptions {
  readonly speed: number;
  readonly maxGap: number;
  readonly venue: string;
  readonly loop?: boolean;
  readonly rest: number;
  readonly asRecorded?: boolean;
  readonly url?: string;
}

const EXAMPLES = `
Examples:
  $ npx splitsecond replay evening.ndjson                        ten times as fast as it was
  $ npx splitsecond replay evening.ndjson --speed 1 --max-gap 1m
  $ npx splitsecond replay evening.ndjson --loop                 again and again, until Ctrl-C
  $ NATS_URL=nats://venue-broker:4222 npx splitsecond replay evening.ndjson --venue ROM

Facts keep their order and numbers; the time of sending becomes now. Each run gets source epochs of
its own, so that the broker does not take it for copies of the last one: --as-recorded keeps them.
With --loop, a venue withdraws what it said (void) before it starts again, so every unit goes back
to its start list.`;

export const replayCommand = (): Command =>
  new Command('replay')
    .description('publish a recording at the pace it happened')
    .argument('<feed>', 'feed file: one fact a line, as JSON')
    .option('--speed <factor>', 'how many times as fast, or max', speed, 10)
    .addOption(durationOption('--max-gap <duration>', 'the longest wait between two facts', '5s'))
    .option('--venue <id>', 'the venue that the facts come from', 'RECORDING')
    .option('--loop', 'start again at the end')
    .addOption(durationOption('--rest <duration>', 'wait between two loops', '5s'))
    .option('--as-recorded', 'keep the source epochs of the file')
    .addOption(brokerOption())
    .addHelpText('after', EXAMPLES)
    .action(replayFeed);

async function replayFeed(path: string, options: ReplayCommandOptions, command: Command): Promise<void> {
  if (options.loop === true && options.asRecorded === true)
    command.error(
      'error: --loop and --as-recorded exclude each other: a second loop with the same numbers would be dropped',
    );
  const { facts, count } = await checkedRecording(path, options.loop === true);
  const broker = await connectBroker(options.url, `replay ${options.venue}`, loggerFor('replay', 'warn'));
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const progress = new Progress('facts published', options.loop === true ? null : count);
  let published = 0;
  try {
    await replay(facts, {
      pace: { speed: options.speed, maxGapMs: options.maxGap },
      clock: systemClock,
      publish: publisherTo(broker, options.venue, systemClock, stop.signal),
      run: options.asRecorded === true ? null : runName(),
      loop: options.loop === true,
      restMs: options.rest,
      signal: stop.signal,
      onPublished() {
        published += 1;
        progress.step();
      },
    });
  } finally {
    progress.done();
    await broker.close();
  }
  print(`${published} facts published as venue ${options.venue}\n`);
}

/** Nothing is published of a recording with a fault. A file is read twice, so that it may have any length; a loop needs all of it, and a pipe is read once. */
async function checkedRecording(path: string, isLoop: boolean): Promise<{ facts: WireFacts; count: number }> {
  if (isLoop || !(await stat(path)).isFile()) {
    const facts = await readRecording(path);
    return { facts, count: facts.length };
  }
  let count = 0;
  for await (const _fact of recordedIn(path)) count += 1;
  return { facts: recordedIn(path), count };
}

/** Different for each run on one broker: seconds since 1970 in letters and digits. */
export const runName = (): string => Math.floor(Date.now() / 1_000).toString(36);
