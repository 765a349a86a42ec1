import { existsSync, statSync } from 'node:fs';
import { Command } from 'commander';
import { projectRoot } from '../setup/project-root.ts';
import { SPORTS } from '../sports.ts';
import type { Report } from '../verify/report.ts';
import { Failure, usageFailure } from './failure.ts';
import { Progress } from './progress.ts';
import { print, say } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond verify results/            every file of the folder that a converter knows
  $ npx splitsecond verify results/ --json     counts of each set and every difference, for a program
  $ npx splitsecond verify results/ --write    after the rules have changed: what the catalogue says of them

Each competition becomes facts without places, marks or totals, goes through the code of the live engine, and
is compared by rank, IRM and qualification mark. Exit code 1 when something differs that the source itself does
not explain, or when nothing was compared.`;

export const verifyCommand = (): Command =>
  new Command('verify')
    .description('hold the rules against published results')
    .argument(
      '<folder>',
      'published results: Tilastopaja JSON, LENEX, gymnastics, rowing and diving CSV, NCAA CSV, IOF XML',
    )
    .option('--json', 'print one JSON object')
    .option('--write', 'keep the counts in sports/verified.json, with the revision of the rules')
    .addHelpText('after', EXAMPLES)
    .action(verify);

interface VerifyOptions {
  readonly json?: boolean;
  readonly write?: boolean;
}

async function verify(folder: string, { json, write }: VerifyOptions): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw usageFailure(`${folder} is not a folder`, 'name the folder with the published results');
  const { verifyFolder } = await import('../verify/verify-folder.ts');
  const { isVerified, reportJson } = await import('../verify/report.ts');
  const { verifySheet } = await import('./verify-sheet.ts');
  if (write === true && !existsSync(`${projectRoot()}/sports`))
    throw new Failure('--write is for a clone of the repository', 'the counts are kept beside the rules');
  const progress = new Progress('facts verified', null);
  const report = await verifyFolder(folder, undefined, () => progress.step());
  progress.done();
  print(json === true ? `${reportJson(report)}\n` : verifySheet(report));
  if (write === true) await keep(report);
  if (report.sets.length === 0) throw new Failure(`${folder}: no file in a format that a converter knows`);
  if (!isVerified(report)) throw new Failure('not everything agrees', 'see differences and errors above');
}

/** For the catalogue. A discipline that the folder has nothing of stays as it was. */
async function keep(report: Report): Promise<void> {
  const { rulesRevision, writeVerified } = await import('../catalogue/verified.ts');
  const { tallies } = await import('../verify/report.ts');
  const root = projectRoot();
  const found = tallies(report);
  const outcomes = SPORTS.flatMap((sport) => {
    const tally = found.get(sport.discipline);
    if (tally === undefined) return [];
    const { compared, equal, explained, leftOut: left } = tally;
    return [[sport.discipline, { compared, equal, explained, left, revision: rulesRevision(root, sport) }]];
  });
  say(`written: ${writeVerified(root, Object.fromEntries(outcomes))}\n`);
}
