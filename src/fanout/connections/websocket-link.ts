import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { CloseReason } from './close-codes.ts';
import type { Link } from './link.ts';

/** A screen that does not answer the close frame within this time is cut off. */
const CLOSE_PATIENCE_MS = 2_000;

/**
 * Writes prepared frames straight to the socket under a `ws` connection, past its sender: one write
 * of shared bytes per screen instead of a header and a copy each. `ws` does the handshake, reads, and
 * sends pong and close. Both sides write whole frames only, and `ws` is never given data to send (which
 * it would deflate, and write later than it is called), so frames never mix.
 */
export class WebSocketLink implements Link {
  readonly #websocket: WebSocket;
  readonly #socket: Socket;

  constructor(websocket: WebSocket, socket: Socket) {
    this.#websocket = websocket;
    this.#socket = socket;
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

  close(reason: CloseReason): void {
    this.#websocket.close(reason.code, reason.text);
    setTimeout(() => this.terminate(), CLOSE_PATIENCE_MS).unref();
  }

  terminate(): void {
    this.#websocket.terminate();
  }

  /** After a close frame nothing may follow (RFC 6455, 5.5.1). */
  get #isOpen(): boolean {
    return this.#websocket.readyState === this.#websocket.OPEN && this.#socket.writable;
  }
}
