/** Published as `splitsecond/client/protobuf`: `subscribe({ url, reader: protobufReader })`, in Node and in browsers. */
import { decodeProtobufFrame } from '../encode/decode-protobuf.ts';
import type { FrameReader } from './frame-reader.ts';

export const protobufReader: FrameReader = {
  subprotocol: 'splitsecond.protobuf',
  read: (data) => decodeProtobufFrame(data as Uint8Array),
};
