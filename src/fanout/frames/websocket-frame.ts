/**
 * A message as it goes over the wire, made once and shared by all screens: WebSocket header and
 * content in one buffer (RFC 6455, 5.2; a server does not mask). A long message is cut into
 * fragments, each a whole frame, so that pong and close frames can pass between them.
 */
export interface PreparedFrame {
  readonly parts: readonly Uint8Array[];
  /** Of all parts, headers included. */
  readonly bytes: number;
}

export const FRAGMENT_BYTES = 262_144;

const TEXT = 0x1;
const BINARY = 0x2;
const CONTINUATION = 0x0;
const FINAL = 0x80;
/** The message is deflated (RFC 7692, 6); on the first fragment only. */
const DEFLATED = 0x40;

export function prepareFrame(
  content: Uint8Array,
  binary: boolean,
  fragmentBytes = FRAGMENT_BYTES,
  deflated = false,
): PreparedFrame {
  const first = (binary ? BINARY : TEXT) | (deflated ? DEFLATED : 0);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  let from = 0;
  do {
    const until = Math.min(from + fragmentBytes, content.length);
    const final = until === content.length ? FINAL : 0;
    const part = frame(final | (from === 0 ? first : CONTINUATION), content.subarray(from, until));
    parts.push(part);
    bytes += part.length;
    from = until;
  } while (from < content.length);
  return { parts, bytes };
}

/** A control message: one JSON text frame. */
export const prepareText = (text: string): PreparedFrame => prepareFrame(Buffer.from(text), false, Infinity);

export const isBinary = ({ parts }: PreparedFrame): boolean => (parts[0]![0]! & 0x0f) === BINARY;

/** What is in the parts, without their headers. */
export function contentOf({ parts }: PreparedFrame): Uint8Array {
  const contents = parts.map((part) => part.subarray(headerBytesOf(part[1]!)));
  return contents.length === 1 ? contents[0]! : Buffer.concat(contents);
}

const headerBytesOf = (length: number): number => (length < 126 ? 2 : length === 126 ? 4 : 10);

function frame(firstByte: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafeSlow(headerBytes + length);
  bytes[0] = firstByte;
  if (length < 126) bytes[1] = length;
  else if (length < 65_536) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.set(content, headerBytes);
  return bytes;
}
