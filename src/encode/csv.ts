/** Rows as CSV (RFC 4180): what a spreadsheet or a newsroom script opens. */
import { valueAt } from '../model/column-path.ts';
import { type Document, withDerived } from '../model/document.ts';
import { flatRow } from '../model/flat-row.ts';
import { type Column, isListType } from '../model/row.ts';
import { rowsOf } from '../model/shape/table.ts';
import { valueText } from './value-text.ts';

/** CRLF line ends, UTF-8. */
export const csvOf = (document: Document): string => csvLines(tableOf(document));

/** The head, then the rows: the header's columns in their order; those of the type where the header has none. */
export function tableOf(document: Document): string[][] {
  const { type } = document.header;
  const columns = columnsOf(document);
  const lines = withDerived(document.header, document.rows).map((row, index) => {
    const flat = flatRow(type, row, index);
    return columns.map(({ source }) => valueText(valueAt(flat, source), named));
  });
  return [columns.map(({ label }) => label), ...lines];
}

/** Why somebody has no result is shown on screens in its place; here results stay numbers. */
function columnsOf({ header }: Document): readonly Column[] {
  const columns = header.columns.length > 0 ? header.columns : rowsOf(header.type).columns;
  const has = (name: string): boolean => columns.some(({ source }) => source === name);
  return isListType(header.type) && has('result') && !has('irm') ? [...columns, IRM] : columns;
}

/** The head, then the rows. */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');

const IRM: Column = { label: 'IRM', source: 'irm', align: 'left', width: 4 };

const named = (name: string, text: string): string => `${name} ${text}`;

const NUMBER = /^[+-]?\d[\d.:]*$/;
const OPENS_FORMULA = /^[=+\-@\t\r]/;

/** Where a spreadsheet that separates by semicolon or tabulator, as in most of Europe, sees another cell or line, quoted or not. */
const AFTER_OTHER_SEPARATOR = /(?<=[;\t\r\n])/;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, and so does what it would take for one behind another
 * separator; plain numbers, gaps such as `+0.12` and a lone `-` stay as they are.
 */
function cell(text: string): string {
  const [first = '', ...others] = text.split(AFTER_OTHER_SEPARATOR);
  const safe = [asText(text, first), ...others.map((part) => asText(part, part))].join('');
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `part`, with an apostrophe where `text`, which it begins, opens a formula. */
function asText(text: string, part: string): string {
  const shown = part.replace(/[;\t\r\n]$/, '');
  const isPlain = !OPENS_FORMULA.test(text) || shown === '-' || NUMBER.test(shown);
  return isPlain ? part : `'${part}`;
}
