import { textHash } from './text-hash.ts';

/** Keys that one map holds before it is parted. */
const WHOLE_MOST = 2_048;

/** The parts of a map that has been parted. */
export const PARTS = 256;

/** Which part a key is in. */
export function partOf(key: string): number {
  const hash = textHash(key);
  return (hash ^ (hash >>> 16)) & (PARTS - 1);
}

/**
 * A map that grows in small steps. A `Map` hashes all its keys anew whenever they have doubled, which takes 10 ms at 32,768: the
 * fact that happens to come then would wait, and with it everything behind it. In no order that means anything.
 */
export class PartedMap<V> {
  /** Null once it is parted. */
  #whole: Map<string, V> | null = new Map();
  #parts: readonly Map<string, V>[] = [];

  get size(): number {
    return this.#whole?.size ?? this.#parts.reduce((sum, { size }) => sum + size, 0);
  }

  get isEmpty(): boolean {
    return this.#whole === null ? this.#parts.every(({ size }) => size === 0) : this.#whole.size === 0;
  }

  get(key: string): V | undefined {
    return this.#whole === null ? this.#parts[partOf(key)]!.get(key) : this.#whole.get(key);
  }

  has(key: string): boolean {
    return this.#whole === null ? this.#parts[partOf(key)]!.has(key) : this.#whole.has(key);
  }

  set(key: string, value: V): void {
    if (this.#whole === null) this.#parts[partOf(key)]!.set(key, value);
    else if (this.#whole.set(key, value).size > WHOLE_MOST) this.#part(this.#whole);
  }

  delete(key: string): void {
    if (this.#whole === null) this.#parts[partOf(key)]!.delete(key);
    else this.#whole.delete(key);
  }

  keys(): IterableIterator<string> {
    return this.#whole === null ? this.#keysOfParts() : this.#whole.keys();
  }

  values(): IterableIterator<V> {
    return this.#whole === null ? this.#valuesOfParts() : this.#whole.values();
  }

  [Symbol.iterator](): IterableIterator<[string, V]> {
    return this.#whole === null ? this.#entriesOfParts() : this.#whole[Symbol.iterator]();
  }

  *#keysOfParts(): IterableIterator<string> {
    for (const part of this.#parts) yield* part.keys();
  }

  *#valuesOfParts(): IterableIterator<V> {
    for (const part of this.#parts) yield* part.values();
  }

  *#entriesOfParts(): IterableIterator<[string, V]> {
    for (const part of this.#parts) yield* part;
  }

  #part(whole: ReadonlyMap<string, V>): void {
    const parts = Array.from({ length: PARTS }, () => new Map<string, V>());
    for (const [key, value] of whole) parts[partOf(key)]!.set(key, value);
    this.#parts = parts;
    this.#whole = null;
  }
}
