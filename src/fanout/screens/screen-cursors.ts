import type { Channel } from '../../model/document.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import type { AnyCursor } from '../cursors/any-cursor.ts';
import { EveryCursor, type EveryRecipient, type Past } from '../cursors/every-cursor.ts';
import { LiveCursor, type LiveRecipient } from '../cursors/live-cursor.ts';
import type { Paces } from '../cursors/pace.ts';
import type { Subscription } from '../cursors/subscription.ts';
import type { Cohort, Member } from '../sending/cohort.ts';
import type { Cohorts } from '../sending/cohorts.ts';

/** The screen that stands there. */
export interface CursorOwner extends LiveRecipient, EveryRecipient, Member {}

export interface CursorContext {
  readonly cohorts: Cohorts;
  readonly paces: Paces;
  readonly past: Past;
}

/** Where one screen stands in each channel that it follows: by itself, or with the others of its cohort. */
export class ScreenCursors {
  readonly #screen: CursorOwner;
  readonly #context: CursorContext;
  /** Of its own; none while it is in step with others. */
  readonly #own = new Map<Channel, AnyCursor>();
  #cohort: Cohort | null = null;
  /** Cursors whose channel has no state yet in the view that they moved to. */
  #parked: Map<Channel, AnyCursor> | null = null;

  constructor(screen: CursorOwner, context: CursorContext) {
    this.#screen = screen;
    this.#context = context;
  }

  get all(): ReadonlyMap<Channel, AnyCursor> {
    return this.#cohort?.cursors ?? this.#own;
  }

  /** Those of its own. */
  get own(): ReadonlyMap<Channel, AnyCursor> {
    return this.#own;
  }

  /** Null while the screen has cursors of its own. */
  get cohort(): Cohort | null {
    return this.#cohort;
  }

  of(subscription: Subscription): AnyCursor[] {
    return [...this.#own.values()].filter((cursor) => cursor.subscription === subscription);
  }

  follow(channel: ChannelOnAir, subscription: Subscription): AnyCursor {
    const cursor =
      subscription.mode === 'live'
        ? new LiveCursor(this.#screen, channel, subscription, this.#context.paces)
        : new EveryCursor(this.#screen, channel, subscription, this.#context.past);
    this.#own.set(channel.channel, cursor);
    channel.followers.add(cursor);
    return cursor;
  }

  leave(cursor: AnyCursor): void {
    cursor.channel.followers.delete(cursor);
    this.#own.delete(cursor.channel.channel);
    if (cursor.mode === 'every') cursor.end();
  }

  /** The same position in another view of the channel; parked when that has no state of it yet. */
  move(cursor: AnyCursor, view: View): void {
    const { channel } = cursor.channel;
    const onAir = view.channels.get(channel);
    if (onAir !== undefined) {
      cursor.moveTo(onAir);
      return;
    }
    cursor.channel.followers.delete(cursor);
    this.#own.delete(channel);
    this.#parked ??= new Map();
    this.#parked.set(channel, cursor);
  }

  /** The view has a state of the channel now; false when nobody is parked for it. */
  unpark(channel: ChannelOnAir): boolean {
    const parked = this.#parked?.get(channel.channel);
    if (parked === undefined) return false;
    this.#parked?.delete(channel.channel);
    this.#own.set(channel.channel, parked);
    parked.moveTo(channel);
    return true;
  }

  leaveParked(subscription: Subscription): void {
    for (const [channel, parked] of this.#parked ?? []) {
      if (parked.subscription === subscription) this.#parked?.delete(channel);
    }
  }

  /** Gives its own up for those of others who follow the same and have the same, where there are any. */
  fallIn(followsKey: string, subscriptions: readonly Subscription[]): void {
    if (this.#cohort !== null || !this.#mayFallIn(subscriptions)) return;
    const { wire } = this.#screen;
    const key = `${wire.format} ${wire.packing} ${followsKey}`;
    const cursors = this.#own as ReadonlyMap<Channel, LiveCursor>;
    const cohort = this.#context.cohorts.of({ key, wire, subscriptions, cursors });
    if (cohort === null) return;
    for (const cursor of this.#own.values()) cursor.channel.followers.delete(cursor);
    this.#own.clear();
    this.#cohort = cohort;
    cohort.add(this.#screen);
  }

  /** Goes on by itself from where its cohort is; `subscriptions`: its own, in their order. */
  fallOut(subscriptions: readonly Subscription[]): void {
    const cohort = this.#cohort;
    if (cohort === null) return;
    this.#cohort = null;
    for (const { channel, subscription, position } of cohort.cursors.values()) {
      const own = subscriptions[cohort.subscriptions.indexOf(subscription)]!;
      const cursor = this.follow(channel, own) as LiveCursor;
      cursor.standAt(position);
      if (!cursor.isInStep) cursor.renewed();
    }
    cohort.release(this.#screen);
  }

  end(): void {
    this.#cohort?.remove(this.#screen);
    this.#cohort = null;
    for (const cursor of [...this.#own.values()]) this.leave(cursor);
    this.#parked = null;
  }

  /** Live, without a rate, with nothing that only this screen knows. */
  #mayFallIn(subscriptions: readonly Subscription[]): boolean {
    if (subscriptions.length === 0 || (this.#parked?.size ?? 0) > 0) return false;
    for (const { mode, ratePerSecond, stands, positions } of subscriptions) {
      if (mode !== 'live' || ratePerSecond > 0 || !stands) return false;
      // A position in a channel that is not on air yet.
      for (const channel of positions.keys()) if (!this.#own.has(channel)) return false;
    }
    for (const cursor of this.#own.values()) {
      if (cursor.mode !== 'live' || !cursor.isInStep) return false;
    }
    return true;
  }
}
