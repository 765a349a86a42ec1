/** Published as `splitsecond/client` for Node: `ws` under it. */
import { type NodeSocketOptions, nodeSockets } from './node-socket.ts';
import { Subscriber, type SubscriberOptions } from './subscriber.ts';

export { type NodeSocketOptions, nodeSockets } from './node-socket.ts';
export * from './published.ts';

export type SubscribeOptions = Omit<SubscriberOptions, 'openSocket'> & NodeSocketOptions;

/** Connects to one edge, or to several at once; `follow` of what comes back says what is wanted. */
export function subscribe({ deflate, ...options }: SubscribeOptions): Subscriber {
  const openSocket = nodeSockets(deflate === undefined ? {} : { deflate });
  return new Subscriber({ ...options, openSocket });
}
