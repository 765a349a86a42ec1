/** The connection to an edge that all graphics of a page share. */
import { EdgeFeed } from '../client/edge-feed.ts';
import type { FeedState } from '../client/feed-state.ts';
import type { Subscriber } from '../client/subscriber.ts';

const links = new Map<string, EdgeLink>();

/** What is silent at a venue is not behind: nobody has anything newer. */
const BEHIND: readonly FeedState[] = ['CONNECTING', 'LOST', 'CLOSED', 'QUIET', 'BEHIND'];

export class EdgeLink {
  readonly #address: string;
  readonly #feed: EdgeFeed;
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
    this.#feed = new EdgeFeed(address);
  }

  get subscriber(): Subscriber {
    return this.#feed.subscriber;
  }

  /** What comes over it may be believed, and counted on. */
  get isLive(): boolean {
    return this.#feed.state === 'LIVE';
  }

  /** There may be something newer than what has come. */
  get isBehind(): boolean {
    return BEHIND.includes(this.#feed.state);
  }

  /** All that a pattern means has come, where so many have. */
  hasAll(pattern: string, count: number): boolean {
    const channels = this.#feed.channelsOf(pattern);
    return channels !== null && count >= channels;
  }

  giveBack(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    if (links.get(this.#address) === this) links.delete(this.#address);
    this.subscriber.close();
  }
}
