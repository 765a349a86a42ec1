import type { Socket } from 'node:net';
import type { CloseReason } from './close-codes.ts';
import type { Link } from './link.ts';

/** A reader that does not take the end within this time is cut off. */
const CLOSE_PATIENCE_MS = 2_000;

const HEAD =
  'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n' +
  'X-Content-Type-Options: nosniff\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n';

/**
 * Events straight to the socket of an HTTP request. The answer ends with the connection, so shared bytes go
 * out as they are, without a chunk header for each screen.
 */
export class SseLink implements Link {
  readonly #socket: Socket;
  #hasEnded = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.write(HEAD);
  }

  get writable(): boolean {
    return !this.#socket.writableNeedDrain && this.#isOpen;
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength;
  }

  write(frames: Uint8Array): boolean {
    return this.#isOpen && this.#socket.write(frames);
  }

  /** The close code as an event, and when a browser is to come back by itself. */
  close({ code, text }: CloseReason): void {
    if (!this.#isOpen) return;
    const [, from = '0', to = '1000'] = /(\d{1,6})-(\d{1,6}) ms/.exec(text) ?? [];
    const retry = Number(from) + Math.floor(Math.random() * (Number(to) - Number(from)));
    const said = JSON.stringify({ code, reason: text });
    this.#hasEnded = true;
    this.#socket.end(`retry: ${retry}\nevent: close\ndata: ${said}\n\n`);
    setTimeout(() => this.terminate(), CLOSE_PATIENCE_MS).unref();
  }

  terminate(): void {
    this.#socket.destroy();
  }

  get #isOpen(): boolean {
    return !this.#hasEnded && this.#socket.writable;
  }
}
