/** The connection of a page: what it follows, and what the edge says of itself and of the venues. */
import { type Signal, signal } from '@preact/signals';
import type { ConnectionState } from '../../client/connection.ts';
import { EdgeFeed } from '../../client/edge-feed.ts';
import type { Heard } from '../../client/feed-state.ts';
import type { Subscriber } from '../../client/subscriber.ts';

export interface Feed {
  readonly subscriber: Subscriber;
  readonly connection: Signal<ConnectionState>;
  /** The last keep-alive; null before the first one, and none of a connection that is gone. */
  readonly heard: Signal<Heard | null>;
}

/** Connects to the edge that served the page. */
export function openFeed(): Feed {
  const connection = signal<ConnectionState>({ state: 'connecting', attempt: 0 });
  const heard = signal<Heard | null>(null);
  const { subscriber } = new EdgeFeed(location.origin, (feed) => {
    connection.value = feed.connection;
    heard.value = feed.heard;
  });
  return { subscriber, connection, heard };
}
