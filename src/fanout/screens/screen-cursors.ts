import type { Channel } from '../../model/document.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import { EveryCursor } from '../cursors/every-cursor.ts';
import { LiveCursor } from '../cursors/live-cursor.ts';
import type { Subscription } from '../cursors/subscription.ts';
import type { Hub } from '../hub.ts';
import type { Cohort } from '../sending/cohort.ts';
import type { Screen } from './screen.ts';

export type AnyCursor = LiveCursor | EveryCursor;
type LiveCursors = ReadonlyMap<Channel, LiveCursor>;

/** Where one screen stands in each channel that it follows: by itself, or with the others of its cohort. */
export class ScreenCursors {
  readonly #screen: Screen;
  readonly #hub: Hub;
  /** Of its own; none while it is in step with others. */
  readonly #followers = new Map<Channel, AnyCursor>();
  #cohort: Cohort | null = null;
  /** Followers whose channel has no state yet in the view that they moved to. */
  #parked: Map<Channel, AnyCursor> | null = null;

  constructor(screen: Screen, hub: Hub) {
    this.#screen = screen;
    this.#hub = hub;
  }

  get all(): ReadonlyMap<Channel, AnyCursor> {
    return this.#cohort?.followers ?? this.#followers;
  }

  /** Those of its own. */
  get own(): ReadonlyMap<Channel, AnyCursor> {
    return this.#followers;
  }

  /** Null while the screen has places of its own. */
  get cohort(): Cohort | null {
    return this.#cohort;
  }

  of(subscription: Subscription): AnyCursor[] {
    return [...this.#followers.values()].filter((follower) => follower.subscription === subscription);
  }

  follow(channel: ChannelOnAir, subscription: Subscription): AnyCursor {
    const follower =
      subscription.mode === 'live'
        ? new LiveCursor(this.#screen, channel, subscription, this.#hub)
        : new EveryCursor(this.#screen, channel, subscription, this.#hub);
    this.#followers.set(channel.channel, follower);
    channel.followers.add(follower);
    return follower;
  }

  leave(follower: AnyCursor): void {
    follower.channel.followers.delete(follower);
    this.#followers.delete(follower.channel.channel);
    if (follower.mode === 'every') follower.end();
  }

  /** The same place in another view of the channel; parked when that has no state of it yet. */
  move(follower: AnyCursor, view: View): void {
    const { channel } = follower.channel;
    const onAir = view.channels.get(channel);
    if (onAir !== undefined) {
      follower.moveTo(onAir);
      return;
    }
    follower.channel.followers.delete(follower);
    this.#followers.delete(channel);
    this.#parked ??= new Map();
    this.#parked.set(channel, follower);
  }

  /** The view has a state of the channel now; false when nobody is parked for it. */
  unpark(channel: ChannelOnAir): boolean {
    const parked = this.#parked?.get(channel.channel);
    if (parked === undefined) return false;
    this.#parked?.delete(channel.channel);
    this.#followers.set(channel.channel, parked);
    parked.moveTo(channel);
    return true;
  }

  leaveParked(subscription: Subscription): void {
    for (const [channel, parked] of this.#parked ?? []) {
      if (parked.subscription === subscription) this.#parked?.delete(channel);
    }
  }

  /** Gives places of its own up for those of others who follow the same and have the same, where there are any. */
  fallIn(subscriptions: readonly Subscription[]): void {
    if (this.#cohort !== null || !this.#mayFallIn(subscriptions)) return;
    const cohort = this.#hub.cohortOf(this.#screen, subscriptions, this.#followers as LiveCursors);
    if (cohort === null) return;
    for (const follower of this.#followers.values()) follower.channel.followers.delete(follower);
    this.#followers.clear();
    this.#cohort = cohort;
    cohort.add(this.#screen);
  }

  /** Goes on by itself from where its cohort is; `subscriptions`: its own, in their order. */
  fallOut(subscriptions: readonly Subscription[]): void {
    const cohort = this.#cohort;
    if (cohort === null) return;
    this.#cohort = null;
    for (const { channel, subscription, position } of cohort.followers.values()) {
      const own = subscriptions[cohort.subscriptions.indexOf(subscription)]!;
      const follower = this.follow(channel, own) as LiveCursor;
      follower.standAt(position);
      if (!follower.isInStep) follower.renewed();
    }
    cohort.release(this.#screen);
  }

  end(): void {
    this.#cohort?.remove(this.#screen);
    this.#cohort = null;
    for (const follower of [...this.#followers.values()]) this.leave(follower);
    this.#parked = null;
  }

  /** Live, without a rate, with nothing that only this screen knows. */
  #mayFallIn(subscriptions: readonly Subscription[]): boolean {
    if (subscriptions.length === 0 || (this.#parked?.size ?? 0) > 0) return false;
    for (const { mode, ratePerSecond, stands, positions } of subscriptions) {
      if (mode !== 'live' || ratePerSecond > 0 || !stands) return false;
      // A position in a channel that is not on air yet.
      for (const channel of positions.keys()) if (!this.#followers.has(channel)) return false;
    }
    for (const follower of this.#followers.values()) {
      if (follower.mode !== 'live' || !follower.isInStep) return false;
    }
    return true;
  }
}
