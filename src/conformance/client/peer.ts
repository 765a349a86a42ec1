import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import { Broken } from '../outcome.ts';
import { complaintsAboutScreenWord } from '../stated/schemas.ts';
import { closeContent, type Frame, FrameReader, frameBytes, OPCODE } from '../wire/frame-bytes.ts';
import { Assembly } from '../wire/messages.ts';
import { News } from '../wire/news.ts';
import type { Content, ScriptFormat } from './script.ts';

/** A word of the client, looked at field by field. */
// biome-ignore lint/suspicious/noExplicitAny: a scenario says what it expects in each place.
type Word = any;

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** One connection of the client under test. */
export class Peer {
  readonly news = new News();
  readonly words: Word[] = [];
  readonly pongs: string[] = [];
  /** What is wrong with what it said, by rule. */
  readonly complaints: string[] = [];
  readonly format: ScriptFormat | null;
  readonly offersDeflate: boolean;
  /** Milliseconds of a monotonic clock. */
  readonly cameAt = performance.now();
  hasEnded = false;
  readonly #socket: Socket;
  readonly #reader = new FrameReader();
  readonly #assembly = new Assembly();

  constructor(request: IncomingMessage, socket: Socket, head: Buffer) {
    this.#socket = socket;
    const asked = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const known = asked.find((name) => name === 'splitsecond.json' || name === 'splitsecond.protobuf');
    this.format =
      known === 'splitsecond.protobuf' ? 'protobuf' : known !== undefined || asked[0] === '' ? 'json' : null;
    this.offersDeflate = /permessage-deflate/.test(request.headers['sec-websocket-extensions'] ?? '');
    socket.setNoDelay(true);
    socket.write(handshakeAnswer(request, known, this.offersDeflate));
    socket.on('data', (bytes) => this.#took(bytes));
    socket.on('error', () => {});
    socket.on('close', () => {
      this.hasEnded = true;
      this.news.tell();
    });
    if (head.length > 0) this.#took(head);
  }

  heard(name: string): Word[] {
    return this.words.filter((word) => name in word).map((word) => word[name]);
  }

  async until(what: string, holds: () => boolean, ms = 10_000): Promise<void> {
    if (!(await this.news.holds(holds, ms))) throw new Broken(`waited ${ms} ms in vain until ${what}`);
  }

  say(word: object): void {
    this.#frame(OPCODE.TEXT, JSON.stringify(word));
  }

  data({ opcode, bytes }: Content): void {
    this.#frame(opcode, bytes);
  }

  deflated({ opcode, bytes }: Content): void {
    const content = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
    this.write(frameBytes({ opcode, content, rsv: 4, masked: false }));
  }

  ping(content: string): void {
    this.#frame(OPCODE.PING, content);
  }

  write(bytes: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(bytes);
  }

  close(code: number, reason = ''): void {
    this.#frame(OPCODE.CLOSE, closeContent(code, reason));
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #frame(opcode: number, content: Buffer | string): void {
    this.write(frameBytes({ opcode, content, masked: false }));
  }

  #took(bytes: Buffer): void {
    for (const frame of this.#reader.push(bytes)) this.#heard(frame);
    this.news.tell();
  }

  #heard(frame: Frame): void {
    if (!frame.masked) this.complaints.push('a frame without a mask (RFC 6455, 5.1)');
    if (frame.opcode === OPCODE.PONG) this.pongs.push(frame.content.toString());
    else if (frame.opcode === OPCODE.PING) this.#frame(OPCODE.PONG, frame.content);
    else if (frame.opcode < 0x8) this.#message(frame);
  }

  #message(frame: Frame): void {
    try {
      const message = this.#assembly.take(frame);
      if (message === null) return;
      if (message.binary) this.complaints.push('a word in a binary frame');
      const word = JSON.parse(message.bytes.toString());
      const complaint = complaintsAboutScreenWord(word);
      if (complaint !== null) this.complaints.push(`${message.bytes.toString().slice(0, 100)}: ${complaint}`);
      this.words.push(word);
    } catch (error) {
      this.complaints.push(`unreadable: ${(error as Error).message}`);
    }
  }
}

function handshakeAnswer(
  { headers }: IncomingMessage,
  protocol: string | undefined,
  deflate: boolean,
): string {
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${GUID}`).digest('base64');
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
  lines.push(`Sec-WebSocket-Accept: ${accept}`);
  if (protocol !== undefined) lines.push(`Sec-WebSocket-Protocol: ${protocol}`);
  if (deflate)
    lines.push(
      'Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover',
    );
  return `${lines.join('\r\n')}\r\n\r\n`;
}
