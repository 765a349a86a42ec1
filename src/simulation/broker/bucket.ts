/** What stands under a key, as the stream of a bucket has it: each writing is an entry of its own, which goes when its key is written again. */
interface Entry<T> {
  readonly seq: number;
  readonly value: T;
}

export type BucketCopy = { readonly lastSeq: number; readonly entries: ReadonlyMap<string, unknown> };

export class Bucket<T> {
  #lastSeq = 0;
  readonly #entries = new Map<string, Entry<T>>();

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  /** By which it is known what somebody has read; 0 for nothing. */
  revisionOf(key: string): number {
    return this.#entries.get(key)?.seq ?? 0;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  set(key: string, value: T): void {
    this.#lastSeq += 1;
    this.#entries.set(key, { seq: this.#lastSeq, value });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  values(): T[] {
    return Array.from(this.#entries.values(), ({ value }) => value);
  }

  /** What was written first of all that was written after the entry of this number; undefined for nothing. */
  nextAfter(seq: number): (Entry<T> & { readonly key: string }) | undefined {
    let next: (Entry<T> & { readonly key: string }) | undefined;
    for (const [key, entry] of this.#entries)
      if (entry.seq > seq && (next === undefined || entry.seq < next.seq)) next = { key, ...entry };
    return next;
  }

  /** Undefined where there is none any more, or none yet. */
  entryAt(seq: number): object | undefined {
    for (const entry of this.#entries.values()) if (entry.seq === seq) return entry;
    return undefined;
  }

  copy(): BucketCopy {
    return { lastSeq: this.#lastSeq, entries: new Map(this.#entries) };
  }

  restore({ lastSeq, entries }: BucketCopy): void {
    this.#lastSeq = lastSeq;
    this.#entries.clear();
    for (const [key, entry] of entries) this.#entries.set(key, entry as Entry<T>);
  }
}
