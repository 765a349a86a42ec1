import type { Document } from '../model/document.ts';
import { decodeJsonDocument, decodeJsonFrame } from './decode-json.ts';
import { decodeProtobufDocument, decodeProtobufFrame } from './decode-protobuf.ts';
import type { Decoded } from './decoded.ts';
import type { Format } from './encoder.ts';
import { decodeOdfDocument, decodeOdfFrame } from './odf/decode.ts';

/** The reverse of `Encoder.frame` and `Encoder.deltaFrame`. Throws `DecodeError` (`BAD_DOCUMENT`). */
export function decodeFrame(format: Format, bytes: Uint8Array | string): Decoded {
  if (format === 'protobuf') return decodeProtobufFrame(asBytes(bytes));
  return format === 'json' ? decodeJsonFrame(asText(bytes)) : { document: decodeOdfFrame(asText(bytes)) };
}

/** The reverse of `Encoder.whole`. Throws `DecodeError` (`BAD_DOCUMENT`). */
export function decodeDocument(format: Format, bytes: Uint8Array | string): Document {
  if (format === 'protobuf') return decodeProtobufDocument(asBytes(bytes));
  return format === 'json' ? decodeJsonDocument(asText(bytes)) : decodeOdfDocument(asText(bytes));
}

const asText = (bytes: Uint8Array | string): string =>
  typeof bytes === 'string'
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const asBytes = (bytes: Uint8Array | string): Uint8Array =>
  typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
