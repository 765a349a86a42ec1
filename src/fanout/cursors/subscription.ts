import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { Mode, SubscriptionId } from '../../model/server-words.ts';
import type { ChannelPattern } from '../channels/channel-pattern.ts';
import type { View } from '../channels/view.ts';

/** One `subscribe` of one screen: a pattern and how its channels are wanted. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly pattern: ChannelPattern;
  readonly mode: Mode;
  readonly delta: boolean;
  /** At most so many updates a second of each channel; 0: no limit. Can change (SC10). */
  ratePerSecond: number;
  /** Its channels as they come, or delayed. Can change (SC10). */
  view: View;
  /** `subscribed` has been said or is about to be. */
  stands: boolean;
  /** Where the screen stood when it subscribed; once it stands, what is left are channels that are not there yet. */
  positions: ReadonlyMap<Channel, Position>;
}
