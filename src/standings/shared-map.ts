import { PARTS, partOf } from '../model/parted-map.ts';

type Bucket<Value> = ReadonlyMap<string, Value>;

/**
 * An immutable map whose versions share what did not change: another value copies the bucket that its key is in, however many
 * keys there are, and two versions are compared bucket by bucket (`changedKeys`).
 */
export class SharedMap<Value> {
  static readonly EMPTY = new SharedMap<never>([]);
  readonly #buckets: readonly (Bucket<Value> | undefined)[];

  private constructor(buckets: readonly (Bucket<Value> | undefined)[]) {
    this.#buckets = buckets;
  }

  static of<Value>(entries: Iterable<readonly [string, Value]>): SharedMap<Value> {
    let made: SharedMap<Value> = SharedMap.EMPTY;
    for (const [key, value] of entries) made = made.with(key, value);
    return made;
  }

  get(key: string): Value | undefined {
    return this.#buckets[partOf(key)]?.get(key);
  }

  /** The map with another value, or without the key; the same map where that is no change. */
  with(key: string, value: Value | undefined): SharedMap<Value> {
    const at = partOf(key);
    const before = this.#buckets[at];
    if (before?.get(key) === value) return this;
    const bucket = new Map(before);
    if (value === undefined) bucket.delete(key);
    else bucket.set(key, value);
    const buckets = this.#buckets.length === 0 ? new Array<undefined>(PARTS) : [...this.#buckets];
    (buckets as (Bucket<Value> | undefined)[])[at] = bucket;
    return new SharedMap(buckets as (Bucket<Value> | undefined)[]);
  }

  get isEmpty(): boolean {
    return this[Symbol.iterator]().next().done === true;
  }

  *[Symbol.iterator](): IterableIterator<readonly [string, Value]> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket;
  }

  /** Keys under which the two say something else. */
  static changedKeys<Value>(one: SharedMap<Value>, other: SharedMap<Value>): string[] {
    if (one === other) return [];
    const changed: string[] = [];
    for (let at = 0; at < PARTS; at += 1) {
      const [before, now] = [one.#buckets[at], other.#buckets[at]];
      if (before === now) continue;
      for (const [key, value] of before ?? []) if (now?.get(key) !== value) changed.push(key);
      for (const key of now?.keys() ?? []) if (before?.has(key) !== true) changed.push(key);
    }
    return changed;
  }
}
