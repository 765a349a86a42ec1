import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { emptyShape, type Shape, type Shaped } from '../model/shape/field.ts';
import { DOCUMENT, FRAME } from '../model/shape/frame.ts';
import { type PartName, partShape, rowsOf } from '../model/shape/table.ts';
import { DecodeError } from './decode-error.ts';
import type { Decoded } from './decoded.ts';
import { readShape } from './protobuf-reader.ts';

export function decodeProtobufFrame(bytes: Uint8Array): Decoded {
  const { document, delta } = read(FRAME, bytes);
  if (document !== undefined) return { document: documentOf(document) };
  if (delta === undefined) throw new DecodeError('a protobuf frame holds a document or a delta');
  const { channel, epoch, ...rest } = delta;
  return { delta: rest as Delta, channel: channel as Channel, epoch };
}

export const decodeProtobufDocument = (bytes: Uint8Array): Document => documentOf(read(DOCUMENT, bytes));

const read = <S extends Shape>(shape: S, bytes: Uint8Array): Shaped<S> =>
  readShape(shape, bytes) as Shaped<S>;

function documentOf({ rows, ...version }: Shaped<typeof DOCUMENT>): Document {
  const parts = rowsOf(version.header.type)?.parts ?? [];
  return { ...version, rows: rows.map(({ sortOrder: _, ...row }) => withParts(row, parts)) };
}

/** A part that says nothing has no bytes, and may not be there at all. */
function withParts(row: Row, parts: readonly PartName[]): Row {
  const missing = parts.filter((part) => row[part] === undefined);
  if (missing.length === 0) return row;
  const empty = missing.map((part) => [part, emptyShape(partShape(part))]);
  return { ...row, ...Object.fromEntries(empty) };
}
