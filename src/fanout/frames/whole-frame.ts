import type { Document } from '../../model/document.ts';
import type { EncoderOf, StreamFormat } from './stream-format.ts';
import { type PreparedFrame, prepareFrame } from './websocket-frame.ts';

/** A version that stands alone, of whatever age. */
export function wholeFrame(
  encoderOf: EncoderOf,
  format: StreamFormat,
  document: Document,
  fragmentBytes: number,
): PreparedFrame {
  const encoder = encoderOf(format);
  return prepareFrame(encoder.frame(document), encoder.binary, fragmentBytes);
}
