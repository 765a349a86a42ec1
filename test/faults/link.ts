/** The network between two parts: every byte passes on in order, until something happens to it. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * `open`: bytes pass. `cut`: connections break, none can be made. `silent`: they stand, and nothing comes through. `one-way`: nothing comes
 * back. `half-closed`: the far end hears that the near one has ended, and the near one hears nothing of it.
 */
export type Weather = 'open' | 'cut' | 'silent' | 'one-way' | 'half-closed';

interface Wire {
  readonly near: Socket;
  readonly far: Socket;
}

export class Link {
  readonly port: number;
  readonly #server: Server;
  readonly #to: number;
  readonly #wires = new Set<Wire>();
  #weather: Weather = 'open';
  #delayMs = 0;

  /** Listens on a free port of 127.0.0.1 and passes on to port `to`. */
  static async to(to: number): Promise<Link> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Link(server, to);
  }

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.#to = to;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (near) => this.#connected(near));
  }

  set(weather: Weather): void {
    this.#weather = weather;
    for (const wire of this.#wires) this.#feel(wire);
  }

  /** In each direction. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  close(): void {
    this.set('cut');
    this.#server.close();
  }

  #connected(near: Socket): void {
    near.on('error', () => near.destroy());
    if (this.#weather === 'cut') return void near.destroy();
    const far = connect({ port: this.#to, host: '127.0.0.1', noDelay: true });
    const wire = { near, far };
    this.#wires.add(wire);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => this.#later(() => to.write(bytes)));
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.#wires.delete(wire);
        this.#later(() => to.destroy());
      });
    }
    this.#feel(wire);
  }

  #feel({ near, far }: Wire): void {
    if (this.#weather === 'cut') {
      near.destroy();
      far.destroy();
      return;
    }
    if (this.#weather === 'half-closed') far.end();
    if (this.#weather === 'silent' || this.#weather === 'half-closed') near.pause();
    else near.resume();
    if (this.#weather === 'open') far.resume();
    else far.pause();
  }

  #later(run: () => void): void {
    if (this.#delayMs === 0) run();
    else setTimeout(run, this.#delayMs);
  }
}

export const linksTo = (ports: readonly number[]): Promise<Link[]> =>
  Promise.all(ports.map((port) => Link.to(port)));
