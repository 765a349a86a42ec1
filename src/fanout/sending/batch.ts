import type { LiveCursor } from '../cursors/live-cursor.ts';
import type { PreparedFrame } from '../frames/websocket-frame.ts';

/** More than this in one write gains nothing and delays the newest state of the channels behind. */
export const TOGETHER_BYTES = 65_536;

/** The newest frame of the first who has one; those before it were current after all, and wait no more. */
export function nextFrame(waiting: LiveCursor[]): PreparedFrame | null {
  while (waiting.length > 0) {
    const frame = waiting.shift()!.takeFrame();
    if (frame !== null) return frame;
  }
  return null;
}

/** What is written next: frames that go out in one write, and a long one that ends them. */
export interface Batch {
  readonly joined: readonly PreparedFrame[];
  /** Written part by part, at the pace of the socket. */
  readonly long: PreparedFrame | null;
}

/** Takes frames from `next` as long as they go together; null when there is none. */
export function nextBatch(next: () => PreparedFrame | null): Batch | null {
  const joined: PreparedFrame[] = [];
  for (let bytes = 0; bytes < TOGETHER_BYTES; ) {
    const frame = next();
    if (frame === null) break;
    if (frame.parts.length > 1) return { joined, long: frame };
    joined.push(frame);
    bytes += frame.bytes;
  }
  return joined.length === 0 ? null : { joined, long: null };
}
