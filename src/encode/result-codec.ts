/**
 * What engines and edges say to each other: the protobuf frames of the stream, each after its length (four bytes, big-endian), so that several versions in
 * one message are those of each, one after the other.
 */
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import { DecodeError } from './decode-error.ts';
import { decodeProtobufFrame } from './decode-protobuf.ts';
import type { Decoded } from './decoded.ts';
import { protobufEncoder, storedFrame } from './protobuf.ts';

export const encodeWholeResult = (document: Document): Uint8Array => resultOf([...storedFrame(document)]);

/** A frame in pieces, after its length: copied once, however many there are. */
export function resultOf(pieces: readonly Uint8Array[]): Uint8Array {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(pieces.reduce((sum, piece) => sum + piece.length, 0));
  return Buffer.concat([length, ...pieces]);
}

export const encodeDeltaResult = (delta: Delta, channel: Channel, epoch: string): Uint8Array =>
  resultOf([protobufEncoder.deltaFrame(channel, epoch, delta)]);

const LENGTH_BYTES = 4;

/** The versions in a message, in order. Throws `DecodeError` (`BAD_DOCUMENT`). */
export function decodeResult(bytes: Uint8Array): Decoded[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const versions: Decoded[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = at + LENGTH_BYTES <= bytes.length ? view.getUint32(at) : Number.POSITIVE_INFINITY;
    const from = at + LENGTH_BYTES;
    at = from + length;
    if (at > bytes.length) throw new DecodeError('a frame is cut off');
    versions.push(decodeProtobufFrame(bytes.subarray(from, at)));
  }
  return versions;
}

/** The number of a version, in whichever form it came. */
export const versionIn = (decoded: Decoded): number =>
  'document' in decoded ? decoded.document.version : decoded.delta.version;
