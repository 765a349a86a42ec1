import { formatDecimal, type Micro, parseDecimal } from '../model/decimal.ts';
import type { FactKind } from '../model/fact.ts';
import { formatInstant, parseInstant } from '../model/instant.ts';
import type { WireObject, WireValue } from './wire.ts';

/**
 * The content of a fact between its wire form and the model: decimal strings <-> millionths, RFC 3339
 * <-> microseconds. Both directions walk one description, so they cannot drift apart.
 */
interface Shape {
  readonly decimals?: readonly string[];
  readonly decimalLists?: readonly string[];
  readonly instants?: readonly string[];
  /** Times that stay text; only checked. */
  readonly times?: readonly string[];
  readonly objects?: { readonly [field: string]: Shape };
  readonly lists?: { readonly [field: string]: Shape };
  /** Lists and maps that say nothing when empty, so they are left out: protobuf cannot tell the two apart. */
  readonly optionalLists?: readonly string[];
}

const NAMED: Shape = { optionalLists: ['names'] };
const PERSON: Shape = { lists: { members: {} }, optionalLists: ['members'] };
const ENTRY: Shape = { decimals: ['startOffset'], objects: { competitor: PERSON }, optionalLists: ['bests'] };

const SHAPES: { readonly [K in FactKind]?: Shape } = {
  setup: {
    decimalLists: ['heights'],
    times: ['scheduledStart'],
    objects: { timing: { decimals: ['precision'] } },
    lists: { points: { decimals: ['distance'] }, advance: { decimals: ['value'] } },
    optionalLists: [
      'points',
      'heights',
      'units',
      'advance',
      'medals',
      'records',
      'timing',
      'names',
      'options',
    ],
  },
  startList: { lists: { entries: ENTRY } },
  start: { instants: ['at'] },
  passing: { decimals: ['time'], instants: ['at'] },
  reaction: { decimals: ['time'] },
  attempt: { decimals: ['mark', 'height', 'weight', 'wind'] },
  score: { decimals: ['value'] },
  periodScore: { decimals: ['value', 'total'] },
  action: { decimals: ['value'] },
  clock: { decimals: ['time'] },
  penalty: { decimals: ['value'] },
  conditions: {
    decimals: ['wind', 'temperature', 'humidity', 'pressure', 'windFactor'],
    instants: ['at'],
  },
  schedule: { times: ['start', 'end', 'actualStart', 'actualEnd'] },
  note: { optionalLists: ['competitors'] },
  competition: {
    lists: {
      venues: { ...NAMED, lists: { locations: NAMED }, optionalLists: ['names', 'locations'] },
      organisations: NAMED,
    },
    optionalLists: ['names', 'languages', 'venues', 'organisations'],
  },
  session: { ...NAMED, times: ['start', 'end'] },
};

type Fields = Record<string, unknown>;

/** Thrown inside `contentFromWire` for what a schema cannot see: 30 February. */
export class WrongTime extends Error {}

/** Content that has passed the schema -> content of the model. The wire object is left alone. */
export function contentFromWire(kind: FactKind, wire: WireObject): object {
  return inward(wire, SHAPES[kind] ?? {}, kind);
}

export function contentToWire(kind: FactKind, content: object): WireObject {
  return outward(content as Fields, SHAPES[kind] ?? {});
}

function inward(wire: object, shape: Shape, path: string): Fields {
  const fields: Fields = { ...wire };
  for (const field of shape.decimals ?? []) {
    if (fields[field] !== undefined) fields[field] = parseDecimal(fields[field] as string);
  }
  for (const field of shape.instants ?? []) {
    if (fields[field] !== undefined) fields[field] = instant(fields[field] as string, `${path}.${field}`);
  }
  for (const field of shape.times ?? []) {
    if (fields[field] !== undefined) instant(fields[field] as string, `${path}.${field}`);
  }
  for (const field of shape.optionalLists ?? []) if (isEmpty(fields[field])) delete fields[field];
  for (const field of shape.decimalLists ?? []) {
    if (fields[field] !== undefined) fields[field] = (fields[field] as string[]).map(parseDecimal);
  }
  nested(fields, shape, (value, inner, field) => inward(value, inner, `${path}.${field}`));
  return fields;
}

function outward(content: Fields, shape: Shape): WireObject {
  const fields: Fields = { ...content };
  for (const field of shape.decimals ?? []) {
    if (fields[field] !== undefined) fields[field] = formatDecimal(fields[field] as Micro);
  }
  for (const field of shape.instants ?? []) {
    if (fields[field] !== undefined) fields[field] = formatInstant(fields[field] as number);
  }
  for (const field of shape.decimalLists ?? []) {
    if (fields[field] !== undefined)
      fields[field] = (fields[field] as Micro[]).map((value) => formatDecimal(value));
  }
  nested(fields, shape, outward);
  return fields as { [field: string]: WireValue };
}

function nested(
  fields: Fields,
  shape: Shape,
  change: (value: Fields, inner: Shape, field: string) => object,
): void {
  for (const [field, inner] of Object.entries(shape.objects ?? {})) {
    if (fields[field] !== undefined) fields[field] = change(fields[field] as Fields, inner, field);
  }
  for (const [field, inner] of Object.entries(shape.lists ?? {})) {
    if (fields[field] === undefined) continue;
    fields[field] = (fields[field] as Fields[]).map((value) => change(value, inner, field));
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function instant(text: string, path: string): number {
  const value = parseInstant(text);
  if (value === null) throw new WrongTime(`${path}: there is no such time: ${text}`);
  return value;
}
