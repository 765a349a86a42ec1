/**
 * JSON as the document contract shows it: header fields and rows flat. Rows are put together from cached fragments;
 * the form is in `schemas/documents.schema.json`.
 */
import { carried } from '../model/carried.ts';
import type { Delta, RowPatch } from '../model/delta.ts';
import { type Channel, type Document, type Header, parseChannel } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { type PartName, rowsOf } from '../model/shape/table.ts';
import { ByteSink } from './byte-sink.ts';
import type { Encoder } from './encoder.ts';
import { fragmentOf } from './fragments.ts';
import { putRows } from './row-chunks.ts';

/** The fields of an object without the braces around them. */
const fields = (part: object): string => JSON.stringify(part).slice(1, -1);

const headerFields = fragmentOf<Header, string>(fields);

const parts = new ByteSink();
const sink = new ByteSink();
const COMMA = 0x2c;
const CLOSING_BRACE = 0x7d;
const FRAME_START = Buffer.from('{"document":');
const END = Buffer.from(']}');

/** `{...,`: all of a row but what follows from its place in the list. What did not change is copied. */
const rowBytes = carried<Row, Buffer>();

function bytesOf(row: Row, keyName: string): Buffer {
  let bytes = rowBytes.get(row);
  if (bytes === undefined) {
    parts.text(`{${JSON.stringify(keyName)}:${JSON.stringify(row.key)},`);
    for (const name in row) if (name !== 'key') parts.text(`${fields(row[name as PartName]!)},`);
    bytes = parts.take();
    rowBytes.set(row, bytes);
  }
  return bytes;
}

function putDocument(document: Document): void {
  const { epoch, version, hash, asOf, correction, header } = document;
  const keyName = rowsOf(header.type).key;
  const numbering = fields({ epoch, version, hash, asOf, correction });
  sink.text(`{${numbering},${headerFields(header)},"rows":[`);
  putRows(sink, document, 'json', (row, index, derived) => {
    if (index > 0) sink.byte(COMMA);
    sink.put(bytesOf(row, keyName));
    sink.text(
      derived === null ? `"sortOrder":${index + 1}}` : `${fields(derived)},"sortOrder":${index + 1}}`,
    );
  });
  sink.put(END);
}

/** A part in a patch is whole and known by the first field that it always has (`markOfPart`). */
function patchText(patch: RowPatch, keyName: string): string {
  const texts = [`${JSON.stringify(keyName)}:${JSON.stringify(patch.key)}`];
  for (const name in patch)
    if (name !== 'key' && name !== 'sortOrder') texts.push(fields(patch[name as PartName]!));
  if (patch.sortOrder !== undefined) texts.push(`"sortOrder":${patch.sortOrder}`);
  return `{${texts.join(',')}}`;
}

function deltaText(channel: Channel, epoch: string, delta: Delta): string {
  const { base, version, hash, asOf, correction, header, rows, removed } = delta;
  const { key } = rowsOf(parseChannel(channel)!.type);
  const texts = [fields({ channel, epoch, base, version, hash, asOf })];
  if (correction !== null) texts.push(fields({ correction }));
  if (header !== null) texts.push(`"header":{${headerFields(header)}}`);
  texts.push(`"rows":[${rows.map((patch) => patchText(patch, key)).join(',')}]`, fields({ removed }));
  return `{${texts.join(',')}}`;
}

export const jsonEncoder: Encoder = {
  format: 'json',
  binary: false,
  frame(document) {
    sink.put(FRAME_START);
    putDocument(document);
    sink.byte(CLOSING_BRACE);
    return sink.take();
  },
  deltaFrame: (channel, epoch, delta) => Buffer.from(`{"delta":${deltaText(channel, epoch, delta)}}`),
  whole(document) {
    putDocument(document);
    return sink.take();
  },
};
