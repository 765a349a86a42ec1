import { constants, inflateRawSync } from 'node:zlib';
import { decodeFrame } from '../../src/encode/decode.ts';
import type { Decoded } from '../../src/encode/decoded.ts';
import type { Format } from '../../src/encode/encoder.ts';
import type { CloseReason } from '../../src/fanout/connections/close-codes.ts';
import type { Connection } from '../../src/fanout/connections/connection.ts';

/** A control message, looked at field by field. */
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects in each place.
type Words = any;

export interface Received {
  readonly text: string | null;
  readonly bytes: Buffer;
}

/**
 * Both ends of a connection in the test's hands: what the server writes lies in the socket until the
 * test lets it through, and counts as buffered until then.
 */
export class SocketPair implements Connection {
  /** The buffer that a real socket would have before it says stop. */
  readonly highWater: number;
  readonly received: Received[] = [];
  closed: CloseReason | null = null;
  isTerminated = false;
  /** Writes to the operating system: joined frames count once. */
  writes = 0;
  bufferedMax = 0;
  #stuck: Uint8Array[] = [];
  #reading = true;
  #fragments: Buffer[] = [];
  #opcode = 0;
  #isDeflated = false;

  constructor(highWater = 16_384) {
    this.highWater = highWater;
  }

  get writable(): boolean {
    return this.bufferedBytes < this.highWater && this.closed === null;
  }

  get bufferedBytes(): number {
    return this.#stuck.reduce((bytes, part) => bytes + part.length, 0);
  }

  write(frames: Uint8Array): boolean {
    this.writes += 1;
    for (const frame of framesIn(frames)) this.#take(frame);
    return this.writable;
  }

  close(reason: CloseReason): void {
    this.closed = reason;
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** The screen stops reading. */
  stall(): void {
    this.#reading = false;
  }

  /** The screen reads what is there; the server's `drained` is for the test to call. */
  read(): void {
    const parts = this.#stuck;
    this.#stuck = [];
    for (const part of parts) this.#receive(Buffer.from(part));
  }

  resume(): void {
    this.#reading = true;
    this.read();
  }

  control(): Words[] {
    return this.received
      .filter(({ text }) => text !== null && !text.includes('\n') && /^\{"(?!document"|delta")/.test(text))
      .map(({ text }) => JSON.parse(text!));
  }

  /** Control messages with this name. */
  said(name: string): Words[] {
    return this.control()
      .filter((words) => name in words)
      .map((words) => words[name]);
  }

  data(format: Format = 'json'): Decoded[] {
    return this.received
      .filter(({ text }) => text === null || /^\{"(document|delta)"/.test(text) || text.includes('\n'))
      .map(({ text, bytes }) => decodeFrame(format, text ?? bytes));
  }

  #take(part: Uint8Array): void {
    this.#stuck.push(part);
    this.bufferedMax = Math.max(this.bufferedMax, this.bufferedBytes);
    if (this.#reading) this.read();
  }

  #receive(part: Buffer): void {
    const { final, opcode, content, deflated } = readFrame(part);
    if (opcode !== 0) {
      this.#opcode = opcode;
      this.#isDeflated = deflated;
    }
    this.#fragments.push(content);
    if (!final) return;
    const joined = Buffer.concat(this.#fragments);
    const bytes = this.#isDeflated ? inflated(joined) : joined;
    this.#fragments = [];
    this.received.push({ text: this.#opcode === 1 ? bytes.toString() : null, bytes });
  }
}

/** A deflated message (RFC 7692, 7.2.2), read without anything that came before it. */
export const inflated = (content: Buffer): Buffer =>
  inflateRawSync(Buffer.concat([content, Buffer.from('0000ffff', 'hex')]), {
    finishFlush: constants.Z_SYNC_FLUSH,
  });

/** What was written, cut into its frames; a frame that was written alone is the very same bytes. */
export function framesIn(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const { header, length } = sizeOf(
      Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from),
    );
    frames.push(header + length === bytes.length ? bytes : bytes.subarray(from, from + header + length));
    from += header + length;
  }
  return frames;
}

function sizeOf(bytes: Buffer): { header: number; length: number } {
  const short = bytes[1]!;
  const header = short === 127 ? 10 : short === 126 ? 4 : 2;
  const length =
    short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  return { header, length };
}

/** One server frame, read as RFC 6455 says; throws unless it is exactly one. */
export function readFrame(bytes: Buffer): {
  final: boolean;
  opcode: number;
  deflated: boolean;
  content: Buffer;
} {
  const first = bytes[0]!;
  const short = bytes[1]!;
  if ((first & 0x30) !== 0 || (short & 0x80) !== 0)
    throw new Error('reserved bits or a mask in a server frame');
  const { header, length } = sizeOf(bytes);
  if (bytes.length !== header + length)
    throw new Error(`frame of ${length} in ${bytes.length - header} bytes`);
  return {
    final: (first & 0x80) !== 0,
    opcode: first & 0x0f,
    deflated: (first & 0x40) !== 0,
    content: bytes.subarray(header),
  };
}
