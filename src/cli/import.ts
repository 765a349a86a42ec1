import { rmSync } from 'node:fs';
import { Command } from 'commander';
import type { WireFact } from '../ingest/wire.ts';
import { lineOf, writeFeed } from '../venue/feed-file.ts';
import { ImportError } from '../venue/import/import-error.ts';
import type { ImportOptions } from '../venue/import/import-options.ts';
import { importIof } from '../venue/import/iof.ts';
import { importLenex } from '../venue/import/lenex.ts';
import type { ImportReport } from '../venue/import/report.ts';
import { EXIT, Failure, usageFailure } from './failure.ts';
import { positiveInteger } from './options.ts';
import { Progress } from './progress.ts';
import { harmlessInLine, print, say } from './terminal.ts';

const LENEX_EXAMPLES = [
  '  $ npx splitsecond import lenex meet.lef -o meet.ndjson --time-zone Europe/Paris',
  '  $ npx splitsecond import lenex two-meets.lxf --meet 2 --strict -o second.ndjson',
];
const IOF_EXAMPLES = ['  $ npx splitsecond import iof results.xml | npx splitsecond rank /dev/stdin'];

const helpWith = (examples: readonly string[]): string => `
Examples:
${examples.join('\n')}

Only what was measured becomes facts: times, splits, attempts, invalid results. Places are not taken
over but computed by the rules. What cannot be read, or has no rule, is left out and told on stderr
by line and code (the first 100 of each code); so is what was assumed where the file does not say.

Exit codes: 0 all was taken; 3 the feed is written, and something was left out; 1 nothing is written.`;

interface Imported {
  readonly facts: Iterable<unknown>;
  readonly report: ImportReport;
}

type Read = (file: { readonly path: string }, options: ImportOptions) => Imported;

interface ImportCommandOptions extends ImportOptions {
  readonly out?: string;
  readonly strict?: true;
}

export const importCommand = (): Command =>
  new Command('import')
    .description('turn a file of another system into a feed file')
    .addCommand(
      formatCommand('lenex', 'swimming meets: LENEX (.lef, .lxf)', LENEX_EXAMPLES, importLenex).option(
        '--meet <n>',
        'which of several meets of the file',
        positiveInteger,
      ),
    )
    .addCommand(formatCommand('iof', 'orienteering: IOF XML 3.0 or 2.0.3 (.xml)', IOF_EXAMPLES, importIof))
    .addHelpText('after', helpWith([...LENEX_EXAMPLES, ...IOF_EXAMPLES]));

const formatCommand = (name: string, description: string, examples: readonly string[], read: Read): Command =>
  new Command(name)
    .description(description)
    .argument('<file>', 'the file to read')
    .option('-o, --out <feed>', 'write the feed file here instead of on stdout')
    .option('--time-zone <zone>', 'of the clocks at the competition: Europe/Paris (default: UTC)')
    .option('--strict', 'anything left out is a failure, and nothing is written')
    .addHelpText('after', helpWith(examples))
    .action((path: string, options: ImportCommandOptions) => importFile(path, read, options));

async function importFile(path: string, read: Read, options: ImportCommandOptions): Promise<void> {
  try {
    const { facts, report } = read({ path }, options);
    await writeFacts(path, facts as Iterable<WireFact>, report, options);
  } catch (error) {
    if (error instanceof ImportError) throw new Failure(`${path}: ${error.code} ${error.message}`);
    if (error instanceof RangeError && options.timeZone !== undefined && /time ?zone/i.test(error.message))
      throw usageFailure(`there is no time zone ${options.timeZone}`, 'write it as Europe/Paris');
    throw error;
  }
}

async function writeFacts(
  path: string,
  facts: Iterable<WireFact>,
  report: ImportReport,
  { out, strict }: ImportCommandOptions,
): Promise<void> {
  const refuses = (): boolean => strict === true && report.leftOut > 0;
  const written = refuses() ? 0 : await write(facts, out);
  // What the feed refuses is known only once all facts are made.
  const kept = written > 0 && !refuses();
  if (!kept && out !== undefined) rmSync(out, { force: true });
  tell(path, report);
  if (report.leftOut === 0 && written === 0)
    throw new Failure(`${path} gives no fact`, 'it holds no results, starts or entries');
  if (out !== undefined && kept) say(`${written} facts written to ${out}\n`);
  if (report.leftOut > 0)
    throw new Failure(
      `${path}: ${report.summary}`,
      kept ? 'the feed has all the rest' : 'no feed is written',
      kept ? EXIT.notAll : EXIT.failed,
    );
}

/** The one report: line and code of each remark. */
function tell(path: string, report: ImportReport): void {
  for (const { code, line, text } of report.remarks)
    say(`${harmlessInLine(`${path}:${line === 0 ? '' : `${line}:`} ${code} ${text}`)}\n`);
  for (const [code, more] of report.untold) say(`... and ${more} more of ${code}\n`);
}

async function write(facts: Iterable<WireFact>, out: string | undefined): Promise<number> {
  const progress = new Progress('facts written', null);
  const counted = counting(facts, progress);
  try {
    if (out !== undefined) return await writeFeed(out, counted);
    let written = 0;
    for (const fact of counted) {
      written += 1;
      if (!print(lineOf(fact))) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return written;
  } finally {
    progress.done();
  }
}

function* counting(facts: Iterable<WireFact>, progress: Progress): Generator<WireFact> {
  for (const fact of facts) {
    progress.step();
    yield fact;
  }
}
