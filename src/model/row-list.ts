/** What readers need of the rows of a document; a plain array has it as well. */
export interface Rows<R> extends Iterable<R> {
  readonly length: number;
  at(index: number): R | undefined;
  map<T>(of: (row: R, index: number) => T): T[];
  filter(test: (row: R, index: number) => boolean): R[];
  find(test: (row: R, index: number) => boolean): R | undefined;
  some(test: (row: R, index: number) => boolean): boolean;
  every(test: (row: R, index: number) => boolean): boolean;
}

/**
 * Rows in a chunk when a list is cut into chunks; one that grows is cut again at twice that. What changes one row copies its chunk and
 * the list of chunks: the longer the list, the longer its chunks may be.
 */
const CHUNK = { few: 32, many: 128 } as const;
const MANY_ROWS = 4_096;

/**
 * An immutable list in chunks that its versions share: what changes one row makes one chunk new, however long the list is,
 * and two versions are compared chunk by chunk (`differences`). A short list is one chunk.
 */
export class RowList<R> implements Rows<R> {
  /** None is empty. */
  readonly chunks: readonly (readonly R[])[];
  readonly length: number;

  constructor(chunks: readonly (readonly R[])[]) {
    this.chunks = chunks;
    let length = 0;
    for (const chunk of chunks) length += chunk.length;
    this.length = length;
  }

  static of<R>(rows: Iterable<R>): RowList<R> {
    return rows instanceof RowList ? rows : new RowList(cutUp(rows));
  }

  at(index: number): R | undefined {
    let left = index < 0 ? index + this.length : index;
    if (left < 0) return undefined;
    for (const chunk of this.chunks) {
      if (left < chunk.length) return chunk[left];
      left -= chunk.length;
    }
    return undefined;
  }

  *[Symbol.iterator](): IterableIterator<R> {
    for (const chunk of this.chunks) yield* chunk;
  }

  map<T>(of: (row: R, index: number) => T): T[] {
    const mapped: T[] = [];
    for (const chunk of this.chunks) for (const row of chunk) mapped.push(of(row, mapped.length));
    return mapped;
  }

  filter(test: (row: R, index: number) => boolean): R[] {
    let index = 0;
    const fitting: R[] = [];
    for (const chunk of this.chunks) for (const row of chunk) if (test(row, index++)) fitting.push(row);
    return fitting;
  }

  find(test: (row: R, index: number) => boolean): R | undefined {
    let index = 0;
    for (const chunk of this.chunks) for (const row of chunk) if (test(row, index++)) return row;
    return undefined;
  }

  some(test: (row: R, index: number) => boolean): boolean {
    let index = 0;
    for (const chunk of this.chunks) for (const row of chunk) if (test(row, index++)) return true;
    return false;
  }

  every(test: (row: R, index: number) => boolean): boolean {
    return !this.some((row, index) => !test(row, index));
  }
}

/** The rows in pieces: of a plain array there is one. */
export const chunksOf = <R>(rows: Rows<R>): readonly (readonly R[])[] =>
  rows instanceof RowList ? rows.chunks : [Array.isArray(rows) ? rows : [...rows]];

function cutUp<R>(rows: Iterable<R>): (readonly R[])[] {
  const all = Array.isArray(rows) ? rows : [...rows];
  return cut(all, all.length);
}

/** `ofAll`: how many rows the list has of which these are some. */
export function cut<R>(rows: readonly R[], ofAll: number): (readonly R[])[] {
  const size = ofAll < MANY_ROWS ? CHUNK.few : CHUNK.many;
  if (rows.length <= 2 * size) return rows.length === 0 ? [] : [rows];
  const chunks: (readonly R[])[] = [];
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size));
  return chunks;
}
