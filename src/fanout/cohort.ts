import type { Channel } from '../model/document.ts';
import { nextBatch } from './batch.ts';
import type { ChannelOnAir } from './channel-on-air.ts';
import type { Hub } from './hub.ts';
import { LiveFollower } from './live-follower.ts';
import type { Waiting } from './outbox.ts';
import type { Screen } from './screen.ts';
import type { Subscription } from './subscription.ts';
import type { View } from './view.ts';
import type { PreparedFrame } from './websocket-frame.ts';
import type { Wire } from './wire.ts';

/**
 * Screens in step: they follow the same in the same way, and what one of them has, all of them have. So the
 * whole cohort has one place in each channel, the frames of a tick are chosen and joined once, and each screen
 * costs one write of shared bytes. A screen whose socket takes no more, or that says anything about its
 * subscriptions, falls out, goes on by itself from the very same place, and joins again once it is current.
 */
export class Cohort {
  readonly key: string;
  readonly wire: Wire;
  readonly followers = new Map<Channel, LiveFollower>();
  /** What each member has subscribed to, in the same order. */
  readonly subscriptions: readonly Subscription[];
  readonly #hub: Hub;
  readonly #members = new Set<Screen>();
  /** Members whose socket took no more when it was last written to. */
  readonly #lagging = new Set<Screen>();
  #waiting: Waiting[] = [];

  /** Stands where its first member does; `follows`: the member's own places, all of them current. */
  constructor(
    key: string,
    wire: Wire,
    subscriptions: readonly Subscription[],
    follows: Iterable<LiveFollower>,
    hub: Hub,
  ) {
    this.key = key;
    this.wire = wire;
    this.#hub = hub;
    // Copies: a member that changes its options has fallen out before.
    this.subscriptions = subscriptions.map((each) => ({ ...each }));
    for (const { channel, subscription, position } of follows) {
      this.#follow(channel, this.subscriptions[subscriptions.indexOf(subscription)]!).standAt(position);
    }
  }

  /** Nothing is newer than what the members have. */
  get isCurrent(): boolean {
    return this.#waiting.length === 0;
  }

  add(screen: Screen): void {
    this.#members.add(screen);
  }

  remove(screen: Screen): void {
    this.#members.delete(screen);
    this.#lagging.delete(screen);
    if (this.#members.size > 0) return;
    for (const follower of this.followers.values()) follower.channel.followers.delete(follower);
    this.#hub.dissolved(this);
  }

  /** The socket of a member takes no more; if that is still so at the next update, the member falls out. */
  lags(screen: Screen): void {
    if (this.#members.has(screen)) this.#lagging.add(screen);
  }

  /** A channel that was not in the view before: all members get it whole. */
  joinNew(channel: ChannelOnAir, view: View): void {
    if (this.followers.has(channel.channel)) return;
    const subscription = this.subscriptions.find(({ pattern }) => pattern.matches(channel.channel));
    if (subscription?.view === view) this.#follow(channel, subscription).begin();
  }

  addLive(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#waiting.length === 1) this.#hub.dueInStep(this);
  }

  flush(): void {
    for (;;) {
      this.#dropLagging();
      if (this.#members.size === 0) return;
      const batch = nextBatch(() => this.#next());
      if (batch === null) return;
      if (batch.joined.length > 0) this.#write(batch.joined);
      if (batch.long !== null) for (const screen of this.#members) this.#begin(screen, batch.long);
    }
  }

  #write(frames: readonly PreparedFrame[]): void {
    const bytes =
      frames.length === 1 ? frames[0]!.parts[0]! : Buffer.concat(frames.map(({ parts }) => parts[0]!));
    for (const screen of this.#members) if (!screen.write(bytes)) this.#lagging.add(screen);
    const { counts } = this.#hub;
    counts.messages += frames.length * this.#members.size;
    counts.bytes += bytes.length * this.#members.size;
  }

  #begin(screen: Screen, long: PreparedFrame): void {
    if (!screen.beginLong(long)) this.#lagging.add(screen);
  }

  /** Must come before the places of the cohort move on: who falls out takes them along. */
  #dropLagging(): void {
    if (this.#lagging.size === 0) return;
    for (const screen of this.#lagging) if (!screen.hasRoom) screen.fallOut();
    this.#lagging.clear();
  }

  #next(): PreparedFrame | null {
    while (this.#waiting.length > 0) {
      const frame = this.#waiting.shift()!.takeFrame();
      if (frame !== null) return frame;
    }
    return null;
  }

  #follow(channel: ChannelOnAir, subscription: Subscription): LiveFollower {
    const follower = new LiveFollower(this, channel, subscription, this.#hub);
    this.followers.set(channel.channel, follower);
    channel.followers.add(follower);
    return follower;
  }
}
