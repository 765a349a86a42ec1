/**
 * ODF-style XML: the structure and codes of the Olympic Data Feed under labels of our own. The form is in
 * `schemas/odf-style.xsd`. A document is put together from the fragments of its rows.
 */
import { type Channel, channelOf, type Document, listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import { ByteSink } from '../byte-sink.ts';
import type { Encoder } from '../encoder.ts';
import { bodyXml } from './body.ts';
import { headXml } from './header.ts';
import { medalsXml } from './medallists.ts';
import { resultBytes, type Scope, scopeOf } from './result.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const END = Buffer.from('</Competition></OdfBody>\n');
const RESULT_START = Buffer.from('<Result SortOrder="');
const QUOTE = 0x22;

const sink = new ByteSink();

function putResult(row: ListRow, index: number, scope: Scope): void {
  sink.put(RESULT_START);
  sink.digits(index + 1);
  sink.byte(QUOTE);
  sink.put(resultBytes(row, scope));
}

function putDocument(document: Document): void {
  const { header, asOf } = document;
  const scope = scopeOf(header.unit);
  const rows = listRows(document);
  const medals =
    header.type === 'MEDALLISTS'
      ? rows.map((row, index) => [index + 1, row] as const).filter(([, row]) => row.place.medal !== undefined)
      : [];
  const withMedal = new Set(medals.map(([, row]) => row));
  sink.text(DECLARATION + headXml(document) + bodyXml(document) + medalsXml(header, asOf, medals));
  for (let index = 0; index < rows.length; index += 1)
    if (!withMedal.has(rows[index]!)) putResult(rows[index]!, index, scope);
  sink.put(END);
}

/** The first line of a frame: what a transport needs to know without reading the XML. */
function positionLine(document: Document): string {
  const { epoch, version, hash, header } = document;
  const channel: Channel = channelOf(header);
  return `${JSON.stringify({ channel, epoch, version, hash, type: header.type })}\n`;
}

export const odfEncoder: Encoder = {
  format: 'odf',
  binary: false,
  frame(document) {
    sink.put(Buffer.from(positionLine(document)));
    putDocument(document);
    return sink.take();
  },
  /** ODF messages are whole: each replaces the one before. */
  deltaFrame: () => null,
  whole(document) {
    putDocument(document);
    return sink.take();
  },
};
