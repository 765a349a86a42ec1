import { decodeJsonFrame } from '../encode/decode-json.ts';
import type { Decoded } from '../encode/decoded.ts';

/** Reads a data frame. JSON is built in; protobuf comes from `protobuf.ts`, so that a page that needs none stays small. */
export interface FrameReader {
  /** Asks the edge for the format (SC1). */
  readonly subprotocol: string;
  /** Throws when the frame is none of this format. */
  read(data: string | Uint8Array): Decoded;
}

export const jsonReader: FrameReader = {
  subprotocol: 'splitsecond.json',
  read: (data) => decodeJsonFrame(data as string),
};
