/** The connection of a page: what it follows, and what the edge says of itself and of the venues. */
import { type Signal, signal } from '@preact/signals';
import type { ConnectionState } from '../../client/connection.ts';
import type { Heard } from '../../client/feed-state.ts';
import { Subscriber } from '../../client/subscriber.ts';

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
  let everyMs = 5_000;
  const subscriber = new Subscriber({
    url: streamUrl(),
    onState: (state) => {
      connection.value = state;
      if (state.state !== 'live') heard.value = null;
    },
    onControl: (says) => {
      if ('welcome' in says) everyMs = says.welcome.keepaliveMs;
      if ('keepalive' in says) heard.value = { keepalive: says.keepalive, at: Date.now(), everyMs };
    },
  });
  return { subscriber, connection, heard };
}

function streamUrl(): string {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${location.host}/v1/stream`;
}
