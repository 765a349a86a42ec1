/** `npm run simulated`: what the runs in the file of a campaign came to. */
import { parseArgs } from 'node:util';
import { CampaignFile, totalOf } from '../../src/simulation/campaign-file.ts';
import { writeReport } from '../support/report-page.ts';
import { summaryOf } from './report.ts';

const USAGE = `npm run simulated -- FILE [--write]

  FILE     of \`npx splitsecond simulate --seeds N --out FILE\`
  --write  puts the summary into test/REPORT.md
`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  const { lines } = new CampaignFile(path);
  if (lines.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const summary = summaryOf(totalOf(lines));
  if (values.write) writeReport('simulation', summary);
  else process.stdout.write(summary);
  return 0;
}

process.exitCode = main();
