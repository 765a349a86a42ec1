/**
 * Question: how much longer do the first facts take, after everything says that it is ready, than later ones?
 *
 *   this process --facts--> nats-server --> engine --> nats-server --> edge --> 1 screen (another process)
 *
 * Broker, engine and edge are started anew for each round, with nothing in any store. One unit after the other begins: its start list, and then a
 * few passings, each sent when the one before is shown. What is compared is the first unit of all with the median of the last ones, where everything
 * has run often: its start list (the first fact that shows anything) and its first passing. The ratio of a round is of one first
 * fact, which anything on the machine can disturb: the bars take the median over rounds, and the spread is said. It would change
 * with sports that no recording rehearses, and with the length of a start list.
 */
import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { Broker } from '../src/broker/broker.ts';
import { launch } from '../src/cli/launcher.ts';
import type { Fact } from '../src/model/fact.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { ask, ended } from './fan-out/stage.ts';
import type { Arrival, Order } from './one-screen/screen.ts';
import {
  type Answer,
  atMost,
  type Bar,
  type Benchmark,
  type Figure,
  numberOf,
  rounded,
} from './support/benchmark.ts';
import { machineMs } from './support/machine-time.ts';
import { byTime, codeOf, type MassRace, raceOf } from './support/mass-race.ts';
import { publishFact } from './support/publish-fact.ts';
import { figuresWith, middleOf } from './support/sentence.ts';

const RUNS = {
  smoke: { rounds: 1, units: 6, compared: 3 },
  real: { rounds: 7, units: 60, compared: 20 },
} as const;
const STARTERS = 8;
const PASSINGS = 3;
const LIMIT_TIMES = 2;
const LOOK_MS = 5;
const ARRIVAL_MS = 30_000;
/** Between facts everything goes to sleep, as it does at a venue. */
const QUIET_MS = 20;

const SCREEN = new URL('./one-screen/screen.js', import.meta.url);
const WHAT = ['start list', 'first passing'] as const;

export const warmStart: Benchmark = {
  name: 'warm-start',
  question: 'How long do the first facts after a start take, beside later ones (milliseconds)?',
  async run(size, progress): Promise<Answer> {
    const { rounds, units, compared } = RUNS[size];
    const figures: Figure[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const times = await roundOf(units);
      for (const [index, what] of WHAT.entries()) {
        const first = times[0]![index]!;
        const warm = median(times.slice(-compared).map((unit) => unit[index]!));
        figures.push({
          round,
          what,
          first: rounded(first),
          warm: rounded(warm),
          times: rounded(first / warm),
        });
      }
      progress(`round ${round} of ${rounds}`);
    }
    return { figures, bars: barsOf(figures) };
  },
  sentence: (figures) =>
    WHAT.map((what) => {
      const rounds = figuresWith(figures, { what });
      return `${what} ${middleOf(rounds, 'first')} ms, later ${middleOf(rounds, 'warm')}`;
    }).join('; '),
  inShort: (figures) => [
    'first / warm, ms, by round:',
    ...WHAT.map((name) => {
      const rounds = figures.filter(({ what }) => what === name);
      return `${name} ${rounds.map((figure) => `${numberOf(figure, 'first')} / ${numberOf(figure, 'warm')}`).join(', ')}`;
    }),
  ],
};

function barsOf(figures: readonly Figure[]): Bar[] {
  return WHAT.map((name) => {
    const times = figures.filter(({ what }) => what === name).map((figure) => figure.times as number);
    const [least, most] = [Math.min(...times), Math.max(...times)];
    return atMost(
      `${name}: first / warm, median of ${times.length} starts (${least} to ${most})`,
      median(times),
      LIMIT_TIMES,
    );
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1]!;

/** For each unit, milliseconds from publish to screen: of its start list and of its first passing. */
async function roundOf(units: number): Promise<[number, number][]> {
  const launched = await launch({ logLevel: 'error', engines: 1 }, pino({ level: 'silent' }));
  const screen = fork(SCREEN);
  const { broker, close } = await openBroker({ url: launched.natsUrl });
  try {
    const races = Array.from({ length: units }, (_none, index) => smallRace(index + 1));
    const order: Order = { open: { url: launched.streamUrl, channel: '*/RESULT' } };
    const times: [number, number][] = [];
    screen.send(order);
    // Nothing answers before there is a document: the connection has its time.
    await pause(10 * QUIET_MS);
    const report = (): Promise<readonly Arrival[]> =>
      ask<readonly Arrival[]>(screen, { report: true } satisfies Order, 'report');
    for (const { opening, passings } of races) {
      const [setup, startList, ...rest] = opening;
      const listed = await shown(broker, [setup!, startList!], report);
      for (const fact of rest) await publishFact(broker, fact);
      await quiet(report);
      const passed = await shown(broker, [passings[0]!], report);
      for (const passing of passings.slice(1)) await shown(broker, [passing], report);
      times.push([listed, passed]);
    }
    return times;
  } finally {
    await ended(screen);
    await close();
    await launched.stop();
  }
}

/** From the publish of the last of these facts to the first thing that the screen gets after it. */
async function shown(
  broker: Broker,
  facts: MassRace['opening'],
  report: () => Promise<readonly Arrival[]>,
): Promise<number> {
  await quiet(report);
  const sentAt = machineMs();
  const sent = facts.map((fact) => publishFact(broker, fact));
  for (const until = sentAt + ARRIVAL_MS; machineMs() < until; await pause(LOOK_MS)) {
    const [first] = await report();
    if (first === undefined) continue;
    await Promise.all(sent);
    return first[1] - sentAt;
  }
  throw new Error('a fact did not reach the screen');
}

/** Until nothing comes any more. */
async function quiet(report: () => Promise<readonly Arrival[]>): Promise<void> {
  do await pause(QUIET_MS);
  while ((await report()).length > 0);
}

function smallRace(heat: number): MassRace {
  const passings = Array.from({ length: PASSINGS }, (_none, index) => ({
    code: codeOf(index),
    point: 'FIN',
    second: 8_000 + index,
  }));
  const race = raceOf(STARTERS, ['FIN'], passings.toSorted(byTime), heat);
  // Numbers begin again in each race: without a numbering of its own its facts would be second copies.
  const own = (fact: Fact): Fact => ({ ...fact, epoch: String(heat) });
  return { ...race, opening: race.opening.map(own), passings: race.passings.map(own) };
}
