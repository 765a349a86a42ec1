import { cut, RowList } from './row-list.ts';

/** A list while it is changed: each chunk that is touched is copied once, all others are those of the list that it began with. */
export class RowDraft<R> {
  readonly #from: RowList<R>;
  #chunks: (readonly R[])[];
  /** Chunks of this draft's own, which may be changed in place. */
  readonly #own = new Set<readonly R[]>();
  #length: number;
  #isChanged = false;

  constructor(from: RowList<R>) {
    this.#from = from;
    this.#chunks = [...from.chunks];
    this.#length = from.length;
  }

  get length(): number {
    return this.#length;
  }

  /** The list that it began with, when nothing was changed. */
  done(): RowList<R> {
    return this.#isChanged ? new RowList(this.#chunks) : this.#from;
  }

  at(index: number): R | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const { chunk, offset } = this.#find(index);
    return this.#chunks[chunk]![offset];
  }

  set(index: number, row: R): void {
    const { chunk, offset } = this.#find(index);
    if (this.#chunks[chunk]![offset] === row) return;
    this.#writable(chunk)[offset] = row;
    this.#isChanged = true;
  }

  /** Takes rows out and puts others in. */
  splice(index: number, removed: number, rows: readonly R[]): void {
    if (removed === 0 && rows.length === 0) return;
    this.#isChanged = true;
    this.#length += rows.length - removed;
    const first = this.#find(index);
    const last = removed <= 1 ? first : this.#find(index + removed - 1);
    if (first.chunk === last.chunk && rows.length <= 2 && this.#chunks.length > 0) {
      const chunk = this.#writable(first.chunk);
      chunk.splice(first.offset, removed, ...rows);
      this.#recut(first.chunk, 1, chunk);
      return;
    }
    const head = this.#chunks[first.chunk]?.slice(0, first.offset) ?? [];
    const tail = this.#chunks[last.chunk]?.slice(last.offset + (removed === 0 ? 0 : 1)) ?? [];
    this.#recut(first.chunk, last.chunk - first.chunk + 1, [...head, ...rows, ...tail]);
  }

  /** The index of the first row that is not before (`compare` below 0); rows must be in that order. */
  lowerBound(compare: (row: R) => number): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.#chunks[middle]!.at(-1)!) < 0) low = middle + 1;
      else high = middle;
    }
    let start = 0;
    for (let chunk = 0; chunk < low; chunk += 1) start += this.#chunks[chunk]!.length;
    const chunk = this.#chunks[low];
    if (chunk === undefined) return start;
    let from = 0;
    let to = chunk.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compare(chunk[middle]!) < 0) from = middle + 1;
      else to = middle;
    }
    return start + from;
  }

  /** At the end of the list: behind the last row of the last chunk. */
  #find(index: number): { chunk: number; offset: number } {
    let offset = index;
    const last = this.#chunks.length - 1;
    for (let chunk = 0; chunk < last; chunk += 1) {
      const { length } = this.#chunks[chunk]!;
      if (offset < length) return { chunk, offset };
      offset -= length;
    }
    return { chunk: Math.max(0, last), offset };
  }

  #writable(index: number): R[] {
    const chunk = this.#chunks[index]!;
    if (this.#own.has(chunk)) return chunk as R[];
    const copy = chunk.slice();
    this.#own.add(copy);
    this.#chunks[index] = copy;
    return copy;
  }

  /** Puts these rows in place of so many chunks. */
  #recut(chunk: number, count: number, rows: R[]): void {
    const pieces = cut(rows, this.#length);
    if (pieces.length === 1 && count === 1 && pieces[0] === this.#chunks[chunk]) return;
    for (const piece of pieces) this.#own.add(piece);
    this.#chunks.splice(chunk, count, ...pieces);
  }
}

/** A list with these rows; chunks of `before` stay as far as it begins and ends with the same rows. */
export function listLike<R>(before: RowList<R>, rows: readonly R[]): RowList<R> {
  const most = Math.min(before.length, rows.length);
  let start = 0;
  for (const row of before) {
    if (start === most || row !== rows[start]) break;
    start += 1;
  }
  let end = 0;
  for (let chunk = before.chunks.length - 1; chunk >= 0 && end < most - start; chunk -= 1) {
    const there = before.chunks[chunk]!;
    let at = there.length - 1;
    while (at >= 0 && end < most - start && there[at] === rows[rows.length - 1 - end]) {
      at -= 1;
      end += 1;
    }
    if (at >= 0) break;
  }
  const draft = new RowDraft(before);
  draft.splice(start, before.length - start - end, rows.slice(start, rows.length - end));
  return draft.done();
}
