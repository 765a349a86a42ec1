/** A connection to one edge, and what is known of whether that may be believed which comes over it. */
import type { FeedState } from './feed-state.ts';
import { HeardFeed } from './heard-feed.ts';
import { Subscriber } from './subscriber.ts';

export class EdgeFeed {
  readonly subscriber: Subscriber;
  readonly #feed = new HeardFeed();
  readonly #channels = new Map<string, number>();

  /** `address`: `http://10.0.0.5:8080`; throws for one that is none. `changed`: something else may be believed from here on. */
  constructor(address: string, changed: (feed: HeardFeed) => void = () => {}) {
    this.subscriber = new Subscriber({
      url: streamOf(address),
      onState: (state) => {
        this.#feed.became(state);
        changed(this.#feed);
      },
      onControl: (says) => {
        if ('subscribed' in says) this.#channels.set(says.subscribed.channel, says.subscribed.channels);
        if (this.#feed.said(says, Date.now())) changed(this.#feed);
      },
    });
  }

  /** How many channels a pattern meant when the edge was asked for it; null: it has not answered. */
  channelsOf(pattern: string): number | null {
    return this.#channels.get(pattern) ?? null;
  }

  get state(): FeedState {
    return this.#feed.state(Date.now());
  }
}

function streamOf(address: string): string {
  const url = new URL('/v1/stream', address);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
