import { type Channel, channelOf, type Document } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';

/** Of all documents together. */
const ROWS_MAX = 50_000;

/**
 * Older versions that were rebuilt from the stream: who comes back after an outage stands where many others stand, and a
 * document of thousands of rows goes out whole once in thousands of versions only. The longest unused goes first.
 */
export class Rebuilt {
  readonly #documents = new Map<string, Document>();
  #rows = 0;

  add(document: Document): void {
    const key = keyOf(document);
    if (this.#documents.has(key) || document.rows.length > ROWS_MAX) return;
    this.#documents.set(key, document);
    this.#rows += document.rows.length;
    for (const [oldest, { rows }] of this.#documents) {
      if (this.#rows <= ROWS_MAX) return;
      this.#documents.delete(oldest);
      this.#rows -= rows.length;
    }
  }

  /** The newest that is no newer than the position. */
  before(channel: Channel, { epoch, version }: Position): Document | null {
    let nearest: Document | null = null;
    for (const document of this.#documents.values()) {
      if (document.epoch !== epoch || document.version > version) continue;
      if (document.version > (nearest?.version ?? 0) && channelOf(document.header) === channel)
        nearest = document;
    }
    if (nearest !== null) {
      this.#documents.delete(keyOf(nearest));
      this.#documents.set(keyOf(nearest), nearest);
    }
    return nearest;
  }

  /** The stream says something else: what was rebuilt of the channel is of another history. */
  forget(channel: Channel): void {
    for (const [key, document] of this.#documents) {
      if (channelOf(document.header) !== channel) continue;
      this.#documents.delete(key);
      this.#rows -= document.rows.length;
    }
  }
}

const keyOf = ({ header, epoch, version }: Document): string => `${channelOf(header)} ${epoch} ${version}`;
