import type { Channel } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import {
  type After,
  EdgeConnection,
  type EdgeConnectionOptions,
  type EdgeListener,
} from './edge-connection.ts';
import type { Following } from './following.ts';
import { subscribeWords } from './subscribe-words.ts';

type Positions = Readonly<Record<Channel, Position>>;

/** Single documents that an edge is asked for in one second: words have a limit there, and going over it ends the connection. */
const RESYNCS_PER_SECOND = 20;

/** At most one new beginning of a subscription in this time, however many channels of it ask for one. */
const BEGIN_AGAIN_MS = 1_000;

/** What one edge was told on the connection of now. */
export class EdgeSession {
  readonly connection: EdgeConnection;
  /** Between hello and the end of the connection. */
  isReady = false;
  readonly #token: string | undefined;
  readonly #after: After;
  /** Subscriptions of this connection, with the positions that they began from until the edge has answered. */
  readonly #told = new Set<number>();
  readonly #begunLately = new Set<number>();
  readonly #checks = new Map<Channel, () => void>();
  #resyncs = 0;
  /** Asked for in this second, but not of the edge yet. */
  readonly #resyncsLeft = new Set<Channel>();
  readonly #manyMissing: (channels: readonly Channel[]) => void;

  constructor(
    options: EdgeConnectionOptions,
    listener: EdgeListener,
    token: string | undefined,
    manyMissing: (channels: readonly Channel[]) => void,
  ) {
    this.connection = new EdgeConnection(options, listener);
    this.#token = token;
    this.#after = options.after;
    this.#manyMissing = manyMissing;
  }

  /** A new connection: nothing was said on it yet. */
  begin(): void {
    this.isReady = true;
    this.#told.clear();
    this.connection.say({ hello: this.#token === undefined ? {} : { token: this.#token } });
  }

  end(): void {
    this.isReady = false;
    this.#told.clear();
    for (const stop of this.#checks.values()) stop();
    this.#checks.clear();
    this.#resyncsLeft.clear();
  }

  /** Asks for the document whole. Of very many, the last ones go to `manyMissing` after a second. */
  resync(channel: Channel): void {
    if (this.#resyncs >= RESYNCS_PER_SECOND) {
      this.#resyncsLeft.add(channel);
      return;
    }
    if (this.#resyncs === 0) this.#after(1_000, () => this.#secondOver());
    this.#resyncs += 1;
    this.connection.say({ resync: { channel } });
  }

  #secondOver(): void {
    this.#resyncs = 0;
    const left = [...this.#resyncsLeft];
    this.#resyncsLeft.clear();
    if (left.length > 0) this.#manyMissing(left);
  }

  subscribe(following: Following, positions: Positions): void {
    if (!this.isReady || this.#told.has(following.id)) return;
    this.#told.add(following.id);
    for (const word of subscribeWords(following, positions, this.connection.wordBytes))
      this.connection.sayText(word);
  }

  unsubscribe(id: number): void {
    if (this.#told.delete(id)) this.connection.say({ unsubscribe: { id } });
  }

  /** Subscribes anew from these positions; not when that was done a moment ago. */
  beginAgain(following: Following, positions: Positions): void {
    const { id } = following;
    if (this.#begunLately.has(id)) return;
    this.#begunLately.add(id);
    this.#after(BEGIN_AGAIN_MS, () => this.#begunLately.delete(id));
    this.unsubscribe(id);
    this.subscribe(following, positions);
  }

  /** Looks again after a while, unless that is planned for the channel already. */
  checkLater(channel: Channel, ms: number, check: () => void): void {
    if (this.#checks.has(channel)) return;
    const stop = this.#after(ms, () => {
      this.#checks.delete(channel);
      check();
    });
    this.#checks.set(channel, stop);
  }
}
