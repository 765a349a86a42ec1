/**
 * Protobuf by `schemas/documents.proto`. Parts are encoded once by the generated code; a document is put
 * together from their bytes by hand, which is what makes a new version with one new row cheap. Field tags
 * below are those of the schema.
 */
import type { Delta, RowPatch } from '../model/delta.ts';
import type { Channel, Document, Header } from '../model/document.ts';
import type { Identity, Mark, Place, Row } from '../model/row.ts';
import { ByteSink, varintSize } from './byte-sink.ts';
import type { Encoder } from './encoder.ts';
import { fragmentOf } from './fragments.ts';
import { splitsecond } from './generated/documents.js';

const schema = splitsecond.v1;

// The generated types know no readonly lists, hence `as object`.
const identityBytes = fragmentOf<Identity, Uint8Array>((identity) =>
  schema.Identity.encode(identity as object).finish(),
);
const markBytes = fragmentOf<Mark, Uint8Array>((mark) =>
  schema.Mark.encode({ ...mark, ...mark.details } as object).finish(),
);
const placeBytes = fragmentOf<Place, Uint8Array>((place) => schema.Place.encode(place as object).finish());
const headerBytes = fragmentOf<Header, Uint8Array>((header) =>
  schema.Header.encode(header as object).finish(),
);

const LENGTH_DELIMITED = 2;
const tag = (field: number): number => (field << 3) | LENGTH_DELIMITED;
const ROW = { identity: tag(1), mark: tag(2), place: tag(3), sortOrder: 4 << 3 } as const;
const PATCH = { identity: tag(3), mark: tag(4), place: tag(5) } as const;
const DOCUMENT = { header: tag(6), rows: tag(7) } as const;
const DELTA = { header: tag(8), rows: tag(9) } as const;
const FRAME = { document: tag(1), delta: tag(2) } as const;

const parts = new ByteSink();
const sink = new ByteSink();

function embed(into: ByteSink, fieldTag: number, bytes: Uint8Array): void {
  into.byte(fieldTag);
  into.varint(bytes.length);
  into.put(bytes);
}

const rowBytes = fragmentOf<Row, Uint8Array>(({ identity, mark, place }) => {
  embed(parts, ROW.identity, identityBytes(identity));
  embed(parts, ROW.mark, markBytes(mark));
  embed(parts, ROW.place, placeBytes(place));
  return parts.take();
});

function documentBytes(document: Document): Uint8Array {
  const { epoch, version, hash, asOf, correction, header, rows } = document;
  sink.put(
    schema.Document.encode({ epoch, version, hash, asOf, correction: correctionOf(correction) }).finish(),
  );
  embed(sink, DOCUMENT.header, headerBytes(header));
  for (let index = 0; index < rows.length; index += 1) {
    const row = rowBytes(rows[index]!);
    sink.byte(DOCUMENT.rows);
    sink.varint(row.length + 1 + varintSize(index + 1));
    sink.put(row);
    sink.byte(ROW.sortOrder);
    sink.varint(index + 1);
  }
  return sink.take();
}

function patchBytes({ competitor, sortOrder, identity, mark, place }: RowPatch): Uint8Array {
  parts.put(schema.RowPatch.encode({ competitor, sortOrder }).finish());
  if (identity !== undefined) embed(parts, PATCH.identity, identityBytes(identity));
  if (mark !== undefined) embed(parts, PATCH.mark, markBytes(mark));
  if (place !== undefined) embed(parts, PATCH.place, placeBytes(place));
  return parts.take();
}

function deltaBytes(channel: Channel, epoch: string, delta: Delta): Uint8Array {
  const { base, version, hash, asOf, correction, header, rows, removed } = delta;
  const numbering = { channel, epoch, base, version, hash, asOf, correction: correctionOf(correction) };
  sink.put(schema.Delta.encode({ ...numbering, removed: [...removed] }).finish());
  if (header !== null) embed(sink, DELTA.header, headerBytes(header));
  for (const patch of rows) embed(sink, DELTA.rows, patchBytes(patch));
  return sink.take();
}

const correctionOf = (correction: Document['correction']) =>
  correction === null ? null : { ...correction, moved: [...correction.moved] };

function framed(fieldTag: number, bytes: Uint8Array): Uint8Array {
  embed(sink, fieldTag, bytes);
  return sink.take();
}

interface ProtobufEncoder extends Encoder {
  deltaFrame(channel: Channel, epoch: string, delta: Delta): Uint8Array;
}

export const protobufEncoder: ProtobufEncoder = {
  format: 'protobuf',
  binary: true,
  frame: (document) => framed(FRAME.document, documentBytes(document)),
  deltaFrame: (channel, epoch, delta) => framed(FRAME.delta, deltaBytes(channel, epoch, delta)),
  whole: documentBytes,
};
