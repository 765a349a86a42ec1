import { channelOf, type Document } from '../../model/document.ts';
import { positionId, sseFrame } from './sse-frame.ts';
import type { EncoderOf } from './stream-format.ts';
import { contentOf, type PreparedFrame } from './websocket-frame.ts';
import { wholeFrame } from './whole-frame.ts';
import type { Wire } from './wire.ts';

/** Kept for all screens together. */
const BYTES_MAX = 33_554_432;

/**
 * Frames of older versions, for screens in mode `every` that resume: after an outage many of them read the same
 * past, and each version is encoded for the first of them only (D8). The least recently used go first. Never deflated:
 * most of the past is read once.
 */
export class PastFrames {
  readonly #encoderOf: EncoderOf;
  readonly #fragmentBytes: number;
  readonly #bytesMax: number;
  /** The longest unused first. */
  readonly #frames = new Map<string, PreparedFrame>();
  #bytes = 0;

  constructor(encoderOf: EncoderOf, fragmentBytes: number, bytesMax = BYTES_MAX) {
    this.#encoderOf = encoderOf;
    this.#fragmentBytes = fragmentBytes;
    this.#bytesMax = bytesMax;
  }

  of(wire: Wire, document: Document): PreparedFrame {
    const position = positionId(channelOf(document.header), document.epoch, document.version);
    // The hash: after a loss of its store an engine may publish a number again.
    const key = `${wire.packing === 'sse' ? 'sse' : wire.format} ${position} ${document.hash}`;
    const known = this.#frames.get(key);
    const frame = known ?? this.#made(wire, document, position);
    this.#frames.delete(key);
    this.#frames.set(key, frame);
    if (known === undefined) this.#keepWithin(frame.bytes);
    return frame;
  }

  #keepWithin(added: number): void {
    this.#bytes += added;
    for (const [key, { bytes }] of this.#frames) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#frames.delete(key);
      this.#bytes -= bytes;
    }
  }

  #made({ format, packing }: Wire, document: Document, position: string): PreparedFrame {
    const frame = wholeFrame(this.#encoderOf, format, document, this.#fragmentBytes);
    return packing === 'sse' ? sseFrame(contentOf(frame), position, this.#fragmentBytes) : frame;
  }
}
