import type { Channel } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Mode, SubscriptionId } from '../model/server-words.ts';
import type { ChannelPattern } from './channel-pattern.ts';

/** One `subscribe` of one screen: a pattern and how its channels are wanted. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly pattern: ChannelPattern;
  readonly mode: Mode;
  readonly delta: boolean;
  /** At most so many updates a second of each channel; 0: no limit. Can change (SC10). */
  ratePerSecond: number;
  /** Where the screen stood when it subscribed. */
  readonly positions: ReadonlyMap<Channel, Position>;
}
