/** `npm run simulated`: what the runs in the file of a campaign came to. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSection } from '../../bench/support/page-section.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import { CampaignFile, totalOf } from '../../src/simulation/campaign-file.ts';
import { summaryOf } from './report.ts';

const PAGE = join(projectRoot(), 'test', 'REPORT.md');

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
  if (values.write) writeSection(PAGE, 'simulation', summary);
  else process.stdout.write(summary);
  return 0;
}

process.exitCode = main();
