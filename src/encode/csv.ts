/** Rows as CSV (RFC 4180): what a spreadsheet or a newsroom script opens. */
import { valueAt } from '../model/column-path.ts';
import type { Document } from '../model/document.ts';
import { listingOf } from '../model/listing.ts';
import type { Column } from '../model/row.ts';

/**
 * The header's columns in their order, CRLF line ends, UTF-8; a document without columns gives the basic
 * ones, one without rows what it lists (schedule, medal table, records).
 */
export function csvOf(document: Document): string {
  const listed = listingOf(document);
  if (listed !== null) return linesOf(listed.columns, listed.lines);
  const columns = columnsOf(document);
  const lines = document.rows.map((row, index) => {
    const flat = { ...row.identity, ...row.mark, ...row.place, sortOrder: index + 1 };
    return columns.map(({ source }) => shown(valueAt(flat, source)));
  });
  return linesOf(columns, lines);
}

/** Why somebody has no result is shown on screens in its place; here results stay numbers. */
function columnsOf({ header }: Document): readonly Column[] {
  const { columns } = header;
  if (columns.length === 0) return BASIC;
  const has = (name: string): boolean => columns.some(({ source }) => source === name);
  return has('result') && !has('irm') ? [...columns, IRM] : columns;
}

const linesOf = (columns: readonly Column[], lines: readonly (readonly string[])[]): string =>
  [columns.map(({ label }) => label), ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');

const column = (label: string, source: string): Column => ({ label, source, align: 'left', width: 10 });

const IRM = column('IRM', 'irm');

const BASIC: readonly Column[] = [
  column('Rank', 'rank'),
  column('Bib', 'bib'),
  column('Name', 'name'),
  column('Organisation', 'organisation'),
  column('Result', 'result'),
  IRM,
];

function shown(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'Y';
  if (Array.isArray(value)) return value.map(shown).join(' ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => `${name} ${shown(each)}`)
      .join(' ');
  return String(value);
}

const NUMBER = /^[+-]?\d[\d.:]*$/;
const OPENS_FORMULA = /^[=+\-@\t\r]/;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front; plain numbers, gaps such as
 * `+0.12` and a lone `-` stay as they are.
 */
function cell(text: string): string {
  const safe = OPENS_FORMULA.test(text) && text !== '-' && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
