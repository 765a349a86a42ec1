/** Rows as CSV (RFC 4180): what a spreadsheet or a newsroom script opens. */
import { valueAt } from '../model/column-path.ts';
import type { Document } from '../model/document.ts';
import type { Column, Row } from '../model/row.ts';

/** The header's columns in their order, CRLF line ends, UTF-8; a document without columns gives the basic ones. */
export function csvOf(document: Document): string {
  const columns = document.header.columns.length > 0 ? document.header.columns : BASIC;
  const lines = [columns.map(({ label }) => cell(label)).join(',')];
  document.rows.forEach((row, index) => {
    const flat = { ...row.identity, ...row.mark, ...row.place, sortOrder: index + 1 };
    lines.push(columns.map(({ source }) => cell(shown(valueAt(flat, source)))).join(','));
  });
  return `${lines.join('\r\n')}\r\n`;
}

const column = (label: string, source: string): Column => ({ label, source, align: 'left', width: 10 });

const BASIC: readonly Column[] = [
  column('Rank', 'rank'),
  column('Bib', 'bib'),
  column('Name', 'name'),
  column('Organisation', 'organisation'),
  column('Result', 'result'),
  column('IRM', 'irm'),
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
