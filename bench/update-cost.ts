/**
 * Question: what does one fact cost, from the fact to the bytes of the update, by the number of rows and of units?
 *
 *   passing -> fold, rank, document -> delta (JSON, protobuf) and whole document (JSON, protobuf, XML)
 *
 * By step (`update-cost/by-step.ts`): the measured way reuses what did not change. Beside it, in the same run, whole documents
 * with `JSON.stringify` and fast-xml-parser's builder. In a long list (`long-list.ts`): facts that put a row at its end, into
 * its middle, before all others, or take the first one out, each until its versions are with the broker, kept and whole
 * documents included. In a meet of many units and in one of few (`meets.ts`): what one unit costs from its setup to OFFICIAL.
 * And beside an earlier commit of this repository (`earlier.ts`), in turns in one process.
 * It would change with the number of columns and splits per row, and with corrections, which refold the unit.
 * Documents are compared with ones made from scratch before a figure is printed.
 */
import {
  type Answer,
  atMost,
  type Bar,
  type Benchmark,
  type Figure,
  grouped,
  rounded,
} from './support/benchmark.ts';
import { briefOf } from './support/sentence.ts';
import { bySteps, FOLD } from './update-cost/by-step.ts';
import { besideEarlier } from './update-cost/earlier.ts';
import { CASES, longList } from './update-cost/long-list.ts';
import { meets } from './update-cost/meets.ts';
import type { Times } from './update-cost/times.ts';

const SIZES = {
  smoke: { rows: [8, 150], long: 600, facts: 40, few: 5, many: 20, rounds: 1 },
  real: { rows: [8, 150, 1_000, 50_000], long: 50_000, facts: 25_000, few: 20, many: 2_000, rounds: 24 },
} as const;
const UPDATES_MOST = 400;

/** The last commit before documents of all types were keyed rows. */
const EARLIER = '950d315';
const ROWS_OF_EARLIER = 150;
const EARLIER_AT_MOST = 1.1;
const LONG_MEAN_MS = 0.5;
const LONG_STALL_MS = 20;
const UNITS_RATIO = 1.2;
const WARM_UP_ROUNDS = 5;

type Progress = (line: string) => void;

export const updateCost: Benchmark = {
  name: 'update-cost',
  question: 'What does one fact cost, by the number of rows and of units (milliseconds)?',
  async run(size, progress): Promise<Answer> {
    // An engine is warm after its first minutes; the first hundreds of updates only make it so.
    if (size === 'real')
      for (let round = 0; round < WARM_UP_ROUNDS; round += 1) bySteps(ROWS_OF_EARLIER, 600);
    const answers = [
      await stepByStep(size, progress),
      await inALongList(size, progress),
      inMeets(size, progress),
      await besideEarlierCommit(size, progress),
    ];
    return {
      figures: answers.flatMap(({ figures }) => figures),
      bars: answers.flatMap(({ bars }) => bars),
    };
  },
  sentence: (figures) =>
    `${figures
      .filter(({ what }) => String(what).endsWith(WHOLE_FACT))
      .map((figure) => `${String(figure.what).replace(WHOLE_FACT, '')} ${briefOf(figure, 'median')} ms`)
      .join(', ')}, at the median`,
  inShort: (figures) => [
    'ms of one fact, median (mean):',
    ...figures.filter(isMain).map(({ what, median, mean }) => {
      const inBrackets = typeof mean === 'number' ? ` (${grouped(mean)})` : '';
      return `${what}: ${typeof median === 'number' ? grouped(median) : median}${inBrackets}`;
    }),
  ],
};

/** A fact from the core to its document. */
const WHOLE_FACT = ', fold, rank, document';

const isMain = ({ what }: Figure): boolean =>
  typeof what === 'string' && !/whole|stringify|builder/.test(what);

const figureOf = (what: string, times: Times): Figure => ({
  what,
  times: times.count,
  median: rounded(times.median, 4),
  mean: rounded(times.mean, 4),
  longest: rounded(times.longest, 2),
});

async function stepByStep(size: keyof typeof SIZES, progress: Progress): Promise<Answer> {
  const figures = SIZES[size].rows.flatMap((rows) => {
    progress(`${rows} rows ...`);
    const steps = bySteps(rows, size === 'smoke' ? 20 : Math.min(UPDATES_MOST, rows * 4));
    return Array.from(steps, ([step, times]) => figureOf(`${grouped(rows)} rows, ${step}`, times));
  });
  return { figures, bars: [] };
}

async function inALongList(size: keyof typeof SIZES, progress: Progress): Promise<Answer> {
  const { long, facts } = SIZES[size];
  const figures: Figure[] = [];
  const bars: Bar[] = [];
  for (const name of Object.keys(CASES)) {
    progress(`${long} rows, ${name} ...`);
    const { facts: times, stall, kept } = await longList(long, facts, name);
    const what = `${grouped(long)} rows, ${name}`;
    figures.push({ ...figureOf(`${what} (${kept} kept)`, times), longest: rounded(stall) });
    bars.push(
      atMost(`mean of ${what}, ms`, rounded(times.mean, 3), LONG_MEAN_MS),
      atMost(`longest stall of ${what}, ms`, rounded(stall), LONG_STALL_MS),
    );
  }
  return { figures, bars };
}

function inMeets(size: keyof typeof SIZES, progress: Progress): Answer {
  const { few, many } = SIZES[size];
  progress(`meets of ${few} and ${many} units ...`);
  const times = meets(few, many);
  return {
    figures: [
      figureOf(`a unit of ${grouped(few)}`, times.few),
      figureOf(`a unit of ${grouped(many)}`, times.many),
    ],
    bars: [
      atMost(
        `a unit of ${grouped(many)}, times one of ${few}`,
        rounded(times.many.mean / times.few.mean),
        UNITS_RATIO,
      ),
    ],
  };
}

async function besideEarlierCommit(size: keyof typeof SIZES, progress: Progress): Promise<Answer> {
  const what = `${ROWS_OF_EARLIER} rows, ${FOLD}`;
  progress(`${what}, beside commit ${EARLIER} ...`);
  const beside = await besideEarlier(EARLIER, ROWS_OF_EARLIER, 600, SIZES[size].rounds);
  if (beside === null) {
    progress(`commit ${EARLIER} is not in this clone: nothing to compare with`);
    return { figures: [], bars: [] };
  }
  const { now, earlier } = beside;
  const lineOf = (label: string, median: number): Figure => ({
    what: label,
    times: SIZES[size].rounds,
    median: rounded(median, 4),
    mean: '-',
    longest: '-',
  });
  return {
    figures: [lineOf(`${what}, in turns`, now), lineOf(`${what}, at ${EARLIER}`, earlier)],
    bars: [atMost(`${what}, times that of ${EARLIER}`, rounded(now / earlier), EARLIER_AT_MOST)],
  };
}
