/** A wire desk that takes signed requests, and does as a test says. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A status, or what becomes of the connection. */
export type Answer = number | 'cut' | 'silence';

export class DeskServer {
  readonly received: Received[] = [];
  /** What is answered, one after the other; 204 after the last. */
  answers: Answer[] = [];
  retryAfter: string | null = null;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.received.push({ method: request.method!, headers: request.headers, body: Buffer.concat(parts) });
        const answer = this.answers.shift() ?? 204;
        if (answer === 'cut') request.socket.destroy();
        if (typeof answer !== 'number') return;
        if (this.retryAfter !== null) response.setHeader('retry-after', this.retryAfter);
        if (answer >= 300 && answer < 400) response.setHeader('location', '/elsewhere');
        response.writeHead(answer).end();
      });
    });
  }

  async open(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.port}/in`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
