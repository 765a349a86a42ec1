/** Published as `splitsecond/client` for browsers, and for every runtime that has a WebSocket of its own. */
import { Subscriber, type SubscriberOptions } from './subscriber.ts';

export * from './published.ts';

export type SubscribeOptions = Omit<SubscriberOptions, 'openSocket'>;

/** Connects to one edge, or to several at once; `follow` of what comes back says what is wanted. */
export function subscribe(options: SubscribeOptions): Subscriber {
  return new Subscriber(options);
}
