/** The newest kept runs for the README: of each benchmark where, when and whether its bars hold, then one figure a line. */
import { type Bar, type Benchmark, grouped } from './benchmark.ts';
import { machineText } from './machine.ts';
import { type Kept, newestKept } from './results.ts';

/** With their pictures below. Benchmarks without a kept run have no line. */
export function resultsTable(benchmarks: readonly Benchmark[]): string {
  const kept = benchmarks.flatMap((benchmark) => {
    const run = newestKept(benchmark.name);
    return run === null ? [] : [{ benchmark, run }];
  });
  const pictures = kept.flatMap(({ benchmark, run }) =>
    Object.keys(benchmark.pictures?.(run.figures) ?? {}).map(
      (name) => `\n![${benchmark.question}](bench/results/${name})\n`,
    ),
  );
  return [...kept.map(({ benchmark, run }) => sectionOf(benchmark, run)), ...pictures].join('');
}

function sectionOf(benchmark: Benchmark, run: Kept): string {
  const figures = [...benchmark.inShort(run.figures)];
  // What the lines below it are about.
  const head = figures[0]?.endsWith(':') === true ? ` ${figures.shift()}` : '';
  const lines = [...figures, ...barsInShort(run.bars)].map((line) => `- ${line}\n`).join('');
  return `**\`${benchmark.name}\`** (${whereAndWhen(run)})${head}\n\n${lines}\n`;
}

function barsInShort(bars: readonly Bar[]): string[] {
  const broken = bars.filter(({ holds }) => !holds);
  if (bars.length === 0) return [];
  if (broken.length === 0 && bars.length === 1) return [`bar holds: ${barText(bars[0]!)}`];
  if (broken.length === 0) return [`all ${bars.length} bars hold`];
  return broken.map((bar) => `**bar not met**: ${barText(bar)}`);
}

const barText = ({ what, value, limit }: Bar): string => `${what} ${grouped(value)}, limit ${grouped(limit)}`;

const whereAndWhen = ({ at, commit, machine }: Kept): string =>
  `${at.slice(0, 10)}, commit ${commit}, ${machineText(machine)}`;
