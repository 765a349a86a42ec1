/**
 * Protobuf by `schemas/documents.proto`. Parts are written once, as `shape/` declares them; a document is put
 * together from their bytes, which is what makes a new version with one new row cheap.
 */
import type { Delta, RowPatch } from '../model/delta.ts';
import type { Channel, Document, Header } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import type { Shape } from '../model/shape/field.ts';
import { DELTA, DOCUMENT, FRAME } from '../model/shape/frame.ts';
import { HEADER } from '../model/shape/header.ts';
import { type PartName, partShape, ROW } from '../model/shape/table.ts';
import { ByteSink, varintSize } from './byte-sink.ts';
import type { Encoder } from './encoder.ts';
import { fragmentOf } from './fragments.ts';
import { tagOf, writeFields } from './protobuf-writer.ts';

const VARINT = 0;
const SORT_ORDER = tagOf(ROW.fields.sortOrder.number, VARINT);
const DOCUMENT_ROW = tagOf(DOCUMENT.fields.rows.number);
const DELTA_ROW = tagOf(DELTA.fields.rows.number);

const fragments = new ByteSink();
const parts = new ByteSink();
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

function putRow(into: ByteSink, row: Row): void {
  writeFields(into, KEY, row);
  for (const name in row) {
    if (name === 'key' || name === 'sortOrder') continue;
    const part = name as PartName;
    embed(into, tagOf(ROW.fields[part].number), partBytes[part](row[part]!));
  }
}

/** The key and, in a patch, the place in the list. */
const KEY: Shape = { ...ROW, fields: { key: ROW.fields.key, sortOrder: ROW.fields.sortOrder } };

const rowBytes = fragmentOf<Row, Uint8Array>((row) => {
  putRow(parts, row);
  return parts.take();
});

function patchBytes(patch: RowPatch): Uint8Array {
  putRow(parts, patch);
  return parts.take();
}

function documentBytes({ header, rows, ...numbering }: Document): Uint8Array {
  writeFields(sink, DOCUMENT, numbering);
  embed(sink, tagOf(DOCUMENT.fields.header.number), headerBytes(header));
  for (let index = 0; index < rows.length; index += 1) {
    const row = rowBytes(rows[index]!);
    sink.byte(DOCUMENT_ROW);
    sink.varint(row.length + 1 + varintSize(index + 1));
    sink.put(row);
    sink.byte(SORT_ORDER);
    sink.varint(index + 1);
  }
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
