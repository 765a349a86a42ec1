import type { Delta, RowPatch } from '../model/delta.ts';
import {
  type Channel,
  type Correction,
  type Document,
  type Header,
  parseChannel,
} from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { fieldsOf, type Shape } from '../model/shape/field.ts';
import { HEADER } from '../model/shape/header.ts';
import { type DocumentType, markOfPart, partShape, rowsOf } from '../model/shape/table.ts';
import { DecodeError } from './decode-error.ts';
import type { Decoded } from './decoded.ts';

type Fields = Readonly<Record<string, unknown>>;

export function decodeJsonFrame(text: string): Decoded {
  const frame = parsed(text);
  if (isFields(frame.document)) return { document: documentOf(frame.document) };
  if (isFields(frame.delta)) return deltaOf(frame.delta);
  throw new DecodeError('a JSON frame holds "document" or "delta"');
}

export const decodeJsonDocument = (text: string): Document => documentOf(parsed(text));

function parsed(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DecodeError('not JSON', error);
  }
  if (!isFields(value)) throw new DecodeError('not a JSON object');
  return value;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function documentOf(fields: Fields): Document {
  const header = chosen(fields, HEADER) as Header;
  const { key, parts } = rowsOfType(header.type);
  return {
    epoch: fields.epoch as string,
    version: fields.version as number,
    hash: fields.hash as string,
    asOf: fields.asOf as string,
    correction: (fields.correction ?? null) as Correction | null,
    header,
    rows: listOf(fields, 'rows').map((row): Row => {
      const read: Record<string, unknown> = { key: row[key] };
      for (const part of parts) read[part] = chosen(row, partShape(part));
      return read as unknown as Row;
    }),
  };
}

function deltaOf(fields: Fields): { delta: Delta; channel: Channel; epoch: string } {
  const channel = fields.channel as Channel;
  const type = typeof channel === 'string' ? parseChannel(channel)?.type : undefined;
  const delta: Delta = {
    base: fields.base as number,
    version: fields.version as number,
    hash: fields.hash as string,
    asOf: fields.asOf as string,
    correction: (fields.correction ?? null) as Correction | null,
    header: isFields(fields.header) ? (chosen(fields.header, HEADER) as Header) : null,
    rows: listOf(fields, 'rows').map((row) => patchOf(row, type)),
    removed: (fields.removed ?? []) as string[],
  };
  return { delta, channel, epoch: fields.epoch as string };
}

function patchOf(fields: Fields, type: DocumentType | undefined): RowPatch {
  const { key, parts } = rowsOfType(type);
  const patch: Record<string, unknown> = { key: fields[key] };
  if (fields.sortOrder !== undefined) patch.sortOrder = fields.sortOrder;
  for (const part of parts) if (markOfPart(part) in fields) patch[part] = chosen(fields, partShape(part));
  return patch as unknown as RowPatch;
}

function rowsOfType(type: DocumentType | undefined): ReturnType<typeof rowsOf> {
  const rows = type === undefined ? undefined : rowsOf(type);
  if (rows === undefined) throw new DecodeError(`"${type}" is no type of document`);
  return rows;
}

function listOf(fields: Fields, name: string): readonly Fields[] {
  const list = fields[name];
  if (!Array.isArray(list) || !list.every(isFields))
    throw new DecodeError(`"${name}" is not a list of objects`);
  return list;
}

/** The fields of one part out of the flat object. */
function chosen(fields: Fields, shape: Shape): object {
  const part: Record<string, unknown> = {};
  for (const [name] of fieldsOf(shape)) if (name in fields) part[name] = fields[name];
  return part;
}
