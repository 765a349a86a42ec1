/** Documents as rows of texts, for machines that poll: graphics systems, scoreboards, spreadsheets. */
import { carried } from '../../model/carried.ts';
import { valueAt } from '../../model/column-path.ts';
import { formatDecimal, parseDecimal } from '../../model/decimal.ts';
import { type Document, withDerived } from '../../model/document.ts';
import { flatRow } from '../../model/flat-row.ts';
import type { Row } from '../../model/row.ts';
import { fullTitle } from '../../model/title.ts';
import { valueText } from '../value-text.ts';
import { type FlatColumn, MILLISECONDS } from './columns.ts';

/** One text a column, in the order of the columns. */
export type FlatRow = readonly string[];

const ofDocument = carried<Document, readonly Row[]>();

/** The rows with what follows from their order: worked out once a version, however often it is asked. */
function rowsIn(document: Document): readonly Row[] {
  const known = ofDocument.get(document);
  if (known !== undefined) return known;
  const rows = withDerived(document.header, document.rows);
  ofDocument.set(document, rows);
  return rows;
}

export interface Stretch {
  /** The line with which it begins, from 1 on. */
  readonly from: number;
  readonly count: number;
}

export const flatRows = (
  document: Document,
  columns: readonly FlatColumn[],
  { from, count }: Stretch,
): FlatRow[] =>
  rowsIn(document)
    .slice(from - 1, from - 1 + count)
    .map((row, index) => columns.map((column) => textIn(document, row, from - 1 + index, column)));

/** Which row somebody means: a line from 1 on, or the first in which a column has a text. */
export type RowAsked = number | { readonly column: string; readonly text: string };

/** `3`, or `bib=12`; null for what is neither. */
export function rowAsked(where: string): RowAsked | null {
  if (/^[1-9]\d{0,6}$/.test(where)) return Number(where);
  const [, column, text] = /^([^=]+)=(.*)$/.exec(where) ?? [];
  return column === undefined || text === undefined ? null : { column, text };
}

/** The line of the first row that has this text there, from 1 on; 0 where none has. */
export const lineWhere = (document: Document, column: FlatColumn, text: string): number =>
  rowsIn(document).findIndex((row, index) => textIn(document, row, index, column) === text) + 1;

function textIn(document: Document, row: Row, index: number, { source }: FlatColumn): string {
  const ofAll = OF_DOCUMENT[source]?.(document);
  if (ofAll !== undefined) return ofAll;
  if (source === 'line') return String(index + 1);
  if (source === MILLISECONDS) return millisecondsOf(row);
  return valueText(valueAt(flatRow(document.header.type, row, index), source));
}

const OF_DOCUMENT: Readonly<Record<string, ((document: Document) => string) | undefined>> = {
  title: ({ header }) => fullTitle(header.names),
  documentStatus: ({ header }) => header.status,
  isTest: ({ header }) => valueText(header.test),
  isSound: ({ header }) => valueText(header.reliability.ok),
  version: ({ version }) => String(version),
};

/** Of a time only; as exact as it was measured. */
function millisecondsOf({ mark }: Row): string {
  if (mark?.resultType !== 'TIME' || mark.value === undefined) return '';
  const value = parseDecimal(mark.value);
  return value === null ? '' : formatDecimal(value * MILLI);
}

const MILLI = 1_000;
