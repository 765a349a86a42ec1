/** What engines and edges say to each other: the protobuf frames of the stream. */
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import { decodeProtobufFrame } from './decode-protobuf.ts';
import type { Decoded } from './decoded.ts';
import { protobufEncoder } from './protobuf.ts';

export const encodeWholeResult = (document: Document): Uint8Array => protobufEncoder.frame(document);

export const encodeDeltaResult = (delta: Delta, channel: Channel, epoch: string): Uint8Array =>
  protobufEncoder.deltaFrame(channel, epoch, delta);

/** Throws `DecodeError` (`BAD_DOCUMENT`). */
export const decodeResult = (bytes: Uint8Array): Decoded => decodeProtobufFrame(bytes);
