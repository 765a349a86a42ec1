import type { Connection } from '../connections/connection.ts';
import type { LiveCursor } from '../cursors/live-cursor.ts';
import type { EdgeCounts } from '../edge-counts.ts';
import type { PreparedFrame } from '../frames/websocket-frame.ts';
import { nextBatch, nextFrame } from './batch.ts';
import type { JoinedParts } from './joined-parts.ts';

/**
 * What one screen has still to be sent (D9). Live channels wait as "there is something newer" and
 * cost nothing but that; `every` frames wait in order, up to a bound. Data is written only while the
 * socket takes it, a long message part by part. Control goes out at once, or right after the message
 * under way.
 */
export class SendQueue {
  readonly #connection: Connection;
  readonly #bytesMax: number;
  readonly #counts: Pick<EdgeCounts, 'messages' | 'bytes'>;
  readonly #joined: JoinedParts;
  #waiting: LiveCursor[] = [];
  #ordered: PreparedFrame[] = [];
  /** Whose frame each of `#ordered` is. */
  #orderedBy: object[] = [];
  #orderedBytes = 0;
  /** The frame that was queued when nothing else was: not counted. */
  #alone: PreparedFrame | null = null;
  #control: Uint8Array[] = [];
  #controlBytes = 0;
  #underWay: PreparedFrame | null = null;
  #nextPart = 0;

  /** `joined`: one for all screens. */
  constructor(
    connection: Connection,
    bytesMax: number,
    counts: Pick<EdgeCounts, 'messages' | 'bytes'>,
    joined: JoinedParts,
  ) {
    this.#connection = connection;
    this.#joined = joined;
    this.#bytesMax = bytesMax;
    this.#counts = counts;
  }

  /** Nothing of `every` waits and the socket takes more. */
  get hasRoom(): boolean {
    return this.#connection.writable && this.#ordered.length === 0 && this.#underWay === null;
  }

  get isIdle(): boolean {
    return this.hasRoom && this.#waiting.length === 0;
  }

  /** Bytes that this screen keeps: the socket's and the queued ones (SC14). */
  get bytes(): number {
    return this.#connection.bufferedBytes + this.#orderedBytes + this.#controlBytes;
  }

  addLive(cursor: LiveCursor): void {
    this.#waiting.push(cursor);
  }

  /**
   * Queues a frame that must not be skipped. False when the bound forbids it: the screen is too far
   * behind. A single frame is always taken, since it is written part by part from shared bytes.
   */
  addOrdered(frame: PreparedFrame, by: object): boolean {
    const isAlone = this.#ordered.length === 0 && this.#underWay === null;
    if (isAlone) this.#alone = frame;
    else if (this.bytes + frame.bytes > this.#bytesMax - CONTROL_BYTES) return false;
    else this.#orderedBytes += frame.bytes;
    this.#ordered.push(frame);
    this.#orderedBy.push(by);
    return true;
  }

  /** Frames of one cursor that have been queued and not begun. */
  unsentOf(by: object): number {
    return this.#orderedBy.reduce((count, each) => (each === by ? count + 1 : count), 0);
  }

  /** A message has been begun, and the socket has to take more of it before anything else can be said. */
  get isUnderWay(): boolean {
    return this.#underWay !== null;
  }

  /** Writes a control frame past all waiting data. False when the screen takes not even that. */
  control(part: Uint8Array): boolean {
    if (this.bytes + part.length > this.#bytesMax) return false;
    if (this.#underWay === null) this.#connection.write(part);
    else {
      this.#control.push(part);
      this.#controlBytes += part.length;
    }
    this.#counts.bytes += part.length;
    return true;
  }

  /** Writes what the socket takes; frames of one tick go out together. */
  flush(): void {
    if (!this.#connection.writable) return;
    this.#continue();
    while (this.#connection.writable && this.#underWay === null) {
      const batch = nextBatch(this.#next);
      if (batch === null) return;
      this.#writeTogether(batch.joined);
      if (batch.long !== null) this.beginLong(batch.long);
    }
  }

  /** A frame of several parts, which may go on when the socket has drained; false when it does. */
  beginLong(frame: PreparedFrame): boolean {
    this.#underWay = frame;
    this.#nextPart = 0;
    this.#counts.messages += 1;
    this.#continue();
    return this.#underWay === null;
  }

  /** Forgets everything that waits. */
  clear(): void {
    this.#waiting = [];
    this.#ordered = [];
    this.#orderedBy = [];
    this.#orderedBytes = 0;
    this.#alone = null;
  }

  #writeTogether(frames: readonly PreparedFrame[]): void {
    if (frames.length === 0) return;
    const parts = frames.map((frame) => frame.parts[0]!);
    this.#connection.write(this.#joined.of(parts));
    this.#counts.messages += parts.length;
    for (const part of parts) this.#counts.bytes += part.length;
  }

  readonly #next = (): PreparedFrame | null => {
    const ordered = this.#ordered.shift();
    if (ordered !== undefined) {
      this.#orderedBy.shift();
      if (ordered !== this.#alone) this.#orderedBytes -= ordered.bytes;
      this.#alone = null;
      return ordered;
    }
    return nextFrame(this.#waiting);
  };

  #continue(): void {
    const frame = this.#underWay;
    if (frame === null) return;
    while (this.#nextPart < frame.parts.length) {
      if (!this.#connection.writable) return;
      const part = frame.parts[this.#nextPart]!;
      this.#nextPart += 1;
      this.#connection.write(part);
      this.#counts.bytes += part.length;
    }
    this.#underWay = null;
    this.#writeControl();
  }

  #writeControl(): void {
    if (this.#control.length === 0) return;
    this.#connection.write(Buffer.concat(this.#control));
    this.#control = [];
    this.#controlBytes = 0;
  }
}

/** Of the bound, kept free of data so that control always finds room. */
const CONTROL_BYTES = 65_536;
