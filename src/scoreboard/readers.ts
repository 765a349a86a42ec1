/** Machines that read packets over TCP: they come, or they are called. */
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What a machine may leave unread before its connection ends: it begins anew with the newest. */
const UNREAD_BYTES = 65_536;
const CALL_AGAIN_MS = 1_000;

/** Everybody who reads, each with the newest packets first. */
export class Readers {
  readonly #sockets = new Set<Socket>();
  readonly #report: (what: string) => void;
  #newest = Buffer.alloc(0);
  /** To a machine that is called: until it answers, and when to call again. */
  #calling: Socket | null = null;
  #again: NodeJS.Timeout | null = null;
  #server: Server | null = null;
  #isClosed = false;

  constructor(report: (what: string) => void) {
    this.#report = report;
  }

  get count(): number {
    return this.#sockets.size;
  }

  /** Says it to all, if it is something else than before. */
  show(packets: readonly Uint8Array[]): void {
    const bytes = Buffer.concat(packets);
    if (bytes.equals(this.#newest)) return;
    this.#newest = bytes;
    this.repeat();
  }

  repeat(): void {
    for (const socket of this.#sockets) this.#write(socket);
  }

  /** The port at which it listens. */
  async listen(port: number, host: string): Promise<number> {
    const server = createServer((socket) =>
      this.#join(socket, `${socket.remoteAddress}:${socket.remotePort}`),
    );
    this.#server = server;
    await new Promise<void>((listening, failed) => {
      server.once('error', failed).listen(port, host, listening);
    });
    return (server.address() as { port: number }).port;
  }

  /** Calls a machine that listens, again and again until it answers. */
  call(port: number, host: string): void {
    const socket = connect(port, host);
    this.#calling = socket;
    socket.once('connect', () => this.#join(socket, `${host}:${port}`));
    socket.on('error', (error) => {
      if (!this.#sockets.has(socket)) this.#report(`${host}:${port} does not answer: ${error.message}`);
    });
    socket.once('close', () => {
      if (!this.#isClosed) this.#again = setTimeout(() => this.call(port, host), CALL_AGAIN_MS);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#again !== null) clearTimeout(this.#again);
    this.#calling?.destroy();
    for (const socket of this.#sockets) socket.destroy();
    const server = this.#server;
    if (server !== null) await new Promise<void>((closed) => server.close(() => closed()));
  }

  #join(socket: Socket, name: string): void {
    this.#sockets.add(socket);
    this.#report(`${name} reads`);
    socket.setNoDelay(true);
    // A machine that only reads may say something; nobody listens.
    socket.resume();
    socket.on('error', () => {});
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.#report(`${name} has gone`);
    });
    this.#write(socket);
  }

  /** A machine that does not read gets no heap of old boards. */
  #write(socket: Socket): void {
    if (socket.writableLength > UNREAD_BYTES) socket.destroy();
    else if (this.#newest.length > 0) socket.write(this.#newest);
  }
}
