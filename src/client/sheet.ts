import { type Document, withDerived } from '../model/document.ts';
import type { Column } from '../model/row.ts';
import type { Words } from '../model/words.ts';
import { cellText, columnsFor } from './cells.ts';

export { fullTitle, unitTitle } from '../model/title.ts';

/** A document as a table to show: texts by line and column. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
}

/** `words`: of the discipline (`/v1/words/...`), for codes in the cells; without them a code is written out in English. */
export function sheetOf({ header, rows: stored }: Pick<Document, 'header' | 'rows'>, words?: Words): Sheet {
  const { type } = header;
  const rows = withDerived(header, stored);
  const columns = columnsFor(type, header.columns, rows);
  return {
    columns,
    lines: rows.map((row, index) => columns.map((column) => cellText(type, row, index, column, words))),
  };
}
