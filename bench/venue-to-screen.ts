/**
 * Question: how long from a venue's publish to the last byte at the screens' sockets?
 *
 *   this process --fact--> nats-server --> engine --> nats-server --> edge --> N screens (another process)
 *
 * Open loop: fact k is due at start + k / rate, whether or not the one before has arrived, and its latency counts from
 * when it was due. Every process shares the machine's cores. Screens take a mix of formats (`forms.ts`). A tenth of them
 * are probes, read by a process of their own (`audience.ts`): the times are over all probes and facts, and by format;
 * `the last of all` is when a fact had reached every screen, the reading of all of them by one process included. A version
 * counts when a screen has it, or a newer one that includes it; every screen must end with the newest version, or no
 * figure is printed. Beside it, in the same run, the floor: a process that only writes one ready frame of the same
 * length to each of as many sockets; where there are bars, in turn with the pipeline, round after round until the ratios do not change much
 * any more. The bars are the medians of the ratios, with their spread; the round with the median p99 is shown. It would change with the size of the rows, the share of XML, and a network between
 * the machines.
 */
import { fork } from 'node:child_process';
import { pino } from 'pino';
import { launch } from '../src/cli/launcher.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { ended, heard } from './fan-out/stage.ts';
import {
  type Answer,
  atMost,
  type Benchmark,
  type Figure,
  grouped,
  numberOf,
  rounded,
} from './support/benchmark.ts';
import { untilMs } from './support/due.ts';
import { machineMs } from './support/machine-time.ts';
import { massRace } from './support/mass-race.ts';
import { publishFact } from './support/publish-fact.ts';
import { briefOf, figuresWith } from './support/sentence.ts';
import { isSteady, ratioOf } from './support/steady.ts';
import { Audience, type Seen } from './venue-to-screen/audience.ts';
import type { Lateness, Schedule } from './venue-to-screen/sightings.ts';

const ROWS = 150;
const FACTS_PER_SECOND = 20;
const INTERVAL_MS = 1_000 / FACTS_PER_SECOND;
/** Of bare writes of the same run. */
const LIMITS_TIMES = { p50: 1.6, p99: 1.3 } as const;
const PERCENTILES = ['p50', 'p99'] as const;
const LIMIT_SCREENS = 2_000;
const RUNS = {
  smoke: { screens: [500], warmUp: 10, facts: 40, rounds: 1 },
  real: { screens: [500, 2_000, 5_000], warmUp: 60, facts: 400, rounds: 7 },
} as const;
/** Of the facts: the floor is the same at every write. */
const FLOOR_SHARE = 0.5;

const WHOLE = 'whole pipeline';
const FLOOR = 'bare writes';
const ALL = 'all';
const LAST = 'the last of all';

const BARE_WRITER = new URL('./venue-to-screen/bare-writer.js', import.meta.url);

export const venueToScreen: Benchmark = {
  name: 'venue-to-screen',
  question: "How long from a venue's publish to the screens (milliseconds)?",
  async run(size, progress): Promise<Answer> {
    const { screens, rounds } = RUNS[size];
    const figures: Figure[] = [];
    const bars: Answer['bars'][number][] = [];
    for (const count of screens) {
      const isLimit = count === LIMIT_SCREENS;
      const measured = await measuredInTurn(count, { ...RUNS[size], rounds: isLimit ? rounds : 1 }, progress);
      const { pipeline, floor } = median(measured);
      figures.push(...figuresOf(WHOLE, pipeline), ...figuresOf(FLOOR, floor));
      if (isLimit) bars.push(...barsOf(measured));
    }
    return { figures, bars };
  },
  sentence: (figures) => {
    const all = figuresWith(figures, { format: ALL });
    const screens = all.some((figure) => figure.screens === LIMIT_SCREENS) ? LIMIT_SCREENS : all[0]!.screens!;
    const each = figuresWith(all, { screens }).map(
      (figure) => `${figure.what} p50 ${briefOf(figure, 'p50')} ms, p99 ${briefOf(figure, 'p99')}`,
    );
    return `${grouped(Number(screens))} screens in all formats: ${each.join('; ')}`;
  },
  inShort: (figures) => [
    'ms, p50 / p99 / p99.9 / max:',
    ...figures
      .filter(({ format }) => format === ALL)
      .map((figure) => {
        const times = ['p50', 'p99', 'p99.9', 'max'].map((name) => numberOf(figure, name));
        return `${numberOf(figure, 'screens')} screens, ${figure.what} ${times.join(' / ')}`;
      }),
  ],
};

interface Round {
  readonly pipeline: Seen;
  readonly floor: Seen;
}

