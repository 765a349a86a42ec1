import { relative } from 'node:path';
import { checkConversion } from './check-conversion.ts';
import { type FoundDifference, NOTHING, sumOf } from './compare.ts';
import type { Converter } from './converters/conversion.ts';
import { CONVERTERS } from './converters.ts';
import { filesBelow, headOf } from './find-files.ts';
import type { FoundLeftOut, Report, SetReport } from './report.ts';

/**
 * Do the rules reproduce what the officials published? Turns every file of a folder that a converter knows into facts,
 * runs them through the engine's own code and compares. `onFact` is called for each fact, so that progress can be told.
 */
export async function verifyFolder(
  folder: string,
  converters: readonly Converter[] = CONVERTERS,
  onFact: () => void = () => {},
): Promise<Report> {
  const sets = new Map<string, SetReport>();
  const differences: FoundDifference[] = [];
  const skippedFiles: string[] = [];
  const leftOut: FoundLeftOut[] = [];
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
        const verdict = checkConversion(conversion, onFact);
        set.tally = sumOf(set.tally, verdict.tally);
        set.facts += verdict.facts;
        set.discipline ??= verdict.discipline;
        set.errors.push(...verdict.errors);
        differences.push(...verdict.differences);
        for (const each of conversion.leftOut) note(leftOut, { set: conversion.set, ...each });
      }
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      setNamed(sets, name).errors.push(`${converter.name} cannot read ${name}: ${said}`);
    }
  }
  return { sets: [...sets.values()], differences, skippedFiles, leftOut };
}

/** One line for each reason of a set. */
function note(leftOut: FoundLeftOut[], found: FoundLeftOut): void {
  const index = leftOut.findIndex(({ set, reason }) => set === found.set && reason === found.reason);
  if (index < 0) leftOut.push(found);
  else leftOut[index] = { ...found, lines: leftOut[index]!.lines + found.lines };
}

function setNamed(sets: Map<string, SetReport>, name: string): SetReport {
  const known = sets.get(name);
  if (known !== undefined) return known;
  const set: SetReport = { name, discipline: null, tally: NOTHING, facts: 0, errors: [] };
  sets.set(name, set);
  return set;
}
