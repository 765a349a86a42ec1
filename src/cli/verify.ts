import { statSync } from 'node:fs';
import { Command } from 'commander';
import { Failure, usageFailure } from './failure.ts';
import { Progress } from './progress.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond verify results/            every file of the folder that a converter knows
  $ npx splitsecond verify results/ --json     counts of each set and every difference, for a program

Each competition becomes facts without places, marks or totals, goes through the code of the live engine, and
is compared by rank, IRM and qualification mark. Exit code 1 when something differs that the source itself does
not explain, or when nothing was compared.`;

export const verifyCommand = (): Command =>
  new Command('verify')
    .description('hold the rules against published results')
    .argument('<folder>', 'published results: Tilastopaja JSON, LENEX, gymnastics CSV, NCAA CSV, IOF XML')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(verify);

async function verify(folder: string, { json }: { readonly json?: boolean }): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw usageFailure(`${folder} is not a folder`, 'name the folder with the published results');
  const { verifyFolder } = await import('../verify/verify-folder.ts');
  const { isVerified, reportJson } = await import('../verify/report.ts');
  const { verifySheet } = await import('./verify-sheet.ts');
  const progress = new Progress('facts verified', null);
  const report = await verifyFolder(folder, undefined, () => progress.step());
  progress.done();
  process.stdout.write(json === true ? `${reportJson(report)}\n` : verifySheet(report));
  if (report.sets.length === 0) throw new Failure(`${folder}: no file in a format that a converter knows`);
  if (!isVerified(report)) throw new Failure('not everything agrees', 'see differences and errors above');
}
