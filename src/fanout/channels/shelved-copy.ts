import type { Delta } from '../../model/delta.ts';
import type { Document } from '../../model/document.ts';
import { continued, VersionedDocument } from '../../versions/versioned.ts';
import { PackedDocument } from './packed-document.ts';

/** A longer list stays as it is: reading it from bytes would hold up everybody. */
const ROWS_PACKED = 1_000;

/** The edge's copy of one document, led from version to version. At rest it is a few bytes, and says the same. */
export class ShelvedCopy {
  #led: VersionedDocument | null;
  #atRest: PackedDocument | null = null;

  /** Throws where the content has not the hash that the document claims. */
  constructor(document: Document) {
    this.#led = VersionedDocument.proven(document);
  }

  get current(): Document {
    return this.#led?.current ?? this.#atRest!.document;
  }

  get rowCount(): number {
    return this.#led?.current.rows.length ?? this.#atRest!.rowCount;
  }

  /** Null for a base from which only the whole document leads here; at rest that is every one. */
  deltaSince(base: number): Delta | null {
    return this.#led?.deltaSince(base) ?? null;
  }

  /** False, and nothing has changed, where the delta does not lead on from here. */
  apply(delta: Delta): boolean {
    return this.#awake().apply(delta);
  }

  /** The document as the newest version. Throws, and nothing has changed, where it has not the hash that it claims. */
  put(document: Document): void {
    const { current } = this;
    try {
      this.#led = continued(this.#awake(), document);
    } catch (error) {
      this.#led = new VersionedDocument(current);
      throw error;
    }
  }

  /** Nothing is known any more of how this version came about. */
  rest(): void {
    if (this.#led === null) this.#atRest!.letGo();
    else if (this.#led.current.rows.length <= ROWS_PACKED) {
      this.#atRest = new PackedDocument(this.#led.current);
      this.#led = null;
    }
  }

  #awake(): VersionedDocument {
    this.#led ??= new VersionedDocument({ ...this.#atRest!.document });
    this.#atRest = null;
    return this.#led;
  }
}
