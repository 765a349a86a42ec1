import { decodeJsonFrame } from '../encode/decode-json.ts';
import type { Decoded } from '../encode/decoded.ts';
import type { Says } from '../model/server-words.ts';

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

/** How data begin: a JSON frame, or the line of an ODF frame. */
const DATA = /^\s*\{\s*"(document|delta|channel)"\s*:/;
const OBJECT = /^\s*\{\s*"\w+"\s*:/;

/**
 * A control message is JSON text in every format, an object with one name (SC2); null: it is data. A name that is not
 * known here comes from a later server, and whoever looks for others passes over it.
 */
export function controlOf(text: string): Says | null {
  if (!OBJECT.test(text) || DATA.test(text)) return null;
  try {
    return JSON.parse(text) as Says;
  } catch {
    return null;
  }
}
