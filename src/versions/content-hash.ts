import { carried } from '../model/carried.ts';
import type { Header } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { chunksOf, type Rows } from '../model/row-list.ts';
import { type PartName, ROW } from '../model/shape/table.ts';
import { followsAsBefore } from './alignment.ts';
import type { Difference } from './differences.ts';

/**
 * Hash of a document's content, kept up to date row by row. It is a sum over the header and over pairs
 * (row, key of the row above), which between them say the whole order: a row that moves changes
 * three pairs, however many rows shift. Two lanes of 32 bits, written as 16 hex digits. It finds
 * mistakes, not forgers.
 */
export class ContentHash {
  #header: Lanes;
  #high = 0;
  #low = 0;

  constructor(header: Header, rows: Rows<Row>) {
    this.#header = hashOf(header);
    // Of most rows of a whole document nobody asks again: what is remembered of each would be as large as the document.
    let above: RowLanes | undefined;
    for (const chunk of chunksOf(rows)) {
      for (const row of chunk) {
        const lanes = knownRows.get(row) ?? lanesOfRow(row, (part) => known.get(part) ?? lanesOf(part));
        this.#addLanes(lanes, above, 1);
        above = lanes;
      }
    }
  }

  get text(): string {
    return hex(this.#header.high + this.#high) + hex(this.#header.low + this.#low);
  }

  /** True when the header's content is another one. */
  setHeader(header: Header): boolean {
    const hash = hashOf(header);
    const changed = hash.high !== this.#header.high || hash.low !== this.#header.low;
    this.#header = hash;
    return changed;
  }

  /** What stands between the same neighbours in two versions of the rows, of which `after` is the newer one. */
  change(found: readonly Difference<Row>[], after: Rows<Row>): void {
    for (const difference of found) this.#change(difference, after);
  }

  #change({ old, now, newStart, from }: Difference<Row>, after: Rows<Row>): void {
    const above = newStart === 0 ? undefined : after.at(newStart - 1);
    const below = after.at(newStart + now.length);
    let next = 0;
    const leave = (): void => this.#add(old[next]!, next === 0 ? above : old[next - 1], -1);
    for (let index = 0; index < now.length; index += 1) {
      if (followsAsBefore(from, index)) {
        // Pairs of the old list that were passed over are gone.
        for (; next < from[index]!; next += 1) leave();
        next += 1;
      } else this.#add(now[index]!, index === 0 ? above : now[index - 1], 1);
    }
    for (; next < old.length; next += 1) leave();
    if (below === undefined) return;
    this.#add(below, old.at(-1) ?? above, -1);
    this.#add(below, now.at(-1) ?? above, 1);
  }

  copy(): ContentHash {
    const copy = new ContentHash(NO_HEADER, []);
    copy.#header = this.#header;
    copy.#high = this.#high;
    copy.#low = this.#low;
    return copy;
  }

  #add(row: Row, above: Row | undefined, sign: 1 | -1): void {
    this.#addLanes(rowHash(row), above === undefined ? FIRST : rowHash(above), sign);
  }

  #addLanes(content: Lanes, order: Pick<RowLanes, 'code'> = FIRST, sign: 1 | -1): void {
    this.#high = (this.#high + sign * finish(content.high ^ Math.imul(order.code, 0x9e3779b1))) | 0;
    this.#low = (this.#low + sign * finish(content.low ^ Math.imul(order.code, 0x85ebca77))) | 0;
  }
}

const NO_HEADER = {} as Header;

interface Lanes {
  readonly high: number;
  readonly low: number;
}

/** Parts and headers are immutable, so each is hashed once. */
const known = carried<object, Lanes>();

interface RowLanes extends Lanes {
  /** Hash of the row's key: what is above what. */
  readonly code: number;
}

const FIRST: Pick<RowLanes, 'code'> = { code: 0 };

const knownRows = carried<Row, RowLanes>();

function rowHash(row: Row): RowLanes {
  let lanes = knownRows.get(row);
  if (lanes === undefined) {
    lanes = lanesOfRow(row, hashOf);
    knownRows.set(row, lanes);
  }
  return lanes;
}

function lanesOfRow(row: Row, lanesOfPart: (part: object) => Lanes): RowLanes {
  const key = new Hasher();
  key.text(row.key, 0x43);
  let { high, low } = key;
  for (const part in row) {
    if (part === 'key') continue;
    const own = lanesOfPart(row[part as PartName]!);
    const times = 2 * ROW.fields[part as PartName].number + 1;
    high += Math.imul(own.high, times);
    low += Math.imul(own.low, times);
  }
  return { high: finish(high), low: finish(low), code: finish(key.high ^ key.low) };
}

function hashOf(value: object): Lanes {
  let lanes = known.get(value);
  if (lanes === undefined) {
    lanes = lanesOf(value);
    known.set(value, lanes);
  }
  return lanes;
}

function lanesOf(value: object): Lanes {
  const hasher = new Hasher();
  hasher.value(value);
  return { high: finish(hasher.high), low: finish(hasher.low) };
}

/**
 * Feeds any JSON-like value in one canonical form: keys sorted; undefined, null, empty lists and
 * empty objects left out, so that formats that cannot tell them apart agree.
 */
class Hasher {
  high = 0x811c9dc5 | 0;
  low = 0x7f4a7c15 | 0;

  value(value: unknown): void {
    if (typeof value === 'string') this.text(value, 0x53);
    else if (typeof value === 'number') this.text(String(value), 0x4e);
    else if (typeof value === 'boolean') this.text(value ? 't' : 'f', 0x42);
    else if (Array.isArray(value)) {
      this.unit(0x5b);
      for (const item of value) this.value(item);
      this.unit(0x5d);
    } else if (typeof value === 'object' && value !== null) {
      this.unit(0x7b);
      const fields = value as Record<string, unknown>;
      for (const key of Object.keys(fields).sort()) {
        if (isAbsent(fields[key])) continue;
        this.text(key, 0x4b);
        this.value(fields[key]);
      }
      this.unit(0x7d);
    }
  }

  text(text: string, tag: number): void {
    this.unit(tag);
    for (let index = 0; index < text.length; index += 1) this.unit(text.charCodeAt(index));
    this.unit(0x1f);
  }

  unit(code: number): void {
    this.high = Math.imul(this.high ^ code, 0x01000193);
    this.low = Math.imul((this.low << 5) ^ (this.low >>> 27) ^ code, 0x2c1b3c6d);
  }
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object') return Object.values(value as object).every(isAbsent);
  return false;
}

/** Spreads every input bit over the 32 bits (murmur3's finaliser). */
function finish(lane: number): number {
  let bits = lane | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 0;
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
