import type { Document, Names } from '../model/document.ts';
import type { Column } from '../model/row.ts';
import { cellText, columnsOf } from './cells.ts';

/** A document as a table to show: texts by line and column. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
}

/** The rows of a document, or what it lists instead of rows: schedule, medal table, records. */
export function sheetOf({ header, rows }: Document): Sheet {
  const { schedule, medals, records } = header.info ?? {};
  if (rows.length === 0 && schedule !== undefined) return listing(schedule, SCHEDULE);
  if (rows.length === 0 && medals !== undefined) return listing(medals, MEDALS);
  if (rows.length === 0 && records !== undefined) return listing(records, RECORDS);
  const columns = columnsOf(header.columns ?? []);
  return { columns, lines: rows.map((row, index) => columns.map((column) => cellText(row, index, column))) };
}

/** "Athletics, Men's High Jump, Final": a name that a later one repeats is left out. */
export function titleText({ discipline, event, phase, unit }: Names): string {
  const names = [discipline, event, phase, unit].filter((name) => name !== undefined && name !== '');
  return names
    .filter((name, index) => !names.slice(index + 1).some((later) => later?.includes(name!)))
    .join(', ');
}

const column = (label: string, source: string, align: Column['align'] = 'left'): Column => ({
  label,
  source,
  align,
  width: 8,
});

const SCHEDULE = [column('Start', 'start'), column('Unit', 'name'), column('Status', 'status')];
const MEDALS = [
  column('Rank', 'rank', 'right'),
  column('Org', 'organisation'),
  ...['gold', 'silver', 'bronze', 'total'].map((kind) => column(kind, kind, 'right')),
];
const RECORDS = [
  column('Record', 'recordType'),
  column('Result', 'result', 'right'),
  column('Name', 'name'),
  column('Org', 'organisation'),
  column('Date', 'date'),
];

function listing(parts: readonly object[], columns: readonly Column[]): Sheet {
  const text = (part: object, { source }: Column): string =>
    String((part as Record<string, unknown>)[source] ?? '');
  return { columns, lines: parts.map((part) => columns.map((each) => text(part, each))) };
}
