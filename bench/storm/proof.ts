import { decodeFrame } from '../../src/encode/decode.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';

/**
 * The copy of one screen, made with the product's own decoder: every frame applied, every hash made anew from the
 * rows. That costs more than all else a screen does, so frames wait until somebody wants to know.
 */
export class Proof {
  #frames: Buffer[] = [];
  #copy: VersionedDocument | null = null;

  /** Copies the frame. */
  add(frame: Buffer): void {
    this.#frames.push(Buffer.from(frame));
  }

  /** True when every frame led to the hash that it names, and the last one to this hash. */
  holds(hash: string): boolean {
    const frames = this.#frames;
    this.#frames = [];
    return frames.every((frame) => this.#apply(frame)) && this.#copy?.current.hash === hash;
  }

  #apply(frame: Buffer): boolean {
    const decoded = decodeFrame('json', frame);
    if ('delta' in decoded) return this.#copy?.apply(decoded.delta) === true;
    const { header, rows, hash } = decoded.document;
    this.#copy = new VersionedDocument(decoded.document);
    return new ContentHash(header, rows).text === hash;
  }
}
