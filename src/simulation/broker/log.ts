import type { Stored } from '../../broker/broker.ts';
import type { Instant } from '../../model/fact.ts';

/** How long a log was, and what was taken out of it. */
export interface LogCopy {
  readonly lastSeq: number;
  readonly gone: ReadonlySet<number>;
}

/** What is stored under one name, in order. Message ids are known for a time only: within it a second copy vanishes. */
export class Log<T> {
  /** In their order, also what was taken out. */
  readonly stored: T[] = [];
  /** Entries that retention has taken away; numbers go on. */
  dropped = 0;
  /** Places whose entry was taken out; the numbers of the others stay. */
  #gone: ReadonlySet<number> = new Set();
  readonly #windowMicros: number;
  readonly #ids = new Map<string, { readonly streamSeq: number; readonly at: Instant }>();

  constructor(windowMs: number) {
    this.#windowMicros = windowMs * 1_000;
  }

  /** The number of the newest entry; 0 for none. */
  get lastSeq(): number {
    return this.dropped + this.stored.length;
  }

  /** Where the entry with this id stands; null when it is none, or has been forgotten. */
  copyOf(id: string, at: Instant): Stored | null {
    const known = this.#ids.get(id);
    if (known === undefined || at - known.at > this.#windowMicros) return null;
    return { streamSeq: known.streamSeq, duplicate: true };
  }

  /** The entry there; undefined where there is none. */
  entryAt(streamSeq: number): T | undefined {
    return this.#gone.has(streamSeq) ? undefined : this.stored[streamSeq - this.dropped - 1];
  }

  /** The first place from this one on where there is an entry; one behind the end where there is none. */
  nextFrom(streamSeq: number): number {
    let next = Math.max(streamSeq, this.dropped + 1);
    while (this.#gone.has(next)) next += 1;
    return next;
  }

  /** Without what was taken out. */
  *standing(): Generator<T> {
    for (const [index, entry] of this.stored.entries())
      if (!this.#gone.has(this.dropped + index + 1)) yield entry;
  }

  remove(places: Iterable<number>): void {
    this.#gone = new Set([...this.#gone, ...places]);
  }

  append(id: string, at: Instant, make: (streamSeq: number) => T): Stored {
    const copy = this.copyOf(id, at);
    if (copy !== null) return copy;
    const streamSeq = this.lastSeq + 1;
    this.stored.push(make(streamSeq));
    this.#ids.set(id, { streamSeq, at });
    return { streamSeq, duplicate: false };
  }

  /** As the limits of a stream do it: the oldest go. */
  drop(count: number): void {
    this.dropped += this.stored.splice(0, count).length;
  }

  copy(): LogCopy {
    return { lastSeq: this.lastSeq, gone: this.#gone };
  }

  /** As a disk does it that has not got the newest ones: numbers go on from its last one. What was taken out since is there again. */
  restore({ lastSeq, gone }: LogCopy): void {
    this.#gone = gone;
    this.stored.length = Math.max(0, Math.min(this.stored.length, lastSeq - this.dropped));
    for (const [id, { streamSeq }] of this.#ids) if (streamSeq > this.lastSeq) this.#ids.delete(id);
  }
}
