/**
 * JSON as the document contract shows it: header fields and rows flat. Rows are put together from cached fragments;
 * the form is in `schemas/documents.schema.json`.
 */
import type { Delta, RowPatch } from '../model/delta.ts';
import type { Channel, Document, Header } from '../model/document.ts';
import type { Identity, Mark, Place, Row } from '../model/row.ts';
import { ByteSink } from './byte-sink.ts';
import type { Encoder } from './encoder.ts';
import { fragmentOf } from './fragments.ts';

/** The fields of an object without the braces around them. */
const fields = (part: object): string => JSON.stringify(part).slice(1, -1);

const identityFields = fragmentOf<Identity, string>(fields);
const markFields = fragmentOf<Mark, string>(fields);
const placeFields = fragmentOf<Place, string>(fields);
const headerFields = fragmentOf<Header, string>(fields);

/** The same as bytes, with the comma that follows. */
const identityBytes = fragmentOf<Identity, Buffer>((identity) =>
  Buffer.from(`{${identityFields(identity)},`),
);
const markBytes = fragmentOf<Mark, Buffer>((mark) => Buffer.from(`${markFields(mark)},`));

const parts = new ByteSink();

/** `{...,"sortOrder":`: all of a row but its position. A change of place alone encodes the place alone. */
const rowBytes = fragmentOf<Row, Buffer>(({ identity, mark, place }) => {
  parts.put(identityBytes(identity));
  parts.put(markBytes(mark));
  parts.put(Buffer.from(`${placeFields(place)},"sortOrder":`));
  return parts.take();
});

const sink = new ByteSink();
const COMMA = 0x2c;
const CLOSING_BRACE = 0x7d;
const FRAME_START = Buffer.from('{"document":');
const END = Buffer.from(']}');

function putDocument(document: Document): void {
  const { epoch, version, hash, asOf, correction, header, rows } = document;
  const numbering = fields({ epoch, version, hash, asOf, correction });
  sink.put(Buffer.from(`{${numbering},${headerFields(header)},"rows":[`));
  for (let index = 0; index < rows.length; index += 1) {
    if (index > 0) sink.byte(COMMA);
    sink.put(rowBytes(rows[index]!));
    sink.digits(index + 1);
    sink.byte(CLOSING_BRACE);
  }
  sink.put(END);
}

/**
 * A part in a patch is whole and known by a field that it always has: identity by `name`, mark by `result`,
 * place by `rank`.
 */
function patchText({ competitor, sortOrder, identity, mark, place }: RowPatch): string {
  const parts = [identity === undefined ? fields({ competitor }) : identityFields(identity)];
  if (mark !== undefined) parts.push(markFields(mark));
  if (place !== undefined) parts.push(placeFields(place));
  if (sortOrder !== undefined) parts.push(`"sortOrder":${sortOrder}`);
  return `{${parts.join(',')}}`;
}

function deltaText(channel: Channel, epoch: string, delta: Delta): string {
  const { base, version, hash, asOf, correction, header, rows, removed } = delta;
  const parts = [fields({ channel, epoch, base, version, hash, asOf })];
  if (correction !== null) parts.push(fields({ correction }));
  if (header !== null) parts.push(`"header":{${headerFields(header)}}`);
  parts.push(`"rows":[${rows.map(patchText).join(',')}]`, fields({ removed }));
  return `{${parts.join(',')}}`;
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
