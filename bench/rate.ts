/**
 * Question: how many facts a second does one engine keep up with, by the distance to its broker?
 *
 *   this process --facts--> nats-server --(proxy: so long there, so long back)--> engine
 *   this process <--versions-- nats-server <--(proxy)------------------------------ engine
 *
 * Facts are times of runners, over 20 units in turn or in one unit, sent when they are due. A version names the facts that led to it: what is
 * measured is from when a fact was due until the version with it was heard, less the round trip of the network, which nobody can
 * spare. A rate is kept when 99 of 100 facts are heard within 100 ms beyond it; rates are tried upwards until one is not. Every fact must
 * come, or no figure is printed. It would change with the length of lists, with a broker that syncs each message to disk, and with cores.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Broker } from '../src/broker/broker.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { ended, heard } from './fan-out/stage.ts';
import { RunningUnits } from './rate/running-units.ts';
import {
  type Answer,
  atLeast,
  type Bar,
  type Benchmark,
  type Figure,
  numberOf,
  rounded,
} from './support/benchmark.ts';
import { untilMs } from './support/due.ts';
import { machineMs } from './support/machine-time.ts';
import { programProcess } from './support/program-process.ts';
import { briefOf, figuresWith } from './support/sentence.ts';
import { latenessOfAll } from './venue-to-screen/sightings.ts';

const RUNS = {
  smoke: { roundTrips: [0, 20], rates: [20, 40], seconds: 1 },
  real: { roundTrips: [0, 10, 50, 100], rates: [50, 100, 200, 350, 500, 700, 1_000, 1_400], seconds: 8 },
} as const;
const SPREADS = [
  { units: 20, barAt50: 500 },
  { units: 1, barAt50: 100 },
] as const;
const BAR_ROUND_TRIP_MS = 50;
const KEPT_MS = 100;
const WARM_UP_FACTS = 200;
const ARRIVAL_MS = 60_000;
const LOOK_MS = 20;
const MS = 1_000;

const PROXY = new URL('./rate/delaying-proxy.js', import.meta.url);

export const rate: Benchmark = {
  name: 'rate',
  question: 'How many facts a second does one engine keep up with, by the distance to its broker?',
  async run(size, progress): Promise<Answer> {
    const { roundTrips, rates, seconds } = RUNS[size];
    const figures: Figure[] = [];
    for (const roundTripMs of roundTrips) {
      for (const { units } of SPREADS) {
        const kept = await withEngine(roundTripMs, (broker) =>
          highestKept(broker, { units, roundTripMs, rates, seconds }),
        );
        figures.push({ 'round trip': roundTripMs, units, ...kept });
        progress(`${roundTripMs} ms, ${units} units: ${kept.kept} facts/s`);
      }
    }
    return { figures, bars: size === 'real' ? barsOf(figures) : [] };
  },
  sentence: (figures) =>
    `facts/s: ${SPREADS.map(({ units }) => {
      const rows = figuresWith(figures, { units });
      const each = rows.map((figure) => `${briefOf(figure, 'kept')} at ${figure['round trip']} ms`);
      return `${units === 1 ? 'one unit' : `${units} units`}: ${each.join(', ')}`;
    }).join('; ')}`,
  inShort: (figures) => [
    'facts/s that are kept, by ms of round trip:',
    ...SPREADS.map(({ units }) => {
      const rows = figures.filter((figure) => figure.units === units);
      const each = rows.map((figure) => `${numberOf(figure, 'round trip')} ms: ${numberOf(figure, 'kept')}`);
      return `${units === 1 ? 'one unit' : `${units} units`} ${each.join(', ')}`;
    }),
  ],
};

const barsOf = (figures: readonly Figure[]): Bar[] =>
  SPREADS.map(({ units, barAt50 }) => {
    const found = figures.find(
      (figure) => figure.units === units && figure['round trip'] === BAR_ROUND_TRIP_MS,
    )!;
    return atLeast(`facts/s over ${units} units at ${BAR_ROUND_TRIP_MS} ms`, found.kept as number, barAt50);
  });

/** A broker of its own, and an engine so far away from it. */
async function withEngine<Found>(
  roundTripMs: number,
  look: (broker: Broker) => Promise<Found>,
): Promise<Found> {
  const { broker, url, close } = await openBroker();
  const children: ChildProcess[] = [];
  try {
    const proxy = fork(PROXY, [new URL(url).port, String(roundTripMs / 2)]);
    children.push(proxy);
    const port = await heard<number>(proxy, 'ready');
    children.push(await programProcess(`nats://127.0.0.1:${port}`, 'engine'));
    return await look(broker);
  } finally {
    for (const child of children) await ended(child);
    await close();
  }
}

interface Trial {
  readonly units: number;
  readonly roundTripMs: number;
  readonly rates: readonly number[];
  readonly seconds: number;
}

/** The highest rate that is kept, with how late its facts were beyond the round trip, in milliseconds. */
async function highestKept(broker: Broker, { units, roundTripMs, rates, seconds }: Trial) {
  const running = new RunningUnits(broker, units, 1);
  const versions = await HeardVersions.of(broker);
  try {
    await running.open();
    await versions.all(await sentAt(rates[0]!, WARM_UP_FACTS, running));
    let highest = { kept: 0, p50: 0, p99: 0 };
    for (const perSecond of rates) {
      const due = await sentAt(perSecond, perSecond * seconds, running);
      const late = (await versions.all(due)).map((ms) => ms - roundTripMs);
      const { p50, p99 } = latenessOfAll(late);
      if (p99 > KEPT_MS) break;
      highest = { kept: perSecond, p50: rounded(p50), p99: rounded(p99) };
    }
    return highest;
  } finally {
    await versions.stop();
  }
}

/** Sends facts when they are due; gives when each was, by its id. */
async function sentAt(perSecond: number, count: number, running: RunningUnits): Promise<Map<string, number>> {
  const due = new Map<string, number>();
  const begin = machineMs();
  for (let index = 0; index < count; index += 1) {
    const at = begin + (index * MS) / perSecond;
    await untilMs(at);
    due.set(running.send(), at);
  }
  return due;
}

/** When the version was heard to which a fact led. */
class HeardVersions {
  readonly #heardAt = new Map<string, number>();
  stop: () => Promise<void> = async () => {};

  static async of(broker: Broker): Promise<HeardVersions> {
    const versions = new HeardVersions();
    const { stop } = await broker.listenResults(({ channel, causes }) => {
      const at = machineMs();
      if (channel.endsWith('/RESULT')) for (const cause of causes ?? []) versions.#heardAt.set(cause, at);
    });
    versions.stop = stop;
    return versions;
  }

  /** Milliseconds from when each was due; waits until all have been heard. */
  async all(due: ReadonlyMap<string, number>): Promise<number[]> {
    const isMissing = (): boolean => [...due.keys()].some((id) => !this.#heardAt.has(id));
    for (const until = machineMs() + ARRIVAL_MS; isMissing(); await pause(LOOK_MS))
      if (machineMs() > until) throw new Error('a fact did not lead to a version');
    const late = [...due].map(([id, at]) => this.#heardAt.get(id)! - at);
    this.#heardAt.clear();
    return late;
  }
}
