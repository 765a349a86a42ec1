/**
 * The hash of a document's content, written from its description in `schemas/README.md` ("Hash") and from
 * nothing else: it shares no code with the server under test.
 */
import type { Copy, Fields, RowParts } from './copy.ts';
import { numberOfPart } from './read-frame.ts';

type Lanes = readonly [high: number, low: number];

const TAG = { text: 0x53, number: 0x4e, boolean: 0x42, key: 0x4b, code: 0x43 } as const;
const END_OF_TEXT = 0x1f;

/** 16 hex digits over header and rows. */
export function contentHash({ header, rows }: Pick<Copy, 'header' | 'rows'>): string {
  let [high, low] = lanesOf(header);
  rows.forEach((row, index) => {
    const above = index === 0 ? 0 : codeLane(rows[index - 1]!);
    const [rowHigh, rowLow] = rowLanes(row);
    high = (high + mixed(rowHigh ^ Math.imul(above, 0x9e3779b1))) >>> 0;
    low = (low + mixed(rowLow ^ Math.imul(above, 0x85ebca77))) >>> 0;
  });
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

function rowLanes({ key, parts }: RowParts): Lanes {
  let { high, low } = new Reading().text(key, TAG.code);
  for (const [name, fields] of Object.entries(parts)) {
    const times = 2 * numberOfPart(name) + 1;
    const [partHigh, partLow] = lanesOf(fields);
    high = (high + Math.imul(partHigh, times)) | 0;
    low = (low + Math.imul(partLow, times)) | 0;
  }
  return [mixed(high), mixed(low)];
}

function codeLane({ key }: RowParts): number {
  const { high, low } = new Reading().text(key, TAG.code);
  return mixed(high ^ low);
}

/** Parts that stay the same objects are summed up once. */
const known = new WeakMap<Fields, Lanes>();

function lanesOf(fields: Fields): Lanes {
  let lanes = known.get(fields);
  if (lanes === undefined) {
    const { high, low } = new Reading().value(fields);
    lanes = [mixed(high), mixed(low)];
    known.set(fields, lanes);
  }
  return lanes;
}

/** Both lanes, as one unit after the other is read. */
class Reading {
  high = 0x811c9dc5 | 0;
  low = 0x7f4a7c15;

  value(said: unknown): this {
    if (typeof said === 'string') return this.text(said, TAG.text);
    if (typeof said === 'number') return this.text(String(said), TAG.number);
    if (typeof said === 'boolean') return this.text(said ? 't' : 'f', TAG.boolean);
    if (typeof said !== 'object' || said === null) return this;
    if (Array.isArray(said)) {
      this.#unit(0x5b);
      for (const element of said) this.value(element);
      this.#unit(0x5d);
      return this;
    }
    this.#unit(0x7b);
    for (const key of Object.keys(said).sort()) {
      const field = (said as Fields)[key];
      if (!isAbsent(field)) this.text(key, TAG.key).value(field);
    }
    this.#unit(0x7d);
    return this;
  }

  text(said: string, tag: number): this {
    this.#unit(tag);
    for (let index = 0; index < said.length; index += 1) this.#unit(said.charCodeAt(index));
    this.#unit(END_OF_TEXT);
    return this;
  }

  #unit(code: number): void {
    const { low } = this;
    this.high = Math.imul(this.high ^ code, 0x01000193);
    this.low = Math.imul(((low << 5) | (low >>> 27)) ^ code, 0x2c1b3c6d);
  }
}

function isAbsent(said: unknown): boolean {
  if (said === undefined || said === null || said === false || said === '') return true;
  return typeof said === 'object' && Object.values(said as object).every(isAbsent) && !hasElements(said);
}

/** A list that has elements is there, whatever they are. */
const hasElements = (said: unknown): boolean => Array.isArray(said) && said.length > 0;

function mixed(lane: number): number {
  let bits = lane >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
