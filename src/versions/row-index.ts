import type { Row } from '../model/row.ts';
import type { RowList } from '../model/row-list.ts';
import type { Difference } from './differences.ts';

/**
 * Where the rows of a list stand, by key. A list of one chunk is looked through; of longer ones it is known which chunk a key
 * is in, and brought up to date chunk by chunk.
 */
export class RowIndex {
  readonly #chunkOf = new Map<string, readonly Row[]>();
  #known: ReadonlySet<readonly Row[]> = new Set();

  /** -1 when it is not there. */
  of(key: string, rows: RowList<Row>): number {
    const { chunks } = rows;
    if (chunks.length <= 1) return chunks[0]?.findIndex((row) => row.key === key) ?? -1;
    this.#follow(chunks);
    const chunk = this.#chunkOf.get(key);
    if (chunk === undefined) return -1;
    let start = 0;
    for (const each of chunks) {
      if (each !== chunk) start += each.length;
      else {
        const offset = chunk.findIndex((row) => row.key === key);
        return offset < 0 ? -1 : start + offset;
      }
    }
    return -1;
  }

  #follow(chunks: readonly (readonly Row[])[]): void {
    if (chunks.length === this.#known.size && chunks.every((chunk) => this.#known.has(chunk))) return;
    for (const chunk of chunks)
      if (!this.#known.has(chunk)) for (const { key } of chunk) this.#chunkOf.set(key, chunk);
    this.#known = new Set(chunks);
  }
}

/** Of rows that are others in the next version only, which is what its delta speaks of: where they stood, at the cost of what changed. */
export class IndexOfChanged {
  readonly #places = new Map<string, number>();

  constructor(found: readonly Difference<Row>[]) {
    for (const { old, oldStart } of found)
      for (const [offset, { key }] of old.entries()) this.#places.set(key, oldStart + offset);
  }

  /** -1 when it is not among them. */
  of(key: string): number {
    return this.#places.get(key) ?? -1;
  }
}
