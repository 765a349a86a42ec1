import { cellText, columnsOf } from '../client/cells.ts';
import { channelOf, type Document } from '../model/document.ts';
import type { Column, Row } from '../model/row.ts';
import { textTable } from './text-table.ts';

/** A document as a person reads it: title, state, and the list in the columns that its sport declares. */
export function resultSheet(document: Document): string {
  const { header } = document;
  const columns = columnsOf(header.columns).filter((column) => isTold(column, document.rows));
  const rows = document.rows.map((row, index) => columns.map((column) => cellText(row, index, column)));
  return `${titleOf(document)}\n${statusLine(document)}\n\n${rows.length === 0 ? '(nobody listed)\n' : textTable(columns, rows)}`;
}

function titleOf({ header }: Document): string {
  const { discipline, event, phase, unit } = header.names;
  const words = [discipline, event, unit ?? phase, header.subcode ?? undefined];
  return words.filter((word) => word !== undefined && word !== '').join(', ');
}

function statusLine(document: Document): string {
  const { header, version } = document;
  const wind = header.info.wind === undefined ? '' : `, wind ${header.info.wind}`;
  const doubts = header.reliability.reasons.length === 0 ? '' : `, ${header.reliability.reasons.join(' ')}`;
  return `${channelOf(header)}  version ${version}, ${header.status}${wind}${doubts}`;
}

/** Columns that are empty in every row only make the sheet wide. */
const isTold = (column: Column, rows: readonly Row[]): boolean =>
  rows.some((row, index) => cellText(row, index, column) !== '');
