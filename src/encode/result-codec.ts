/**
 * What engines and edges say to each other: the protobuf frames of the stream, each after its length (varint), so that several versions in
 * one message are those of each, one after the other.
 */
import protobuf from 'protobufjs/minimal.js';
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import { DecodeError } from './decode-error.ts';
import { decodeProtobufFrame } from './decode-protobuf.ts';
import type { Decoded } from './decoded.ts';
import { protobufEncoder } from './protobuf.ts';

export const encodeWholeResult = (document: Document): Uint8Array =>
  afterLength(protobufEncoder.frame(document));

export const encodeDeltaResult = (delta: Delta, channel: Channel, epoch: string): Uint8Array =>
  afterLength(protobufEncoder.deltaFrame(channel, epoch, delta));

const afterLength = (frame: Uint8Array): Uint8Array => protobuf.Writer.create().bytes(frame).finish();

/** The versions in a message, in order. Throws `DecodeError` (`BAD_DOCUMENT`). */
export function decodeResult(bytes: Uint8Array): Decoded[] {
  const reader = protobuf.Reader.create(bytes);
  const versions: Decoded[] = [];
  while (reader.pos < reader.len) versions.push(decodeProtobufFrame(frameIn(reader)));
  return versions;
}

function frameIn(reader: protobuf.Reader): Uint8Array {
  try {
    return reader.bytes();
  } catch (error) {
    throw new DecodeError('BAD_DOCUMENT', `a frame is cut off: ${(error as Error).message}`);
  }
}

/** The number of a version, in whichever form it came. */
export const versionIn = (decoded: Decoded): number =>
  'document' in decoded ? decoded.document.version : decoded.delta.version;
