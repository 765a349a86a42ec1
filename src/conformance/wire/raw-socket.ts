import { randomBytes } from 'node:crypto';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { closeContent, type Frame, FrameReader, frameBytes, OPCODE } from './frame-bytes.ts';
import { News } from './news.ts';

export interface HandshakeOptions {
  readonly subprotocols?: readonly string[];
  /** `Sec-WebSocket-Extensions`. */
  readonly extensions?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Local address, to come from another one than everybody else. */
  readonly localAddress?: string;
}

/** The answer to the handshake, or to any HTTP request. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** A connection of which every byte is ours: handshake by hand, frames as they come. */
export class RawSocket {
  readonly socket: Socket;
  readonly news = new News();
  readonly frames: Frame[] = [];
  /** When each frame was complete, milliseconds of a monotonic clock. */
  readonly frameTimes: number[] = [];
  answer: HttpAnswer | null = null;
  /** What came after the head when the answer was not 101. */
  body: Buffer = Buffer.alloc(0);
  /** The other side has closed the connection, in whatever way. */
  hasEnded = false;
  /** Takes over frames as they come; without it they are kept in `frames`. */
  onFrame: ((frame: Frame) => void) | null = null;
  /** Takes over what comes after the head of an ordinary HTTP answer. */
  onBody: ((bytes: Buffer) => void) | null = null;
  readonly #reader = new FrameReader();
  #head: Buffer = Buffer.alloc(0);

  constructor(url: URL, options: { readonly localAddress?: string } = {}) {
    const secure = url.protocol === 'wss:' || url.protocol === 'https:';
    const port = Number(url.port === '' ? (secure ? 443 : 80) : url.port);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    this.socket = secure
      ? connectSecure({ host, port, servername: host })
      : connectPlain({ host, port, ...(options.localAddress ? { localAddress: options.localAddress } : {}) });
    this.socket.setNoDelay(true);
    this.socket.on('data', (bytes) => this.#took(bytes));
    this.socket.on('error', () => {});
    this.socket.on('close', () => {
      this.hasEnded = true;
      this.news.tell();
    });
    this.socket.on('end', () => this.news.tell());
  }

  /** Says the handshake and waits for the answer, whatever it is. Throws when none comes. */
  static async open(address: string, options: HandshakeOptions = {}): Promise<RawSocket> {
    const url = new URL(address);
    const raw = new RawSocket(url, options);
    raw.write(handshakeOf(url, options));
    await raw.answered();
    return raw;
  }

  /** Says an ordinary HTTP GET. */
  static async get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<RawSocket> {
    const url = new URL(address);
    const raw = new RawSocket(url);
    raw.write(requestOf(url, headers));
    await raw.answered();
    return raw;
  }

  async answered(ms = 10_000): Promise<void> {
    await this.news.holds(() => this.answer !== null || this.hasEnded, ms);
    if (this.answer !== null) return;
    this.destroy();
    throw new Error('the server did not answer the handshake');
  }

  get isOpen(): boolean {
    return this.answer?.status === 101 && !this.hasEnded;
  }

  /** Code and reason of the close frame that came; null when none did. 1005: it had no code. */
  get closed(): { readonly code: number; readonly reason: string } | null {
    const frame = this.frames.find(({ opcode }) => opcode === OPCODE.CLOSE);
    return frame === undefined ? null : closeOf(frame);
  }

  write(bytes: Uint8Array | string): void {
    if (!this.socket.destroyed) this.socket.write(bytes);
  }

  /** Resolves once the operating system has taken the bytes; false when the connection is gone. */
  wrote(bytes: Uint8Array): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.socket.destroyed) resolve(false);
      else this.socket.write(bytes, (error) => resolve(error == null));
    });
  }

  close(code = 1000): void {
    this.write(frameBytes({ opcode: OPCODE.CLOSE, content: closeContent(code) }));
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  #took(bytes: Buffer): void {
    if (this.answer === null) this.#headTook(bytes);
    else if (this.answer.status === 101) this.#framesTook(bytes);
    else this.#bodyTook(bytes);
    this.news.tell();
  }

  #headTook(bytes: Buffer): void {
    this.#head = Buffer.concat([this.#head, bytes]);
    const end = this.#head.indexOf(HEAD_END);
    if (end < 0) return;
    this.answer = answerOf(this.#head.subarray(0, end).toString('latin1'));
    const rest = this.#head.subarray(end + HEAD_END.length);
    if (rest.length === 0) return;
    if (this.answer.status === 101) this.#framesTook(rest);
    else this.#bodyTook(rest);
  }

  #bodyTook(bytes: Buffer): void {
    if (this.onBody !== null) this.onBody(bytes);
    else this.body = Buffer.concat([this.body, bytes]);
  }

  #framesTook(bytes: Buffer): void {
    for (const frame of this.#reader.push(bytes)) {
      if (this.onFrame !== null && frame.opcode !== OPCODE.CLOSE) this.onFrame(frame);
      else {
        this.frames.push(frame);
        this.frameTimes.push(performance.now());
        if (frame.opcode === OPCODE.CLOSE) this.onFrame?.(frame);
      }
    }
  }
}

export function closeOf({ content }: Frame): { code: number; reason: string } {
  if (content.length < 2) return { code: 1005, reason: '' };
  return { code: content.readUInt16BE(0), reason: content.subarray(2).toString() };
}

export function handshakeOf(
  url: URL,
  { subprotocols = [], extensions, headers = {} }: HandshakeOptions,
): string {
  return requestOf(url, {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...(subprotocols.length === 0 ? {} : { 'Sec-WebSocket-Protocol': subprotocols.join(', ') }),
    ...(extensions === undefined ? {} : { 'Sec-WebSocket-Extensions': extensions }),
    ...headers,
  });
}

function requestOf(url: URL, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ Host: url.host, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function answerOf(head: string): HttpAnswer {
  const [first = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(first.split(' ')[1] ?? 0), headers };
}
