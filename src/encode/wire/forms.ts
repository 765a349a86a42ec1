/** The forms in which a wire can have a story. */

import { isListType } from '../../model/row.ts';
import { rowsOf } from '../../model/shape/table.ts';
import { csvLines, csvOf } from '../csv.ts';
import { encoderOf } from '../format.ts';
import { agate, plainText } from './agate.ts';
import { type Dispatch, isWithdrawn, START_LIST, type StoryType, type WireSettings } from './dispatch.ts';
import { nitf } from './nitf.ts';
import { rowsForm } from './rows-form.ts';
import { newsml } from './sportsml/newsml.ts';
import { headerIn, noteLines } from './wording.ts';

export interface Form {
  /** Of a file: `xml`. */
  readonly ending: string;
  readonly contentType: string;
  /** Whether it has a place for rows of this type. */
  has(type: StoryType): boolean;
  bytes(dispatch: Dispatch, settings: WireSettings): Uint8Array;
}

export const FORM_NAMES = ['sportsml', 'nitf', 'agate', 'text', 'odf', 'json', 'csv', 'rows'] as const;
export type FormName = (typeof FORM_NAMES)[number];

const isTold = (type: StoryType): boolean =>
  type === START_LIST || type === 'MEDALS' || type === 'SCHEDULE' || isListType(type);
const isText = (type: StoryType): boolean => isTold(type) || type === 'RECORDS';
const everything = (): boolean => true;

const text =
  (written: (dispatch: Dispatch, settings: WireSettings) => string) =>
  (dispatch: Dispatch, settings: WireSettings): Uint8Array =>
    Buffer.from(written(dispatch, settings));

export const FORMS: Readonly<Record<FormName, Form>> = {
  sportsml: {
    ending: 'xml',
    contentType: 'application/vnd.iptc.g2.newsitem+xml',
    has: isTold,
    bytes: text(newsml),
  },
  nitf: { ending: 'nitf.xml', contentType: 'application/xml', has: isText, bytes: text(nitf) },
  agate: { ending: 'agt', contentType: 'text/plain; charset=utf-8', has: isText, bytes: text(agate) },
  text: { ending: 'txt', contentType: 'text/plain; charset=utf-8', has: isText, bytes: text(plainText) },
  odf: { ending: 'odf.xml', contentType: 'application/xml', has: everything, bytes: odf },
  json: { ending: 'json', contentType: 'application/json', has: everything, bytes: json },
  csv: {
    ending: 'csv',
    contentType: 'text/csv; charset=utf-8',
    has: (type) => type === START_LIST || rowsOf(type).columns.length > 0,
    bytes: text(csv),
  },
  rows: { ending: 'rows.json', contentType: 'application/json', has: everything, bytes: text(rowsForm) },
};

/** As the Olympic Data Feed says it, nothing of ours; withdrawn, it has no rows any more. */
function odf(dispatch: Dispatch): Uint8Array {
  const { document } = dispatch;
  return encoderOf('odf-plain').whole(isWithdrawn(dispatch) ? { ...document, rows: [] } : document);
}

/** The document as the stream has it, and what is said about it to this recipient. */
function json(dispatch: Dispatch, settings: WireSettings): Uint8Array {
  const { story, number, kind, changes, furtherChanges, reasons, document } = dispatch;
  const notes = noteLines(dispatch, settings.language);
  const told = JSON.stringify({ story, number, kind, notes, changes, furtherChanges, reasons });
  const said = isWithdrawn(dispatch) ? 'null' : Buffer.from(encoderOf('json').whole(document)).toString();
  return Buffer.from(`{"dispatch":${told},"document":${said}}`);
}

/** A table has no place for notes: they stand in lines of their own before it, where there is a correction or a withdrawal. */
function csv(dispatch: Dispatch, settings: WireSettings): string {
  const { kind, document } = dispatch;
  const notes = kind === 'FIRST' || kind === 'UPDATE' ? [] : noteLines(dispatch, settings.language);
  const told = csvLines(notes.map((note) => [note]));
  if (isWithdrawn(dispatch)) return told;
  return told + csvOf({ ...document, header: headerIn(document, settings.language) });
}
