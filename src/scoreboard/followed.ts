import type { Document } from '../model/document.ts';
import { LATE_MS } from '../model/missing.ts';
import type { Keepalive } from '../model/server-words.ts';

const MS = 1_000;

/** What a machine shows now: the newest version of one document, and whether that is still so. */
export class Followed {
  #document: Document | null = null;
  #isLive = false;

  /** Null: nothing has come. */
  get document(): Document | null {
    return this.#document;
  }

  /** Whether the stream is there, so that what is shown is the newest. */
  get isLive(): boolean {
    return this.#isLive;
  }

  took(document: Document): void {
    this.#document = document;
  }

  /** Without a connection nobody knows how old it is, until an edge says so again. */
  lost(): void {
    this.#isLive = false;
  }

  /** A source that is silent or has a hole is told in the document; here it counts whether results keep up with what was said. */
  heard({ behind, sources }: Keepalive): void {
    const isFollowed = sources.every(({ state }) => state !== 'unknown' && state !== 'late');
    this.#isLive = isFollowed && behind !== null && behind * MS <= LATE_MS;
  }
}
