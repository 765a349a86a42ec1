import type { Delta } from '../../model/delta.ts';
import type { Channel, Document } from '../../model/document.ts';
import { deflatedFrame } from '../frames/deflated-frame.ts';
import { positionId, sseFrame } from '../frames/sse-frame.ts';
import type { EncoderOf, StreamFormat } from '../frames/stream-format.ts';
import { contentOf, type PreparedFrame, prepareFrame } from '../frames/websocket-frame.ts';
import { wholeFrame } from '../frames/whole-frame.ts';
import { type Wire, wireOf } from '../frames/wire.ts';
import { Backlog } from './backlog.ts';

/** Who is told whenever there is a newer version: a cursor, or a channel that is made of this one. */
export interface Follower {
  renewed(): void;
}

/** A document with versions, however it is kept. */
export interface Newest {
  readonly current: Document;
  /** Null when only the whole document leads there. */
  deltaSince(base: number): Delta | null;
}

const NO_JUMP = { from: 0, to: 0 };

/**
 * One channel on this edge: the newest version, its followers, and the frames of that version, each
 * made when the first screen needs it and then shared by all (D8).
 */
export class ChannelOnAir {
  readonly channel: Channel;
  readonly followers = new Set<Follower>();
  readonly backlog = new Backlog();
  changedAt = 0;
  /** The last step over versions that were not seen. */
  #jump: { readonly from: number; readonly to: number } = NO_JUMP;
  #versioned: Newest;
  readonly #encoderOf: EncoderOf;
  readonly #fragmentBytes: number;
  /** Wire -> base version -> frame; base 0 is the whole document. */
  readonly #frames = new Map<Wire, Map<number, PreparedFrame>>();
  /** By base; made once for all formats and for those who delay the channel. */
  readonly #deltas = new Map<number, Delta | null>();

  constructor(channel: Channel, versioned: Newest, encoderOf: EncoderOf, fragmentBytes: number) {
    this.channel = channel;
    this.#versioned = versioned;
    this.#encoderOf = encoderOf;
    this.#fragmentBytes = fragmentBytes;
  }

  get current(): Document {
    return this.#versioned.current;
  }

  /** Null when the screen has to get the document whole. */
  deltaSince(base: number): Delta | null {
    if (base < this.#jump.to && base !== this.#jump.from) return null;
    let delta = this.#deltas.get(base);
    if (delta === undefined) {
      delta = this.#versioned.deltaSince(base);
      this.#deltas.set(base, delta);
    }
    return delta;
  }

  /**
   * `sawAll`: this copy was led through every version. If not, it cannot say what changed since one that it
   * passed over (a row may have gone and come back).
   */
  renew(versioned: Newest, now: number, sawAll = true): void {
    const { epoch, version } = this.current;
    if (versioned.current.epoch !== epoch) this.#jump = NO_JUMP;
    else if (!sawAll) this.#jump = { from: version, to: versioned.current.version };
    this.#versioned = versioned;
    this.changedAt = now;
    this.backlog.add(versioned.current);
    this.forgetFrames();
    for (const follower of this.followers) follower.renewed();
  }

  /** Whoever needs one makes it anew. */
  forgetFrames(): void {
    this.#deltas.clear();
    this.#frames.clear();
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
    if (packing === 'sse') return this.#sse(this.frame(wireOf(format, 'plain'), base));
    return base === 0 ? this.#whole(format) : this.#delta(wire, base);
  }

  #sse(plain: PreparedFrame): PreparedFrame {
    const { epoch, version } = this.current;
    return sseFrame(contentOf(plain), positionId(this.channel, epoch, version), this.#fragmentBytes);
  }

  #whole(format: StreamFormat): PreparedFrame {
    return wholeFrame(this.#encoderOf, format, this.current, this.#fragmentBytes);
  }

  #delta(wire: Wire, base: number): PreparedFrame {
    const delta = this.deltaSince(base);
    const encoder = this.#encoderOf(wire.format);
    const content = delta === null ? null : encoder.deltaFrame(this.channel, this.current.epoch, delta);
    if (content === null) return this.frame(wire, 0);
    return prepareFrame(content, encoder.binary, this.#fragmentBytes);
  }
}
