/** A connection to one edge, and what is known of whether that may be believed which comes over it. */
import type { ConnectionState } from './connection.ts';
import { type FeedState, feedState, type Heard } from './feed-state.ts';
import { Subscriber } from './subscriber.ts';

export class EdgeFeed {
  readonly subscriber: Subscriber;
  #connection: ConnectionState = { state: 'connecting', attempt: 0 };
  #heard: Heard | null = null;

  /** `address`: `http://10.0.0.5:8080`; throws for one that is none. `changed`: `heard` is null before the first keep-alive, and of a connection that is gone. */
  constructor(
    address: string,
    changed: (connection: ConnectionState, heard: Heard | null) => void = () => {},
  ) {
    let everyMs = 5_000;
    this.subscriber = new Subscriber({
      url: streamOf(address),
      onState: (state) => {
        this.#connection = state;
        if (state.state !== 'live') this.#heard = null;
        changed(this.#connection, this.#heard);
      },
      onControl: (says) => {
        if ('welcome' in says) everyMs = says.welcome.keepaliveMs;
        if (!('keepalive' in says)) return;
        this.#heard = { keepalive: says.keepalive, at: Date.now(), everyMs };
        changed(this.#connection, this.#heard);
      },
    });
  }

  get state(): FeedState {
    return feedState(this.#connection, this.#heard, Date.now());
  }
}

function streamOf(address: string): string {
  const url = new URL('/v1/stream', address);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
