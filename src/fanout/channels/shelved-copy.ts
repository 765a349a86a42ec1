import type { Delta } from '../../model/delta.ts';
import type { Document } from '../../model/document.ts';
import { continued, VersionedDocument } from '../../versions/versioned.ts';
import { PackedDocument } from './packed-document.ts';

/** A longer list stays as it is: reading it from bytes would hold up everybody. */
const ROWS_PACKED = 1_000;

/** The edge's copy of one document, led from version to version. At rest it is a few bytes, and says the same. */
export class ShelvedCopy {
  #kept: VersionedDocument | PackedDocument;

  /** Throws where the content has not the hash that the document claims. */
  constructor(document: Document) {
    this.#kept = VersionedDocument.proven(document);
  }

  get current(): Document {
    return this.#kept.current;
  }

  get rowCount(): number {
    return this.#kept instanceof PackedDocument ? this.#kept.rowCount : this.#kept.current.rows.length;
  }

  /** Null for a base from which only the whole document leads here; at rest that is every one. */
  deltaSince(base: number): Delta | null {
    return this.#kept instanceof PackedDocument ? null : this.#kept.deltaSince(base);
  }

  /** False, and nothing has changed, where the delta does not lead on from here. */
  apply(delta: Delta): boolean {
    return this.#awake().apply(delta);
  }

  /** The document as the newest version. Throws, and nothing has changed, where it has not the hash that it claims. */
  put(document: Document): void {
    const { current } = this;
    try {
      this.#kept = continued(this.#awake(), document);
    } catch (error) {
      this.#kept = new VersionedDocument(current);
      throw error;
    }
  }

  /** Nothing is known any more of how this version came about. */
  rest(): void {
    if (this.#kept instanceof PackedDocument) this.#kept.letGo();
    else if (this.rowCount <= ROWS_PACKED) this.#kept = new PackedDocument(this.#kept.current);
  }

  #awake(): VersionedDocument {
    if (this.#kept instanceof PackedDocument) this.#kept = new VersionedDocument({ ...this.#kept.current });
    return this.#kept;
  }
}
