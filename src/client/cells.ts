import { valueAt } from '../model/column-path.ts';
import { flatRow, kindAt } from '../model/flat-row.ts';
import type { Derived } from '../model/order.ts';
import type { Column, Mark, Row } from '../model/row.ts';
import { type DocumentType, rowsOf } from '../model/shape/table.ts';
import type { WordSection, Words } from '../model/words.ts';

/** What stands in a column of a row: the column's path into the flat row, as text. */
export function cellText(
  type: DocumentType,
  row: Row,
  index: number,
  { source }: Column,
  words?: Words,
): string {
  if (source === 'name' && words !== undefined && row.scheduled?.names?.[words.language] !== undefined)
    return row.scheduled.names[words.language]!;
  const value = valueAt(flatRow(type, row, index), source);
  const kind = kindAt(type, source);
  if (kind === 'instant') return minuteText(value as string | undefined);
  if (kind === 'code' && typeof value === 'string' && value.length > 2)
    return capitalised(words?.[SECTIONS[source]!]?.[value] ?? value.replaceAll('_', ' ').toLowerCase());
  return shown(source, value, row);
}

/** The columns that are shown: one without a text in any row is left out, unless it is of a card yet to be filled. */
export function columnsFor(
  type: DocumentType,
  columns: readonly Column[],
  rows: readonly Row[],
): readonly Column[] {
  const declared = columns.length > 0 ? columns : rowsOf(type).columns;
  if (rows.length === 0) return declared;
  return declared.filter(
    (column) => isOfCard(column) || rows.some((row, index) => cellText(type, row, index, column) !== ''),
  );
}

/** Attempts, heights, splits and events are entered by what they are: `attempts[attempt=4]`. */
export const isOfCard = ({ source }: Column): boolean => source.includes('[');

function shown(source: string, value: unknown, { place, mark }: Row): string {
  if (source === 'rank' && typeof value === 'number')
    return rankText({ rank: value, rankEqual: (place as Partial<Derived>).rankEqual === true });
  if (source === 'result' && mark != null && mark.irm !== null) return markText(mark);
  if (Array.isArray(value)) return value.map((part) => textOf(part)).join(' ');
  return textOf(value);
}

/** `1`, a shared place `1=`; empty without one. */
export const rankText = ({ rank, rankEqual }: Pick<Derived, 'rank' | 'rankEqual'>): string =>
  rank === null ? '' : rankEqual ? `${rank}=` : String(rank);

/** With the IRM of who has one, which may still have a result: `DNF 6.12`. */
export const markText = ({ irm, result }: Pick<Mark, 'irm' | 'result'>): string =>
  [irm, result].filter((text) => text !== null && text !== '').join(' ');

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

/** `2013-07-28T10:45:00.000Z` -> `2013-07-28 10:45 UTC`; with an offset it is the clock at the venue. */
function minuteText(instant = ''): string {
  const minute = instant.slice(0, 16).replace('T', ' ');
  return instant.endsWith('Z') ? `${minute} UTC` : minute;
}

/** Where the words are for the codes in columns. */
const SECTIONS: Readonly<Record<string, WordSection>> = {
  status: 'scheduleStatuses',
  resultStatus: 'resultStatuses',
  medal: 'medals',
  role: 'roles',
  toLead: 'chances',
  toMedal: 'chances',
  toAdvance: 'chances',
  kind: 'communications',
};

/** `getting ready` -> `Getting ready`. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
