import { type Document, withDerived } from '../model/document.ts';
import type { Column } from '../model/row.ts';
import { cellText, columnsFor } from './cells.ts';

export { fullTitle, unitTitle } from '../model/title.ts';

/** A document as a table to show: texts by line and column. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
}

export function sheetOf({ header, rows: stored }: Pick<Document, 'header' | 'rows'>): Sheet {
  const { type } = header;
  const rows = withDerived(header, stored);
  const columns = columnsFor(type, header.columns, rows);
  return {
    columns,
    lines: rows.map((row, index) => columns.map((column) => cellText(type, row, index, column))),
  };
}
