/**
 * Do the rules reproduce what the officials published? Takes a folder of published results, turns
 * every file that a converter knows into facts, runs them through the engine's own code and compares.
 *
 *   npm run verify -- DIR [--json]
 *
 * Exit code 0: everything is equal or explained by the source itself; 1: something differs or
 * failed; 2: wrong command line.
 */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Progress } from '../../src/cli/progress.ts';
import type { Converter } from '../converters/conversion.ts';
import { checkConversion } from './check-conversion.ts';
import { type FoundDifference, NOTHING, sumOf } from './compare.ts';
import { CONVERTERS } from './converters.ts';
import { filesBelow, headOf } from './find-files.ts';
import { isVerified, type Report, reportJson, reportText, type SetReport } from './report.ts';

const USAGE = 'usage: npm run verify -- DIR [--json]\n';

export async function verifyFolder(
  folder: string,
  converters: readonly Converter[] = CONVERTERS,
): Promise<Report> {
  const sets = new Map<string, SetReport>();
  const differences: FoundDifference[] = [];
  const skippedFiles: string[] = [];
  const leftOut: string[] = [];
  const progress = new Progress('facts verified', null);
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path);
    const head = headOf(path);
    const converter = converters.find((each) => each.recognises(path, head));
    if (converter === undefined) {
      skippedFiles.push(name);
      continue;
    }
    try {
      for (const conversion of [await converter.convert(path)].flat()) {
        const set = setNamed(sets, conversion.set);
        const verdict = checkConversion(conversion, () => progress.step());
        set.tally = sumOf(set.tally, verdict.tally);
        set.facts += verdict.facts;
        set.errors.push(...verdict.errors);
        differences.push(...verdict.differences);
        leftOut.push(...(conversion.skipped ?? []).map((reason) => `${conversion.set}: ${reason}`));
      }
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      setNamed(sets, name).errors.push(`${converter.name} cannot read ${name}: ${said}`);
    }
  }
  progress.done();
  return { sets: [...sets.values()], differences, skippedFiles, leftOut };
}

function setNamed(sets: Map<string, SetReport>, name: string): SetReport {
  const known = sets.get(name);
  if (known !== undefined) return known;
  const set: SetReport = { name, tally: NOTHING, facts: 0, errors: [] };
  sets.set(name, set);
  return set;
}

async function main(args: string[]): Promise<number> {
  let asked: { values: { json?: boolean }; positionals: string[] };
  try {
    asked = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const [folder] = asked.positionals;
  if (
    folder === undefined ||
    asked.positionals.length !== 1 ||
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true
  ) {
    process.stderr.write(folder === undefined ? USAGE : `not a folder: ${folder}\n${USAGE}`);
    return 2;
  }
  const report = await verifyFolder(folder);
  process.stdout.write(asked.values.json === true ? `${reportJson(report)}\n` : reportText(report));
  if (report.sets.length === 0) process.stderr.write('no file in a format that a converter knows\n');
  return isVerified(report) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
