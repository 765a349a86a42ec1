import type { Channel, Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Gap, Says, SubscriptionId, Welcome } from '../model/server-words.ts';
import type { ChannelOnAir } from './channel-on-air.ts';
import { wholeFrame } from './channel-on-air.ts';
import { CLOSE, type CloseReason, closeReason } from './close-codes.ts';
import { countOne } from './edge-counts.ts';
import { EveryFollower } from './every-follower.ts';
import type { Hub } from './hub.ts';
import type { Link } from './link.ts';
import { LiveFollower } from './live-follower.ts';
import { Outbox, type Waiting } from './outbox.ts';
import type { Subscription } from './subscription.ts';
import { type PreparedFrame, prepareText } from './websocket-frame.ts';
import type { Wire } from './wire.ts';
import { WordAllowance } from './word-allowance.ts';
import { type Change, type Refused, readWord, refused, type Subscribe, type Word } from './words.ts';

/** Where a connection is in its life; a field exists only in the state where it means something. */
export type ScreenState =
  | { readonly state: 'awaiting-word'; readonly since: number }
  | { readonly state: 'following' }
  | { readonly state: 'closing'; readonly because: CloseReason }
  | { readonly state: 'gone' };

const PROTOCOL_VERSION = 1;

/** One subscriber: its connection, its subscriptions, and where it stands in each channel. */
export class Screen {
  readonly wire: Wire;
  readonly #hub: Hub;
  readonly #link: Link;
  readonly #outbox: Outbox;
  readonly #subscriptions = new Map<SubscriptionId, Subscription>();
  readonly #followers = new Map<Channel, LiveFollower | EveryFollower>();
  #state: ScreenState;
  readonly #allowance: WordAllowance;
  #refusedWords = 0;
  #isDue = false;
  #roomWaiters: (() => void)[] = [];
  #keepaliveAt: number;
  #keepalives = 0;

