import type { Channel } from '../../model/document.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import { LiveCursor } from '../cursors/live-cursor.ts';
import type { Subscription } from '../cursors/subscription.ts';
import type { PreparedFrame } from '../frames/websocket-frame.ts';
import type { Wire } from '../frames/wire.ts';
import type { Hub } from '../hub.ts';
import type { Screen } from '../screens/screen.ts';
import { TOGETHER_BYTES } from './batch.ts';
import { nextFrame, type Waiting } from './send-queue.ts';

/**
 * Screens in step: they follow the same in the same way, and what one of them has, all of them have. So the
 * whole cohort has one place in each channel, the frames of a tick are chosen and joined once, and each screen
 * costs one write of shared bytes. A screen whose socket takes no more, or that says anything about its
 * subscriptions, falls out, goes on by itself from the very same place, and joins again once it is current.
 */
export class Cohort {
  readonly key: string;
  readonly wire: Wire;
  readonly followers = new Map<Channel, LiveCursor>();
  /** What each member has subscribed to, in the same order. */
  readonly subscriptions: readonly Subscription[];
  readonly #hub: Hub;
  readonly #members = new Set<Screen>();
  /** Members whose socket took no more when it was last written to. */
  readonly #lagging = new Set<Screen>();
  readonly #waiting: Waiting[] = [];
  /** Chosen, and with that part of what the members have, but not written yet. */
  #unsent: Uint8Array[] = [];
  #unsentBytes = 0;

  /** Stands where its first member does; `follows`: the member's own places, all of them current. */
  constructor(
    key: string,
    wire: Wire,
    subscriptions: readonly Subscription[],
    follows: Iterable<LiveCursor>,
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

  /** Nothing is newer than what the members have been written. */
  get isCurrent(): boolean {
    return this.#waiting.length === 0 && this.#unsent.length === 0;
  }

  add(screen: Screen): void {
    this.#members.add(screen);
  }

  /** A member that stays connected takes along what was chosen for it. */
  release(screen: Screen): void {
    if (this.#unsent.length > 0) {
      screen.write(Buffer.concat(this.#unsent));
      this.#count(1, this.#unsent.length, this.#unsentBytes);
    }
    this.remove(screen);
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

  /** Takes the newest of every channel that has moved: from here on the members have it. */
  choose(): void {
    for (;;) {
      if (this.#unsent.length === 0) this.#dropLagging();
      if (this.#members.size === 0) return;
      const frame = nextFrame(this.#waiting);
      if (frame === null) return;
      if (frame.parts.length > 1) this.#writeLong(frame);
      else this.#add(frame.parts[0]!);
    }
  }

  /** Hands what was chosen to all sockets. */
  write(): void {
    const unsent = this.#unsent;
    if (unsent.length === 0) return;
    const frames = unsent.length === 1 ? unsent[0]! : Buffer.concat(unsent, this.#unsentBytes);
    this.#unsent = [];
    this.#unsentBytes = 0;
    for (const screen of this.#members) if (!screen.write(frames)) this.#lagging.add(screen);
    this.#count(this.#members.size, unsent.length, frames.length);
  }

  #add(frame: Uint8Array): void {
    this.#unsent.push(frame);
    this.#unsentBytes += frame.length;
    if (this.#unsentBytes >= TOGETHER_BYTES) this.write();
  }

  /** Part by part, at the pace of each socket, from shared bytes. */
  #writeLong(frame: PreparedFrame): void {
    this.write();
    for (const screen of this.#members) if (!screen.beginLong(frame)) this.#lagging.add(screen);
  }

  #count(screens: number, frames: number, bytes: number): void {
    const { counts } = this.#hub;
    counts.messages += frames * screens;
    counts.bytes += bytes * screens;
  }

  /** Must come before the places of the cohort move on: who falls out takes them along. */
  #dropLagging(): void {
    if (this.#lagging.size === 0) return;
    for (const screen of this.#lagging) if (!screen.hasRoom) screen.fallOut();
    this.#lagging.clear();
  }

  #follow(channel: ChannelOnAir, subscription: Subscription): LiveCursor {
    const follower = new LiveCursor(this, channel, subscription, this.#hub);
    this.followers.set(channel.channel, follower);
    channel.followers.add(follower);
    return follower;
  }
}
