/**
 * Protobuf by `schemas/documents.proto`. Parts are written once, as `shape/` declares them; a document is put
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

const partBytes = Object.fromEntries(
  Object.keys(ROW.fields)
    .filter((name) => name !== 'key' && name !== 'sortOrder')
    .map((part) => [
      part,
      fragmentOf<object, Uint8Array>((value) => bytesOf(partShape(part as PartName), value)),
    ]),
) as Readonly<Record<PartName, (part: object) => Uint8Array>>;

function embed(into: ByteSink, fieldTag: number, bytes: Uint8Array): void {
  into.varint(fieldTag);
  into.varint(bytes.length);
  into.put(bytes);
}

function putPart(into: ByteSink, part: PartName, row: Row): void {
  embed(into, tagOf(ROW.fields[part].number), partBytes[part](row[part]!));
}

/** The key and, in a patch, the place in the list. */
const KEY: Shape = { ...ROW, fields: { key: ROW.fields.key, sortOrder: ROW.fields.sortOrder } };
const DERIVED: Shape = {
  ...PLACE,
  fields: Object.fromEntries(derivedOf(PLACE).map(([name, field]) => [name, nullable(field)])),
};
const PLACE_TAG = tagOf(ROW.fields.place.number);

/** All of a row but its place and what follows from where it stands. */
const headBytes = fragmentOf<Row, Uint8Array>((row) => {
  writeFields(parts, KEY, { key: row.key });
  for (const name in row) if (name !== 'key' && name !== 'place') putPart(parts, name as PartName, row);
  return parts.take();
});

function patchBytes(patch: RowPatch): Uint8Array {
  writeFields(parts, KEY, patch);
  for (const name in patch)
    if (name !== 'key' && name !== 'sortOrder') putPart(parts, name as PartName, patch);
  return parts.take();
}

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
      sink.put(partBytes.place(row.place));
      if (derived !== null) writeFields(sink, DERIVED, derived);
      sink.close(placeBegin);
    }
    sink.byte(SORT_ORDER);
    sink.varint(index + 1);
    sink.close(begin);
  });
}

const chunkBytes = fragmentOf<readonly Row[], Uint8Array>((chunk) => {
  for (const row of chunk) {
    chunks.byte(DOCUMENT_ROW);
    const begin = chunks.end;
    chunks.put(headBytes(row));
    if (row.place !== undefined) embed(chunks, PLACE_TAG, partBytes.place(row.place));
    chunks.close(begin);
  }
  return chunks.take();
});

/**
 * A frame without what follows from the order: what engines and edges keep, in pieces that versions share. Of a long list
 * an empty piece comes now and then while they are made, so that whoever writes it can do something else in between.
 */
export function* storedFrame(document: Document): Generator<Uint8Array, void> {
  let rows = 0;
  let index = 0;
  for (const chunk of chunksOf(document.rows)) {
    rows += chunkBytes(chunk).length;
    index += 1;
    if (index % CHUNKS_IN_A_STEP === 0) yield NOTHING;
  }
  putWhole(document);
  const head = sink.take();
  sink.varint(tagOf(FRAME.fields.document.number));
  sink.varint(head.length + rows);
  yield sink.take();
  yield head;
  for (const chunk of chunksOf(document.rows)) yield chunkBytes(chunk);
}

/** So many take some milliseconds when none of them is there yet. */
const CHUNKS_IN_A_STEP = 4;
const NOTHING = new Uint8Array(0);

function documentBytes(document: Document): Uint8Array {
  putShown(document);
  return sink.take();
}

function deltaBytes(channel: Channel, epoch: string, { header, rows, ...numbering }: Delta): Uint8Array {
  writeFields(sink, DELTA, { channel, epoch, ...numbering });
  if (header !== null) embed(sink, tagOf(DELTA.fields.header.number), headerBytes(header));
  for (const patch of rows) embed(sink, DELTA_ROW, patchBytes(patch));
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