  constructor(hub: Hub, link: Link, wire: Wire) {
    this.#hub = hub;
    this.#link = link;
    this.wire = wire;
    this.#outbox = new Outbox(link, hub.limits.outboundBytes, hub.counts);
    const now = hub.timing.now();
    this.#state = { state: 'awaiting-word', since: now };
    this.#allowance = new WordAllowance(hub.limits.wordsPerSecond, now);
    this.#keepaliveAt = now + hub.keepaliveMs;
    this.say({ welcome: this.#welcome() });
  }

  get state(): ScreenState['state'] {
    return this.#state.state;
  }

  get subscriptions(): ReadonlyMap<SubscriptionId, Subscription> {
    return this.#subscriptions;
  }

  get followers(): ReadonlyMap<Channel, LiveFollower | EveryFollower> {
    return this.#followers;
  }

  /** Bytes kept for this screen (SC14). */
  get outboundBytes(): number {
    return this.#outbox.bytes;
  }

  /** Everything is written and the operating system has taken it. */
  get isIdle(): boolean {
    return this.#outbox.isIdle && this.#link.bufferedBytes === 0;
  }

  // What the connection reports.

  heard(text: string): void {
    if (!this.#isOpen() || !this.#mayTalk()) return;
    this.#hear(readWord(text));
  }

  heardBinary(): void {
    if (this.#isOpen() && this.#mayTalk()) this.#hear(refused('NOT_TEXT', 'words are JSON text frames'));
  }

  drained(): void {
    if (this.#isOpen()) this.flush();
  }

  gone(code: number): void {
    if (this.#state.state === 'gone') return;
    this.#state = { state: 'gone' };
    countOne(this.#hub.counts.closedBy, code);
    this.#leaveAll();
    this.#hub.remove(this);
  }

  // What followers and the hub ask for.

  addLive(waiting: Waiting): void {
    this.#outbox.addLive(waiting);
    this.#due();
  }

  /** False when the screen is too far behind. */
  addOrdered(frame: PreparedFrame): boolean {
    const isTaken = this.#outbox.addOrdered(frame);
    if (isTaken) this.#due();
    return isTaken;
  }

  flush(): void {
    this.#isDue = false;
    if (!this.#isOpen()) return;
    this.#outbox.flush();
    if (this.#roomWaiters.length > 0 && this.#outbox.hasRoom) this.#roomWaiters.shift()!();
  }

  /** Resolves when nothing of `every` waits any more and the socket takes data, or the screen has gone. */
  async room(): Promise<void> {
    while (this.#isOpen() && !this.#outbox.hasRoom) {
      await new Promise<void>((resolve) => {
        this.#roomWaiters.push(resolve);
        this.#due();
      });
    }
  }

  /** An older version, for this screen alone: never deflated, since nobody shares the work. */
  wholeFrame(document: Document): PreparedFrame {
    return wholeFrame(this.#hub.encoderOf, this.wire.format, document, this.#hub.fragmentBytes);
  }

  say(words: Says): void {
    this.sayText(JSON.stringify(words));
  }

  sayText(text: string): void {
    if (!this.#isOpen()) return;
    if (this.#outbox.control(prepareText(text).parts[0]!)) return;
    // Not even control fits: this screen has not read for a long time.
    this.close(closeReason(CLOSE.TOO_SLOW, 'does not read; reconnect within 0-5000 ms'));
    this.#link.terminate();
  }

  sayGap(id: SubscriptionId, channel: Channel, gap: Gap): void {
    this.say({ gap: { id, channel, ...gap } });
  }

  historyFailed(error: unknown): void {
    this.#hub.report('history', error);
    const message = 'older versions cannot be read at the moment';
    this.say({ notice: { code: 'HISTORY_UNAVAILABLE', message, id: null } });
  }

  /** SC14: the bound is reached in mode `every`; the screen comes back and resumes. */
  tooFarBehind(): void {
    if (!this.#isOpen()) return;
    const positions: Record<Channel, Position> = {};
    for (const follower of this.#followers.values()) {
      if (follower.mode === 'every') positions[follower.channel.channel] = follower.position;
    }
    const [first] = Object.entries(positions);
    this.say({ behind: { positions } });
    const where = first === undefined ? '' : ` ${first[0]} ${first[1].epoch} ${first[1].version}`;
    this.close(closeReason(CLOSE.BEHIND, `resume after${where}`));
  }

  close(because: CloseReason): void {
    if (!this.#isOpen()) return;
    this.#state = { state: 'closing', because };
    this.#leaveAll();
    this.#link.close(because);
  }

  /** A channel that may not have existed before: it joins the subscriptions that mean it. */
  joinNew(channel: ChannelOnAir): void {
    for (const subscription of this.#subscriptions.values()) {
      if (this.#followers.has(channel.channel)) return;
      if (subscription.pattern.matches(channel.channel)) this.#follow(channel, subscription).begin();
    }
  }

  /** Deadlines: the first word (SC3) and the keep-alive (SC12, SC13). */
  tick(now: number): void {
    if (this.#state.state === 'awaiting-word' && now - this.#state.since >= this.#hub.limits.firstWordMs) {
      this.close(closeReason(CLOSE.NO_VALID_WORD, 'said nothing valid in time'));
      return;
    }
    if (now < this.#keepaliveAt) return;
    this.#keepaliveAt = now + this.#hub.keepaliveMs;
    this.#keepalives += 1;
    this.sayText(this.#hub.keepaliveFor(this, this.#keepalives === 1));
  }

  // Words.

  #hear(word: Word): void {
    if (word.word === 'refused') {
      this.#refuse(word);
      return;
    }
    if (this.#state.state === 'awaiting-word') this.#state = { state: 'following' };
    switch (word.word) {
      case 'hello': {
        this.say({ hello: { access: 'public' } });
        return;
      }
      case 'ping': {
        this.say({ pong: { id: word.echo, at: new Date(this.#hub.timing.now()).toISOString() } });
        return;
      }
      case 'subscribe':
        return void this.#subscribe(word);
      case 'change': {
        this.#change(word);
        return;
      }
      case 'unsubscribe': {
        this.#unsubscribe(word.id);
        return;
      }
      case 'resync': {
        this.#resync(word.channel);
        return;
      }
    }
  }

  #refuse({ code, message, id }: Refused): void {
    countOne(this.#hub.counts.refusals, code);
    this.#refusedWords += 1;
    this.say({ error: { code, message, id } });
    if (this.#refusedWords < this.#hub.limits.refusedWords) return;
    this.close(closeReason(CLOSE.PROTOCOL_ERROR, `${code}: ${message}`));
  }

  async #subscribe(word: Subscribe): Promise<void> {
    const { id, pattern, mode, positions, ratePerSecond } = word;
    if (this.#subscriptions.has(id)) return this.#refuse(refused('ID_IN_USE', 'unsubscribe first', id));
    if (this.#subscriptions.size >= this.#hub.limits.subscriptions) {
      return this.#refuse(refused('TOO_MANY_SUBSCRIPTIONS', 'use a pattern with * instead', id));
    }
    const matching = this.#hub.matching(pattern);
    if (matching.some(({ channel }) => (this.#followers.get(channel)?.mode ?? mode) !== mode)) {
      return this.#refuse(refused('OTHER_MODE', 'a channel is followed in one mode on one connection', id));
    }
    const delta = word.delta && mode === 'live' && this.wire.format !== 'odf';
    const subscription: Subscription = { id, pattern, mode, delta, positions, ratePerSecond };
    this.#subscriptions.set(id, subscription);
    if (word.unfulfilled.length > 0) this.#notYet(word.unfulfilled, id);
    const joining = matching.filter(({ channel }) => !this.#followers.has(channel));
    const followers = joining.map((channel) => this.#follow(channel, subscription));
    const resumed = await this.#resumed(subscription, followers);
    if (this.#subscriptions.get(id) !== subscription) return;
    const channels = matching.length;
    this.say({ subscribed: { id, channel: pattern.text, mode, delta, resumed: resumed.complete, channels } });
    resumed.start();
  }

  /** Whether the screen can go on where it stands, and what to do once it has been told. */
  async #resumed(
    subscription: Subscription,
    followers: readonly (LiveFollower | EveryFollower)[],
  ): Promise<{ complete: boolean; start: () => void }> {
    let complete = subscription.positions.size > 0;
    for (const channel of subscription.positions.keys()) if (!this.#followers.has(channel)) complete = false;
    const starts: (() => void)[] = [];
    for (const follower of followers) {
      const position = subscription.positions.get(follower.channel.channel);
      if (follower.mode === 'live') {
        if (position !== undefined && !follower.resume(position)) complete = false;
        starts.push(() => follower.begin());
      } else if (position === undefined) starts.push(() => follower.begin());
      else {
        const gap = await this.#missing(follower, position);
        if (gap !== null) complete = false;
        starts.push(() => {
          if (gap?.to === null) this.sayGap(subscription.id, follower.channel.channel, gap);
          void follower.resume(position);
        });
      }
    }
    if (subscription.positions.size > 0) this.#hub.counts.resumes[complete ? 'complete' : 'incomplete'] += 1;
    return {
      complete,
      start: () => {
        for (const start of starts) start();
      },
    };
  }

  async #missing(follower: EveryFollower, position: Position): Promise<Gap | null> {
    try {
      return await follower.missingAfter(position);
    } catch (error) {
      this.historyFailed(error);
      return { epoch: position.epoch, from: position.version + 1, to: follower.channel.current.version };
    }
  }

  #change({ id, ratePerSecond }: Change): void {
    const subscription = this.#subscriptions.get(id);
    if (subscription === undefined) {
      this.#refuse(refused('NOT_SUBSCRIBED', 'no subscription has this id', id));
      return;
    }
    if (ratePerSecond !== null) {
      if (subscription.mode === 'every' && ratePerSecond > 0) {
        this.#refuse(refused('BAD_OPTION', 'ratePerSecond goes with mode live', id));
        return;
      }
      subscription.ratePerSecond = ratePerSecond;
      for (const follower of this.#followers.values())
        if (follower.mode === 'live' && follower.subscription === subscription) follower.rateChanged();
    }
    this.say({ changed: { id, ratePerSecond: subscription.ratePerSecond } });
  }

  #unsubscribe(id: SubscriptionId): void {
    if (!this.#subscriptions.delete(id)) {
      this.#refuse(refused('NOT_SUBSCRIBED', 'no subscription has this id', id));
      return;
    }
    for (const follower of [...this.#followers.values()]) {
      if (follower.subscription.id !== id) continue;
      this.#leave(follower);
      this.joinNew(follower.channel);
    }
    this.say({ unsubscribed: { id } });
  }

  #resync(channel: Channel): void {
    const follower = this.#followers.get(channel);
    if (follower === undefined) {
      this.#refuse(refused('NOT_SUBSCRIBED', 'this channel is not followed'));
      return;
    }
    if (follower.mode === 'live') follower.forget();
  }

  #follow(channel: ChannelOnAir, subscription: Subscription): LiveFollower | EveryFollower {
    const follower =
      subscription.mode === 'live'
        ? new LiveFollower(this, channel, subscription, this.#hub.paces)
        : new EveryFollower(this, channel, subscription, this.#hub.history);
    this.#followers.set(channel.channel, follower);
    channel.followers.add(follower);
    return follower;
  }

  #leave(follower: LiveFollower | EveryFollower): void {
    follower.channel.followers.delete(follower);
    this.#followers.delete(follower.channel.channel);
    if (follower.mode === 'every') follower.end();
  }

  #leaveAll(): void {
    for (const follower of [...this.#followers.values()]) this.#leave(follower);
    this.#subscriptions.clear();
    this.#outbox.clear();
    for (const resolve of this.#roomWaiters.splice(0)) resolve();
  }

  #notYet(options: readonly string[], id: SubscriptionId): void {
    const message = `${options.join(' and ')} cannot be asked for yet and is ignored`;
    this.say({ notice: { code: 'NOT_SUPPORTED_YET', message, id } });
  }

  #due(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#hub.due(this);
  }

  #isOpen(): boolean {
    return this.#state.state === 'awaiting-word' || this.#state.state === 'following';
  }

  #mayTalk(): boolean {
    if (this.#allowance.take(this.#hub.timing.now())) return true;
    const { wordsPerSecond } = this.#hub.limits;
    this.close(closeReason(CLOSE.TOO_MANY_WORDS, `more than ${wordsPerSecond} words a second`));
    return false;
  }

  #welcome(): Welcome {
    const { outboundBytes, wordBytes, subscriptions, firstWordMs, wordsPerSecond } = this.#hub.limits;
    return {
      server: this.#hub.serverId,
      protocol: PROTOCOL_VERSION,
      format: this.wire.format,
      keepaliveMs: this.#hub.keepaliveMs,
      limits: { outboundBytes, wordBytes, subscriptions, firstWordMs, wordsPerSecond },
    };
  }
}
