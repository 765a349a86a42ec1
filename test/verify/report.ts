import { type TextColumn, textTable } from '../../src/cli/text-table.ts';
import { type FoundDifference, NOTHING, sumOf, type Tally } from './compare.ts';

export interface SetReport {
  readonly name: string;
  tally: Tally;
  facts: number;
  readonly errors: string[];
}

export interface Report {
  readonly sets: readonly SetReport[];
  readonly differences: readonly FoundDifference[];
  /** Files that no converter knows, and what converters left out with the reason. */
  readonly skippedFiles: readonly string[];
  readonly leftOut: readonly string[];
}

/** Everything agrees or is explained, nothing failed, and something was compared. */
export const isVerified = ({ sets }: Report): boolean =>
  sets.length > 0 &&
  sets.every(({ tally, errors }) => tally.different === 0 && errors.length === 0 && tally.compared > 0);

export const reportJson = ({ sets, differences }: Report): string =>
  JSON.stringify(
    {
      sets: sets.map(({ name, tally, facts, errors }) => ({ name, ...tally, facts, errors })),
      differences: differences.map(({ set, unit, competitor, what, official, ours, explained }) => ({
        set,
        unit,
        competitor,
        what,
        official,
        ours,
        explained,
      })),
    },
    null,
    1,
  );

const COLUMNS: readonly TextColumn[] = [
  { label: 'set', align: 'left' },
  ...['units', 'rows', 'facts', 'compared', 'equal', 'different', 'explained'].map(
    (label): TextColumn => ({ label, align: 'right' }),
  ),
];

export function reportText(report: Report): string {
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
    section('Left out of known files', leftOut),
    skippedFiles.length === 0
      ? ''
      : `Skipped, no converter knows the format: ${skippedFiles.length} files\n${indented(skippedFiles)}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const countsOf = (name: string, tally: Tally, facts: number): string[] => [
  name,
  ...[tally.units, tally.rows, facts, tally.compared, tally.equal, tally.different, tally.explained].map(
    String,
  ),
];

function differenceLine({ set, unit, competitor, what, official, ours, explained }: FoundDifference): string {
  const because = explained === null ? '' : `  (${explained})`;
  return `${set}  ${unit}  ${competitor}  ${what}: official ${told(official)}, ours ${told(ours)}${because}`;
}

const told = (value: unknown): string => (value === null || value === undefined ? 'none' : String(value));

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}: ${lines.length}\n${indented(lines)}`;

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('');
