import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import type { VersionedDocument } from '../standings/versioned.ts';
import { deflatedFrame } from './deflated-frame.ts';
import type { EncoderOf, StreamFormat } from './stream-format.ts';
import { type PreparedFrame, prepareFrame } from './websocket-frame.ts';
import { type Wire, wireOf } from './wire.ts';

/** A screen's place in one channel; told whenever there is a newer version. */
export interface Follower {
  renewed(): void;
}

/**
 * One channel on this edge: the newest version, its followers, and the frames of that version, each
 * made when the first screen needs it and then shared by all (D8).
 */
export class ChannelOnAir {
  readonly channel: Channel;
  readonly followers = new Set<Follower>();
  changedAt = 0;
  #held: VersionedDocument;
  readonly #encoderOf: EncoderOf;
  readonly #fragmentBytes: number;
  /** Wire -> base version -> frame; base 0 is the whole document. */
  readonly #frames = new Map<Wire, Map<number, PreparedFrame>>();

  constructor(channel: Channel, held: VersionedDocument, encoderOf: EncoderOf, fragmentBytes: number) {
    this.channel = channel;
    this.#held = held;
    this.#encoderOf = encoderOf;
    this.#fragmentBytes = fragmentBytes;
  }

  get current(): Document {
    return this.#held.current;
  }

  deltaSince(base: number): Delta | null {
    return this.#held.deltaSince(base);
  }

  renew(held: VersionedDocument, now: number): void {
    this.#held = held;
    this.changedAt = now;
    for (const frames of this.#frames.values()) frames.clear();
    for (const follower of this.followers) follower.renewed();
  }

  /** The frame that brings a screen from `base` to the newest version; whole when no delta can. */
  frame(wire: Wire, base: number): PreparedFrame {
    let frames = this.#frames.get(wire);
    if (frames === undefined) {
      frames = new Map();
      this.#frames.set(wire, frames);
    }
    let frame = frames.get(base);
    if (frame === undefined) {
      frame = this.#made(wire, base);
      frames.set(base, frame);
    }
    return frame;
  }

  #made(wire: Wire, base: number): PreparedFrame {
    const { format, packing } = wire;
    if (packing === 'deflated')
      return deflatedFrame(this.frame(wireOf(format, 'plain'), base), this.#fragmentBytes);
    return base === 0 ? this.#whole(format) : this.#delta(wire, base);
  }

  #whole(format: StreamFormat): PreparedFrame {
    return wholeFrame(this.#encoderOf, format, this.current, this.#fragmentBytes);
  }

  #delta(wire: Wire, base: number): PreparedFrame {
    const delta = this.#held.deltaSince(base);
    const encoder = this.#encoderOf(wire.format);
    const content = delta === null ? null : encoder.deltaFrame(this.channel, this.current.epoch, delta);
    if (content === null) return this.frame(wire, 0);
    return prepareFrame(content, encoder.binary, this.#fragmentBytes);
  }
}

export function wholeFrame(
  encoderOf: EncoderOf,
  format: StreamFormat,
  document: Document,
  fragmentBytes: number,
): PreparedFrame {
  const encoder = encoderOf(format);
  return prepareFrame(encoder.frame(document), encoder.binary, fragmentBytes);
}
