/** What a connection to an edge says of itself, and what may be believed for it. */
import type { Says } from '../model/server-words.ts';
import type { ConnectionState } from './connection.ts';
import { type FeedState, feedState, type Heard } from './feed-state.ts';

export class HeardFeed {
  #connection: ConnectionState = { state: 'connecting', attempt: 0 };
  #heard: Heard | null = null;
  #everyMs = 5_000;

  get connection(): ConnectionState {
    return this.#connection;
  }

  /** The last keep-alive; null before the first one, and of a connection that is gone. */
  get heard(): Heard | null {
    return this.#heard;
  }

  became(connection: ConnectionState): void {
    this.#connection = connection;
    if (connection.state !== 'live') this.#heard = null;
  }

  /** `at`: milliseconds since 1970. True where something else may be believed from here on. */
  said(says: Says, at: number): boolean {
    if ('welcome' in says) this.#everyMs = says.welcome.keepaliveMs;
    if (!('keepalive' in says)) return false;
    this.#heard = { keepalive: says.keepalive, at, everyMs: this.#everyMs };
    return true;
  }

  state(now: number): FeedState {
    return feedState(this.#connection, this.#heard, now);
  }
}
