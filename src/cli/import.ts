import { Command } from 'commander';
import type { WireFact } from '../ingest/wire.ts';
import { lineOf, writeFeed } from '../venue/feed-file.ts';
import { ImportError } from '../venue/import/import-error.ts';
import { importIofFile } from '../venue/import/iof.ts';
import type { LeftOut } from '../venue/import/left-out.ts';
import { importLenexFile } from '../venue/import/lenex.ts';
import { Failure } from './failure.ts';
import { Progress } from './progress.ts';
import { print, say } from './terminal.ts';

const LENEX_EXAMPLE = '  $ npx splitsecond import lenex meet.lef -o meet.ndjson';
const IOF_EXAMPLE = '  $ npx splitsecond import iof results.xml | npx splitsecond rank /dev/stdin';

const helpWith = (...examples: readonly string[]): string => `
Examples:
${examples.join('\n')}

Only what was measured becomes facts: times, splits, attempts, invalid results. Places are not taken
over but computed by the rules.`;

interface Imported {
  readonly facts: Iterable<unknown>;
  readonly leftOut: readonly LeftOut[];
}

export const importCommand = (): Command =>
  new Command('import')
    .description('turn a file of another system into a feed file')
    .addCommand(formatCommand('lenex', 'swimming meets: LENEX (.lef)', LENEX_EXAMPLE, importLenexFile))
    .addCommand(formatCommand('iof', 'orienteering: IOF XML 3.0 or 2.0.3 (.xml)', IOF_EXAMPLE, importIofFile))
    .addHelpText('after', helpWith(LENEX_EXAMPLE, IOF_EXAMPLE));

const formatCommand = (
  name: string,
  description: string,
  example: string,
  read: (path: string) => Imported,
): Command =>
  new Command(name)
    .description(description)
    .argument('<file>', 'the file to read')
    .option('-o, --out <feed>', 'write the feed file here instead of on stdout')
    .addHelpText('after', helpWith(example))
    .action((path: string, { out }: { out?: string }) => importFile(path, read, out));

async function importFile(
  path: string,
  read: (path: string) => Imported,
  out: string | undefined,
): Promise<void> {
  try {
    const { facts, leftOut } = read(path);
    for (const { reason, lines } of leftOut) say(`left out: ${reason} (results: ${lines})\n`);
    const written = await write(facts as Iterable<WireFact>, out);
    if (written === 0) throw new Failure(`${path} gives no fact`, 'it holds no results');
    if (out !== undefined) say(`${written} facts written to ${out}\n`);
  } catch (error) {
    if (error instanceof ImportError) throw new Failure(`${path}: ${error.code} ${error.message}`);
    throw error;
  }
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
