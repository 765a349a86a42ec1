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

export function encodeWholeResult(document: Document): Uint8Array {
  const steps = wholeResult(document);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * The same in steps of some milliseconds: it yields where something else may be done. To copy ten megabytes into memory that
 * nothing has used yet takes ten times as long as to copy them, so that is done in steps as well.
 */
export function* wholeResult(document: Document): Generator<void, Uint8Array> {
  const pieces = yield* storedFrame(document);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES + length);
  let at = bytes.writeUInt32BE(length);
  let rested = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
    if (at - rested < BYTES_IN_A_STEP) continue;
    rested = at;
    yield;
  }
  return bytes;
}

const BYTES_IN_A_STEP = 512 * 1024;

export function encodeDeltaResult(delta: Delta, channel: Channel, epoch: string): Uint8Array {
  const frame = protobufEncoder.deltaFrame(channel, epoch, delta);
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES + frame.length);
  bytes.set(frame, bytes.writeUInt32BE(frame.length));
  return bytes;
}

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
