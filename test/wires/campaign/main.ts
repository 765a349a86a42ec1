/** `npm run faults:wires`: many runs of gateways whose desks and selves are killed (`run.ts`), and what they came to. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineText, thisMachine } from '../../../bench/support/machine.ts';
import { projectRoot } from '../../../src/setup/project-root.ts';
import { grouped, writeReport } from '../../support/report-page.ts';
import { FAULTS, type Run, runOf } from './run.ts';

const USAGE = `npm run faults:wires -- [--runs N] [--from S] [--out FILE]
npm run faults:wires -- report [--write] [--out FILE]

  --runs N   so many runs (200)
  --from S   the first seed (1)
  --out FILE finished runs, a JSON line each; those that are there are not run again (.splitsecond/faults/wires.jsonl)
  report     what the runs in FILE came to; --write puts it into test/REPORT.md
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      out: { type: 'string', default: join(projectRoot(), '.splitsecond', 'faults', 'wires.jsonl') },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { out } = values;
  if (positionals[0] === 'report') {
    const summary = summaryOf(finishedIn(out));
    if (values.write) writeReport('wires', summary);
    else process.stdout.write(summary);
    return 0;
  }
  mkdirSync(dirname(out), { recursive: true });
  const done = new Set(finishedIn(out).map(({ seed }) => seed));
  for (let seed = Number(values.from); seed < Number(values.from) + Number(values.runs); seed += 1) {
    if (done.has(seed)) continue;
    const run = await runOf(seed);
    appendFileSync(out, `${JSON.stringify(run)}\n`);
    process.stderr.write(`seed ${seed}: ${run.ms} ms ${run.complaints.join('; ') || 'ok'}\n`);
  }
  const runs = finishedIn(out);
  process.stdout.write(summaryOf(runs));
  return runs.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
}

const finishedIn = (file: string): Run[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Run)
    : [];

function summaryOf(runs: readonly Run[]): string {
  const sum = (of: (run: Run) => number): string => grouped(runs.reduce((total, run) => total + of(run), 0));
  const wrong = runs.filter(({ complaints }) => complaints.length > 0);
  return [
    `**${runs.length} runs, ${sum(({ versions }) => versions)} versions: ${wrong.length} with complaints.**`,
    '',
    `${sum(({ requests }) => requests)} dispatches came as signed requests, and ${sum(({ repeats }) => repeats)} times one came again under its key; ${sum(({ files }) => files)} came as files over SFTP, none twice.`,
    `${machineText(thisMachine())}.`,
    '',
    '| what happened | times |',
    '| --- | ---: |',
    ...FAULTS.map((fault) => `| \`${fault}\` | ${sum(({ faults }) => faults[fault])} |`),
    ...wrong.flatMap(({ seed, complaints }) => ['', `- seed ${seed}: ${complaints.join('; ')}`]),
    '',
  ].join('\n');
}

process.exitCode = await main();
