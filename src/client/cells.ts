import { valueAt } from '../model/column-path.ts';
import type { Column, Row } from '../model/row.ts';

/** What stands in a column of a row: the column's path into the flat row, as text. */
export function cellText(row: Row, index: number, { source }: Column): string {
  const flat = { ...row.identity, ...row.mark, ...row.place, sortOrder: index + 1 };
  return shown(source, valueAt(flat, source), row);
}

/** Columns for a document whose rule declares none. */
export const BASIC_COLUMNS: readonly Column[] = [
  { label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { label: 'Bib', source: 'bib', align: 'right', width: 5 },
  { label: 'Name', source: 'name', align: 'left', width: 28 },
  { label: 'Org', source: 'organisation', align: 'left', width: 4 },
  { label: 'Result', source: 'result', align: 'right', width: 10 },
];

/** The columns that are shown: one without a text in any row is left out, unless it is of a card yet to be filled. */
export function columnsFor(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  const declared = columns.length > 0 ? columns : BASIC_COLUMNS;
  if (rows.length === 0) return declared;
  return declared.filter(
    (column) => isOfCard(column) || rows.some((row, index) => cellText(row, index, column) !== ''),
  );
}

/** Attempts, heights, splits and events are entered by what they are: `attempts[attempt=4]`. */
const isOfCard = ({ source }: Column): boolean => source.includes('[');

function shown(source: string, value: unknown, row: Row): string {
  if (source === 'rank' && typeof value === 'number')
    return row.place.rankEqual ? `${value}=` : String(value);
  if (source === 'result' && row.mark.irm !== null) return [row.mark.irm, textOf(value)].join(' ').trim();
  if (Array.isArray(value)) return value.map((part) => textOf(part)).join(' ');
  return textOf(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return '*';
  return typeof value === 'object' ? objectText(value as Record<string, unknown>) : String(value);
}

/** Attempts, heights and splits in one cell: their mark is what counts. */
function objectText(part: Record<string, unknown>): string {
  for (const name of ['mark', 'trials', 'time', 'score', 'points', 'result', 'name']) {
    if (typeof part[name] === 'string') return part[name];
  }
  return '';
}
