import type { SocketLike } from '../client/connection.ts';
import type { Timing } from '../timing.ts';
import { Conversation, type Truth, type Wants } from './conversation.ts';
import type { Reading } from './reading.ts';

export interface RawScreenOptions {
  readonly wants: Wants & { readonly format: 'json' | 'protobuf' };
  /** More fields of `subscribe`. */
  readonly options: object;
  readonly channel: string;
  readonly truth: Truth;
  readonly sent: Truth;
  readonly reading: Reading;
  readonly timing: Timing;
  /** A connection to the next edge. */
  readonly openSocket: (subprotocol: string) => SocketLike;
  /** Between 0 and 1. */
  readonly chance: () => number;
}

const SILENT_MS = 15_000;
const BACK_MS = 1_000;

/** A screen without the library: it says where it stands on every new connection, and its whole conversation is checked. */
export class RawScreen {
  readonly talk: Conversation;
  readonly #options: RawScreenOptions;
  #socket: SocketLike | null = null;
  #stopWaiting: () => void = () => {};

  constructor(options: RawScreenOptions) {
    this.#options = options;
    const { wants, truth, sent, reading } = options;
    const read = reading[wants.format];
    this.talk = new Conversation(wants, truth, sent, (data) => read.read(data));
  }

  connect(): void {
    const { wants, openSocket } = this.#options;
    const socket = openSocket(`splitsecond.${wants.format}`);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#begin(socket));
    socket.addEventListener('message', ({ data }) => this.#heard(socket, data as string | Uint8Array));
    socket.addEventListener('close', () => this.#lost(socket));
    this.#listen(socket);
  }

  /** Asks for what it holds once more, whole. */
  resync(channel: string): void {
    this.talk.resyncs(channel);
    this.#socket?.send(JSON.stringify({ resync: { channel } }));
  }

  #begin(socket: SocketLike): void {
    if (socket !== this.#socket) return;
    const { channel, wants, options } = this.#options;
    const positions = this.talk.positions();
    this.talk.begins(positions);
    const { mode, delta } = wants;
    socket.send(JSON.stringify({ subscribe: { id: 1, channel, mode, delta, positions, ...options } }));
  }

  #heard(socket: SocketLike, data: string | Uint8Array): void {
    if (socket !== this.#socket) return;
    this.#listen(socket);
    const damaged = this.talk.heard(data);
    if (damaged !== null) this.resync(damaged);
  }

  /** One that says nothing for so long is given up. */
  #listen(socket: SocketLike): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#options.timing.after(SILENT_MS, () => {
      socket.close();
      this.#lost(socket);
    });
  }

  #lost(socket: SocketLike): void {
    if (socket !== this.#socket) return;
    this.#stopWaiting();
    this.#socket = null;
    this.#options.timing.after(BACK_MS * (0.5 + this.#options.chance()), () => this.connect());
  }
}
