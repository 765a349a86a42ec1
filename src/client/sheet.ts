import type { Document } from '../model/document.ts';
import { listingOf } from '../model/listing.ts';
import type { Column } from '../model/row.ts';
import { cellText, columnsFor } from './cells.ts';

export { fullTitle, unitTitle } from '../model/title.ts';

/** A document as a table to show: texts by line and column. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
}

/** The rows of a document, or what it lists instead of rows: schedule, medal table, records. */
export function sheetOf(document: Document): Sheet {
  const { header, rows } = document;
  const listed = listingOf(document);
  if (listed !== null) return listed;
  const columns = columnsFor(header.columns, rows);
  return { columns, lines: rows.map((row, index) => columns.map((column) => cellText(row, index, column))) };
}
