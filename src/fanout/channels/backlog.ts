import type { Document } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';

/** Who is further behind reads from the stream. */
const KEPT = 64;

/**
 * The newest versions of a channel, for those who cannot take them as they come (SC14): reading them from the stream would
 * be work for each of them, and the last may not be stored yet. Nothing is kept for nobody.
 */
export class Backlog {
  readonly #readers = new Set<object>();
  #kept: Document[] = [];

  /** `newest`: the first version that has to be there. */
  keepFor(reader: object, newest: Document): void {
    if (this.#readers.size === 0) this.#kept = [newest];
    this.#readers.add(reader);
  }

  letGo(reader: object): void {
    this.#readers.delete(reader);
    if (this.#readers.size === 0) this.#kept = [];
  }

  add(newest: Document): void {
    if (this.#readers.size === 0) return;
    this.#kept.push(newest);
    if (this.#kept.length > KEPT) this.#kept.shift();
  }

  /** The oldest that is here. */
  firstAfter({ epoch, version }: Position): Document | null {
    return this.#kept.find((kept) => kept.version > version && kept.epoch === epoch) ?? null;
  }

  /** The version that follows, where it is here. */
  after({ epoch, version }: Position): Document | null {
    return this.#kept.find((kept) => kept.version === version + 1 && kept.epoch === epoch) ?? null;
  }
}
