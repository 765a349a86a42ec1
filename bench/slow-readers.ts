/**
 * Question: what do screens that hardly read cost the server and the other screens?
 *
 *   broker in the edge's process --versions--> edge (core 0) --frames--> screens in another process (core 1)
 *
 * The same open loop twice in turn, several rounds: once with readers only, once with 1 % more screens that
 * read one byte a second, half of which take whole documents (30 kB each, so that the kernel's buffers are soon
 * full) and half deltas. Lateness counts from when a version was due, over all screens that read. What the edge
 * keeps for each screen is looked at throughout. In the end the slow ones read on: each must show the
 * document with the hash that the edge has, and at least one must have skipped versions, or it was not slow.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_LIMITS } from '../src/fanout/limits.ts';
import { type Contestant, contestants, OURS } from './fan-out/contestants.ts';
import { ask, setUp } from './fan-out/stage.ts';
import type { Drained, Lateness } from './fan-out/timed-screens.ts';
import {
  type Answer,
  atLeast,
  atMost,
  type Bar,
  type Benchmark,
  type Figure,
  numberOf,
  rounded,
} from './support/benchmark.ts';
import { figuresWith, middleOf } from './support/sentence.ts';

const RUNS = {
  smoke: { screens: 20, slow: 2, perSecond: 200, warmUpMs: 100, ms: 1_000, rounds: 1 },
  real: { screens: 1_000, slow: 10, perSecond: 50, warmUpMs: 1_000, ms: 15_000, rounds: 3 },
} as const;

type Run = (typeof RUNS)['smoke' | 'real'];

const LIMIT_TIMES = 1.1;
const LOOK_MS = 250;
const ARRIVAL_LOOKS = 40;
const TIMED = new URL('./fan-out/timed-screens.js', import.meta.url);

/** One round with so many slow screens, in milliseconds and bytes. */
interface Round extends Lateness, Drained {
  readonly slow: number;
  /** The most that was kept for one screen at any time. */
  readonly kept: number;
}

export const slowReaders: Benchmark = {
  name: 'slow-readers',
  question: 'What do screens that hardly read cost the server and the others (milliseconds, bytes)?',
  async run(size, progress): Promise<Answer> {
    const run = RUNS[size];
    const edge = contestants().find(({ name }) => name === OURS)!;
    const rounds: Round[] = [];
    for (let round = 1; round <= run.rounds; round += 1) {
      for (const slow of [0, run.slow]) {
        progress(`round ${round}, ${run.screens} screens and ${slow} slow ones ...`);
        rounds.push(await measure(edge, run, slow));
      }
    }
    const without = median(rounds.filter(({ slow }) => slow === 0));
    const among = rounds.filter(({ slow }) => slow > 0);
    return { figures: rounds.map(figureOf), bars: barsOf(without, among, run.slow) };
  },
  sentence: (figures) => {
    const slowest = Math.max(...figures.map((figure) => figure['slow screens'] as number));
    const [among, alone] = [slowest, 0].map((slow) => figuresWith(figures, { 'slow screens': slow }));
    return `p99 of the others ${middleOf(among!, 'p99')} ms beside ${slowest} slow ones, ${middleOf(alone!, 'p99')} without; ${middleOf(among!, 'most bytes kept for one')} B kept for one`;
  },
  inShort: (figures) => [
    'p99 of the others, ms, and the most bytes kept for one screen, by round:',
    ...figures.map((figure) => {
      const kept = numberOf(figure, 'most bytes kept for one');
      return `${figure['slow screens']} slow ones: ${numberOf(figure, 'p99')}, ${kept}`;
    }),
  ],
};

async function measure(contestant: Contestant, run: Run, slow: number): Promise<Round> {
  const { screens, perSecond, warmUpMs, ms } = run;
  const stage = await setUp({
    contestant,
    programme: 'one large unit',
    frames: Math.ceil(((warmUpMs + ms) / 1_000) * perSecond),
    screens,
    screensProgram: TIMED,
    opening: { slow },
  });
  try {
    const lateness = (): Promise<Lateness> => stage.ask('screens', { lateness: true }, 'lateness');
    const publish = async (forMs: number): Promise<void> => {
      const wanted = Math.floor((forMs / 1_000) * perSecond) * screens;
      await stage.publish(forMs, { perSecond, arrived: () => untilSeen(wanted, lateness) });
    };
    await publish(warmUpMs);
    const watch = new Watch(() => ask(stage.server, { status: true }, 'status'));
    await publish(ms);
    const kept = await watch.end();
    const late = await lateness();
    const [hash] = (await ask<{ hashes: string[] }>(stage.server, { status: true }, 'status')).hashes;
    const drained = await stage.ask<Drained>('screens', { drain: { hash } }, 'drained');
    if (slow > 0 && ms > 5_000 && drained.skipped === 0) throw new Error('the slow screens were not slow');
    return { ...late, ...drained, slow, kept };
  } finally {
    await stage.strike();
  }
}

async function untilSeen(wanted: number, lateness: () => Promise<Lateness>): Promise<void> {
  for (let look = 0; look < ARRIVAL_LOOKS; look += 1) {
    if ((await lateness()).seen >= wanted) return;
    await pause(LOOK_MS);
  }
  throw new Error('some screens did not get every version');
}

/** Looks again and again at what the edge keeps for each screen. */
class Watch {
  #most = 0;
  #isOn = true;
  readonly #done: Promise<void>;

  constructor(status: () => Promise<{ outboundBytes: readonly number[] }>) {
    this.#done = this.#look(status);
  }

  /** The most bytes that were kept for one screen. */
  async end(): Promise<number> {
    this.#isOn = false;
    await this.#done;
    return this.#most;
  }

  async #look(status: () => Promise<{ outboundBytes: readonly number[] }>): Promise<void> {
    while (this.#isOn) {
      this.#most = Math.max(this.#most, ...(await status()).outboundBytes);
      await pause(LOOK_MS);
    }
  }
}

const median = (rounds: readonly Round[]): Round =>
  rounds.toSorted((one, other) => one.p99 - other.p99)[rounds.length >> 1]!;

const figureOf = ({ slow, p50, p99, 'p99.9': p999, max, kept, right, skipped }: Round): Figure => ({
  'slow screens': slow,
  p50: rounded(p50),
  p99: rounded(p99),
  'p99.9': rounded(p999),
  max: rounded(max),
  'most bytes kept for one': kept,
  'slow ones right in the end': right,
  'versions skipped': skipped,
});

function barsOf(without: Round, among: readonly Round[], slow: number): Bar[] {
  return [
    atMost('p99 with slow screens / without', rounded(median(among).p99 / without.p99), LIMIT_TIMES),
    atMost(
      'bytes kept for one screen',
      Math.max(...among.map(({ kept }) => kept)),
      DEFAULT_LIMITS.outboundBytes,
    ),
    atLeast('slow screens that are right in the end', Math.min(...among.map(({ right }) => right)), slow),
  ];
}