async function measuredInTurn(
  screens: number,
  { warmUp, facts, rounds }: { readonly warmUp: number; readonly facts: number; readonly rounds: number },
  progress: (line: string) => void,
): Promise<Round[]> {
  const measured: Round[] = [];
  while (measured.length < rounds && !PERCENTILES.every((name) => isSteady(ratiosOf(measured, name)))) {
    progress(`${screens} screens, ${facts} facts at ${FACTS_PER_SECOND}/s ...`);
    const pipeline = await measurePipeline(screens, warmUp, facts);
    const floor = await measureFloor(screens, warmUp, facts * FLOOR_SHARE, pipeline);
    measured.push({ pipeline, floor });
  }
  return measured;
}

async function measurePipeline(screens: number, warmUp: number, facts: number): Promise<Seen> {
  const launched = await launch({ logLevel: 'error', engines: 1 }, pino({ level: 'silent' }));
  const audience = new Audience(screens);
  try {
    const { broker, close } = await openBroker({ url: launched.natsUrl });
    const race = massRace(ROWS, warmUp + facts);
    for (const fact of race.opening) await publishFact(broker, fact);
    const before = await audience.open(launched.streamUrl, `${race.unit}/RESULT`);
    // Each passing changes the list once.
    const sent = (index: number): Promise<void> => publishFact(broker, race.passings[index]!);
    const seen = await observed(audience, { before, warmUp, versions: race.passings.length }, sent);
    await close();
    return seen;
  } finally {
    await audience.leave();
    await launched.stop();
  }
}

async function measureFloor(
  screens: number,
  warmUp: number,
  versions: number,
  pipeline: Seen,
): Promise<Seen> {
  const bytes = Object.fromEntries(pipeline.sightings.map(({ of, messageBytes }) => [of, messageBytes]));
  const writer = fork(BARE_WRITER, [JSON.stringify(bytes)]);
  const audience = new Audience(screens);
  try {
    const port = await heard<number>(writer, 'port');
    const before = await audience.open(`ws://127.0.0.1:${port}/`, '');
    return await observed(audience, { before, warmUp, versions: warmUp + versions }, async (index) => {
      writer.send(before + 1 + index);
    });
  } finally {
    await Promise.all([audience.leave(), ended(writer)]);
  }
}

/** Lets `send` bring one version after the other when it is due, and gives how late they came. */
async function observed(
  audience: Audience,
  { before, warmUp, versions }: Pick<Schedule, 'before' | 'warmUp' | 'versions'>,
  send: (index: number) => Promise<void>,
): Promise<Seen> {
  const dueAt = machineMs() + 10 * INTERVAL_MS;
  audience.expect({ before, dueAt, intervalMs: INTERVAL_MS, warmUp, versions });
  const sent: Promise<void>[] = [];
  for (let index = 0; index < versions; index += 1) {
    await untilMs(dueAt + index * INTERVAL_MS);
    sent.push(send(index));
  }
  await Promise.all(sent);
  return audience.seen();
}

const figuresOf = (what: string, { sightings, last, screens }: Seen): Figure[] => [
  ...sightings.map(({ of, screens: seeing, late, messageBytes }) => ({
    what,
    screens,
    format: of,
    seen: seeing,
    ...timesOf(late),
    'bytes each': messageBytes === 0 ? '-' : messageBytes,
  })),
  { what, screens, format: LAST, seen: screens, ...timesOf(last), 'bytes each': '-' },
];

const timesOf = ({ p50, p99, 'p99.9': p999, max }: Lateness): Figure => ({
  p50: rounded(p50),
  p99: rounded(p99),
  'p99.9': rounded(p999),
  max: rounded(max),
});

const ofAll = ({ sightings }: Seen): Lateness => sightings.find(({ of }) => of === ALL)!.late;

/** Over all screens, in times of what bare writes take, round by round. */
const ratiosOf = (rounds: readonly Round[], name: (typeof PERCENTILES)[number]): number[] =>
  rounds.map(({ pipeline, floor }) => ofAll(pipeline)[name] / ofAll(floor)[name]);

const median = (rounds: readonly Round[]): Round =>
  rounds.toSorted((one, other) => ofAll(one.pipeline).p99 - ofAll(other.pipeline).p99)[rounds.length >> 1]!;

const barsOf = (rounds: readonly Round[]): Answer['bars'] =>
  PERCENTILES.map((name) => {
    const { median, least, most } = ratioOf(ratiosOf(rounds, name));
    const spread = `median of ${rounds.length}, ${rounded(least)} to ${rounded(most)}`;
    return atMost(
      `${name} at ${LIMIT_SCREENS} mixed screens / that of bare writes (${spread})`,
      rounded(median),
      LIMITS_TIMES[name],
    );
  });
