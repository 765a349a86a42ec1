/** `npm run soak`: see README.md. */
import { parseArgs } from 'node:util';
import { machineText, thisCommit, thisMachine } from '../../bench/support/machine.ts';
import { writeReport } from '../support/report-page.ts';
import { resultOf, type SoakResult } from './result.ts';
import { soak } from './soak.ts';

const USAGE = `npm run soak -- [--minutes N] [--rate N] [--screens N] [--json] [--write]

  --minutes N   for how long (60); leaks and lag are judged from ten minutes on
  --rate N      facts a second (50)
  --screens N   that come and go (500)
  --json        one JSON object at the end, readings included
  --write       what it came to, into test/REPORT.md
`;
const LOOK_SHARE = 100;
const LEAST_LOOK_MS = 1_000;
const MS_PER_MINUTE = 60_000;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '60' },
      rate: { type: 'string', default: '50' },
      screens: { type: 'string', default: '500' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const minutes = Number(values.minutes);
  const run = await soak({
    minutes,
    perSecond: Number(values.rate),
    screens: Number(values.screens),
    everyMs: Math.max(LEAST_LOOK_MS, (minutes * MS_PER_MINUTE) / LOOK_SHARE),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const result = resultOf(run, { rate: Number(values.rate), screens: Number(values.screens) });
  const page = pageOf(result);
  if (values.write) writeReport('soak', page);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ ...result, readings: Object.fromEntries(run.readings) })}\n`);
  else process.stdout.write(page);
  return result.isClean ? 0 : 1;
}

function pageOf({ said, table, wrong }: SoakResult): string {
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${thisCommit()}, ${machineText(thisMachine())}: ${said}`,
    '',
    ...table,
    '',
    ...(wrong.length === 0
      ? ['Nothing is wrong.']
      : ['**What is wrong:**', '', ...wrong.map((each) => `- ${each}`)]),
    '',
  ].join('\n');
}

process.exitCode = await main();
