/** Championship results in athletics as three published formats give them, turned into venue facts. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCollege } from './athletics/college.ts';
import { officialLists } from './athletics/official-lists.ts';
import type { PublishedCompetition } from './athletics/published.ts';
import { type RioFile, readRio } from './athletics/rio.ts';
import { type BarTable, type RomeFile, readBarTable, readRome } from './athletics/rome.ts';
import { factsOf, phasesOf } from './athletics/venue-facts.ts';
import type { Conversion, Converter } from './conversion.ts';

const rio: Converter = {
  name: 'athletics, events with `eventCode` and `result`',
  recognises: (path, head) =>
    isJson(path) && /"organiser_id"/.test(head) && /"eventCode"\s*:/.test(head) && /"result"\s*:/.test(head),
  convert: (path) => conversionOf(readRio(parsed<RioFile>(path))),
};

const rome: Converter = {
  name: 'athletics, events with `eventName` and `results`',
  recognises: (path, head) => isJson(path) && /"compName"\s*:/.test(head) && /"eventName"\s*:/.test(head),
  convert: (path) => conversionOf(readRome(parsed<RomeFile>(path), barsBeside(path))),
};

const college: Converter = {
  name: 'athletics, one field event with every attempt',
  recognises: (path, head) =>
    path.toLowerCase().endsWith('.csv') &&
    /"?Finals_Result"?,.*"?Event"?,.*"?(Flight_1|Round_1_Attempt_1)"?/.test(head),
  convert: (path) => conversionOf(readCollege(readFileSync(path, 'utf8'))),
};

export const athleticsConverters: Converter[] = [rio, rome, college];

const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json');

const parsed = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function conversionOf(competition: PublishedCompetition): Conversion {
  const phases = phasesOf(competition);
  return {
    set: competition.set,
    facts: factsOf(competition, phases),
    lists: officialLists(competition, phases),
    lines: competition.lines,
    leftOut: competition.leftOut,
  };
}

/** Every table of bar heights in the same folder; their keys say which event they are about. */
function barsBeside(path: string): BarTable {
  const folder = dirname(path);
  const table = new Map<string, ReadonlyMap<number, number>>();
  for (const name of readdirSync(folder)) {
    if (!/bar_heights.*\.csv$/i.test(name)) continue;
    for (const [key, heights] of readBarTable(readFileSync(join(folder, name), 'utf8')))
      table.set(key, heights);
  }
  return table;
}
