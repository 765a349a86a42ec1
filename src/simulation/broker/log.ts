import type { Stored } from '../../broker/broker.ts';
import type { Instant } from '../../model/fact.ts';

/** What is stored under one name, in order. Message ids are known for a time only: within it a second copy vanishes. */
export class Log<T> {
  readonly stored: T[] = [];
  /** Entries that retention has taken away; numbers go on. */
  dropped = 0;
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
    return this.stored[streamSeq - this.dropped - 1];
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

  /** As a disk does it that has not got the newest ones: numbers go on from `lastSeq`. */
  cut(lastSeq: number): void {
    this.stored.length = Math.max(0, Math.min(this.stored.length, lastSeq - this.dropped));
    for (const [id, { streamSeq }] of this.#ids) if (streamSeq > this.lastSeq) this.#ids.delete(id);
  }
}
