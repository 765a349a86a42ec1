// A screen's copy of a document: what a delta makes of it, and the hash of what it holds (`schemas/README.md`, "Deltas" and "Hash").
import { shapeOf } from './contract.mjs';

const NUMBERING = new Set(['epoch', 'version', 'hash', 'asOf', 'correction', 'rows']);

export function channelOf({ unit, type, subcode }) {
  return subcode ? `${unit}/${type}/${subcode}` : `${unit}/${type}`;
}

/** `{ header, rows: [{ key, parts: Map(name -> fields) }] }` of a whole document. */
export function copyOf(document) {
  const shape = shapeOf(channelOf(document));
  const header = Object.fromEntries(Object.entries(document).filter(([name]) => !NUMBERING.has(name)));
  return {
    header,
    rows: document.rows.map((row) => ({ key: String(row[shape.key]), parts: partsIn(row, shape) })),
  };
}

function partsIn(row, { parts }) {
  const found = new Map();
  for (const { name, sign, fields } of parts) {
    if (!(sign in row)) continue;
    found.set(
      name,
      Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]])),
    );
  }
  return found;
}

/** The copy after the delta. Throws when it does not fit. */
export function led(copy, delta) {
  const shape = shapeOf(delta.channel);
  const gone = new Set(delta.removed ?? []);
  const patches = new Map(delta.rows.map((patch) => [String(patch[shape.key]), patch]));
  const stay = [];
  const put = [];
  for (const row of copy.rows) {
    if (gone.has(row.key)) continue;
    const patch = patches.get(row.key);
    patches.delete(row.key);
    const after =
      patch === undefined ? row : { key: row.key, parts: new Map([...row.parts, ...partsIn(patch, shape)]) };
    if (patch?.sortOrder == null) stay.push(after);
    else put.push([patch.sortOrder, after]);
  }
  for (const [key, patch] of patches) {
    const parts = partsIn(patch, shape);
    if (patch.sortOrder == null || parts.size !== shape.parts.length)
      throw new Error(`the new row ${key} is not whole`);
    put.push([patch.sortOrder, { key, parts }]);
  }
  for (const [at, row] of put.sort(([one], [other]) => one - other)) {
    if (at < 1 || at > stay.length + 1)
      throw new Error(`row ${row.key} is to stand at ${at} of ${stay.length}`);
    stay.splice(at - 1, 0, row);
  }
  return { header: delta.header ?? copy.header, rows: stay };
}

/** 16 hex digits over header and rows. */
export function hashOf({ header, rows }, channel) {
  const { parts } = shapeOf(channel);
  const sum = partSum(header);
  let above = 0;
  for (const row of rows) {
    const code = new Lanes().text(0x43, row.key);
    const lanes = [code.a, code.b];
    for (const { name, number } of parts) {
      const fields = row.parts.get(name);
      if (fields === undefined) continue;
      const [a, b] = partSum(fields);
      lanes[0] += Math.imul(a, 2 * number + 1);
      lanes[1] += Math.imul(b, 2 * number + 1);
    }
    sum[0] += mix(mix(lanes[0]) ^ Math.imul(above, 0x9e3779b1));
    sum[1] += mix(mix(lanes[1]) ^ Math.imul(above, 0x85ebca77));
    above = mix(code.a ^ code.b);
  }
  return sum.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

const FOLLOWS_FROM_ORDER = new Set(['rank', 'rankEqual', 'diff', 'sortOrder']);
const known = new WeakMap();

/** Both lanes of a part, mixed. Parts are never changed, so each is added up once. */
function partSum(fields) {
  let sum = known.get(fields);
  if (sum === undefined) {
    const { a, b } = new Lanes().value(fields, FOLLOWS_FROM_ORDER);
    sum = [mix(a), mix(b)];
    known.set(fields, sum);
  }
  return [...sum];
}

class Lanes {
  a = 0x811c9dc5;
  b = 0x7f4a7c15;

  feed(number) {
    this.a = Math.imul(this.a ^ number, 0x01000193);
    this.b = Math.imul(((this.b << 5) | (this.b >>> 27)) ^ number, 0x2c1b3c6d);
    return this;
  }

  text(tag, text) {
    this.feed(tag);
    for (let index = 0; index < text.length; index += 1) this.feed(text.charCodeAt(index));
    return this.feed(0x1f);
  }

  value(value, without = null) {
    if (typeof value === 'string') return this.text(0x53, value);
    if (typeof value === 'number') return this.text(0x4e, String(value));
    if (typeof value === 'boolean') return this.text(0x42, value ? 't' : 'f');
    if (Array.isArray(value)) {
      this.feed(0x5b);
      for (const each of value) this.value(each);
      return this.feed(0x5d);
    }
    this.feed(0x7b);
    for (const name of Object.keys(value).sort()) {
      if (without?.has(name) || isNothing(value[name])) continue;
      this.text(0x4b, name).value(value[name]);
    }
    return this.feed(0x7d);
  }
}

function isNothing(value) {
  if (value === null || value === undefined || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isNothing);
}

function mix(lane) {
  let bits = lane | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
