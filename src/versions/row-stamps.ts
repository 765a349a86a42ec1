import type { Row } from '../model/row.ts';
import type { PartName } from '../model/shape/table.ts';
import { ChangeLog } from './change-log.ts';

/** So many rows that left are known, beyond as many as there are: a list of news goes on for weeks. */
const LEFT_KNOWN = 1_000;

/** The version that last changed each part of a row, and the one that last moved it. */
export type Stamps = { order: number } & { [Part in PartName]?: number };

/**
 * What was changed by which version, row by row, so that the difference from any older version is known without any history of
 * the content.
 */
export class RowStamps {
  readonly #stamps = new Map<string, Stamps>();
  /** Keys of rows that left, with the version that removed them, the earliest first. */
  readonly #removed = new Map<string, number>();
  readonly #log = new ChangeLog();
  #knownSince = 0;

  constructor(rows: Iterable<Row>, version: number) {
    for (const row of rows) this.#stamps.set(row.key, fresh(row, version));
  }

  /** How many keys there are. */
  get size(): number {
    return this.#stamps.size;
  }

  /** What left by an earlier version than this one is not known any more. */
  get knownSince(): number {
    return this.#knownSince;
  }

  of(key: string): Stamps | undefined {
    return this.#stamps.get(key);
  }

  /** A row that was not there. */
  add(row: Row, version: number): void {
    this.#stamps.set(row.key, fresh(row, version));
    this.#removed.delete(row.key);
    this.#log.note(row.key, version);
  }

  /** The parts that are other objects than before. */
  change(before: Row, after: Row, version: number): void {
    const stamps = this.#stamps.get(after.key)!;
    for (const part of partsIn(after)) if (before[part] !== after[part]) stamps[part] = version;
    this.#log.note(after.key, version);
  }

  move(key: string, version: number): void {
    this.#stamps.get(key)!.order = version;
    this.#log.note(key, version);
  }

  remove(key: string, version: number): void {
    this.#stamps.delete(key);
    this.#removed.set(key, version);
    this.#log.note(key, version);
    if (this.#removed.size > LEFT_KNOWN + this.#stamps.size) this.#forgetEarlierHalf();
  }

  #forgetEarlierHalf(): void {
    let left = Math.ceil(this.#removed.size / 2);
    for (const [key, version] of this.#removed) {
      if (left === 0) break;
      left -= 1;
      this.#removed.delete(key);
      this.#log.forget(key);
      this.#knownSince = version;
    }
  }

  /** Keys of the rows that were stamped after this version, and of those that left after it. */
  since(version: number): { readonly stamped: ReadonlySet<string>; readonly removed: readonly string[] } {
    const stamped = new Set<string>();
    const removed = new Set<string>();
    for (const key of this.#log.since(version)) {
      if (this.#removed.has(key)) removed.add(key);
      else stamped.add(key);
    }
    return { stamped, removed: [...removed].sort() };
  }
}

export function partsIn(row: Row): PartName[] {
  const parts: PartName[] = [];
  for (const name in row) if (name !== 'key' && name !== 'sortOrder') parts.push(name as PartName);
  return parts;
}

function fresh(row: Row, version: number): Stamps {
  const stamps: Stamps = { order: version };
  for (const part of partsIn(row)) stamps[part] = version;
  return stamps;
}
