import type { Document } from '../model/document.ts';
import type { Keepalive } from '../model/server-words.ts';
import type { Layout } from './layout.ts';
import { packetsOf } from './packets.ts';

/** Beyond it an edge is not ready itself. */
const MOST_BEHIND_S = 10;

/** What a board shows now: the newest version, and whether that is still so. */
export class Board {
  readonly #layout: Layout;
  #document: Document | null = null;
  #isCurrent = false;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  took(document: Document): void {
    this.#document = document;
  }

  /** Without a connection nobody knows how old it is, until an edge says so again. */
  lost(): void {
    this.#isCurrent = false;
  }

  /** A source that is silent or has a hole is told in the document; here it counts whether results keep up with what was said. */
  heard({ behind, sources }: Keepalive): void {
    const isFollowed = sources.every(({ state }) => state !== 'unknown' && state !== 'late');
    this.#isCurrent = isFollowed && behind !== null && behind <= MOST_BEHIND_S;
  }

  /** Throws `BadLayout` for a column that the document does not have. */
  get packets(): Uint8Array[] {
    return packetsOf(this.#layout, { document: this.#document, isLive: this.#isCurrent });
  }
}
