import type { Delta, RowPatch } from '../model/delta.ts';
import type { Channel, Correction, Document, Header } from '../model/document.ts';
import type { Identity, Mark, Place, Row } from '../model/row.ts';
import { DecodeError } from './decode-error.ts';
import type { Decoded } from './decoded.ts';
import { HEADER_FIELDS, IDENTITY_FIELDS, MARK_FIELDS, PLACE_FIELDS } from './row-fields.ts';

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
  return {
    epoch: fields.epoch as string,
    version: fields.version as number,
    hash: fields.hash as string,
    asOf: fields.asOf as string,
    correction: (fields.correction ?? null) as Correction | null,
    header: chosen<Header>(fields, HEADER_FIELDS),
    rows: listOf(fields, 'rows').map(rowOf),
  };
}

const rowOf = (fields: Fields): Row => ({
  identity: chosen<Identity>(fields, IDENTITY_FIELDS),
  mark: chosen<Mark>(fields, MARK_FIELDS),
  place: chosen<Place>(fields, PLACE_FIELDS),
});

function deltaOf(fields: Fields): { delta: Delta; channel: Channel; epoch: string } {
  const delta: Delta = {
    base: fields.base as number,
    version: fields.version as number,
    hash: fields.hash as string,
    asOf: fields.asOf as string,
    correction: (fields.correction ?? null) as Correction | null,
    header: isFields(fields.header) ? chosen<Header>(fields.header, HEADER_FIELDS) : null,
    rows: listOf(fields, 'rows').map(patchOf),
    removed: (fields.removed ?? []) as string[],
  };
  return { delta, channel: fields.channel as Channel, epoch: fields.epoch as string };
}

const patchOf = (fields: Fields): RowPatch => ({
  competitor: fields.competitor as string,
  ...(fields.sortOrder === undefined ? {} : { sortOrder: fields.sortOrder as number }),
  ...('name' in fields ? { identity: chosen<Identity>(fields, IDENTITY_FIELDS) } : {}),
  ...('result' in fields ? { mark: chosen<Mark>(fields, MARK_FIELDS) } : {}),
  ...('rank' in fields ? { place: chosen<Place>(fields, PLACE_FIELDS) } : {}),
});

function listOf(fields: Fields, name: string): readonly Fields[] {
  const list = fields[name];
  if (!Array.isArray(list) || !list.every(isFields))
    throw new DecodeError(`"${name}" is not a list of objects`);
  return list;
}

/** The fields of one part out of the flat object. */
function chosen<Part extends object>(fields: Fields, names: Readonly<Record<keyof Part, true>>): Part {
  const part: Record<string, unknown> = {};
  for (const name in names) if (name in fields) part[name] = fields[name];
  return part as Part;
}
