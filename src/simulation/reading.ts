import { type FrameReader, jsonReader } from '../client/frame-reader.ts';
import { protobufReader } from '../client/protobuf.ts';
import type { Decoded } from '../encode/decoded.ts';
import { decodeResult } from '../encode/result-codec.ts';

/** What bytes say, read once in a run for all who get the same ones: reading is a function of them, which `test/encode` holds. */
export class Reading {
  readonly #results = new WeakMap<Uint8Array, readonly Decoded[]>();
  readonly json = once(jsonReader);
  readonly protobuf = once(protobufReader);

  /** What an engine has published. */
  readonly result = (data: Uint8Array): readonly Decoded[] => {
    const known = this.#results.get(data);
    if (known !== undefined) return known;
    const read = decodeResult(data);
    this.#results.set(data, read);
    return read;
  };
}

function once({ subprotocol, read }: FrameReader): FrameReader {
  const known = new Map<string, Decoded>();
  return {
    subprotocol,
    read(data) {
      const text =
        typeof data === 'string'
          ? data
          : Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
      const before = known.get(text);
      if (before !== undefined) return before;
      const decoded = read(data);
      known.set(text, decoded);
      return decoded;
    },
  };
}
