/** `npm run faults`: see README.md. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/setup/project-root.ts';
import { writeReport } from '../support/report-page.ts';
import { campaign, finishedIn, plan } from './campaign.ts';
import { CLASSES } from './classes/classes.ts';
import { isClean, lineOf, summaryOf } from './report.ts';
import type { Topology } from './servers.ts';

const FILE = join(projectRoot(), '.splitsecond', 'faults', 'runs.jsonl');

const USAGE = `npm run faults -- [CLASS ...] [--seeds N] [--from S] [--single | --cluster] [--at-once N] [--json] [--out FILE]
npm run faults -- report [--write] [--out FILE]
npm run faults -- list

${CLASSES.map(({ name, what, topologies }) => `  ${name.padEnd(24)} ${what} (${topologies.join(', ')})`).join('\n')}

  --seeds N        so many runs of each class and topology (1)
  --from S         the first seed (1)
  --out FILE       finished runs, a JSON line each; those that are there for this commit are not run again
                   (.splitsecond/faults/runs.jsonl)
  --at-once N      so many runs at the same time (1); those of classes that promise a silence are alone in any case
  --again N        so often a run is done again when the machine stood still (2)
  --rate N         facts a second (25)
  --window MS      for so long a broker that is one server forgets no message id (2000)
  --patience MS    for so long all may take to be right when the faults are over (60000)
  --json           one JSON object at the end
  report           the newest run of each class and seed in FILE; --write puts it into test/REPORT.md
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1' },
      from: { type: 'string', default: '1' },
      out: { type: 'string', default: FILE },
      rate: { type: 'string', default: '25' },
      'at-once': { type: 'string', default: '1' },
      again: { type: 'string', default: '2' },
      window: { type: 'string', default: '2000' },
      patience: { type: 'string', default: '60000' },
      single: { type: 'boolean', default: false },
      cluster: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals[0] === 'list') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (positionals[0] === 'report') {
    const summary = summaryOf(finishedIn(values.out));
    if (values.write) writeReport('faults', summary);
    else process.stdout.write(summary);
    return 0;
  }
  const unknown = positionals.filter((name) => !CLASSES.some((fault) => fault.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`there is no class ${unknown.join(', ')}\n\n${USAGE}`);
    return 2;
  }
  const faults = CLASSES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const isEither = values.single === values.cluster;
  const topologies = (['single', 'cluster'] as const).filter((each: Topology) => isEither || values[each]);
  const seeds = Array.from({ length: Number(values.seeds) }, (_none, index) => Number(values.from) + index);
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopped.abort());
  const runs = await campaign(plan(faults, topologies, seeds), {
    file: values.out,
    perSecond: Number(values.rate),
    duplicateWindowMs: Number(values.window),
    patienceMs: Number(values.patience),
    atOnce: Number(values['at-once']),
    again: Number(values.again),
    signal: stopped.signal,
    told: (run) => process.stderr.write(`${lineOf(run)}\n`),
  });
  if (values.json) process.stdout.write(`${JSON.stringify({ runs })}\n`);
  return runs.every(isClean) && !stopped.signal.aborted ? 0 : 1;
}

process.exitCode = await main();
