import type { SocketLike } from '../../src/client/connection.ts';

type Heard = (message: { data: unknown }) => void;

/** What happens to what an edge sends. */
export type Fate =
  | 'arrives'
  /** Data is lost, control arrives: what a broken proxy does. */
  | 'data lost'
  /** Everything waits, in order. */
  | 'late';

/** The way from one edge to the subscriber, in the test's hands; it outlives connections. */
export class FaultyLink {
  fate: Fate = 'arrives';
  /** Changes what comes in JSON. */
  spoil: ((text: string) => string) | null = null;
  /** Connections so far. */
  opened = 0;
  /** Messages that were lost. */
  lost = 0;
  #waiting: (() => void)[] = [];
  #cut: () => void = () => {};

  /** The socket as the subscriber sees it; `cut` ends it without a word. */
  over(socket: SocketLike, cut: () => void): SocketLike {
    this.opened += 1;
    this.#waiting = [];
    this.#cut = cut;
    return new Proxy(socket, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target);
        if (name !== 'addEventListener') return typeof value === 'function' ? value.bind(target) : value;
        return (kind: 'message', heard: Heard) =>
          target.addEventListener(kind, kind === 'message' ? (message) => this.#pass(heard, message) : heard);
      },
      set: (target, name, value) => Reflect.set(target, name, value, target),
    });
  }

  /** What waited arrives. */
  release(most = Number.POSITIVE_INFINITY): void {
    for (const arrive of this.#waiting.splice(0, most)) arrive();
  }

  cut(): void {
    this.#waiting = [];
    this.#cut();
  }

  #pass(heard: Heard, sent: { data: unknown }): void {
    const { spoil } = this;
    const message = spoil !== null && typeof sent.data === 'string' ? { data: spoil(sent.data) } : sent;
    if (this.fate === 'data lost' && isData(message.data)) {
      this.lost += 1;
      return;
    }
    if (this.fate === 'late' || this.#waiting.length > 0) {
      this.#waiting.push(() => heard(message));
      if (this.fate !== 'late') this.release();
    } else heard(message);
  }
}

const isData = (data: unknown): boolean =>
  typeof data !== 'string' || data.startsWith('{"document"') || data.startsWith('{"delta"');
