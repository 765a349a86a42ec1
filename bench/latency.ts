/**
 * Question: how late do frames come under a load that every server carries?
 *
 *   publisher + server (core 0)  --frames of 256 bytes, one unit-->  N screens in two other processes (core 1)
 *
 * First each server's most is measured; the load is half of what the slowest peer delivers. Then the same open
 * loop for all, in turn, each with a server started anew, round after round until no ratio of our p99 to that of a peer changes much any more; the
 * bars are the medians of these ratios, with their spread. Of a server the round with the median p99 is shown.
 * Lateness counts from when a frame was due, not from when it was sent. A tenth of the screens are probes: they are in a process
 * of their own and connected in turn with the others, and the times are theirs, because one process that reads a thousand sockets
 * one after the other would make most of them late by itself. Every screen must have every version, or a newer one that
 * includes it. It would change with the load, and with a network.
 */
import { type Contestant, OURS, presentOnes } from './fan-out/contestants.ts';
import { setUp } from './fan-out/stage.ts';
import type { Lateness } from './fan-out/timed-screens.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { besideOthers } from './support/sentence.ts';
import { isSteady, ratioOf } from './support/steady.ts';

const RUNS = {
  smoke: { screens: 50, mostMs: 100, frames: 2_000, ms: 300, warmUpMs: 100, rounds: 1, perSecondMost: 50 },
  real: {
    screens: 1_000,
    mostMs: 2_000,
    frames: 8_000,
    ms: 10_000,
    warmUpMs: 1_000,
    rounds: 11,
    perSecondMost: 500,
  },
} as const;

type Run = (typeof RUNS)['smoke' | 'real'];

/** Of the screens. */
const PROBES = 0.1;
const LOAD = 0.5;
const WARM_UP_SHARE = 0.25;
const PROGRAMME = 'one unit of 256 B';
const TIMED = new URL('./fan-out/timed-screens.js', import.meta.url);

export const latency: Benchmark = {
  name: 'latency',
  question: 'How late do frames come at half of the slowest peer’s most (milliseconds)?',
  async run(size, progress): Promise<Answer> {
    const run = RUNS[size];
    const present = presentOnes(size, progress);
    const perSecond = await loadFor(present, run, progress);
    const rounds = new Map<string, Lateness[]>(present.map(({ name }) => [name, []]));
    for (let round = 1; round <= run.rounds; round += 1) {
      for (const contestant of present) {
        const lateness = await measure(contestant, run, perSecond);
        rounds.get(contestant.name)!.push(lateness);
        progress(`round ${round}: ${contestant.name} p99 ${rounded(lateness.p99)} ms`);
      }
      if ([...ratiosOf(rounds).values()].every(isSteady)) break;
    }
    return answered(run, perSecond, rounds);
  },
  sentence: (figures) => {
    const load = `${numberOf(figures[0]!, 'screens')} screens, ${numberOf(figures[0]!, 'frames/s')} frames/s each`;
    return `${load}: p99 ${besideOthers(figures, 'server', 'p99', 'ms')}`;
  },
  inShort: (figures) => [
    `p99, ms, ${numberOf(figures[0]!, 'screens')} screens, ${numberOf(figures[0]!, 'frames/s')} frames/s each:`,
    ...figures.map((figure) => `${figure.server} ${numberOf(figure, 'p99')}`),
  ],
};

/** Frames a second for every screen: half of what the slowest peer delivers. */
async function loadFor(
  present: readonly Contestant[],
  { screens, mostMs, frames, perSecondMost }: Run,
  progress: (line: string) => void,
): Promise<number> {
  const most: number[] = [];
  for (const contestant of present.filter(({ name }) => name !== OURS)) {
    const stage = await setUp({ contestant, programme: PROGRAMME, frames, screens });
    try {
      await stage.publish(mostMs, { share: WARM_UP_SHARE });
      const { deliveries, ms } = await stage.publish(mostMs);
      most.push((deliveries / ms) * 1_000);
    } finally {
      await stage.strike();
    }
  }
  const perSecond = Math.min(perSecondMost, Math.max(1, Math.floor((Math.min(...most) * LOAD) / screens)));
  progress(`${perSecond} frames/s for each of ${screens} screens`);
  return perSecond;
}

async function measure(contestant: Contestant, run: Run, perSecond: number): Promise<Lateness> {
  const { screens, ms, warmUpMs } = run;
  const frames = Math.ceil(((ms + warmUpMs) / 1_000) * perSecond);
  const probes = Math.round(screens * PROBES);
  const stage = await setUp({
    contestant,
    programme: PROGRAMME,
    frames,
    screens,
    probes,
    screensProgram: TIMED,
  });
  try {
    await stage.publish(warmUpMs, { perSecond });
    const published = await stage.publish(ms, { perSecond });
    const others = await stage.ask<Lateness>('screens', { lateness: true }, 'lateness');
    const lateness = await stage.ask<Lateness>('probes', { lateness: true }, 'lateness');
    const missing = published.frames * screens - lateness.seen - others.seen;
    if (missing !== 0) throw new Error(`${contestant.name}: ${missing} frames did not arrive`);
    return lateness;
  } finally {
    await stage.strike();
  }
}

function answered(run: Run, perSecond: number, rounds: ReadonlyMap<string, readonly Lateness[]>): Answer {
  const medians = [...rounds].map(([server, all]) => ({ server, ...median(all) }));
  return {
    figures: medians.map(({ server, p50, p99, 'p99.9': p999, max }): Figure => {
      return {
        server,
        screens: run.screens,
        'frames/s': perSecond,
        p50: rounded(p50),
        p99: rounded(p99),
        'p99.9': rounded(p999),
        max: rounded(max),
      };
    }),
    bars: [...ratiosOf(rounds)].map(([server, ratios]) => {
      const ratio = ratioOf(ratios);
      const spread = `${rounded(ratio.least)} to ${rounded(ratio.most)}`;
      return atMost(
        `p99 / that of ${server}, median of ${ratios.length} (${spread})`,
        rounded(ratio.median),
        1,
      );
    }),
  };
}

/** Our p99 in times of that of each peer, round by round. */
function ratiosOf(rounds: ReadonlyMap<string, readonly Lateness[]>): Map<string, number[]> {
  const ours = rounds.get(OURS)!;
  const peers = [...rounds].filter(([server]) => server !== OURS);
  return new Map(
    peers.map(([server, theirs]) => [server, theirs.map(({ p99 }, round) => ours[round]!.p99 / p99)]),
  );
}

const median = (all: readonly Lateness[]): Lateness =>
  all.toSorted((one, other) => one.p99 - other.p99)[all.length >> 1]!;
