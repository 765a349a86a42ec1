import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { CloseReason } from './close-codes.ts';
import { SocketConnection } from './socket-connection.ts';

/**
 * Writes prepared frames straight to the socket under a `ws` connection, past its sender: one write
 * of shared bytes per screen instead of a header and a copy each. `ws` does the handshake, reads, and
 * sends pong and close. Both sides write whole frames only, and `ws` is never given data to send (which
 * it would deflate, and write later than it is called), so frames never mix.
 */
export class WebSocketConnection extends SocketConnection {
  readonly #websocket: WebSocket;

  constructor(websocket: WebSocket, socket: Socket) {
    super(socket);
    this.#websocket = websocket;
  }

  close(reason: CloseReason): void {
    this.#websocket.close(reason.code, reason.text);
    this.terminateSoon(reason);
  }

  terminate(): void {
    this.#websocket.terminate();
  }

  /** After a close frame nothing may follow (RFC 6455, 5.5.1). */
  protected get isOpen(): boolean {
    return this.#websocket.readyState === this.#websocket.OPEN && this.socket.writable;
  }
}
