import type { Row } from '../model/row.ts';
import type { PartName } from '../model/shape/table.ts';

/** The version that last changed each part of a row, and the one that last moved it. */
export type Stamps = { order: number } & { [Part in PartName]?: number };

/** Beyond so many entries above one a row the log is written anew with the newest of each row. */
const LOG_SLACK = 1_024;

/**
 * What was changed by which version, row by row, so that the difference from any older version is known without any history of
 * the content. A log of stamped keys makes looking back as cheap as there was little to see.
 */
export class RowStamps {
  readonly #stamps = new Map<string, Stamps>();
  /** Keys of rows that left, with the version that removed them. */
  readonly #removed = new Map<string, number>();
  #log: { readonly key: string; readonly version: number }[] = [];

  constructor(rows: Iterable<Row>, version: number) {
    for (const row of rows) this.#stamps.set(row.key, fresh(row, version));
  }

  of(key: string): Stamps | undefined {
    return this.#stamps.get(key);
  }

  /** A row that was not there. */
  add(row: Row, version: number): void {
    this.#stamps.set(row.key, fresh(row, version));
    this.#removed.delete(row.key);
    this.#note(row.key, version);
  }

  /** The parts that are other objects than before. */
  change(before: Row, after: Row, version: number): void {
    const stamps = this.#stamps.get(after.key)!;
    for (const part of partsIn(after)) if (before[part] !== after[part]) stamps[part] = version;
    this.#note(after.key, version);
  }

  move(key: string, version: number): void {
    this.#stamps.get(key)!.order = version;
    this.#note(key, version);
  }

  remove(key: string, version: number): void {
    this.#stamps.delete(key);
    this.#removed.set(key, version);
    this.#note(key, version);
  }

  /** Keys of the rows that were stamped after this version, and of those that left after it. */
  since(version: number): { readonly stamped: ReadonlySet<string>; readonly removed: readonly string[] } {
    const stamped = new Set<string>();
    const removed = new Set<string>();
    for (let index = this.#log.length - 1; index >= 0; index -= 1) {
      const noted = this.#log[index]!;
      if (noted.version <= version) break;
      if (this.#removed.has(noted.key)) removed.add(noted.key);
      else stamped.add(noted.key);
    }
    return { stamped, removed: [...removed].sort() };
  }

  #note(key: string, version: number): void {
    const last = this.#log.at(-1);
    if (last?.key === key && last.version === version) return;
    this.#log.push({ key, version });
    if (this.#log.length > 2 * (this.#stamps.size + this.#removed.size) + LOG_SLACK) this.#compact();
  }

  #compact(): void {
    const seen = new Set<string>();
    const newest = this.#log.toReversed().filter(({ key }) => !seen.has(key) && seen.add(key));
    this.#log = newest.reverse();
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
