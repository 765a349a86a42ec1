/**
 * ODF-style XML: the structure and codes of the Olympic Data Feed under labels of our own. The form is in
 * `schemas/odf-style.xsd`. A document is put together from the fragments of its rows.
 */
import { type Channel, channelOf, type Document } from '../../model/document.ts';
import { type Derived, Order } from '../../model/order.ts';
import { isListType, type StoredRow } from '../../model/row.ts';
import { ByteSink } from '../byte-sink.ts';
import type { Encoder } from '../encoder.ts';
import { bodyXml } from './body.ts';
import { headXml } from './header.ts';
import { medalsXml } from './medallists.ts';
import { withoutExtras } from './plain.ts';
import { derivedAttributes, resultBytes, type Scope, scopeOf } from './result.ts';
import { XML_DECLARATION } from './xml-text.ts';

const END = Buffer.from('</Competition></OdfBody>\n');

const sink = new ByteSink();

function putResult(row: StoredRow, index: number, derived: Derived, scope: Scope): void {
  sink.text(`<Result SortOrder="${index + 1}"${derivedAttributes(derived)}`);
  sink.put(resultBytes(row, scope));
}

function putDocument(document: Document): void {
  const { header, asOf } = document;
  const scope = scopeOf(header.unit);
  const isList = isListType(header.type);
  const rows = (isList ? [...document.rows] : []) as StoredRow[];
  const medals =
    header.type === 'MEDALLISTS'
      ? rows.map((row, index) => [index + 1, row] as const).filter(([, row]) => row.place.medal !== undefined)
      : [];
  const withMedal = new Set(medals.map(([, row]) => row));
  sink.text(XML_DECLARATION + headXml(document) + bodyXml(document) + medalsXml(header, asOf, medals));
  const order = new Order(header);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const derived = order.next(row, rows[index + 1]);
    if (!withMedal.has(row)) putResult(row, index, derived, scope);
  }
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

/** The same without what is ours. */
export const plainOdfEncoder: Encoder = {
  format: 'odf-plain',
  binary: false,
  frame: (document) => Buffer.from(positionLine(document) + plainText(document)),
  deltaFrame: () => null,
  whole: (document) => Buffer.from(plainText(document)),
};

function plainText(document: Document): string {
  putDocument(document);
  return withoutExtras(Buffer.from(sink.take()).toString());
}
