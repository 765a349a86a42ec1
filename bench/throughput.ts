/**
 * Question: how many frames a second does an edge deliver at most, beside what one might pick instead?
 *
 *   publisher + server (core 0)  --frames-->  N screens in another process (core 1)
 *
 * Every server publishes the same frames, as fast as the screens keep up: 256 bytes from 16 units under way
 * at once, and the JSON deltas of an athletics evening. `at once` says how many batches (a version each of
 * different documents) come in one turn of the event loop: 1, as updates that follow each other do, or 16, as after
 * a pause of the feed. Of 16 the edge makes one delta over several versions of a document, so versions
 * are compared, those that a newer one made needless included; `frames/s` counts what went over the sockets.
 * Servers are started one after the other, several rounds, each time anew; the median round counts. The edge
 * runs with everything on: versions come from a broker in its process, are checked, applied and encoded within
 * the measured time, while a peer gets finished frames. What a peer's broadcast leaves out (deltas, hashes,
 * newest-only, bounds) is not weighed. `server's core` and `screens' core` are how busy the two were: a server
 * at 1 is its own limit; if only the screens are near 1, the load generator is, and the figure is too low.
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
import { briefOf, figuresWith } from './support/sentence.ts';

/** What was measured of one server in one round. */
interface Round extends Published {
  /** Versions that reached screens as part of newer ones: live screens may skip, peers never do. */
  readonly skipped: number;
}

interface Load {
  readonly programme: ProgrammeName;
  readonly screens: number;
  /** Batches that are published in one turn. */
  readonly burst: number;
}

interface Run {
  readonly loads: readonly Load[];
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly ms: number;
  /** To have ready for one screen count, so that nobody runs out of them; divided by the screens. */
  readonly deliveries: number;
}

const RUNS: Readonly<Record<'smoke' | 'real', Run>> = {
  smoke: {
    loads: [{ programme: 'units of 256 B', screens: 100, burst: 1 }],
    rounds: 1,
    warmUpMs: 50,
    ms: 150,
    deliveries: 200_000,
  },
  real: {
    loads: [
      { programme: 'units of 256 B', screens: 1_000, burst: 1 },
      { programme: 'units of 256 B', screens: 5_000, burst: 1 },
      { programme: 'athletics evening', screens: 1_000, burst: 1 },
      { programme: 'athletics evening', screens: 5_000, burst: 1 },
      { programme: 'units of 256 B', screens: 1_000, burst: 16 },
      { programme: 'athletics evening', screens: 1_000, burst: 16 },
    ],
    rounds: 3,
    warmUpMs: 700,
    ms: 2_000,
    deliveries: 24_000_000,
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
    for (const load of run.loads) figures.push(...(await measure(present, load, run, progress)));
    return { figures, bars: barsOf(figures) };
  },
  sentence: (figures) => {
    const ours = figuresWith(figures, { server: OURS });
    const evening = ours.filter(({ frames, 'at once': burst }) => frames !== ours[0]!.frames && burst === 1);
    const largest = evening.at(-1) ?? ours.at(-1)!;
    const others = figures.filter((other) => loadOf(other) === loadOf(largest) && other.server !== OURS);
    const times = others.map((other) => `${briefOf(other, 'ours / this')} x ${other.server}`);
    return [`${loadOf(largest)}: ${briefOf(largest, 'versions/s')} versions/s`, ...times].join(', ');
  },
  inShort: (figures) =>
    figures
      .filter(({ server }) => server === OURS)
      .map((figure) => {
        const others = figures
          .filter((other) => loadOf(other) === loadOf(figure) && other.server !== OURS)
          .map((other) => `${numberOf(other, 'ours / this')} x ${other.server}`);
        return `${loadOf(figure)}: ${numberOf(figure, 'versions/s')} versions/s (${others.join(', ')})`;
      }),
};

const loadOf = (figure: Figure): string =>
  `${figure.frames}, ${numberOf(figure, 'screens')} screens, ${figure['at once']} at once`;

async function measure(
  present: readonly Contestant[],
  { programme, screens, burst }: Load,
  { rounds, warmUpMs, ms, deliveries }: Run,
  progress: (line: string) => void,
): Promise<Figure[]> {
  const measured = new Map<string, Round[]>(present.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contestant of present) {
      const frames = Math.ceil(deliveries / screens);
      const stage = await setUp({ contestant, programme, frames, screens });
      try {
        await stage.publish(warmUpMs, { share: WARM_UP_SHARE, burst });
        const published = await stage.publish(ms, { burst });
        const skipped = published.frames * screens - published.deliveries;
        measured.get(contestant.name)!.push({ ...published, skipped });
        progress(
          `${programme}, ${screens} screens, ${burst} at once, round ${round}: ${contestant.name} ${versionsPerSecond({ ...published, skipped })}/s`,
        );
      } finally {
        await stage.strike();
      }
    }
  }
  const rows = compared([...measured].map(([server, all]) => ({ server, ...median(all) })));
  return rows.map((figure) => ({ frames: programme, 'at once': burst, screens, ...figure }));
}

const framesPerSecond = ({ deliveries, ms }: Published): number => Math.round((deliveries / ms) * 1_000);

/** Versions that screens were brought to, those among them that a newer one made needless. */
const versionsPerSecond = ({ deliveries, skipped, ms }: Round): number =>
  Math.round(((deliveries + skipped) / ms) * 1_000);

const median = (all: readonly Round[]): Round =>
  all.toSorted((one, other) => versionsPerSecond(one) - versionsPerSecond(other))[all.length >> 1]!;

function compared(all: readonly (Round & { server: string })[]): Figure[] {
  const ours = versionsPerSecond(all.find(({ server }) => server === OURS)!);
  return all.map((round) => ({
    server: round.server,
    'frames/s': framesPerSecond(round),
    'versions/s': versionsPerSecond(round),
    'ours / this': rounded(ours / versionsPerSecond(round)),
    "server's core": round.serverCpu === null ? '-' : rounded(round.serverCpu),
    "screens' core": round.screensCpu === null ? '-' : rounded(round.screensCpu),
  }));
}

function barsOf(figures: readonly Figure[]): Bar[] {
  return figures.flatMap((figure) => {
    const limit = TIMES[figure.server as string];
    return limit === undefined
      ? []
      : [atLeast(`times ${figure.server}, ${loadOf(figure)}`, figure['ours / this'] as number, limit)];
  });
}
