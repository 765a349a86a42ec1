/**
 * Lists of plain values that a large file has too many of for memory: who started, and all that is to be said of them. What does not fit is in
 * a file of its owner alone that has no name any more, so it is gone when the program is.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters of a list that are put away, and taken up again, at once. */
const BLOCK = 4 * 1024;
/** What a meet of one or two megabytes comes to: no file is made for it. */
const BYTES_IN_MEMORY = 8 * 1024 * 1024;

type Block = Buffer | { readonly at: number; readonly length: number };

export class Spool {
  #room: number;
  #file: number | null = null;
  #end = 0;

  constructor(bytesInMemory = BYTES_IN_MEMORY) {
    this.#room = bytesInMemory;
  }

  list<T>(): SpooledList<T> {
    return new SpooledList(this);
  }

  /** All of them, made one by one. */
  listOf<T>(values: Iterable<T>): SpooledList<T> {
    const list = this.list<T>();
    for (const value of values) list.push(value);
    list.putAway();
    return list;
  }

  /** Throws what writing a file throws. */
  put(bytes: Buffer): Block {
    const { length } = bytes;
    if (length <= this.#room) {
      this.#room -= length;
      return bytes;
    }
    this.#file ??= fileFor(this);
    const at = this.#end;
    for (let written = 0; written < length; )
      written += writeSync(this.#file, bytes, written, length - written, at + written);
    this.#end += length;
    return { at, length };
  }

  bytesOf(block: Block): Buffer {
    if (Buffer.isBuffer(block)) return block;
    const bytes = Buffer.allocUnsafe(block.length);
    readSync(this.#file!, bytes, 0, block.length, block.at);
    return bytes;
  }
}

/** Read as often as wanted, block by block. Values are what JSON can say. */
export class SpooledList<T> implements Iterable<T> {
  readonly #spool: Spool;
  readonly #blocks: Block[] = [];
  /** What is in no block yet. */
  #newest = '';
  #length = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  get length(): number {
    return this.#length;
  }

  push(...values: readonly T[]): void {
    for (const value of values) this.#newest += `${this.#newest === '' ? '' : ','}${JSON.stringify(value)}`;
    this.#length += values.length;
    if (this.#newest.length >= BLOCK) this.putAway();
  }

  /** For a list that nothing, or nothing soon, is added to. */
  putAway(): void {
    if (this.#newest === '') return;
    this.#blocks.push(this.#spool.put(Buffer.from(this.#newest)));
    this.#newest = '';
  }

  *[Symbol.iterator](): Generator<T> {
    for (const block of this.#blocks) yield* valuesIn<T>(this.#spool.bytesOf(block).toString());
    yield* valuesIn<T>(this.#newest);
  }
}

const valuesIn = <T>(text: string): T[] => JSON.parse(`[${text}]`) as T[];

const files = new FinalizationRegistry<number>(closeSync);

/** Open for as long as there is the spool. */
function fileFor(spool: Spool): number {
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-'));
  try {
    const file = openSync(join(folder, 'spool'), 'wx+', 0o600);
    files.register(spool, file);
    return file;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
