import { constants, deflateRawSync } from 'node:zlib';
import { contentOf, isBinary, type PreparedFrame, prepareFrame } from './websocket-frame.ts';

/** Below this, header and frame cost more than is saved (SC17). */
const DEFLATE_FROM_BYTES = 256;
/** Protobuf deltas say little twice: shorter ones grow or save a few bytes only. */
const DEFLATE_BINARY_FROM_BYTES = 512;
/** A longer message would hold up everybody for too long: some 4 ms per MiB. */
const DEFLATE_TO_BYTES = 1_048_576;
/**
 * Up to here the best ratio costs about as much as the fastest one, and a window of that size finds as much as the
 * largest: zlib then takes 64 KiB of memory for a frame and not 256, which the system would map anew each time.
 */
const SMALL_BYTES = 8_192;
const SMALL = { level: 6, windowBits: 13, memLevel: 6 };
const LARGE = { level: 1 };
/** Of the plain size: less saved is not worth the work of inflating it. */
const WORTH_IT = 0.9;
/** The end of a sync flush, which RFC 7692, 7.2.1 leaves out. */
const TAIL_BYTES = 4;

/**
 * The same message deflated (RFC 7692): on its own, without the window of earlier messages, so that one
 * frame serves every screen that negotiated it. The plain frame where deflating does not pay.
 */
export function deflatedFrame(plain: PreparedFrame, fragmentBytes: number): PreparedFrame {
  const binary = isBinary(plain);
  if (plain.bytes > DEFLATE_TO_BYTES) return plain;
  const content = contentOf(plain);
  if (content.length < (binary ? DEFLATE_BINARY_FROM_BYTES : DEFLATE_FROM_BYTES)) return plain;
  const options = content.length <= SMALL_BYTES ? SMALL : LARGE;
  const flushed = deflateRawSync(content, { ...options, finishFlush: constants.Z_SYNC_FLUSH });
  const deflated = flushed.subarray(0, flushed.length - TAIL_BYTES);
  if (deflated.length > content.length * WORTH_IT) return plain;
  return prepareFrame(deflated, binary, fragmentBytes, true);
}
