import protobuf from 'protobufjs/minimal.js';
import { splitsecond } from './generated/venue-feed.js';
import type { Limits } from './limits.ts';
import { type Rejection, rejection } from './rejection.ts';
import { fromStruct, type Struct, toStruct } from './struct.ts';
import { FACT_KINDS, type WireFact, type WireObject, type WireValue } from './wire.ts';

const { VenueFact } = splitsecond.venue;
type Fields = { [field: string]: unknown };

/** The JSON form of a protobuf `VenueFact`; nothing in it is checked yet. */
export function readProtobuf(data: Uint8Array, limits: Limits): { value: unknown } | Rejection {
  let message: Fields;
  try {
    const reader = protobuf.Reader.create(data);
    reader.discardUnknown = false;
    if (countFacts(data) > 1) return rejection('SEVERAL_FACTS', 'one message is one fact');
    message = VenueFact.decode(reader) as unknown as Fields;
  } catch (error) {
    return rejection('NOT_PROTOBUF', `the bytes are not a VenueFact: ${(error as Error).message}`);
  }
  return plainOf(message, limits);
}

/** Field numbers of the oneof in `venue-feed.proto`. */
const FIRST_FACT_FIELD = 16;
const LAST_FACT_FIELD = FIRST_FACT_FIELD + FACT_KINDS.length - 1;

/** Facts on the wire: the decoder keeps the last of a oneof and says nothing of the others. */
function countFacts(data: Uint8Array): number {
  const reader = protobuf.Reader.create(data);
  let facts = 0;
  while (reader.pos < reader.len) {
    const tag = reader.tag();
    const field = tag >>> 3;
    if (field >= FIRST_FACT_FIELD && field <= LAST_FACT_FIELD) facts += 1;
    reader.skipType(tag & 7, 0, field);
  }
  return facts;
}

function plainOf(message: Fields, limits: Limits): { value: unknown } | Rejection {
  try {
    return { value: nullsIn(plain(message, limits.depth)) };
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

class Refused extends Error {
  readonly why: Rejection;

  constructor(why: Rejection) {
    super(why.message);
    this.why = why;
  }
}

/** Fields that hold texts by code or language. */
const MAPS: ReadonlySet<string> = new Set(['bests', 'names']);

/**
 * Own fields without the bookkeeping of the generated code: `_field` marks presence, `fact` names the
 * oneof, empty lists and maps stand for left-out ones.
 */
function plain(message: Fields, depth: number): Fields {
  if (depth <= 0) throw new Refused(rejection('TOO_DEEP', 'nested deeper than any fact'));
  if (message.$unknowns !== undefined) {
    throw new Refused(rejection('UNKNOWN_FIELD', 'a field number or wire type is not in venue-feed.proto'));
  }
  const fields: Fields = {};
  for (const key of Object.keys(message)) {
    const value = message[key];
    if (key.startsWith('_') || key === 'fact' || value === null || value === undefined) continue;
    if (key === 'options') fields.options = structFields(value as Struct, depth - 1);
    else if (MAPS.has(key)) putMap(fields, key, value as Fields);
    else if (!Array.isArray(value))
      fields[key] = typeof value === 'object' ? plain(value as Fields, depth - 1) : value;
    else if (value.length > 0)
      fields[key] = value.map((part) => (typeof part === 'object' ? plain(part, depth - 2) : part));
  }
  return fields;
}

function putMap(fields: Fields, key: string, map: Fields): void {
  if (Object.keys(map).length > 0) fields[key] = map;
}

function structFields(struct: Struct, depth: number): WireValue {
  const value = fromStruct(struct, depth);
  if (value === undefined) throw new Refused(rejection('TOO_DEEP', 'setup.options: nested too deep'));
  return value;
}

/** Where JSON says null, protobuf leaves out (`venue-feed.proto`); a list that must be there may be empty. */
function nullsIn(wire: Fields): Fields {
  const { irm, advance, rankOverride, startList } = wire as { [kind: string]: Fields | undefined };
  if (irm !== undefined) irm.code ??= null;
  if (advance !== undefined) advance.mark ??= null;
  if (rankOverride !== undefined) {
    rankOverride.rank ??= null;
    if (rankOverride.medal === '') rankOverride.medal = null;
  }
  if (startList !== undefined) startList.entries ??= [];
  return wire;
}

/** The protobuf form of a fact that `checkFact` has nothing against. */
export function writeProtobuf(wire: WireFact): Uint8Array {
  const { setup, rankOverride } = wire;
  const message: { [field: string]: unknown } = { ...wire };
  if (setup?.options !== undefined) {
    message.setup = { ...setup, options: toStruct(setup.options as WireObject) };
  }
  if (rankOverride?.medal === null) message.rankOverride = { ...rankOverride, medal: '' };
  return VenueFact.encode(message).finish();
}
