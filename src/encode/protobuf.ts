/**
 * Protobuf by `schemas/documents.proto`. Rows are written once, as `shape/` declares their parts; a document is put
 * together from their bytes, which is what makes a new version with one new row cheap.
 */
import type { Delta, RowPatch } from '../model/delta.ts';
import type { Channel, Document, Header } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { chunksOf } from '../model/row-list.ts';
import { derivedOf, nullable, type Shape } from '../model/shape/field.ts';
import { DELTA, DOCUMENT, FRAME } from '../model/shape/frame.ts';
import { HEADER } from '../model/shape/header.ts';
import { PLACE } from '../model/shape/list-row.ts';
import { type PartName, partShape, ROW } from '../model/shape/table.ts';
import { ByteSink } from './byte-sink.ts';
import type { Encoder } from './encoder.ts';
import { fragmentOf } from './fragments.ts';
import { tagOf, writeFields } from './protobuf-writer.ts';
import { putRows } from './row-chunks.ts';

const VARINT = 0;
const SORT_ORDER = tagOf(ROW.fields.sortOrder.number, VARINT);
const DOCUMENT_ROW = tagOf(DOCUMENT.fields.rows.number);
const DELTA_ROW = tagOf(DELTA.fields.rows.number);

const fragments = new ByteSink();
const parts = new ByteSink();
const chunks = new ByteSink();
const sink = new ByteSink();

function bytesOf(shape: Shape, value: object): Uint8Array {
  writeFields(fragments, shape, value);
  return fragments.take();
}

const headerBytes = fragmentOf<Header, Uint8Array>((header) => bytesOf(HEADER, header));

const placeBytes = fragmentOf<NonNullable<Row['place']>, Uint8Array>((place) => bytesOf(PLACE, place));

function embed(into: ByteSink, fieldTag: number, bytes: Uint8Array): void {
  into.varint(fieldTag);
  into.varint(bytes.length);
  into.put(bytes);
}

function putPart(into: ByteSink, part: PartName, row: RowPatch): void {
  into.varint(tagOf(ROW.fields[part].number));
  const begin = into.end;
  writeFields(into, partShape(part), row[part]!);
  into.close(begin);
}

/** The key and, in a patch, the place in the list. */
const KEY: Shape = { ...ROW, fields: { key: ROW.fields.key, sortOrder: ROW.fields.sortOrder } };
const DERIVED: Shape = {
  ...PLACE,
  fields: Object.fromEntries(derivedOf(PLACE).map(([name, field]) => [name, nullable(field)])),
};
const PLACE_TAG = tagOf(ROW.fields.place.number);

/** The key and the parts; of a patch, also the place in the list. */
function putParts(into: ByteSink, row: RowPatch, without?: 'place'): void {
  writeFields(into, KEY, row);
  for (const name in row)
    if (name !== 'key' && name !== 'sortOrder' && name !== without) putPart(into, name as PartName, row);
}

/** All of a row but its place and what follows from where it stands. */
const headBytes = fragmentOf<Row, Uint8Array>((row) => {
  putParts(parts, row, 'place');
  return parts.take();
});

function putWhole(document: Document): void {
  const { header, rows: _, ...numbering } = document;
  writeFields(sink, DOCUMENT, numbering);
  embed(sink, tagOf(DOCUMENT.fields.header.number), headerBytes(header));
}

/** With what follows from the order, for whoever reads no more than the schema. */
function putShown(document: Document): void {
  putWhole(document);
  putRows(sink, document, 'protobuf', (row, index, derived) => {
    sink.byte(DOCUMENT_ROW);
    const begin = sink.end;
    sink.put(headBytes(row));
    if (row.place !== undefined) {
      sink.varint(PLACE_TAG);
      const placeBegin = sink.end;
      sink.put(placeBytes(row.place));
      if (derived !== null) writeFields(sink, DERIVED, derived);
      sink.close(placeBegin);
    }
    sink.byte(SORT_ORDER);
    sink.varint(index + 1);
    sink.close(begin);
  });
}

/** Rows without what follows from the order; of a long list whole chunks are kept, and no bytes of single rows. */
const chunkBytes = fragmentOf<readonly Row[], Uint8Array>((chunk) => {
  for (const row of chunk) putRow(chunks, row);
  return chunks.take();
});

function putRow(into: ByteSink, row: Row | RowPatch, tag = DOCUMENT_ROW): void {
  into.byte(tag);
  const begin = into.end;
  putParts(into, row);
  into.close(begin);
}

/**
 * A frame without what follows from the order: what engines and edges keep, in pieces that versions share. Of a long list
 * the making yields now and then, so that whoever asks for it can do something else in between.
 */
export function* storedFrame(document: Document): Generator<void, readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let rows = 0;
  for (const chunk of chunksOf(document.rows)) {
    const bytes = chunkBytes(chunk);
    rows += bytes.length;
    if (pieces.push(bytes) % CHUNKS_IN_A_STEP === 0) yield;
  }
  putWhole(document);
  const head = sink.take();
  sink.varint(tagOf(FRAME.fields.document.number));
  sink.varint(head.length + rows);
  return [sink.take(), head, ...pieces];
}

/** So many take some milliseconds when none of them is there yet. */
const CHUNKS_IN_A_STEP = 4;

function documentBytes(document: Document): Uint8Array {
  putShown(document);
  return sink.take();
}

function deltaBytes(channel: Channel, epoch: string, { header, rows, ...numbering }: Delta): Uint8Array {
  writeFields(sink, DELTA, { channel, epoch, ...numbering });
  if (header !== null) embed(sink, tagOf(DELTA.fields.header.number), headerBytes(header));
  for (const patch of rows) putRow(sink, patch, DELTA_ROW);
  return sink.take();
}

function framed(field: { readonly number: number }, bytes: Uint8Array): Uint8Array {
  embed(sink, tagOf(field.number), bytes);
  return sink.take();
}

interface ProtobufEncoder extends Encoder {
  deltaFrame(channel: Channel, epoch: string, delta: Delta): Uint8Array;
}

export const protobufEncoder: ProtobufEncoder = {
  format: 'protobuf',
  binary: true,
  frame: (document) => framed(FRAME.fields.document, documentBytes(document)),
  deltaFrame: (channel, epoch, delta) => framed(FRAME.fields.delta, deltaBytes(channel, epoch, delta)),
  whole: documentBytes,
};
