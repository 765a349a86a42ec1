/** WebSocket frames as bytes (RFC 6455, 5.2), right ones and wrong ones: every field can be said as it should not be. */

export const OPCODE = {
  CONTINUATION: 0x0,
  TEXT: 0x1,
  BINARY: 0x2,
  CLOSE: 0x8,
  PING: 0x9,
  PONG: 0xa,
} as const;

export interface FrameSaid {
  readonly opcode: number;
  readonly content?: Uint8Array | string;
  /** Default true: the last frame of its message. */
  readonly fin?: boolean;
  /** RSV1-3 as a number from 0 to 7; 4 is RSV1, which means deflated (RFC 7692, 6). */
  readonly rsv?: number;
  /** Default true, as a client has to. */
  readonly masked?: boolean;
  /** The length that the header claims, where it is to be another one than the content's. */
  readonly claimedLength?: number | bigint;
  /** Bytes of the extended length: 0, 2 or 8, where it is not to be the shortest. */
  readonly lengthBytes?: 0 | 2 | 8;
}

const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);

export function frameBytes(said: FrameSaid): Buffer {
  const { opcode, fin = true, rsv = 0, masked = true } = said;
  const content = Buffer.from(said.content ?? '');
  const claimed = BigInt(said.claimedLength ?? content.length);
  const lengthBytes = said.lengthBytes ?? (claimed < 126n ? 0 : claimed < 65_536n ? 2 : 8);
  const head = Buffer.alloc(2 + lengthBytes);
  head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  head[1] = (masked ? 0x80 : 0) | (lengthBytes === 0 ? Number(claimed) : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) head.writeUInt16BE(Number(claimed), 2);
  if (lengthBytes === 8) head.writeBigUInt64BE(claimed, 2);
  if (!masked) return Buffer.concat([head, content]);
  return Buffer.concat([head, MASK, hidden(content, MASK)]);
}

function hidden(content: Uint8Array, mask: Uint8Array): Buffer {
  const other = Buffer.allocUnsafe(content.length);
  for (let index = 0; index < content.length; index += 1) other[index] = content[index]! ^ mask[index & 3]!;
  return other;
}

export const textFrame = (text: string): Buffer => frameBytes({ opcode: OPCODE.TEXT, content: text });

/** The content of a close frame (5.5.1). */
export function closeContent(code: number, reason: Uint8Array | string = ''): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(code);
  return Buffer.concat([head, Buffer.from(reason)]);
}

export interface Frame {
  readonly fin: boolean;
  readonly rsv: number;
  readonly opcode: number;
  readonly masked: boolean;
  readonly content: Buffer;
}

/** Cuts a stream of bytes into frames, wherever the network has cut it. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;

  /** The frames that are complete with these bytes. */
  push(bytes: Buffer): Frame[] {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    const frames: Frame[] = [];
    for (;;) {
      const frame = this.#next();
      if (frame === null) return frames;
      frames.push(frame);
    }
  }

  #next(): Frame | null {
    const size = this.#sizes();
    if (size === null || this.#length < size.head + size.content) return null;
    const bytes = this.#joined();
    const rest = bytes.subarray(size.head + size.content);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#length = rest.length;
    const masked = (bytes[1]! & 0x80) !== 0;
    const content = bytes.subarray(size.head, size.head + size.content);
    const mask = bytes.subarray(size.head - 4, size.head);
    return {
      fin: (bytes[0]! & 0x80) !== 0,
      rsv: (bytes[0]! >> 4) & 7,
      opcode: bytes[0]! & 0x0f,
      masked,
      content: masked ? hidden(content, mask) : content,
    };
  }

  #sizes(): { head: number; content: number } | null {
    if (this.#length < 2) return null;
    if (this.#chunks[0]!.length < 14 && this.#chunks.length > 1) this.#joined();
    const bytes = this.#chunks[0]!;
    const masks = (bytes[1]! & 0x80) === 0 ? 0 : 4;
    const short = bytes[1]! & 0x7f;
    if (short < 126) return { head: 2 + masks, content: short };
    const lengthBytes = short === 126 ? 2 : 8;
    if (bytes.length < 2 + lengthBytes) return null;
    const content = short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    return { head: 2 + lengthBytes + masks, content };
  }

  #joined(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }
}
