/**
 * Question: how many frames a second does an edge deliver at most, beside what one might pick instead?
 *
 *   publisher + server (core 0)  --frames-->  N screens in another process (core 1)
 *
 * Every server publishes the same frames, as fast as the screens keep up: 256 bytes from 16 units under way
 * at once, and the JSON deltas of an athletics evening. Servers are started one after the other, several
 * rounds, each time anew; the median round counts. The edge runs with everything on: versions come from a
 * broker in its process, are checked, applied and encoded within the measured time, while a peer gets finished
 * frames. What a peer's broadcast leaves out (deltas, hashes, newest-only, bounds) is not weighed.
 * `screens' core` is how busy the load generator was: near 1 it is the limit, and the figure is too low.
 * A figure is printed only when every frame that was written has arrived. It would change with several
 * workers, with TLS, and with a network between the machines.
 */
import { type Contestant, NATS, OURS, presentOnes, SOCKET_IO, UWS } from './fan-out/contestants.ts';
import { canPin } from './fan-out/pinned.ts';
import type { ProgrammeName } from './fan-out/programme.ts';
import { type Published, setUp } from './fan-out/stage.ts';
import {
  type Answer,
  atLeast,
  type Bar,
  type Benchmark,
  type Figure,
  numberOf,
  rounded,
} from './support/benchmark.ts';

/** What was measured of one server in one round. */
interface Round extends Published {
  /** Versions that reached screens as part of newer ones: live screens may skip, peers never do. */
  readonly skipped: number;
}

interface Run {
  readonly programmes: readonly ProgrammeName[];
  readonly screens: readonly number[];
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly ms: number;
  /** To have ready for one screen count, so that nobody runs out of them; divided by the screens. */
  readonly deliveries: number;
}

const RUNS: Readonly<Record<'smoke' | 'real', Run>> = {
  smoke: {
    programmes: ['units of 256 B'],
    screens: [100],
    rounds: 1,
    warmUpMs: 50,
    ms: 150,
    deliveries: 200_000,
  },
  real: {
    programmes: ['units of 256 B', 'athletics evening'],
    screens: [1_000, 5_000],
    rounds: 3,
    warmUpMs: 1_000,
    ms: 3_000,
    deliveries: 9_000_000,
  },
};

/** Of the programme. */
const WARM_UP_SHARE = 0.25;

/** How many times the peer's figure ours must be. */
const TIMES: Readonly<Record<string, number>> = { [UWS]: 1, [NATS]: 1.3, [SOCKET_IO]: 5 };

export const throughput: Benchmark = {
  name: 'throughput',
  question: 'How many frames a second does an edge deliver at most (all screens together)?',
  async run(size, progress): Promise<Answer> {
    const run = RUNS[size];
    if (!canPin) progress('processes cannot be bound to cores here: server and screens share them');
    const present = presentOnes(size, progress);
    const figures: Figure[] = [];
    for (const programme of run.programmes) {
      for (const screens of run.screens) {
        figures.push(...(await measure(present, programme, screens, run, progress)));
      }
    }
    return { figures, bars: barsOf(figures) };
  },
  inShort: (figures) =>
    figures
      .filter(({ server }) => server === OURS)
      .map((figure) => {
        const { frames, screens } = figure;
        const others = figures
          .filter((other) => other.frames === frames && other.screens === screens && other.server !== OURS)
          .map((other) => `${numberOf(other, 'ours / this')} x ${other.server}`);
        const what = `${frames}, ${numberOf(figure, 'screens')} screens`;
        return `${what}: ${numberOf(figure, 'deliveries/s')}/s (${others.join(', ')})`;
      })
      .join('; '),
};

async function measure(
  present: readonly Contestant[],
  programme: ProgrammeName,
  screens: number,
  { rounds, warmUpMs, ms, deliveries }: Run,
  progress: (line: string) => void,
): Promise<Figure[]> {
  const measured = new Map<string, Round[]>(present.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contestant of present) {
      const frames = Math.ceil(deliveries / screens);
      const stage = await setUp({ contestant, programme, frames, screens });
      try {
        await stage.publish(warmUpMs, { share: WARM_UP_SHARE });
        const published = await stage.publish(ms);
        const skipped = published.frames * screens - published.deliveries;
        measured.get(contestant.name)!.push({ ...published, skipped });
        progress(
          `${programme}, ${screens} screens, round ${round}: ${contestant.name} ${perSecond(published)}/s`,
        );
      } finally {
        await stage.strike();
      }
    }
  }
  return compared([...measured].map(([server, all]) => ({ server, ...median(all) }))).map((figure) => ({
    frames: programme,
    screens,
    ...figure,
  }));
}

const perSecond = ({ deliveries, ms }: Published): number => Math.round((deliveries / ms) * 1_000);

const median = (all: readonly Round[]): Round =>
  all.toSorted((one, other) => perSecond(one) - perSecond(other))[all.length >> 1]!;

function compared(all: readonly (Round & { server: string })[]): Figure[] {
  const ours = perSecond(all.find(({ server }) => server === OURS)!);
  return all.map((published) => ({
    server: published.server,
    'deliveries/s': perSecond(published),
    skipped: published.skipped,
    'ours / this': rounded(ours / perSecond(published)),
    "server's core": published.serverCpu === null ? '-' : rounded(published.serverCpu),
    "screens' core": published.screensCpu === null ? '-' : rounded(published.screensCpu),
  }));
}

function barsOf(figures: readonly Figure[]): Bar[] {
  return figures.flatMap(({ server, frames, screens, 'ours / this': times }) => {
    const limit = TIMES[server as string];
    return limit === undefined
      ? []
      : [atLeast(`times ${server}, ${frames}, ${screens} screens`, times as number, limit)];
  });
}
