import type { Channel } from '../../model/document.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import { LiveCursor, type LiveRecipient } from '../cursors/live-cursor.ts';
import type { Paces } from '../cursors/pace.ts';
import type { Subscription } from '../cursors/subscription.ts';
import type { EdgeCounts } from '../edge-counts.ts';
import type { PreparedFrame } from '../frames/websocket-frame.ts';
import type { Wire } from '../frames/wire.ts';
import { nextFrame, TOGETHER_BYTES } from './batch.ts';

/** A screen as its cohort sees it. */
export interface Member {
  /** Nothing waits, and the socket takes data. */
  readonly hasRoom: boolean;
  /** Frames that are shared with others; counted by who shares them. False when the socket takes no more. */
  write(frames: Uint8Array): boolean;
  /** A frame of several parts, at the pace of the socket; false when it goes on later. */
  beginLong(frame: PreparedFrame): boolean;
  /** Goes on by itself, from where the cohort stands now. */
  fallOut(): void;
}

/** What all cohorts of an edge share. */
export interface CohortContext {
  readonly paces: Paces;
  readonly counts: Pick<EdgeCounts, 'messages' | 'bytes'>;
  /** There is something to be sent. */
  readonly due: (cohort: Cohort) => void;
  /** The last member has gone. */
  readonly dissolved: (cohort: Cohort) => void;
}

/** What the members have in common. */
export interface InCommon {
  readonly key: string;
  readonly wire: Wire;
  readonly subscriptions: readonly Subscription[];
  /** The first member's own, all of them current. */
  readonly cursors: ReadonlyMap<Channel, LiveCursor>;
}

/**
 * Screens in step: they follow the same in the same way, and what one of them has, all of them have. So the
 * whole cohort has one cursor in each channel, the frames of a tick are chosen and joined once, and each screen
 * costs one write of shared bytes. A screen whose socket takes no more, or that says anything about its
 * subscriptions, falls out, goes on by itself from the very same position, and joins again once it is current.
 */
export class Cohort implements LiveRecipient {
  readonly key: string;
  readonly wire: Wire;
  readonly cursors = new Map<Channel, LiveCursor>();
  /** What each member has subscribed to, in the same order. */
  readonly subscriptions: readonly Subscription[];
  readonly #context: CohortContext;
  readonly #members = new Set<Member>();
  /** Members whose socket took no more when it was last written to. */
  readonly #lagging = new Set<Member>();
  readonly #waiting: LiveCursor[] = [];
  /** Chosen, and with that part of what the members have, but not written yet; `#long` comes last. */
  #chosen: Uint8Array[] = [];
  #chosenBytes = 0;
  #long: PreparedFrame | null = null;
  /** While it is written: to whom, from which one on, and the frames as one. */
  #writingTo: Member[] | null = null;
  #written = 0;
  #joined: Uint8Array | null = null;

  constructor({ key, wire, subscriptions, cursors }: InCommon, context: CohortContext) {
    this.key = key;
    this.wire = wire;
    this.#context = context;
    // Copies: a member that changes its options has fallen out before.
    this.subscriptions = subscriptions.map((each) => ({ ...each }));
    for (const { channel, subscription, position } of cursors.values()) {
      this.#follow(channel, this.subscriptions[subscriptions.indexOf(subscription)]!).standAt(position);
    }
  }

  get size(): number {
    return this.#members.size;
  }

  /** Nothing is newer than what the members have been written. */
  get isCurrent(): boolean {
    return this.#waiting.length === 0 && !this.#hasChosen;
  }

  /** No more can be chosen before this is written. */
  get isFull(): boolean {
    return this.#long !== null || this.#chosenBytes >= TOGETHER_BYTES;
  }

  add(member: Member): void {
    this.#members.add(member);
  }

  /** A member that stays connected takes along what was chosen for it. */
  release(member: Member): void {
    if (this.#hasChosen) {
      this.#give(member);
      this.#count(1);
    }
    this.remove(member);
  }

  remove(member: Member): void {
    this.#members.delete(member);
    this.#lagging.delete(member);
    if (this.#members.size > 0) return;
    for (const cursor of this.cursors.values()) cursor.channel.followers.delete(cursor);
    this.#context.dissolved(this);
  }

  /** The socket of a member takes no more; if that is still so at the next update, the member falls out. */
  lags(member: Member): void {
    if (this.#members.has(member)) this.#lagging.add(member);
  }

  /** A channel that was not in the view before: all members get it whole. */
  joinNew(channel: ChannelOnAir, view: View): void {
    if (this.cursors.has(channel.channel)) return;
    const subscription = this.subscriptions.find(({ pattern }) => pattern.matches(channel.channel));
    if (subscription?.view === view) this.#follow(channel, subscription).begin();
  }

  addLive(cursor: LiveCursor): void {
    this.#waiting.push(cursor);
    if (this.#waiting.length === 1) this.#context.due(this);
  }

  /** Takes the newest of every channel that has moved: from here on the members have it. */
  choose(): void {
    if (this.#writingTo !== null) return;
    if (!this.#hasChosen) this.#dropLagging();
    while (this.#members.size > 0 && !this.isFull) {
      const frame = nextFrame(this.#waiting);
      if (frame === null) return;
      this.#add(frame);
    }
  }

  /** Hands what was chosen to the next so many members; true when there are more of them. */
  writeSome(count: number): boolean {
    if (!this.#hasChosen) return false;
    this.#writingTo ??= [...this.#members];
    const until = Math.min(this.#written + count, this.#writingTo.length);
    for (; this.#written < until; this.#written += 1) {
      const member = this.#writingTo[this.#written]!;
      if (!this.#give(member)) this.#lagging.add(member);
    }
    if (until < this.#writingTo.length) return true;
    this.#count(until);
    this.#clearChosen();
    return false;
  }

  get #hasChosen(): boolean {
    return this.#chosen.length > 0 || this.#long !== null;
  }

  #add(frame: PreparedFrame): void {
    this.#joined = null;
    if (frame.parts.length > 1) {
      this.#long = frame;
      return;
    }
    this.#chosen.push(frame.parts[0]!);
    this.#chosenBytes += frame.bytes;
  }

  /** A long frame goes part by part, at the pace of each socket, from shared bytes. */
  #give(member: Member): boolean {
    let takesMore = true;
    if (this.#chosen.length > 0) {
      this.#joined ??= this.#chosen.length === 1 ? this.#chosen[0]! : Buffer.concat(this.#chosen);
      takesMore = member.write(this.#joined);
    }
    return this.#long === null ? takesMore : member.beginLong(this.#long);
  }

  #clearChosen(): void {
    this.#chosen = [];
    this.#chosenBytes = 0;
    this.#long = null;
    this.#joined = null;
    this.#writingTo = null;
    this.#written = 0;
  }

  /** Long frames are counted by each screen. */
  #count(screens: number): void {
    const { counts } = this.#context;
    counts.messages += this.#chosen.length * screens;
    counts.bytes += this.#chosenBytes * screens;
  }

  /** Must come before the cursors of the cohort move on: who falls out takes them along. */
  #dropLagging(): void {
    if (this.#lagging.size === 0) return;
    for (const member of this.#lagging) if (!member.hasRoom) member.fallOut();
    this.#lagging.clear();
  }

  #follow(channel: ChannelOnAir, subscription: Subscription): LiveCursor {
    const cursor = new LiveCursor(this, channel, subscription, this.#context.paces);
    this.cursors.set(channel.channel, cursor);
    channel.followers.add(cursor);
    return cursor;
  }
}
