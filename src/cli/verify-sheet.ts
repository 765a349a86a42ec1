import { type FoundDifference, NOTHING, sumOf, type Tally } from '../verify/compare.ts';
import type { Report } from '../verify/report.ts';
import { type TextColumn, textTable } from './text-table.ts';

const COLUMNS: readonly TextColumn[] = [
  { label: 'set', align: 'left' },
  ...['units', 'rows', 'facts', 'compared', 'equal', 'different', 'explained', 'left out'].map(
    (label): TextColumn => ({ label, align: 'right' }),
  ),
];

/** What was compared, set by set, and every difference, as text for a person. */
export function verifySheet(report: Report): string {
  const { sets, differences, skippedFiles, leftOut } = report;
  const lines = sets.map(({ name, tally, facts }) => countsOf(name, tally, facts));
  const all = sets.reduce((sum, { tally }) => sumOf(sum, tally), NOTHING);
  const facts = sets.reduce((sum, set) => sum + set.facts, 0);
  const errors = sets.flatMap(({ name, errors: each }) => each.map((error) => `${name}: ${error}`));
  return [
    textTable(COLUMNS, sets.length > 1 ? [...lines, countsOf('all', all, facts)] : lines),
    section('Errors', errors),
    section('Differences', differences.filter(({ explained }) => explained === null).map(differenceLine)),
    section(
      'Explained differences',
      differences.filter(({ explained }) => explained !== null).map(differenceLine),
    ),
    section(
      'Left out of known files',
      leftOut.map(({ set, reason, lines }) => `${set}  ${reason} (rows: ${lines})`),
    ),
    skippedFiles.length === 0
      ? ''
      : `Skipped, no converter knows the format: ${skippedFiles.length} files\n${indented(skippedFiles)}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const countsOf = (name: string, tally: Tally, facts: number): string[] => [
  name,
  ...[
    tally.units,
    tally.rows,
    facts,
    tally.compared,
    tally.equal,
    tally.different,
    tally.explained,
    tally.leftOut,
  ].map(String),
];

function differenceLine({ set, unit, competitor, what, official, ours, explained }: FoundDifference): string {
  const because = explained === null ? '' : `  (${explained})`;
  return `${set}  ${unit}  ${competitor}  ${what}: official ${told(official)}, ours ${told(ours)}${because}`;
}

const told = (value: unknown): string => (value === null || value === undefined ? 'none' : String(value));

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}: ${lines.length}\n${indented(lines)}`;

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('');
