/**
 * Question: how long from a venue's publish to the last byte at the last screen's socket?
 *
 *   this process --fact--> nats-server --> engine --> nats-server --> edge --> N screens (another process)
 *
 * Open loop: fact k is due at start + k / rate, whether or not the one before has arrived, and its
 * latency counts from when it was due. Every process shares the machine's cores. Half of the screens
 * take JSON deltas, half protobuf deltas; a few wires take ODF-style XML, whole, every version. A
 * version counts when the last screen has it, or a newer one that includes it; every screen must end
 * with the newest version, or no figure is printed. Beside it, in the same run, the floor: a process
 * that only writes one ready frame to each of as many sockets. It would change with the size of the
 * rows, the share of XML, and a network between the machines.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { build } from 'hdr-histogram-js';
import { pino } from 'pino';
import { launch } from '../src/cli/launcher.ts';
import { factToWire } from '../src/ingest/from-wire.ts';
import type { Fact } from '../src/model/fact.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { massRace } from './support/mass-race.ts';
import type { Sightings } from './venue-to-screen/sightings.ts';

const ROWS = 150;
const FACTS_PER_SECOND = 20;
const WIRES = 4;
const LIMIT_MS = 10;
const LIMIT_SCREENS = 2_000;
const RUNS = {
  smoke: { screens: [50], warmUp: 10, facts: 40 },
  real: { screens: [500, 2_000], warmUp: 100, facts: 600 },
} as const;

export const venueToScreen: Benchmark = {
  name: 'venue-to-screen',
  question: "How long from a venue's publish to the last of all screens (milliseconds)?",
  async run(size, progress): Promise<Answer> {
    const { screens, warmUp, facts } = RUNS[size];
    const figures: Figure[] = [];
    for (const count of screens) {
      progress(`${count} screens, ${facts} facts at ${FACTS_PER_SECOND}/s ...`);
      figures.push(await measureScreens(count, warmUp, facts), await measureFloor(count, warmUp, facts));
    }
    const bars = figures
      .filter((figure) => figure.screens === LIMIT_SCREENS && figure.of === WHOLE)
      .map((figure) => atMost(`p99 at ${LIMIT_SCREENS} screens, ms`, figure.p99 as number, LIMIT_MS));
    return { figures, bars };
  },
  inShort: (figures) =>
    figures.map((figure) => `${figure.screens} ${figure.of} ${numberOf(figure, 'p99')}`).join('; '),
};

export async function measureScreens(screens: number, warmUp: number, facts: number): Promise<Figure> {
  const launched = await launch({ logLevel: 'error', engines: 1 }, pino({ level: 'silent' }));
  const observer = fork(new URL('./venue-to-screen/screens.js', import.meta.url));
  try {
    const { broker, close } = await openBroker({ url: launched.natsUrl });
    const race = massRace(ROWS, warmUp + facts);
    const publish = async (fact: Fact): Promise<void> => {
      await broker.publishFact({
        venue: 'BENCH',
        unit: race.unit,
        messageId: `${fact.source}:${fact.epoch}:${fact.seq}`,
        contentType: 'application/json',
        data: Buffer.from(JSON.stringify(factToWire(fact))),
      });
    };
    for (const fact of race.opening) await publish(fact);
    observer.send({ url: launched.streamUrl, channel: `${race.unit}/RESULT`, screens, wires: WIRES });
    const [{ version: before }] = (await once(observer, 'message')) as [{ version: number }];
    const due = await openLoop(race.passings, publish);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    observer.send('report');
    const [sightings] = (await once(observer, 'message')) as [Sightings];
    await close();
    return figureOf(WHOLE, screens, before, due, sightings, warmUp);
  } finally {
    observer.kill();
    await launched.stop();
  }
}

async function measureFloor(screens: number, warmUp: number, frames: number): Promise<Figure> {
  const writer = fork(new URL('./venue-to-screen/bare-writer.js', import.meta.url));
  const observer = fork(new URL('./venue-to-screen/screens.js', import.meta.url));
  try {
    const [{ port }] = (await once(writer, 'message')) as [{ port: number }];
    observer.send({ url: `ws://127.0.0.1:${port}/`, channel: '', screens, wires: 0 });
    const [{ version: before }] = (await once(observer, 'message')) as [{ version: number }];
    const versions = Array.from({ length: warmUp + frames }, (_none, index) => before + index + 1);
    const due = await openLoop(versions, async (version) => void writer.send(version));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    observer.send('report');
    const [sightings] = (await once(observer, 'message')) as [Sightings];
    return figureOf(FLOOR, screens, before, due, sightings, warmUp);
  } finally {
    writer.kill();
    observer.kill();
  }
}

const WHOLE = 'whole pipeline';
const FLOOR = 'bare writes';

/** Publishes each fact when it is due and gives the due times, in milliseconds of the machine's clock. */
async function openLoop<T>(facts: readonly T[], publish: (fact: T) => Promise<void>): Promise<number[]> {
  const interval = 1_000 / FACTS_PER_SECOND;
  const start = machineMs() + interval;
  const sent: Promise<void>[] = [];
  const due: number[] = [];
  for (const [index, fact] of facts.entries()) {
    const at = start + index * interval;
    await untilMs(at);
    due.push(at);
    sent.push(publish(fact));
  }
  await Promise.all(sent);
  return due;
}

const TIMER_SLACK_MS = 2;

/** A timer comes up to a millisecond late: the last stretch is waited out awake, letting others run between looks. */
async function untilMs(at: number): Promise<void> {
  const left = at - machineMs() - TIMER_SLACK_MS;
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  while (machineMs() < at) await new Promise((resolve) => setImmediate(resolve));
}

/** The clock that all processes of a machine share. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;

const MICROS_PER_MS = 1_000;

/** Version `before` + k is what fact k made: each passing changes the list once. */
function figureOf(
  of: string,
  screens: number,
  before: number,
  due: readonly number[],
  { complete, frames }: Sightings,
  warmUp: number,
): Figure {
  const histogram = build({ numberOfSignificantValueDigits: 3 });
  for (const [index, at] of due.entries()) {
    const seen = complete[before + index + 1];
    if (seen === undefined || seen === null)
      throw new Error(`version ${before + index + 1} did not reach all ${screens} screens`);
    if (index >= warmUp) histogram.recordValue(Math.max(1, Math.round((seen - at) * MICROS_PER_MS)));
  }
  const at = (percentile: number): number =>
    rounded(histogram.getValueAtPercentile(percentile) / MICROS_PER_MS);
  return {
    of,
    screens,
    facts: due.length - warmUp,
    p50: at(50),
    p99: at(99),
    'p99.9': at(99.9),
    max: rounded(histogram.maxValue / MICROS_PER_MS),
    frames,
  };
}
