import type { Stored } from '../../src/broker/broker.ts';

/** What is stored under one name, in order; `ids` are the message ids seen, so a second copy vanishes. */
export class Log<T> {
  readonly stored: T[] = [];
  /** Entries that retention has taken away; numbers go on. */
  dropped = 0;
  readonly #seqOfId = new Map<string, number>();

  append(id: string | null, make: (streamSeq: number) => T): Stored {
    const known = id === null ? undefined : this.#seqOfId.get(id);
    if (known !== undefined) return { streamSeq: known, duplicate: true };
    const streamSeq = this.dropped + this.stored.length + 1;
    this.stored.push(make(streamSeq));
    if (id !== null) this.#seqOfId.set(id, streamSeq);
    return { streamSeq, duplicate: false };
  }

  /** As the limits of a stream do it: the oldest go. */
  drop(count: number): void {
    this.dropped += this.stored.splice(0, count).length;
  }
}
