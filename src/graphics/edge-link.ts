/** The connection to an edge that all graphics of a page share, and whether what comes over it may be believed. */

import type { ConnectionState } from '../client/connection.ts';
import { feedState, type Heard } from '../client/feed-state.ts';
import { Subscriber } from '../client/subscriber.ts';

const links = new Map<string, EdgeLink>();

export class EdgeLink {
  readonly subscriber: Subscriber;
  readonly #address: string;
  #connection: ConnectionState = { state: 'connecting', attempt: 0 };
  #heard: Heard | null = null;
  #holders = 0;

  /** `address`: `http://10.0.0.5:8080`. Whoever takes it gives it back. Throws for an address that is none. */
  static take(address: string): EdgeLink {
    const link = links.get(address) ?? new EdgeLink(address);
    links.set(address, link);
    link.#holders += 1;
    return link;
  }

  /** One that is shared with nobody: on a connection a channel comes in one mode only. */
  static own(address: string): EdgeLink {
    return new EdgeLink(address);
  }

  private constructor(address: string) {
    this.#address = address;
    let everyMs = 5_000;
    this.subscriber = new Subscriber({
      url: streamOf(address),
      onState: (state) => {
        this.#connection = state;
        if (state.state !== 'live') this.#heard = null;
      },
      onControl: (says) => {
        if ('welcome' in says) everyMs = says.welcome.keepaliveMs;
        if ('keepalive' in says) this.#heard = { keepalive: says.keepalive, at: Date.now(), everyMs };
      },
    });
  }

  /** Only then may anything be counted on. */
  get isLive(): boolean {
    return feedState(this.#connection, this.#heard, Date.now()) === 'LIVE';
  }

  giveBack(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    if (links.get(this.#address) === this) links.delete(this.#address);
    this.subscriber.close();
  }
}

function streamOf(address: string): string {
  const url = new URL('/v1/stream', address);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
