/**
 * Question: how does the cost of an update grow with screens, rows and channels?
 *
 *   broker in the edge's process --versions--> edge (core 0) --frames--> screens in another process (core 1)
 *
 * One axis at a time: screens of one list of 8 rows; rows of one list with 10 screens; lists of 8 rows with 10
 * screens that follow all of them. An update changes one row of one list. The cost is the processor time of the
 * edge, from the version that it hears to the last socket, per update. Updates come as fast as the screens keep up, so that
 * an edge puts several of them into one write; one that comes alone costs each screen a write of its own. Expected: with the
 * screens, slowly while many updates share a write and in proportion to them when few do; in proportion to the rows, far
 * less steeply, since an edge looks at every row for what changed; not with channels. Every update must reach every screen
 * by itself, or no figure is printed.
 * Needs a limit of open files above the number of screens (`ulimit -n`).
 */
import { contestants, OURS } from './fan-out/contestants.ts';
import { setUp } from './fan-out/stage.ts';
import { type Answer, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { needOpenFiles } from './support/open-files.ts';
import { logLogPlot } from './support/plot.ts';
import { briefOf } from './support/sentence.ts';

interface Size {
  readonly screens: number;
  readonly rows: number;
  readonly channels: number;
}

const BASE: Size = { screens: 10, rows: 8, channels: 1 };

const AXES = {
  smoke: { screens: [10, 50], rows: [8, 150], channels: [1, 20] },
  real: {
    screens: [100, 1_000, 5_000, 10_000],
    rows: [8, 150, 1_000, 10_000, 50_000],
    channels: [1, 100, 1_000, 10_000],
  },
} as const;

const WARM_UP_MS = 300;
const WARM_UP_SHARE = 0.2;
const MS = { smoke: 200, real: 2_000 } as const;
/** To have ready; making versions of long lists takes its time. */
const FRAMES = { smoke: 600, real: 10_000 } as const;
const ROWS_MADE_MOST = 2_500_000;
const FRAMES_LEAST = 50;

type Cost = Figure & { readonly ms: number };

export const growth: Benchmark = {
  name: 'growth',
  question: 'How does the cost of an update grow with screens, rows and channels (milliseconds of the edge)?',
  async run(size, progress): Promise<Answer> {
    needOpenFiles(Math.max(...AXES[size].screens));
    const figures: Figure[] = [];
    for (const [axis, values] of Object.entries(AXES[size])) {
      const costs: Cost[] = [];
      for (const value of values) {
        progress(`${value} ${axis} ...`);
        costs.push(await measure(axis, { ...BASE, [axis]: value }, size));
      }
      figures.push(...plotted(costs));
    }
    return { figures, bars: [] };
  },
  sentence: (figures) =>
    `ms: ${Object.keys(AXES.real)
      .map((axis) => {
        const costs = figures.filter((figure) => figure.axis === axis);
        const ends = [costs[0]!, costs.at(-1)!];
        return ends.map((figure) => `${numberOf(figure, axis)} ${axis} ${briefOf(figure, 'ms')}`).join(', ');
      })
      .join('; ')}`,
  inShort: (figures) => [
    'ms of the edge for one update:',
    ...Object.keys(AXES.real).map((axis) => {
      const costs = figures.filter((figure) => figure.axis === axis);
      return costs.map((figure) => `${numberOf(figure, axis)} ${axis} ${numberOf(figure, 'ms')}`).join(', ');
    }),
  ],
  pictures: (figures) => ({
    'growth.svg': logLogPlot({
      title: 'Cost of one update at the edge',
      xLabel: 'number of screens, rows or channels',
      yLabel: 'milliseconds of processor time',
      curves: Object.keys(AXES.real).map((axis) => ({
        label: axis,
        points: figures
          .filter((figure) => figure.axis === axis)
          .map((figure) => [figure[axis] as number, Math.max(LEAST_SHOWN_MS, figure.ms as number)] as const),
      })),
    }),
  }),
};

/** Processor time is counted in hundredths of a second: less per update than this is not told apart from none. */
const LEAST_SHOWN_MS = 0.001;

async function measure(
  axis: string,
  { screens, rows, channels }: Size,
  size: 'smoke' | 'real',
): Promise<Cost> {
  const contestant = contestants().find(({ name }) => name === OURS)!;
  const frames = Math.max(FRAMES_LEAST, Math.min(FRAMES[size], Math.floor(ROWS_MADE_MOST / rows)));
  const programme = `${channels} units of ${rows} rows` as const;
  const stage = await setUp({ contestant, programme, frames, screens });
  try {
    await stage.publish(WARM_UP_MS, { share: WARM_UP_SHARE });
    const { deliveries, frames: updates, ms: elapsed, serverCpu } = await stage.publish(MS[size]);
    if (deliveries !== updates * screens) throw new Error('updates were put together on the way');
    const ms = ((serverCpu ?? 1) * elapsed) / updates;
    return {
      axis,
      screens,
      rows,
      channels,
      updates,
      ms: rounded(ms, 3),
      'us per screen': rounded((ms * 1_000) / screens),
    };
  } finally {
    await stage.strike();
  }
}

const MARKS_PER_DECADE = 8;

/** A bar for each cost, eight marks for every factor of ten above the least. */
function plotted(costs: readonly Cost[]): Figure[] {
  const least = Math.min(...costs.map(({ ms }) => Math.max(ms, LEAST_SHOWN_MS)));
  return costs.map((cost) => ({
    ...cost,
    'x10 = 8 marks': '#'.repeat(1 + Math.max(0, Math.round(MARKS_PER_DECADE * Math.log10(cost.ms / least)))),
  }));
}
