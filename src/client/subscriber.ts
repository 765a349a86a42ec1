import type { Decoded } from '../encode/decode.ts';
import { decodeJsonFrame } from '../encode/decode-json.ts';
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Says } from '../model/server-words.ts';
import { type ConnectionState, type OpenSocket, openGlobalSocket, type SocketLike } from './connection.ts';
import { HeldDocuments } from './held-documents.ts';
import { shouldReconnect, waitBefore } from './reconnect.ts';

/** Reads a data frame. JSON is built in; protobuf is given by `subscriber-node.ts`, so that browsers stay small. */
export interface FrameReader {
  readonly subprotocol: string;
  read(data: string | Uint8Array): Decoded;
}

export const jsonReader: FrameReader = {
  subprotocol: 'splitsecond.json',
  read: (data) => decodeJsonFrame(data as string),
};

export interface SubscriberOptions {
  /** `ws://host:port/v1/stream` */
  readonly url: string;
  readonly reader?: FrameReader;
  readonly openSocket?: OpenSocket;
  readonly token?: string;
  readonly onState?: (state: ConnectionState) => void;
  /** Every control message, `welcome` and `keepalive` included. */
  readonly onControl?: (says: Says) => void;
  /** Between 0 and 1, for the spread of reconnects. */
  readonly chance?: () => number;
  /** Starts a timer and gives back what stops it. */
  readonly after?: (ms: number, run: () => void) => () => void;
  /** A connection is given up after this many keep-alive intervals without a word. Default 3. */
  readonly silentIntervals?: number;
}

export interface FollowOptions {
  readonly mode?: 'live' | 'every';
  /** Default: true in mode `live`. */
  readonly delta?: boolean;
  readonly after?: Position;
  /** At most so many updates a second of each channel; 0 or absent: no limit. Mode `live` only. */
  readonly ratePerSecond?: number;
  /** How long the channels are held back, up to 600,000. */
  readonly delayMs?: number;
  /** Only the rows that any of these names; the document then holds those alone. Mode `live` only. */
  readonly rows?: {
    readonly top?: number;
    readonly organisations?: readonly string[];
    readonly competitors?: readonly string[];
  };
}

/** Options that can change while a pattern is followed; what is not named stays. */
export type ChangedOptions = Pick<FollowOptions, 'ratePerSecond' | 'delayMs'>;

/** Ends the following; `change` alters its options. */
export interface StopFollowing {
  (): void;
  change(options: ChangedOptions): void;
}

/** A newer version of a document; `delta` says what changed when that is how it came. */
export type OnDocument = (document: Document, delta: Delta | null, channel: Channel) => void;

interface Following {
  readonly id: number;
  readonly pattern: string;
  options: FollowOptions;
  readonly onDocument: OnDocument;
}

/**
 * Follows channels of a Splitsecond edge: applies deltas, proves every version by its hash, asks for
 * a fresh document when the proof fails, and goes on after a broken connection where it was.
 */
export class Subscriber {
  readonly #options: SubscriberOptions;
  readonly #reader: FrameReader;
  readonly #openSocket: OpenSocket;
  readonly #held = new HeldDocuments();
  readonly #followings = new Map<number, Following>();
  #socket: SocketLike | null = null;
  #state: ConnectionState = { state: 'connecting', attempt: 0 };
  #attempt = 0;
  #nextId = 1;
  #isClosed = false;
  #stopWaiting: () => void = () => {};
  #stopListening: () => void = () => {};
  #keepaliveMs = 5_000;
  #mismatches = 0;
  /** Named by a keep-alive and not there yet: asked for when the next one names it again. */
  readonly #missed = new Map<Channel, number>();

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.#reader = options.reader ?? jsonReader;
    this.#openSocket = options.openSocket ?? openGlobalSocket;
    this.#connect();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** How often a frame did not lead to its hash. */
  get mismatches(): number {
    return this.#mismatches;
  }

  document(channel: Channel): Document | null {
    return this.#held.get(channel);
  }

