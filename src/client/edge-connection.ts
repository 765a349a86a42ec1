import type { Decoded } from '../encode/decoded.ts';
import type { Says } from '../model/server-words.ts';
import type { ConnectionState, EdgeState, OpenSocket, SocketLike } from './connection.ts';
import { controlOf, type FrameReader } from './frame-reader.ts';
import { shouldReconnect, waitBefore } from './reconnect.ts';

/** Starts a timer and gives back what stops it. */
export type After = (ms: number, run: () => void) => () => void;

export interface EdgeConnectionOptions {
  readonly url: string;
  readonly reader: FrameReader;
  readonly openSocket: OpenSocket;
  /** Between 0 and 1, for the spread of reconnects: each connection throws its own. */
  readonly chance: () => number;
  readonly after: After;
  /** A connection is given up after this many keep-alive intervals without a word. */
  readonly silentIntervals: number;
}

/** What a connection tells. */
export interface EdgeListener {
  /** Words can be said; nothing of an earlier connection counts any more. */
  opened(): void;
  said(says: Says): void;
  sent(frame: Decoded): void;
  /** After an `opened`: the connection has ended. */
  lost(): void;
  changed(): void;
}

/** Until the edge has said its own. */
const KEEPALIVE_MS = 5_000;
const WORD_BYTES = 65_536;

/** The connection to one edge: kept up, read, and made anew with jitter for as long as the edge allows it (SC15). */
export class EdgeConnection {
  readonly #options: EdgeConnectionOptions;
  readonly #listener: EdgeListener;
  #socket: SocketLike | null = null;
  #state: ConnectionState = { state: 'connecting', attempt: 0 };
  #attempt = 0;
  #stopWaiting: () => void = () => {};
  #stopListening: () => void = () => {};
  #keepaliveMs = KEEPALIVE_MS;
  #wordBytes = WORD_BYTES;

  constructor(options: EdgeConnectionOptions, listener: EdgeListener) {
    this.#options = options;
    this.#listener = listener;
  }

  get state(): EdgeState {
    return { ...this.#state, url: this.#options.url };
  }

  get isLive(): boolean {
    return this.#state.state === 'live';
  }

  /** Will not be tried again. */
  get isOver(): boolean {
    return this.#state.state === 'closed';
  }

  get keepaliveMs(): number {
    return this.#keepaliveMs;
  }

  /** The longest word that the edge takes. */
  get wordBytes(): number {
    return this.#wordBytes;
  }

  connect(): void {
    this.#become({ state: 'connecting', attempt: this.#attempt });
    const { openSocket, url, reader } = this.#options;
    const socket = openSocket(url, reader.subprotocol);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.#opened(socket));
    socket.addEventListener('message', ({ data }) => this.#heard(socket, data));
    socket.addEventListener('close', ({ code, reason }) => this.#lost(socket, code, reason));
    // Every error is followed by a close, which says more.
    socket.addEventListener('error', () => {});
  }

  say(word: object): void {
    this.sayText(JSON.stringify(word));
  }

  sayText(text: string): void {
    if (this.isLive) this.#socket?.send(text);
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#stopWaiting();
    this.#stopListening();
    socket?.close(1000, 'done');
    this.#become({ state: 'closed', code: 1000, reason: 'done' });
  }

  #opened(socket: SocketLike): void {
    if (socket !== this.#socket) return;
    this.#become({ state: 'live' });
    this.#listen();
    this.#listener.opened();
  }

  #heard(socket: SocketLike, data: unknown): void {
    if (socket !== this.#socket) return;
    this.#listen();
    const says = typeof data === 'string' ? controlOf(data) : null;
    if (says !== null) {
      this.#note(says);
      this.#listener.said(says);
      return;
    }
    const frame = this.#read(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer));
    if (frame !== null) this.#listener.sent(frame);
  }

  #note(says: Says): void {
    if ('subscribed' in says) this.#attempt = 0;
    if (!('welcome' in says)) return;
    this.#keepaliveMs = says.welcome.keepaliveMs;
    this.#wordBytes = says.welcome.limits?.wordBytes ?? WORD_BYTES;
  }

  #read(data: string | Uint8Array): Decoded | null {
    try {
      return this.#options.reader.read(data);
    } catch {
      // Not a frame of this protocol: another connection may do better.
      this.#giveUp('unreadable');
      return null;
    }
  }

  #lost(socket: SocketLike, code: number, reason: string): void {
    if (socket !== this.#socket) return;
    const wasLive = this.isLive;
    this.#stopListening();
    this.#socket = null;
    if (shouldReconnect(code)) this.#comeBack(code, reason);
    else this.#become({ state: 'closed', code, reason });
    if (wasLive) this.#listener.lost();
  }

  #comeBack(code: number, reason: string): void {
    const ms = waitBefore(this.#attempt, reason, this.#options.chance());
    this.#attempt += 1;
    this.#stopWaiting = this.#options.after(ms, () => this.connect());
    this.#become({ state: 'waiting', ms, code, reason });
  }

  /** A connection that has gone quiet without closing is given up. */
  #listen(): void {
    this.#stopListening();
    const ms = this.#keepaliveMs * this.#options.silentIntervals;
    this.#stopListening = this.#options.after(ms, () => this.#giveUp('silent'));
  }

  #giveUp(reason: string): void {
    const socket = this.#socket;
    if (socket === null) return;
    this.#lost(socket, 1006, reason);
    socket.close();
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#listener.changed();
  }
}
