import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { Gap, Says, SubscriptionId } from '../../model/server-words.ts';
import type { Timing } from '../../timing.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import { CLOSE, type CloseCode, type CloseReason, closeReason } from '../connections/close-codes.ts';
import type { Connection } from '../connections/connection.ts';
import type { TurnedAway, TurnedAwayCode } from '../connections/turned-away.ts';
import type { EveryCursor } from '../cursors/every-cursor.ts';
import type { LiveCursor } from '../cursors/live-cursor.ts';
import { countOne, type EdgeCounts } from '../edge-counts.ts';
import { sseFrame } from '../frames/sse-frame.ts';
import type { StreamFormat } from '../frames/stream-format.ts';
import { type PreparedFrame, prepareText } from '../frames/websocket-frame.ts';
import type { Wire } from '../frames/wire.ts';
import type { Dispatcher, Flushed } from '../sending/dispatcher.ts';
import type { JoinedParts } from '../sending/joined-parts.ts';
import { SendQueue } from '../sending/send-queue.ts';
import { Turns } from '../turns.ts';
import { Conversation } from './conversation.ts';
import type { Keepalives, KeptAlive } from './keepalives.ts';
import { type Subscriber, type SubscriptionContext, Subscriptions } from './subscriptions.ts';

/** What all screens of an edge share. */
export interface ScreenContext extends SubscriptionContext {
  readonly timing: Timing;
  readonly counts: EdgeCounts;
  readonly turnedAway: TurnedAway;
  readonly dispatcher: Dispatcher;
  readonly keepalives: Keepalives;
  readonly joined: JoinedParts;
  /** The first message (SC3). */
  readonly welcome: (format: StreamFormat) => string;
  readonly report: (what: string, error: unknown) => void;
  readonly gone: (screen: Screen) => void;
}

/** Where a connection is in its life; a field exists only in the state where it means something. */
export type ScreenState =
  | { readonly state: 'awaiting-word'; readonly since: number }
  | { readonly state: 'following' }
  | { readonly state: 'closing'; readonly because: CloseReason }
  | { readonly state: 'gone' };

/** A screen that has to end may take so long to read the message that has been begun: it has not read for a while. */
const LAST_WORDS_MS = 10_000;

/** Closes that a screen has brought upon itself. */
const OWN_FAULT: Partial<Record<CloseCode, TurnedAwayCode>> = {
  [CLOSE.TOO_SLOW]: 'TOO_SLOW',
  [CLOSE.PROTOCOL_ERROR]: 'PROTOCOL_ERROR',
  [CLOSE.TOO_MANY_WORDS]: 'TOO_MANY_WORDS',
  [CLOSE.NO_VALID_WORD]: 'NO_VALID_WORD',
};

/** One subscriber: its connection, its subscriptions, and where it stands in each channel. */
export class Screen implements Subscriber, Flushed, KeptAlive {
  readonly wire: Wire;
  readonly #context: ScreenContext;
  readonly #connection: Connection;
  readonly #queue: SendQueue;
  readonly #subscriptions: Subscriptions;
  #state: ScreenState;
  readonly #conversation: Conversation;
  /** Older versions are read for one channel after the other, so that a screen holds one page of them. */
  readonly reads = new Turns(1);
  #isDue = false;
  /** Ends as soon as the message under way and what is to be said after it are out. */
  #isSayingLast = false;
  #roomWaiters: (() => void)[] = [];
  /** Since when the socket has taken nothing of what waits for it in mode `every`; null while nothing waits. */
  #unreadSince: number | null = null;
  #wasOverdue = false;
  #keepaliveAt: number;
  #keepalives = 0;

  constructor(context: ScreenContext, connection: Connection, wire: Wire) {
    const { limits, counts, joined, timing, keepalives } = context;
    this.#context = context;
    this.#connection = connection;
    this.wire = wire;
    this.#queue = new SendQueue(connection, limits.outboundBytes, counts, joined);
    this.#subscriptions = new Subscriptions(this, context);
    const now = timing.now();
    this.#state = { state: 'awaiting-word', since: now };
    this.#conversation = new Conversation(this, this.#subscriptions, context);
    this.#keepaliveAt = now + keepalives.everyMs;
    this.sayText(context.welcome(wire.format));
  }

