/** `npm run bench -- NAME [--json] [--smoke]`: asks one question and prints the answer. */
import { bytes } from './bytes.ts';
import { growth } from './growth.ts';
import { http } from './http.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { slowReaders } from './slow-readers.ts';
import type { Answer, Benchmark } from './support/benchmark.ts';
import { type Machine, thisMachine } from './support/machine.ts';
import { table } from './support/table.ts';
import { throughput } from './throughput.ts';
import { updateCost } from './update-cost.ts';
import { venueToScreen } from './venue-to-screen.ts';

const BENCHMARKS: readonly Benchmark[] = [
  venueToScreen,
  updateCost,
  bytes,
  throughput,
  latency,
  memory,
  slowReaders,
  growth,
  http,
];

const USAGE = `npm run bench -- NAME [--json] [--smoke]

${BENCHMARKS.map(({ name, question }) => `  ${name.padEnd(16)} ${question}`).join('\n')}

  --json    one JSON object: question, figures, bars, machine
  --smoke   a small run that shows that it works; its figures mean nothing
  --list    the names
`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--list')) {
    process.stdout.write(`${BENCHMARKS.map(({ name }) => name).join('\n')}\n`);
    return 0;
  }
  const wanted = args.find((arg) => !arg.startsWith('-'));
  const benchmark = BENCHMARKS.find(({ name }) => name === wanted);
  if (benchmark === undefined) {
    process.stderr.write(wanted === undefined ? USAGE : `there is no benchmark "${wanted}"\n\n${USAGE}`);
    return wanted === undefined ? 0 : 2;
  }
  const smoke = args.includes('--smoke');
  const answer = await benchmark.run(smoke ? 'smoke' : 'real', (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(
    args.includes('--json') ? json(benchmark, answer) : text(benchmark, answer, thisMachine()),
  );
  return smoke || answer.bars.every(({ holds }) => holds) ? 0 : 1;
}

const json = ({ question }: Benchmark, { figures, bars }: Answer): string =>
  `${JSON.stringify({ question, figures, bars, machine: thisMachine() })}\n`;

function text({ question }: Benchmark, { figures, bars }: Answer, machine: Machine): string {
  const limits = bars.map(({ what, value, limit, holds }) => ({
    bar: what,
    value,
    limit,
    holds: holds ? 'yes' : 'NO',
  }));
  const { cpu, cores, memoryGiB, node, commit, date } = machine;
  const where = `${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${node}, commit ${commit}, ${date}`;
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
