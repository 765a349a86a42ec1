import type { StoredVenueMessage } from '../broker/broker.ts';
import { type FrameReader, jsonReader } from '../client/frame-reader.ts';
import { protobufReader } from '../client/protobuf.ts';
import type { Decoded } from '../encode/decoded.ts';
import { decodeResult } from '../encode/result-codec.ts';
import { decodeFact } from '../ingest/decode.ts';
import type { Rejection } from '../ingest/rejection.ts';
import type { Fact } from '../model/fact.ts';

/** What bytes say, read once in a run for all who get the same ones: reading is a function of them, which `test/encode` holds. */
export class Reading {
  readonly json = frameOnce(jsonReader);
  readonly protobuf = frameOnce(protobufReader);
  /** What an engine has published. */
  readonly result: (data: Uint8Array) => readonly Decoded[] = once(decodeResult);
  /** What a venue has said. */
  readonly fact: (message: StoredVenueMessage) => Fact | Rejection = once(decodeFact);
}

function once<In extends object, Out>(read: (from: In) => Out): (from: In) => Out {
  const known = new WeakMap<In, Out>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const now = read(from);
    known.set(from, now);
    return now;
  };
}

function frameOnce({ subprotocol, read }: FrameReader): FrameReader {
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
