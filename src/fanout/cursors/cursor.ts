import type { Position } from '../../model/position.ts';
import type { ChannelOnAir, Follower } from '../channels/channel-on-air.ts';
import type { Subscription } from './subscription.ts';

/** Where somebody stands in one channel, in either mode: one screen, or all those in step. */
export abstract class Cursor implements Follower {
  channel: ChannelOnAir;
  /** Another one of the same kind can take the channel over. */
  subscription: Subscription;
  /** Of what was sent last, or queued; empty and 0 before that. */
  protected epoch = '';
  protected version = 0;

  constructor(channel: ChannelOnAir, subscription: Subscription) {
    this.channel = channel;
    this.subscription = subscription;
  }

  get position(): Position {
    return { epoch: this.epoch, version: this.version };
  }

  /** Takes a position over, as it is. */
  standAt({ epoch, version }: Position): void {
    this.epoch = epoch;
    this.version = version;
  }

  /** Goes on in another view of the channel, which may be behind what the screen has. */
  moveTo(channel: ChannelOnAir): void {
    this.channel.followers.delete(this);
    this.channel = channel;
    channel.followers.add(this);
    this.renewed();
  }

  abstract renewed(): void;
}
