import { fullTitle, sheetOf } from '../client/sheet.ts';
import { channelOf, type Document } from '../model/document.ts';
import { textTable } from './text-table.ts';

/** A document as a person reads it: title, state, and the list in the columns that its sport declares. */
export function resultSheet(document: Document): string {
  const { columns, lines } = sheetOf(document);
  return `${titleOf(document)}\n${statusLine(document)}\n\n${lines.length === 0 ? '(nobody listed)\n' : textTable(columns, lines)}`;
}

const titleOf = ({ header }: Document): string =>
  [fullTitle(header.names), header.subcode ?? ''].filter((words) => words !== '').join(', ');

function statusLine(document: Document): string {
  const { header, version } = document;
  const wind = header.info.wind === undefined ? '' : `, wind ${header.info.wind}`;
  const doubts = header.reliability.reasons.length === 0 ? '' : `, ${header.reliability.reasons.join(' ')}`;
  return `${channelOf(header)}  version ${version}, ${header.status}${wind}${doubts}`;
}
