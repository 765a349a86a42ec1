/** Data frames as `schemas/` describes them: JSON, protobuf (by `documents.proto` itself) and the line of an ODF frame. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import type { Copy, Fields, RowParts, StatedDelta, StatedPatch } from './copy.ts';

export type Told = { readonly document: Copy } | { readonly delta: StatedDelta };

const NUMBERING = ['epoch', 'version', 'hash', 'asOf', 'correction', 'rows'];
const MARK = ['result', 'resultType', 'irm', 'irmReason', 'unchecked', 'wlt', 'records', 'details'];
const PLACE = [
  'rank',
  'rankEqual',
  'diff',
  'qualificationMark',
  'decidedBy',
  'photoFinish',
  'medal',
  'ruling',
];

export function readJson(frame: Fields): Told {
  if ('document' in frame) return { document: copyOf(frame.document as Fields) };
  return { delta: deltaOf(frame.delta as Fields) };
}

function copyOf(document: Fields): Copy {
  const header = without(document, NUMBERING);
  const rows = (document.rows as Fields[]).map((row, index) => {
    if (row.sortOrder !== index + 1) throw new Error(`row ${index + 1} has sortOrder ${row.sortOrder}`);
    return partsOf(row);
  });
  return { ...numbersOf(document), channel: channelOf(header), header, rows };
}

function deltaOf(delta: Fields): StatedDelta {
  return {
    ...numbersOf(delta),
    channel: delta.channel as string,
    base: delta.base as number,
    header: (delta.header ?? null) as Fields | null,
    rows: (delta.rows as Fields[]).map(patchOf),
    removed: (delta.removed ?? []) as string[],
  };
}

/** In JSON a part is there when its key field is. */
function patchOf(row: Fields): StatedPatch {
  const { identity, mark, place } = partsOf(row);
  return {
    competitor: row.competitor as string,
    sortOrder: (row.sortOrder ?? null) as number | null,
    identity: 'name' in row ? identity : null,
    mark: 'result' in row ? mark : null,
    place: 'rank' in row ? place : null,
  };
}

const partsOf = (row: Fields): RowParts => ({
  identity: without(row, [...MARK, ...PLACE, 'sortOrder']),
  mark: only(row, MARK),
  place: only(row, PLACE),
});

// Protobuf.

export const frameType = protobuf
  .parse(readFileSync(new URL('../../../schemas/documents.proto', import.meta.url), 'utf8'))
  .root.lookupType('splitsecond.v1.Frame');
const DETAILS = ['timedRace', 'bestOf', 'countback', 'judged', 'combined'];

export function readProtobuf(bytes: Uint8Array): Told {
  const frame = frameType.toObject(frameType.decode(bytes), { defaults: true, objects: false }) as Fields;
  if (frame.document != null) return { document: protobufCopy(frame.document as Fields) };
  if (frame.delta == null) throw new Error('a Frame holds a document or a delta');
  return { delta: protobufDelta(frame.delta as Fields) };
}

function protobufCopy(document: Fields): Copy {
  const header = document.header as Fields;
  const rows = (document.rows as Fields[]).map(({ identity, mark, place, sortOrder }, index) => {
    if (sortOrder !== index + 1) throw new Error(`row ${index + 1} has sort_order ${sortOrder}`);
    return { identity: identity as Fields, mark: markOf(mark as Fields), place: place as Fields };
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
      competitor: row.competitor as string,
      sortOrder: (row.sortOrder ?? null) as number | null,
      identity: (row.identity ?? null) as Fields | null,
      mark: row.mark == null ? null : markOf(row.mark as Fields),
      place: (row.place ?? null) as Fields | null,
    })),
    removed: (delta.removed ?? []) as string[],
  };
}

/** What JSON has under `details` lies flat in the message. */
const markOf = (mark: Fields): Fields => ({ ...without(mark, DETAILS), details: only(mark, DETAILS) });

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

const only = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
