import type { WireObject, WireValue } from './wire.ts';

/** `google.protobuf.Struct`, the protobuf form of a JSON object, as the generated code holds it. */
export interface Struct {
  readonly fields?: { readonly [key: string]: Value } | null;
}

export interface Value {
  readonly nullValue?: unknown;
  readonly numberValue?: number | null;
  readonly stringValue?: string | null;
  readonly boolValue?: boolean | null;
  readonly structValue?: Struct | null;
  readonly listValue?: { readonly values?: readonly Value[] | null } | null;
}

/** Undefined when it is nested deeper than `depth` levels. */
export function fromStruct(struct: Struct, depth: number): WireObject | undefined {
  if (depth <= 0) return undefined;
  const entries: [string, WireValue][] = [];
  for (const [key, value] of Object.entries(struct.fields ?? {})) {
    const plain = fromValue(value, depth - 1);
    if (plain === undefined) return undefined;
    entries.push([key, plain]);
  }
  return Object.fromEntries(entries);
}

function fromValue(value: Value, depth: number): WireValue | undefined {
  if (value.structValue != null) return fromStruct(value.structValue, depth);
  if (value.listValue != null) return fromList(value.listValue.values ?? [], depth);
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}

function fromList(values: readonly Value[], depth: number): WireValue | undefined {
  if (depth <= 0) return undefined;
  const list: WireValue[] = [];
  for (const value of values) {
    const plain = fromValue(value, depth - 1);
    if (plain === undefined) return undefined;
    list.push(plain);
  }
  return list;
}

export function toStruct(fields: WireObject): Struct {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { fields: Object.fromEntries(pairs.map(([key, value]) => [key, toValue(value!)])) };
}

function toValue(value: WireValue): Value {
  if (value === null) return { nullValue: 0 };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (Array.isArray(value)) return { listValue: { values: value.map(toValue) } };
  return { structValue: toStruct(value as WireObject) };
}
