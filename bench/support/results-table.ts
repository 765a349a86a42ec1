/** The newest kept runs as a table for the README. */
import { type Bar, type Benchmark, grouped } from './benchmark.ts';
import { type Kept, newestKept } from './results.ts';

const HEAD = ['`npm run bench -- NAME`', 'figures', 'bars', 'measured'];

/** Benchmarks without a kept run have no line. */
export function resultsTable(benchmarks: readonly Benchmark[]): string {
  const lines = benchmarks.flatMap((benchmark) => {
    const run = newestKept(benchmark.name);
    return run === null ? [] : [cellsOf(benchmark, run)];
  });
  return [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const cellsOf = (benchmark: Benchmark, run: Kept): string[] => [
  `\`${benchmark.name}\``,
  benchmark.inShort(run.figures),
  barsInShort(run.bars),
  whereAndWhen(run),
];

function barsInShort(bars: readonly Bar[]): string {
  const broken = bars.filter(({ holds }) => !holds);
  if (bars.length === 0) return '-';
  if (broken.length === 0 && bars.length === 1) return `holds: ${barText(bars[0]!)}`;
  if (broken.length === 0) return `all ${bars.length} hold`;
  return `**${broken.length} of ${bars.length} not met**: ${broken.map(barText).join('; ')}`;
}

const barText = ({ what, value, limit }: Bar): string => `${what} ${grouped(value)}, limit ${grouped(limit)}`;

function whereAndWhen({ at, commit, machine }: Kept): string {
  const { cpu, cores, memoryGiB, node } = machine;
  const name = cpu.replace(/\((?:R|TM)\)|CPU/g, '').replaceAll(/\s+/g, ' ');
  return `${at.slice(0, 10)}, commit ${commit}, ${name.trim()}, ${cores} cores, ${memoryGiB} GiB, Node ${node.slice(1)}`;
}
