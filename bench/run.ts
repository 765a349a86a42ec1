/** `npm run bench -- NAME [--json] [--smoke] [--no-keep]`: asks one question, prints the answer and keeps it. */
import { join } from 'node:path';
import { projectRoot } from '../src/setup/project-root.ts';
import { bySport } from './by-sport.ts';
import { bytes } from './bytes.ts';
import { gateway } from './gateway.ts';
import { graphics } from './graphics.ts';
import { growth } from './growth.ts';
import { http } from './http.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { oneScreen } from './one-screen.ts';
import { projection } from './projection.ts';
import { rate } from './rate.ts';
import { restart } from './restart.ts';
import { screen } from './screen.ts';
import { slowReaders } from './slow-readers.ts';
import { storm } from './storm.ts';
import type { Benchmark } from './support/benchmark.ts';
import { writeSection } from './support/page-section.ts';
import { type Kept, keep, keptNow } from './support/results.ts';
import { resultsPage, resultsTable } from './support/results-table.ts';
import { table } from './support/table.ts';
import { throughput } from './throughput.ts';
import { updateCost } from './update-cost.ts';
import { venueToScreen } from './venue-to-screen.ts';
import { warmStart } from './warm-start.ts';

const BENCHMARKS: readonly Benchmark[] = [
  throughput,
  latency,
  oneScreen,
  venueToScreen,
  gateway,
  screen,
  graphics,
  warmStart,
  rate,
  restart,
  updateCost,
  bySport,
  projection,
  bytes,
  memory,
  storm,
  slowReaders,
  http,
  growth,
];

/** Prints what is kept, and measures nothing. */
const TABLE = 'table';

const USAGE = `npm run bench -- NAME [--json] [--smoke] [--no-keep]

${BENCHMARKS.map(({ name, question }) => `  ${name.padEnd(16)} ${question}`).join('\n')}
  ${TABLE.padEnd(16)} the newest kept answers, as the README and bench/results/README.md have them (--write: into both)

  --json      one JSON object: at, commit, machine, question, figures, bars
  --smoke     a small run that shows that it works; its figures mean nothing, and are not kept
  --no-keep   nothing is written; else a real run appends a line to bench/results/NAME.jsonl
  --list      the names
`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--list')) {
    process.stdout.write(`${BENCHMARKS.map(({ name }) => name).join('\n')}\n`);
    return 0;
  }
  const wanted = args.find((arg) => !arg.startsWith('-'));
  if (wanted === TABLE) {
    const pages = {
      'README.md': resultsTable(BENCHMARKS),
      'bench/results/README.md': resultsPage(BENCHMARKS),
    };
    for (const [page, newest] of Object.entries(pages))
      if (args.includes('--write')) writeSection(join(projectRoot(), page), 'bench', newest);
      else process.stdout.write(newest);
    return 0;
  }
  const benchmark = BENCHMARKS.find(({ name }) => name === wanted);
  if (benchmark === undefined) {
    process.stderr.write(wanted === undefined ? USAGE : `there is no benchmark "${wanted}"\n\n${USAGE}`);
    return wanted === undefined ? 0 : 2;
  }
  const smoke = args.includes('--smoke');
  const answer = await benchmark.run(smoke ? 'smoke' : 'real', (line) => process.stderr.write(`${line}\n`));
  // A small run finds as well what cannot be shown any more.
  benchmark.sentence(answer.figures);
  benchmark.inShort(answer.figures);
  benchmark.pictures?.(answer.figures);
  const run = keptNow(benchmark, answer);
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(run)}\n` : text(run));
  if (!smoke && !args.includes('--no-keep')) keep(benchmark, run);
  return smoke || answer.bars.every(({ holds }) => holds) ? 0 : 1;
}

function text({ question, figures, bars, machine, commit, at }: Kept): string {
  const limits = bars.map(({ what, value, limit, holds }) => ({
    bar: what,
    value,
    limit,
    holds: holds ? 'yes' : 'NO',
  }));
  const { cpu, cores, memoryGiB, node } = machine;
  const where = `${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${node}, commit ${commit}, ${at.slice(0, 10)}`;
  return [
    question,
    '',
    table(figures),
    '',
    ...(limits.length === 0 ? [] : [table(limits), '']),
    where,
    '',
  ].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
