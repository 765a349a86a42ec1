/** The newest kept runs: for the README a line each, for `bench/results/README.md` with all main figures, date, commit and machine. */
import { type Bar, type Benchmark, grouped } from './benchmark.ts';
import { machineText } from './machine.ts';
import { type Kept, newestKept } from './results.ts';

interface Measured {
  readonly benchmark: Benchmark;
  readonly run: Kept;
}

const HEAD = '| `npm run bench --` | what came out | bars |\n| --- | --- | --- |\n';

/** Benchmarks without a kept run have no line; their pictures stand below. */
export function resultsTable(benchmarks: readonly Benchmark[]): string {
  const measured = measuredOf(benchmarks);
  const lines = measured.map(
    ({ benchmark: { name, sentence }, run: { figures, bars } }) =>
      `| [\`${name}\`](bench/results/README.md#${name}) | ${sentence(figures)} | ${barsInBrief(bars)} |\n`,
  );
  const pictures = measured.flatMap(({ benchmark, run }) =>
    Object.keys(benchmark.pictures?.(run.figures) ?? {}).map(
      (name) => `\n![${benchmark.question}](bench/results/${name})\n`,
    ),
  );
  return [HEAD, ...lines, ...pictures].join('');
}

/** The same with all main figures. */
export const resultsPage = (benchmarks: readonly Benchmark[]): string =>
  measuredOf(benchmarks).map(sectionOf).join('');

const measuredOf = (benchmarks: readonly Benchmark[]): Measured[] =>
  benchmarks.flatMap((benchmark) => {
    const run = newestKept(benchmark.name);
    return run === null ? [] : [{ benchmark, run }];
  });

function barsInBrief(bars: readonly Bar[]): string {
  const broken = bars.filter(({ holds }) => !holds);
  if (bars.length === 0) return 'none';
  if (broken.length === 0) return bars.length === 1 ? 'holds' : `all ${bars.length} hold`;
  return `**${broken.length} of ${bars.length} not met**`;
}

function sectionOf({ benchmark: { name, question, inShort }, run }: Measured): string {
  const figures = [...inShort(run.figures)];
  // What the lines below it are about.
  const head = figures[0]?.endsWith(':') === true ? `${figures.shift()}\n\n` : '';
  const lines = [...figures, ...barsOf(run.bars)].map((line) => `- ${line}\n`).join('');
  return `\n## ${name}\n\n${question} ${whereAndWhen(run)}\n\n${head}${lines}`;
}

/** Each that is not met, and how near it is. */
function barsOf(bars: readonly Bar[]): string[] {
  const broken = bars.filter(({ holds }) => !holds);
  const said = broken.map(
    ({ what, value, limit }) => `**bar not met**: ${what} ${grouped(value)}, limit ${grouped(limit)}`,
  );
  const others = bars.length - broken.length;
  return others === 0 ? said : [...said, `${others} of ${bars.length} bars hold`];
}

const whereAndWhen = ({ at, commit, machine }: Kept): string =>
  `(${at.slice(0, 10)}, commit ${commit}, ${machineText(machine)})`;