  /** Subscribes to a channel or a pattern; the returned function ends it, its `change` alters it. */
  follow(pattern: string, onDocument: OnDocument, options: FollowOptions = {}): StopFollowing {
    const following: Following = { id: this.#nextId, pattern, options, onDocument };
    this.#nextId += 1;
    this.#followings.set(following.id, following);
    if (this.#state.state === 'live') this.#subscribe(following);
    const change = (changed: ChangedOptions): void => this.#change(following, changed);
    return Object.assign(() => this.#unfollow(following), { change });
  }

  /** Asks for a whole document; also what happens by itself when a hash does not fit. */
  resync(channel: Channel): void {
    this.#held.forget(channel);
    this.#send({ resync: { channel } });
  }

  ping(): void {
    this.#send({ ping: {} });
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWaiting();
    this.#stopListening();
    this.#socket?.close(1000, 'done');
    this.#become({ state: 'closed', code: 1000, reason: 'done' });
  }

  #connect(): void {
    this.#become({ state: 'connecting', attempt: this.#attempt });
    const socket = this.#openSocket(this.#options.url, this.#reader.subprotocol);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.#opened(socket));
    socket.addEventListener('message', ({ data }) => this.#heard(socket, data));
    socket.addEventListener('close', ({ code, reason }) => this.#lost(socket, code, reason));
    // Every error is followed by a close, which says more.
    socket.addEventListener('error', () => {});
  }

  #opened(socket: SocketLike): void {
    if (socket !== this.#socket || this.#isClosed) return;
    this.#held.startOver();
    this.#become({ state: 'live' });
    this.#listen();
    this.#send({ hello: this.#options.token === undefined ? {} : { token: this.#options.token } });
    for (const following of this.#followings.values()) this.#subscribe(following);
  }

  #heard(socket: SocketLike, data: unknown): void {
    if (socket !== this.#socket || this.#isClosed) return;
    this.#listen();
    if (typeof data === 'string') {
      const says = controlOf(data);
      if (says !== null) this.#control(says);
      else this.#data(data);
    } else this.#data(new Uint8Array(data as ArrayBuffer));
  }

  #control(says: Says): void {
    if ('subscribed' in says) this.#attempt = 0;
    if ('welcome' in says) this.#keepaliveMs = says.welcome.keepaliveMs;
    if ('keepalive' in says) this.#compare(says.keepalive.positions);
    this.#options.onControl?.(says);
  }

  #data(data: string | Uint8Array): void {
    const frame = this.#read(data);
    if (frame === null) return;
    const update = this.#held.take(frame);
    if (update.kind === 'known') return;
    if (update.kind === 'mismatch') {
      this.#mismatches += 1;
      this.resync(update.channel);
      return;
    }
    for (const { pattern, onDocument } of [...this.#followings.values()]) {
      if (matches(pattern, update.channel)) onDocument(update.document, update.delta, update.channel);
    }
  }

  #read(data: string | Uint8Array): Decoded | null {
    try {
      return this.#reader.read(data);
    } catch {
      // Not a frame of this protocol: another connection may do better.
      this.#giveUp('unreadable');
      return null;
    }
  }

  /** SC13: a screen that missed the newest version learns of it from the keep-alive. */
  #compare(positions: Readonly<Record<Channel, Position>>): void {
    for (const [channel, { epoch, version }] of Object.entries(positions)) {
      const held = this.#held.get(channel);
      // What the keep-alive names was handed to the socket before it, or is on its way behind it.
      if (held !== null && held.epoch === epoch && held.version >= version) continue;
      if (this.#missed.get(channel) === version) this.resync(channel);
      else this.#missed.set(channel, version);
    }
  }

  #subscribe({ id, pattern, options }: Following): void {
    const { mode = 'live', delta = mode === 'live', after, ratePerSecond, delayMs, rows } = options;
    const positions = this.#held.positions((channel) => matches(pattern, channel));
    const resume = Object.keys(positions).length > 0 ? { positions } : after === undefined ? {} : { after };
    this.#send({ subscribe: { id, channel: pattern, mode, delta, ratePerSecond, delayMs, rows, ...resume } });
  }

  #change(following: Following, changed: ChangedOptions): void {
    following.options = { ...following.options, ...changed };
    this.#send({ change: { id: following.id, ...changed } });
  }

  #unfollow({ id }: Following): void {
    if (!this.#followings.delete(id)) return;
    this.#send({ unsubscribe: { id } });
  }

  #send(word: object): void {
    if (this.#state.state === 'live') this.#socket?.send(JSON.stringify(word));
  }

  #lost(socket: SocketLike, code: number, reason: string): void {
    if (socket !== this.#socket || this.#isClosed) return;
    this.#stopListening();
    this.#socket = null;
    if (!shouldReconnect(code)) {
      this.#isClosed = true;
      this.#become({ state: 'closed', code, reason });
      return;
    }
    const ms = waitBefore(this.#attempt, reason, (this.#options.chance ?? Math.random)());
    this.#attempt += 1;
    this.#become({ state: 'waiting', ms, code, reason });
    this.#stopWaiting = this.#after(ms, () => this.#connect());
  }

  /** A connection that has gone quiet without closing is given up. */
  #listen(): void {
    this.#stopListening();
    const ms = this.#keepaliveMs * (this.#options.silentIntervals ?? 3);
    this.#stopListening = this.#after(ms, () => this.#giveUp('silent'));
  }

  #giveUp(reason: string): void {
    const socket = this.#socket;
    if (socket === null) return;
    this.#lost(socket, 1006, reason);
    socket.close();
  }

  #after(ms: number, run: () => void): () => void {
    if (this.#options.after !== undefined) return this.#options.after(ms, run);
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState?.(state);
  }
}

const CONTROL =
  /^\{"(welcome|hello|subscribed|changed|unsubscribed|gap|pong|keepalive|behind|notice|error)":/;

/** Control messages are JSON text in every format; each is an object with one known name. */
function controlOf(data: string): Says | null {
  return CONTROL.test(data) ? (JSON.parse(data) as Says) : null;
}

/** The same meaning of `*` as on the server (SC5). */
function matches(pattern: string, channel: Channel): boolean {
  if (!pattern.includes('*')) return pattern === channel;
  const [unit = '', type = '*', subcode = '*'] = pattern.split('/');
  const parts = channel.split('/');
  return fits(unit, parts[0] ?? '') && fits(type, parts[1] ?? '') && fits(subcode, parts[2] ?? '');
}

const fits = (part: string, text: string): boolean =>
  part.endsWith('*') ? text.startsWith(part.slice(0, -1)) : part === text;
