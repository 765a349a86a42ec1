import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { Mode, Says, SubscriptionId } from '../../model/server-words.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { ChannelPattern } from '../channels/channel-pattern.ts';
import type { RowChoice } from '../channels/row-choice.ts';
import type { View } from '../channels/view.ts';
import type { Views } from '../channels/views.ts';
import type { AnyCursor } from '../cursors/any-cursor.ts';
import { type Beginning, beginningOf } from '../cursors/beginning.ts';
import { type Reach, reachesOf, reachOf, type Upstream } from '../cursors/reach.ts';
import type { Subscription } from '../cursors/subscription.ts';
import type { EdgeCounts } from '../edge-counts.ts';
import { hasDeltas } from '../frames/stream-format.ts';
import type { Limits } from '../limits.ts';
import type { Cohort } from '../sending/cohort.ts';
import { PositionsAhead } from './positions-ahead.ts';
import { type CursorContext, type CursorOwner, ScreenCursors } from './screen-cursors.ts';
import { type Ahead, type Change, type Refused, refused, type Subscribe } from './words.ts';

/** The screen that subscribes. */
export interface Subscriber extends CursorOwner {
  say(words: Says): void;
}

export interface SubscriptionContext extends CursorContext {
  readonly views: Views;
  readonly upstream: Upstream;
  readonly limits: Limits;
  readonly counts: Pick<EdgeCounts, 'resumes' | 'positionsAhead'>;
}

/** One for all screens that wait for nothing: tens of thousands of empty maps are megabytes. */
const NO_POSITIONS: ReadonlyMap<Channel, Position> = new Map();

/** What one screen has subscribed to: its words about that, and which channel belongs to which of them. */
export class Subscriptions {
  readonly #screen: Subscriber;
  readonly #context: SubscriptionContext;
  readonly #subscriptions = new Map<SubscriptionId, Subscription>();
  readonly #cursors: ScreenCursors;
  #key: string | null = null;
  /** Channels that came late and of which it is not known yet whether the screen can go on where it stands. */
  #joining: Set<Channel> | null = null;
  /** Said ahead of the subscription that they are for. */
  readonly #ahead: PositionsAhead;

  constructor(screen: Subscriber, context: SubscriptionContext) {
    this.#screen = screen;
    this.#context = context;
    this.#cursors = new ScreenCursors(screen, context);
    this.#ahead = new PositionsAhead(context.limits, context.counts);
  }

  get cursors(): ScreenCursors['all'] {
    return this.#cursors.all;
  }

  /** Null while the screen has cursors of its own. */
  get cohort(): Cohort | null {
    return this.#cursors.cohort;
  }

  /** Screens with the same key follow the same, in the same way. */
  get key(): string {
    this.#key ??= [...this.#subscriptions.values()].map(keyOf).join(' ');
    return this.#key;
  }

