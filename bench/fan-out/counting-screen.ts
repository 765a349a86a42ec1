import { connect, type Socket } from 'node:net';
import { handshake, masked } from '../venue-to-screen/light-screen.ts';
import { type Dialect, PEEK_BYTES } from './dialect.ts';
import { NatsCount } from './nats-count.ts';

export interface CountingScreenOptions {
  readonly url: URL;
  readonly dialect: Dialect;
  onOpen(): void;
  /** So many more frames have come. */
  onFrames(count: number): void;
  onEnd(reason: string): void;
}

const READ_BYTES = 256 * 1024;
const shared = Buffer.allocUnsafe(READ_BYTES);
const HEADER_END = '\r\n\r\n';
const LONGEST_HEADER = 10;
const OPCODE = 0x0f;
const DEFLATED = 0x40;
const TEXT = 1;
const BINARY = 2;
const NONE = Buffer.alloc(0);

/**
 * A screen that only counts: it looks at the first bytes of each frame and passes over the rest without
 * copying, so that one core reads more than another can write. Unmasked frames (RFC 6455, 5.2).
 */
export class CountingScreen {
  readonly #options: CountingScreenOptions;
  readonly #socket: Socket;
  readonly #nats: NatsCount | null;
  #isOpen = false;
  /** The beginning of a header that the last read cut. */
  #cut: Buffer = NONE;
  /** Bytes of the frame under way that are still to come, and whether it counts. */
  #toCome = 0;
  #counts = false;
  #isContent = false;

  constructor(options: CountingScreenOptions) {
    this.#options = options;
    this.#nats = options.dialect.shares === 'nats' ? new NatsCount() : null;
    const { url, dialect } = options;
    this.#socket = connect({
      host: url.hostname,
      port: Number(url.port),
      onread: { buffer: shared, callback: (length) => this.#read(shared.subarray(0, length)) },
    });
    this.#socket.setNoDelay(true);
    this.#socket.on('error', (error) => options.onEnd(error.message));
    this.#socket.on('close', () => options.onEnd('closed'));
    this.#socket.write(handshake(url, dialect.subprotocol, dialect.extension));
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #read(fresh: Buffer): boolean {
    const bytes = this.#cut.length === 0 ? fresh : Buffer.concat([this.#cut, fresh]);
    this.#cut = NONE;
    if (this.#isOpen) this.#walk(bytes, 0);
    else this.#open(bytes);
    return true;
  }

  #open(bytes: Buffer): void {
    const end = bytes.indexOf(HEADER_END);
    if (end < 0) {
      this.#cut = Buffer.from(bytes);
      return;
    }
    if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101')))
      this.#options.onEnd(bytes.toString('latin1', 0, end));
    this.#isOpen = true;
    const { first, extension } = this.#options.dialect;
    if (extension !== undefined && !/^sec-websocket-extensions:/im.test(bytes.toString('latin1', 0, end)))
      this.#options.onEnd(`the server does not take ${extension}`);
    if (first !== undefined) this.#socket.write(masked(first.text, first.binary));
    this.#options.onOpen();
    this.#walk(bytes, end + HEADER_END.length);
  }

  #walk(bytes: Buffer, from: number): void {
    let at = from;
    let counted = 0;
    for (;;) {
      const taken = Math.min(this.#toCome, bytes.length - at);
      if (this.#isContent && taken > 0) counted += this.#nats!.take(bytes, at, at + taken);
      at += taken;
      this.#toCome -= taken;
      if (this.#toCome > 0) break;
      if (this.#counts) counted += 1;
      this.#counts = false;
      if (bytes.length === at) break;
      const header = this.#header(bytes, at);
      if (header === 0) {
        this.#cut = Buffer.from(bytes.subarray(at));
        break;
      }
      at += header;
    }
    if (counted > 0) this.#options.onFrames(counted);
  }

  /** Reads the header at `at`; its length, or 0 when it is cut before its end. */
  #header(bytes: Buffer, at: number): number {
    const left = bytes.length - at;
    if (left < 2) return 0;
    const short = bytes[at + 1]! & 0x7f;
    const header = short === 127 ? LONGEST_HEADER : short === 126 ? 4 : 2;
    if (left < header) return 0;
    const length =
      short === 127 ? bytes.readUIntBE(at + 4, 6) : short === 126 ? bytes.readUInt16BE(at + 2) : short;
    if (left < header + Math.min(length, PEEK_BYTES)) return 0;
    const opcode = bytes[at]! & OPCODE;
    // The fragments of a long frame count with the first of them.
    const isData = opcode === TEXT || opcode === BINARY;
    this.#toCome = length;
    this.#isContent = isData && this.#nats !== null;
    // Only data is deflated (SC17).
    const isDeflated = (bytes[at]! & DEFLATED) !== 0;
    this.#counts =
      isData && this.#nats === null && (isDeflated || this.#options.dialect.counts(bytes, at + header));
    return header;
  }
}