  get state(): ScreenState['state'] {
    return this.#state.state;
  }

  /** Screens with the same key follow the same. */
  get followsKey(): string {
    return this.#subscriptions.key;
  }

  get cursors(): Subscriptions['cursors'] {
    return this.#subscriptions.cursors;
  }

  /** Has no cursors of its own. */
  get isInStep(): boolean {
    return this.#subscriptions.cohort !== null;
  }

  /** Bytes kept for this screen (SC14). */
  get outboundBytes(): number {
    return this.#queue.bytes;
  }

  /** Everything is written and the operating system has taken it. */
  get isIdle(): boolean {
    return this.#queue.isIdle && this.#connection.bufferedBytes === 0;
  }

  // What the connection reports.

  heard(text: string): void {
    if (this.#isOpen()) this.#conversation.heard(text);
  }

  heardBinary(): void {
    if (this.#isOpen()) this.#conversation.heardBinary();
  }

  /** Bytes came in, whatever they are. False when they are too many: nothing more is to be read. */
  took(bytes: number): boolean {
    return this.#isOpen() && this.#conversation.took(bytes);
  }

  /** A ping or pong frame counts as a word. False when no pong may go out: the screen does not read them. */
  heardPing(): boolean {
    if (!this.#isOpen() || !this.#conversation.heardPing()) return false;
    return this.#queue.bytes < this.#context.limits.outboundBytes;
  }

  drained(): void {
    if (this.#isOpen()) {
      if (this.#unreadSince !== null) this.#unreadSince = this.#context.timing.now();
      this.flush();
      this.fallIn();
    } else if (this.#isSayingLast) this.#sayLast();
  }

  gone(code: number): void {
    if (this.#state.state === 'gone') return;
    this.#state = { state: 'gone' };
    countOne(this.#context.counts.closedBy, code);
    this.#leaveAll();
    this.#context.gone(this);
  }

  /** It has said something valid (SC3). */
  understood(): void {
    if (this.#state.state === 'awaiting-word') this.#state = { state: 'following' };
  }

  // What cursors and the dispatcher ask for.

  addLive(cursor: LiveCursor): void {
    this.#queue.addLive(cursor);
    this.#due();
  }

  /** False when the bound forbids it (SC14). */
  addOrdered(frame: PreparedFrame, by: EveryCursor): boolean {
    const isTaken = this.#queue.addOrdered(frame, by);
    if (isTaken) this.#due();
    return isTaken;
  }

  flush(): void {
    this.#isDue = false;
    if (!this.#isOpen()) return;
    this.#queue.flush();
    if (this.#roomWaiters.length > 0 && this.#queue.hasRoom) this.#roomWaiters.shift()!();
  }

  fallIn(): void {
    if (this.#isOpen() && this.#queue.isIdle) this.#subscriptions.fallIn();
  }

  // What its cohort asks for.

  /** Nothing waits, and the socket takes data. */
  get hasRoom(): boolean {
    return this.#queue.hasRoom;
  }

  /** Frames that are shared with others; counted by who shares them. False when the socket takes no more. */
  write(frames: Uint8Array): boolean {
    return this.#connection.write(frames);
  }

  beginLong(frame: PreparedFrame): boolean {
    return this.#queue.beginLong(frame);
  }

  fallOut(): void {
    this.#subscriptions.fallOut();
  }

  /** Resolves when nothing of `every` waits any more and the socket takes data, or the screen has gone. */
  async room(): Promise<void> {
    while (this.#isOpen() && !this.#queue.hasRoom) {
      this.#unreadSince ??= this.#context.timing.now();
      await new Promise<void>((resolve) => {
        this.#roomWaiters.push(resolve);
        this.#due();
      });
    }
    this.#unreadSince = null;
  }

  say(words: Says): void {
    this.sayText(JSON.stringify(words));
  }

  sayText(text: string): void {
    if (!this.#isOpen()) return;
    if (this.#queue.control(this.#controlPart(text))) {
      if (!this.#queue.hasRoom) this.#subscriptions.cohort?.lags(this);
      return;
    }
    // Not even control fits: this screen has not read for a long time.
    this.close(closeReason(CLOSE.TOO_SLOW, 'does not read; reconnect within 0-5000 ms'));
    this.#connection.terminate();
  }

  #controlPart(text: string): Uint8Array {
    const isSse = this.wire.packing === 'sse';
    return (isSse ? sseFrame(Buffer.from(text), null, Infinity) : prepareText(text)).parts[0]!;
  }

  sayGap(id: SubscriptionId, channel: Channel, gap: Gap): void {
    this.say({ gap: { id, channel, ...gap } });
  }

  historyFailed(error: unknown): void {
    this.#context.report('history', error);
    const message = 'older versions cannot be read at the moment';
    this.say({ notice: { code: 'HISTORY_UNAVAILABLE', message, id: null } });
  }

  /** SC14: it does not read what it has to be sent in mode `every`; it comes back and resumes. */
  tooFarBehind(): void {
    if (!this.#isOpen()) return;
    const positions: Record<Channel, Position> = {};
    for (const cursor of this.cursors.values()) {
      if (cursor.mode === 'every')
        positions[cursor.channel.channel] = cursor.positionBefore(this.#queue.unsentOf(cursor));
    }
    const [first] = Object.entries(positions);
    this.say({ behind: { positions } });
    const where = first === undefined ? '' : ` ${first[0]} ${first[1].epoch} ${first[1].version}`;
    const because = closeReason(CLOSE.BEHIND, `resume after${where}`);
    if (!this.#queue.isUnderWay) {
      this.close(because);
      return;
    }
    // `behind` cannot be said inside a message that has been begun: that one is finished first.
    this.#state = { state: 'closing', because };
    this.#leaveAll();
    this.#isSayingLast = true;
    this.#context.timing.after(LAST_WORDS_MS, () => this.#closeConnection());
  }

  #sayLast(): void {
    this.#queue.flush();
    if (!this.#queue.isUnderWay) this.#closeConnection();
  }

  #closeConnection(): void {
    if (!this.#isSayingLast || this.#state.state !== 'closing') return;
    this.#isSayingLast = false;
    this.#connection.close(this.#state.because);
  }

  close(because: CloseReason): void {
    if (!this.#isOpen()) return;
    this.#state = { state: 'closing', because };
    const fault = OWN_FAULT[because.code];
    if (fault !== undefined) this.#context.turnedAway.note(fault);
    this.#leaveAll();
    this.#connection.close(because);
  }

  /** A channel that may not have been in the view before: it joins the subscriptions that mean it. */
  joinNew(channel: ChannelOnAir, view: View): void {
    this.#subscriptions.join(channel, view);
  }

  /** Deadlines: the first word (SC3), the keep-alive (SC12, SC13), and taking something of what waits (SC14). */
  isDue(now: number): boolean {
    return now >= this.#keepaliveAt || this.#isMute(now) || this.#isUnread(now);
  }

  tick(now: number): void {
    if (this.#isMute(now) || this.#isUnread(now)) this.#overdue(now);
    else this.#wasOverdue = false;
    if (now < this.#keepaliveAt) return;
    this.#keepaliveAt = now + this.#context.keepalives.everyMs;
    this.#keepalives += 1;
    this.sayText(this.#context.keepalives.textFor(this, this.#keepalives === 1));
  }

  /** A process that was held up finds everybody late: the second look counts, with what had come by the first taken in. */
  #overdue(now: number): void {
    if (!this.#wasOverdue) this.#wasOverdue = true;
    else if (this.#isUnread(now)) this.tooFarBehind();
    else
      this.close(closeReason(CLOSE.NO_VALID_WORD, 'said nothing valid in time; reconnect within 0-5000 ms'));
  }

  #isMute(now: number): boolean {
    const state = this.#state;
    return state.state === 'awaiting-word' && now - state.since >= this.#context.limits.firstWordMs;
  }

  #isUnread(now: number): boolean {
    const { limits } = this.#context;
    return this.#isOpen() && this.#unreadSince !== null && now - this.#unreadSince >= limits.unreadMs;
  }

  #leaveAll(): void {
    this.#subscriptions.endAll();
    this.#queue.clear();
    for (const resolve of this.#roomWaiters.splice(0)) resolve();
  }

  #due(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#context.dispatcher.screenDue(this);
  }

  #isOpen(): boolean {
    return this.#state.state === 'awaiting-word' || this.#state.state === 'following';
  }
}
