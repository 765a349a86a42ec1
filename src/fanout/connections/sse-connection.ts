import type { Socket } from 'node:net';
import type { CloseReason } from './close-codes.ts';
import { SocketConnection } from './socket-connection.ts';

const HEAD =
  'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n' +
  'X-Content-Type-Options: nosniff\r\nX-Accel-Buffering: no\r\nVary: Origin\r\nConnection: close\r\n';

/**
 * Events straight to the socket of an HTTP request. The answer ends with the connection, so shared bytes go
 * out as they are, without a chunk header for each screen.
 */
export class SseConnection extends SocketConnection {
  #hasEnded = false;

  /** `headers`: of this answer alone. */
  constructor(socket: Socket, headers: Readonly<Record<string, string>> = {}) {
    super(socket);
    const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`${HEAD}${own.join('')}\r\n`);
  }

  /** The close code as an event, and when a browser is to come back by itself. */
  close(reason: CloseReason): void {
    if (!this.isOpen) return;
    const { code, text } = reason;
    const [, from = '0', to = '1000'] = /(\d{1,6})-(\d{1,6}) ms/.exec(text) ?? [];
    const retry = Number(from) + Math.floor(Math.random() * (Number(to) - Number(from)));
    const said = JSON.stringify({ code, reason: text });
    this.#hasEnded = true;
    this.socket.end(`retry: ${retry}\nevent: close\ndata: ${said}\n\n`);
    this.terminateSoon(reason);
  }

  terminate(): void {
    this.socket.destroy();
  }

  protected get isOpen(): boolean {
    return !this.#hasEnded && this.socket.writable;
  }
}
