import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import type { VersionedDocument } from '../standings/versioned.ts';
import type { EncoderOf, StreamFormat } from './stream-format.ts';
import { type PreparedFrame, prepareFrame } from './websocket-frame.ts';

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
  /** Format -> base version -> frame; base 0 is the whole document. */
  readonly #frames = new Map<StreamFormat, Map<number, PreparedFrame>>();

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
  frame(format: StreamFormat, base: number): PreparedFrame {
    let frames = this.#frames.get(format);
    if (frames === undefined) {
      frames = new Map();
      this.#frames.set(format, frames);
    }
    let frame = frames.get(base);
    if (frame === undefined) {
      frame = base === 0 ? this.#whole(format) : this.#delta(format, base);
      frames.set(base, frame);
    }
    return frame;
  }

  #whole(format: StreamFormat): PreparedFrame {
    return wholeFrame(this.#encoderOf, format, this.current, this.#fragmentBytes);
  }

  #delta(format: StreamFormat, base: number): PreparedFrame {
    const delta = this.#held.deltaSince(base);
    const encoder = this.#encoderOf(format);
    const content = delta === null ? null : encoder.deltaFrame(this.channel, this.current.epoch, delta);
    if (content === null) return this.frame(format, 0);
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