  /** Shares the cursors of others who follow the same, where it can (see `ScreenCursors`). */
  fallIn(): void {
    if (this.#cursors.cohort === null) this.#cursors.fallIn(this.key, [...this.#subscriptions.values()]);
  }

  fallOut(): void {
    if (this.#cursors.cohort !== null) this.#cursors.fallOut([...this.#subscriptions.values()]);
  }

  takeAhead({ id, positions }: Ahead): Refused | null {
    if (this.#subscriptions.has(id)) return refused('ID_IN_USE', 'positions go ahead of subscribe', id);
    if (this.#ahead.add(id, positions)) return null;
    return refused('TOO_MANY_POSITIONS', 'what is not named comes whole', id);
  }

  /** Null when the subscription stands or was given up meanwhile. */
  async begin(word: Subscribe): Promise<Refused | null> {
    const { id, pattern, mode, ratePerSecond } = word;
    const positions = this.#ahead.take(id, word.positions);
    if (this.#subscriptions.has(id)) return refused('ID_IN_USE', 'unsubscribe first', id);
    if (this.#subscriptions.size >= this.#context.limits.subscriptions) {
      return refused('TOO_MANY_SUBSCRIPTIONS', 'use a pattern with * instead', id);
    }
    const view = this.#enter(word.delayMs, word.rows);
    if (view === null) return tooManyViews(id);
    this.fallOut();
    if (this.#isFollowedOtherwise(word, view)) {
      this.#context.views.leave(view);
      const message =
        'a channel is followed in one mode, with one delay and with the same rows on one connection';
      return refused('OTHER_MODE', message, id);
    }
    const delta = word.delta && mode === 'live' && hasDeltas(this.#screen.wire.format);
    const subscription: Subscription = {
      id,
      pattern,
      mode,
      delta,
      positions,
      ratePerSecond,
      view,
      stands: false,
    };
    this.#subscriptions.set(id, subscription);
    this.#key = null;
    const opening = view.open(pattern);
    if (opening !== null) await opening;
    if (this.#subscriptions.get(id) !== subscription) return null;
    await this.#stand(subscription);
    return null;
  }

  change({ id, ratePerSecond, delayMs }: Change): Refused | null {
    const subscription = this.#subscriptions.get(id);
    if (subscription === undefined) return refused('NOT_SUBSCRIBED', 'no subscription has this id', id);
    if (ratePerSecond !== null && ratePerSecond > 0 && subscription.mode === 'every') {
      return refused('BAD_OPTION', 'ratePerSecond goes with mode live', id);
    }
    this.fallOut();
    this.#key = null;
    if (delayMs !== null && delayMs !== subscription.view.delayMs) {
      const view = this.#enter(delayMs, subscription.view.rows);
      if (view === null) return tooManyViews(id);
      this.#move(subscription, view);
    }
    if (ratePerSecond !== null) {
      subscription.ratePerSecond = ratePerSecond;
      for (const cursor of this.#cursors.of(subscription)) if (cursor.mode === 'live') cursor.rateChanged();
    }
    this.#screen.say({
      changed: { id, ratePerSecond: subscription.ratePerSecond, delayMs: subscription.view.delayMs },
    });
    return null;
  }

  end(id: SubscriptionId): Refused | null {
    const subscription = this.#subscriptions.get(id);
    if (subscription === undefined) return refused('NOT_SUBSCRIBED', 'no subscription has this id', id);
    this.fallOut();
    this.#subscriptions.delete(id);
    this.#key = null;
    this.#cursors.leaveParked(subscription);
    for (const cursor of this.#cursors.of(subscription)) this.#handOver(cursor);
    this.#leaveView(subscription, subscription.view);
    this.#screen.say({ unsubscribed: { id } });
    return null;
  }

  resync(channel: Channel): Refused | null {
    if (!this.cursors.has(channel)) return refused('NOT_SUBSCRIBED', 'this channel is not followed');
    this.fallOut();
    const cursor = this.#cursors.own.get(channel);
    if (cursor?.mode === 'live') cursor.forget();
    return null;
  }

  /** A channel that may not have been there before: it joins the oldest subscription that means it. */
  join(channel: ChannelOnAir, view: View): void {
    if (this.cursors.has(channel.channel) || this.cohort !== null) return;
    const subscription = this.#oldest(channel.channel);
    if (subscription?.view !== view || !subscription.stands) return;
    if (this.#cursors.unpark(channel)) return;
    const position = subscription.positions.get(channel.channel);
    if (position === undefined) beginFirst(this.#cursors.follow(channel, subscription));
    else if (this.#joining?.has(channel.channel) !== true) void this.#joinAt(channel, subscription, position);
  }

  endAll(): void {
    this.#ahead.clear();
    this.#cursors.end();
    for (const each of this.#subscriptions.values()) this.#leaveView(each, each.view);
    this.#subscriptions.clear();
  }

  #isFollowedOtherwise({ pattern, mode }: Subscribe, view: View): boolean {
    for (const [channel, { subscription }] of this.#cursors.own) {
      if (!pattern.matches(channel)) continue;
      if (subscription.mode !== mode || subscription.view !== view) return true;
    }
    return this.#isAboutToBe(pattern, mode, view);
  }

  /** A subscription that is still being looked up has no cursors yet, but the channels that it means are known. */
  #isAboutToBe(pattern: ChannelPattern, mode: Mode, view: View): boolean {
    const others = [...this.#subscriptions.values()].filter(
      (each) => !each.stands && (each.mode !== mode || each.view !== view),
    );
    if (others.length === 0) return false;
    const meant = this.#context.views.live.matching(pattern);
    return others.some((each) => meant.some(({ channel }) => each.pattern.matches(channel)));
  }

  async #stand(subscription: Subscription): Promise<void> {
    const { id, pattern, mode, delta, view } = subscription;
    const reached = await reachesOf(this.#context.upstream, subscription);
    if (this.#subscriptions.get(id) !== subscription) return;
    const matching = view.matching(pattern);
    const joining = matching.filter(({ channel }) => !this.#cursors.own.has(channel));
    const cursors = joining.map((channel) => this.#cursors.follow(channel, subscription));
    const resumed = await this.#resumed(subscription, cursors, reached);
    if (this.#subscriptions.get(id) !== subscription) return;
    subscription.positions = this.#awaited(subscription);
    const channels = matching.length;
    const { complete } = resumed;
    this.#screen.say({ subscribed: { id, channel: pattern.text, mode, delta, resumed: complete, channels } });
    subscription.stands = true;
    resumed.start();
    // Channels that began meanwhile: nothing of a subscription is sent before it is said to stand.
    for (const onAir of subscription.view.matching(pattern)) this.join(onAir, subscription.view);
  }

  /** A screen's share of the views of this edge is bounded: one screen must not take them from the others. */
  #enter(delayMs: number, rows: RowChoice | null): View | null {
    if (delayMs === 0 && rows === null) return this.#context.views.enter(delayMs, rows);
    const views = new Set<View>();
    for (const { view } of this.#subscriptions.values())
      if (view !== this.#context.views.live) views.add(view);
    return views.size < this.#context.limits.viewsPerScreen ? this.#context.views.enter(delayMs, rows) : null;
  }

  /** Positions that are still of use: of channels that this subscription means and that are not there yet. */
  #awaited(subscription: Subscription): ReadonlyMap<Channel, Position> {
    let room = this.#context.limits.awaitedPositions;
    for (const other of this.#subscriptions.values())
      if (other !== subscription) room -= other.positions.size;
    const awaited = new Map<Channel, Position>();
    for (const [channel, position] of subscription.positions) {
      if (awaited.size >= room) break;
      if (subscription.pattern.matches(channel) && !this.#cursors.own.has(channel))
        awaited.set(channel, position);
    }
    return awaited.size === 0 ? NO_POSITIONS : awaited;
  }

  /** Whether the screen can go on where it stands, and what to do once it has been told. */
  async #resumed(
    subscription: Subscription,
    cursors: readonly AnyCursor[],
    reached: ReadonlyMap<Channel, Reach>,
  ): Promise<Beginning> {
    const isResuming = subscription.positions.size > 0;
    let complete = isResuming;
    for (const channel of subscription.positions.keys())
      if (!this.#cursors.own.has(channel)) complete = false;
    const starts: (() => void)[] = [];
    for (const cursor of cursors) {
      const { channel } = cursor.channel;
      const named = subscription.positions.get(channel);
      const position = named ?? (isResuming && cursor.mode === 'every' ? beforeFirst(cursor) : null);
      if (position === null) starts.push(() => cursor.begin());
      else {
        const reach = named === undefined ? 'reached' : (reached.get(channel) ?? 'unknown');
        const looked = beginningOf(this.#context.upstream, cursor, position, reach);
        const beginning = 'start' in looked ? looked : await looked;
        if (!beginning.complete) complete = false;
        starts.push(beginning.start);
      }
    }
    if (isResuming) this.#context.counts.resumes[complete ? 'complete' : 'incomplete'] += 1;
    return {
      complete,
      start: () => {
        for (const start of starts) start();
      },
    };
  }

  /** A channel that was not there when the screen said where it stood in it. */
  async #joinAt({ channel }: ChannelOnAir, subscription: Subscription, position: Position): Promise<void> {
    this.#joining ??= new Set();
    this.#joining.add(channel);
    const reach = await reachOf(this.#context.upstream, subscription.view, channel, position);
    this.#joining.delete(channel);
    const onAir = subscription.view.channels.get(channel);
    const isMeant = this.#oldest(channel) === subscription && !this.#cursors.own.has(channel);
    if (onAir === undefined || !isMeant) return;
    const cursor = this.#cursors.follow(onAir, subscription);
    const { start } = await beginningOf(this.#context.upstream, cursor, position, reach);
    if (this.#cursors.own.get(channel) === cursor) start();
  }

  /** The same positions in the channels of another view: what is shown stays until that view has come to it. */
  #move(subscription: Subscription, view: View): void {
    const before = subscription.view;
    subscription.view = view;
    for (const cursor of this.#cursors.of(subscription)) this.#cursors.move(cursor, view);
    // Channels that the view does not show yet join when it does.
    view.open(subscription.pattern);
    for (const onAir of view.matching(subscription.pattern)) this.join(onAir, view);
    this.#leaveView(subscription, before);
  }

  #leaveView({ pattern }: Subscription, view: View): void {
    view.shut(pattern);
    this.#context.views.leave(view);
  }

  /** The channel goes on under the oldest other subscription that means it, from where the screen stands. */
  #handOver(cursor: AnyCursor): void {
    const { channel } = cursor.channel;
    const heir = this.#oldest(channel);
    if (heir?.stands === true && heir.view === cursor.subscription.view && heir.mode === cursor.mode) {
      cursor.subscription = heir;
      if (cursor.mode === 'live') cursor.rateChanged();
      return;
    }
    this.#cursors.leave(cursor);
    const onAir = heir?.view.channels.get(channel);
    if (heir !== null && onAir !== undefined) this.join(onAir, heir.view);
  }

  #oldest(channel: Channel): Subscription | null {
    for (const subscription of this.#subscriptions.values())
      if (subscription.pattern.matches(channel)) return subscription;
    return null;
  }
}

/** Where somebody stands in a channel that began while they were away, or after they had subscribed. */
const beforeFirst = ({ channel }: AnyCursor): Position => ({ epoch: channel.current.epoch, version: 0 });

/** In mode `every` no version of a channel that joins is left out: it may show several when it is first seen here. */
function beginFirst(cursor: AnyCursor): void {
  if (cursor.mode === 'every') cursor.resume(beforeFirst(cursor));
  else cursor.begin();
}

const keyOf = ({ pattern, view, mode, delta, ratePerSecond }: Subscription): string =>
  `${pattern.text}${view.key} ${mode}${delta ? ' delta' : ''} ${ratePerSecond}`;

const tooManyViews = (id: SubscriptionId): Refused =>
  refused('TOO_MANY_VIEWS', 'this edge serves as many different delays and choices of rows as it may', id);
