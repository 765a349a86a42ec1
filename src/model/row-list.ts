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

/** Rows in a chunk when a list is cut into chunks; one that grows is cut again at twice that. */
const CHUNK = 128;

/**
 * An immutable list in chunks that its versions share: what changes one row makes one chunk new, however long the list is,
 * and two versions are compared chunk by chunk (`differences`). Most lists are one chunk.
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
    return rows instanceof RowList ? rows : new RowList(cut(Array.isArray(rows) ? rows : [...rows]));
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

export function cut<R>(rows: readonly R[]): (readonly R[])[] {
  if (rows.length <= 2 * CHUNK) return rows.length === 0 ? [] : [rows];
  const chunks: (readonly R[])[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) chunks.push(rows.slice(start, start + CHUNK));
  return chunks;
}
