/** Data frames as `schemas/` describes them: JSON, protobuf (by `documents.proto` itself) and the line of an ODF frame. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import type { Copy, Fields, RowParts, StatedDelta } from './copy.ts';
import { DERIVED_OF, keyOf, partsOf } from './rows.ts';

export type Told = { readonly document: Copy } | { readonly delta: StatedDelta };

const NUMBERING = ['epoch', 'version', 'hash', 'asOf', 'correction', 'rows'];

export function readJson(frame: Fields): Told {
  if ('document' in frame) return { document: copyOf(frame.document as Fields) };
  return { delta: deltaOf(frame.delta as Fields) };
}

function copyOf(document: Fields): Copy {
  const header = without(document, NUMBERING);
  const channel = channelOf(header);
  const rows = (document.rows as Fields[]).map((row, index) => {
    if (row.sortOrder !== index + 1) throw new Error(`row ${index + 1} has sortOrder ${row.sortOrder}`);
    return rowOf(channel, row);
  });
  return { ...numbersOf(document), channel, header, rows };
}

function deltaOf(delta: Fields): StatedDelta {
  return {
    ...numbersOf(delta),
    channel: delta.channel as string,
    base: delta.base as number,
    header: (delta.header ?? null) as Fields | null,
    rows: (delta.rows as Fields[]).map((row) => ({
      ...rowOf(delta.channel as string, row),
      sortOrder: (row.sortOrder ?? null) as number | null,
    })),
    removed: (delta.removed ?? []) as string[],
  };
}

/** In JSON a part is there when the first field is that it always has. */
function rowOf(channel: string, row: Fields): RowParts {
  const parts: Record<string, Fields> = {};
  for (const part of partsOf(channel)) {
    const { always, names } = fieldsOf(part);
    if (always in row) parts[part] = only(row, names);
  }
  return { key: String(row[keyOf(channel)]), parts };
}

// Protobuf.

const schema = protobuf.parse(
  readFileSync(new URL('../../../schemas/documents.proto', import.meta.url), 'utf8'),
).root;
export const frameType = schema.lookupType('splitsecond.v1.Frame');
const rowType = schema.lookupType('splitsecond.v1.Row');

export const numberOfPart = (part: string): number => rowType.fields[part]!.id;

/** Nullable fields are always there in JSON, so the JSON Schema says which come first. */
const jsonSchema = JSON.parse(
  readFileSync(new URL('../../../schemas/documents.schema.json', import.meta.url), 'utf8'),
) as { $defs: Readonly<Record<string, { required: readonly string[] }>> };

interface PartFields {
  /** One that the part always has in JSON. */
  readonly always: string;
  /** Those that are said; what follows from the order of the rows is not. */
  readonly names: readonly string[];
}

/** Looked up once for each part: rows are many. */
const known = new Map<string, PartFields>();

function fieldsOf(part: string): PartFields {
  const before = known.get(part);
  if (before !== undefined) return before;
  const { name, fields } = schema.lookupType(`splitsecond.v1.${rowType.fields[part]!.type}`);
  const derived = DERIVED_OF[part] ?? [];
  const names = Object.keys(fields).filter((each) => !derived.includes(each));
  const found = { always: jsonSchema.$defs[name]!.required[0]!, names };
  known.set(part, found);
  return found;
}

export function readProtobuf(bytes: Uint8Array): Told {
  const frame = frameType.toObject(frameType.decode(bytes), { defaults: true, objects: false }) as Fields;
  if (frame.document != null) return { document: protobufCopy(frame.document as Fields) };
  if (frame.delta == null) throw new Error('a Frame holds a document or a delta');
  return { delta: protobufDelta(frame.delta as Fields) };
}

function protobufCopy(document: Fields): Copy {
  const header = document.header as Fields;
  const rows = (document.rows as Fields[]).map((row, index) => {
    if (row.sortOrder !== index + 1) throw new Error(`row ${index + 1} has sort_order ${row.sortOrder}`);
    return protobufRow(row);
  });
  return { ...numbersOf(document), channel: channelOf(header), header, rows };
}

function protobufDelta(delta: Fields): StatedDelta {
  return {
    ...numbersOf(delta),
    channel: delta.channel as string,
    base: delta.base as number,
    header: (delta.header ?? null) as Fields | null,
    rows: (delta.rows as Fields[]).map((row) => ({
      ...protobufRow(row),
      sortOrder: (row.sortOrder ?? null) as number | null,
    })),
    removed: (delta.removed ?? []) as string[],
  };
}

function protobufRow({ key, sortOrder: _, ...parts }: Fields): RowParts {
  const there = Object.entries(parts)
    .filter(([, part]) => part != null)
    .map(([name, part]) => [name, without(part as Fields, DERIVED_OF[name] ?? [])]);
  return { key: key as string, parts: Object.fromEntries(there) as Record<string, Fields> };
}

// ODF.

/** The first line of an ODF frame, and the XML behind it. */
export function readOdf(text: string): { line: Fields; xml: string } {
  const end = text.indexOf('\n');
  if (end < 0) throw new Error('an ODF frame is one line of JSON, a newline, and the document');
  return { line: JSON.parse(text.slice(0, end)) as Fields, xml: text.slice(end + 1) };
}

const numbersOf = ({ epoch, version, hash }: Fields): Pick<Copy, 'epoch' | 'version' | 'hash'> => ({
  epoch: epoch as string,
  version: version as number,
  hash: hash as string,
});

const channelOf = ({ unit, type, subcode }: Fields): string =>
  subcode == null || subcode === '' ? `${unit}/${type}` : `${unit}/${type}/${subcode}`;

function only(fields: Fields, names: readonly string[]): Fields {
  const kept: Record<string, unknown> = {};
  for (const name of names) if (name in fields) kept[name] = fields[name];
  return kept;
}

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
