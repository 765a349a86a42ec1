import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Broken } from '../outcome.ts';
import { News } from '../wire/news.ts';
import { Peer } from './peer.ts';
import { CHANNEL, Script } from './script.ts';

export const KEEPALIVE_MS = 500;
/** Beside the window that a close code names: to connect, on a machine that has other things to do. */
export const TOLERANCE_MS = 1_500;

/** The scripted server: takes whoever connects, and serves as the rules say until a scenario does otherwise. */
export class Theatre {
  readonly script = new Script();
  readonly peers: Peer[] = [];
  readonly #server: Server = createServer((_request, response) => response.writeHead(404).end());
  readonly #news = new News();
  readonly #waitMs: number;
  readonly #timer: NodeJS.Timeout;
  /** Handshakes that are to be answered with HTTP 503. */
  refusals = 0;
  /** Connections that get nothing said to them after welcome. */
  isMute = false;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.refusals > 0) {
        this.refusals -= 1;
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        this.#news.tell();
        return;
      }
      const peer = new Peer(request, socket as Socket, head);
      this.peers.push(peer);
      this.#serve(peer);
      this.#news.tell();
    });
    this.#timer = setInterval(() => this.#keepalive(), KEEPALIVE_MS);
  }

  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.on('error', reject);
      this.#server.listen(port, '127.0.0.1', () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  close(): void {
    clearInterval(this.#timer);
    for (const peer of this.peers) peer.destroy();
    this.#server.close();
  }

  get #newest(): Peer | undefined {
    return this.peers.at(-1);
  }

  /** The client, connected, subscribed, and with the newest version. */
  async settled(): Promise<Peer> {
    const isThere = (): boolean => this.#newest?.hasEnded === false;
    if (!(await this.#news.holds(isThere, this.#waitMs)))
      throw new Broken(`no client connected within ${this.#waitMs / 1_000} s`);
    const peer = this.#newest!;
    await peer.until(`it subscribes to ${CHANNEL}`, () => peer.heard('subscribe').length > 0, this.#waitMs);
    return peer;
  }

  /** The next connection after this one, and what it says that it has. Throws when it does not come back. */
  async returned(from: Peer, ms = 20_000): Promise<Peer> {
    const count = this.peers.indexOf(from) + 1;
    if (!(await this.#news.holds(() => this.peers.length > count, ms)))
      throw new Broken(`it did not come back within ${ms} ms`);
    return this.settled();
  }

  /** True when nobody connects for so long. */
  async staysAway(from: Peer, ms: number): Promise<boolean> {
    const count = this.peers.indexOf(from) + 1;
    return !(await this.#news.holds(() => this.peers.length > count, ms));
  }

  welcome(): object {
    const limits = {
      outboundBytes: 1_048_576,
      unreadMs: 10_000,
      wordBytes: 65_536,
      subscriptions: 256,
      firstWordMs: 10_000,
      wordsPerSecond: 50,
    };
    return { server: 'scripted', protocol: 1, format: 'json', keepaliveMs: KEEPALIVE_MS, limits };
  }

  #serve(peer: Peer): void {
    if (this.isMute) return;
    peer.say({ welcome: { ...this.welcome(), format: peer.format ?? 'json' } });
    let answered = 0;
    const answer = (): void => {
      for (const word of peer.words.slice(answered)) {
        answered += 1;
        if ('subscribe' in word) this.#subscribe(peer, word.subscribe);
        if ('hello' in word) peer.say({ hello: { access: 'public' } });
        if ('ping' in word) peer.say({ pong: { id: word.ping.id ?? null, at: new Date().toISOString() } });
      }
      if (!peer.hasEnded)
        void peer.news.holds(() => peer.words.length > answered || peer.hasEnded, 60_000).then(answer);
    };
    answer();
  }

  #subscribe(peer: Peer, { id, channel, mode = 'live', delta = false, after, positions }: Subscribe): void {
    const position = after ?? positions?.[CHANNEL];
    const { epoch, version } = this.script.position;
    const resumed = position?.epoch === epoch && position.version <= version && position.version > 0;
    peer.say({ subscribed: { id, channel, mode, delta, resumed, channels: 1 } });
    const format = peer.format ?? 'json';
    if (!resumed) peer.data(this.script.whole(format));
    else if (position.version < version) peer.data(this.script.delta(format, position.version));
  }

  #keepalive(): void {
    const peer = this.#newest;
    if (peer === undefined || peer.hasEnded || this.isMute) return;
    const positions = { [CHANNEL]: this.script.position };
    peer.say({ keepalive: { at: new Date().toISOString(), behind: 0, sources: [], positions } });
  }
}

interface Subscribe {
  readonly id: number | string;
  readonly channel: string;
  readonly mode?: string;
  readonly delta?: boolean;
  readonly after?: { epoch: string; version: number };
  readonly positions?: Readonly<Record<string, { epoch: string; version: number }>>;
}
