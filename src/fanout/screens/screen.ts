import type { Channel, Document } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { Gap, Says, SubscriptionId } from '../../model/server-words.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import { CLOSE, type CloseCode, type CloseReason, closeReason } from '../connections/close-codes.ts';
import type { Connection } from '../connections/connection.ts';
import type { TurnedAwayCode } from '../connections/turned-away.ts';
import { countOne } from '../edge-counts.ts';
import { sseFrame } from '../frames/sse-frame.ts';
import { type PreparedFrame, prepareText } from '../frames/websocket-frame.ts';
import type { Wire } from '../frames/wire.ts';
import type { Hub } from '../hub.ts';
import { WORDS_PER_VIEW } from '../limits.ts';
import { SendQueue, type Waiting } from '../sending/send-queue.ts';
import { Turns } from '../turns.ts';
import { Subscriptions } from './subscriptions.ts';
import { WordAllowance } from './word-allowance.ts';
import { type Refused, readWord, refused, type Word } from './words.ts';

/** Where a connection is in its life; a field exists only in the state where it means something. */
export type ScreenState =
  | { readonly state: 'awaiting-word'; readonly since: number }
  | { readonly state: 'following' }
  | { readonly state: 'closing'; readonly because: CloseReason }
  | { readonly state: 'gone' };

/** A screen that has to end may take so long to read the message that has been begun. */
const LAST_WORDS_MS = 2_000;

/** Closes that a screen has brought upon itself. */
const OWN_FAULT: Partial<Record<CloseCode, TurnedAwayCode>> = {
  [CLOSE.TOO_SLOW]: 'TOO_SLOW',
  [CLOSE.PROTOCOL_ERROR]: 'PROTOCOL_ERROR',
  [CLOSE.TOO_MANY_WORDS]: 'TOO_MANY_WORDS',
  [CLOSE.NO_VALID_WORD]: 'NO_VALID_WORD',
};

/** One subscriber: its connection, its subscriptions, and where it stands in each channel. */
export class Screen {
  readonly wire: Wire;
  readonly #hub: Hub;
  readonly #connection: Connection;
  readonly #queue: SendQueue;
  readonly #subscriptions: Subscriptions;
  #state: ScreenState;
  readonly #allowance: WordAllowance;
  readonly #inbound: WordAllowance;
  /** Older versions are read for one channel after the other, so that a screen holds one page of them. */
  readonly reads = new Turns(1);
  #refusedWords = 0;
  #isDue = false;
  /** Ends as soon as the message under way and what is to be said after it are out. */
  #isSayingLast = false;
  #roomWaiters: (() => void)[] = [];
  #keepaliveAt: number;
  #keepalives = 0;

  constructor(hub: Hub, connection: Connection, wire: Wire) {
    this.#hub = hub;
    this.#connection = connection;
    this.wire = wire;
    this.#queue = new SendQueue(connection, hub.limits.outboundBytes, hub.counts, hub.joined);
    this.#subscriptions = new Subscriptions(this, hub);
    const now = hub.timing.now();
    this.#state = { state: 'awaiting-word', since: now };
    this.#allowance = new WordAllowance(hub.limits.wordsPerSecond, now);
    this.#inbound = new WordAllowance(hub.limits.inboundBytesPerSecond, now);
    this.#keepaliveAt = now + hub.keepaliveMs;
    this.sayText(hub.welcome(wire.format));
  }

  get state(): ScreenState['state'] {
    return this.#state.state;
  }

  /** Screens with the same key follow the same. */
  get followsKey(): string {
    return this.#subscriptions.key;
  }

  get followers(): Subscriptions['followers'] {
    return this.#subscriptions.followers;
  }

  /** Has no place of its own in its channels. */
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
    if (!this.#isOpen() || !this.#mayTalk()) return;
    this.#hear(readWord(text));
  }

  heardBinary(): void {
    if (this.#isOpen() && this.#mayTalk()) this.#hear(refused('NOT_TEXT', 'words are JSON text frames'));
  }

  /** Bytes came in, whatever they are. False when they are too many: nothing more is to be read. */
  took(bytes: number): boolean {
    if (!this.#isOpen()) return false;
    if (this.#inbound.take(this.#hub.timing.now(), bytes)) return true;
    const { inboundBytesPerSecond } = this.#hub.limits;
    this.close(closeReason(CLOSE.TOO_MANY_WORDS, `more than ${inboundBytesPerSecond} bytes a second`));
    return false;
  }

  /** A ping or pong frame counts as a word. False when no pong may go out: the screen does not read them. */
  heardPing(): boolean {
    if (!this.#isOpen() || !this.#mayTalk()) return false;
    return this.#queue.bytes < this.#hub.limits.outboundBytes;
  }

  drained(): void {
    if (this.#isOpen()) this.flush();
    else if (this.#isSayingLast) this.#sayLast();
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
    this.#queue.addLive(waiting);
    this.#due();
  }

  /** False when the screen is too far behind. */
  addOrdered(frame: PreparedFrame, by: object): boolean {
    const isTaken = this.#queue.addOrdered(frame, by);
    if (isTaken) this.#due();
    return isTaken;
  }

  flush(): void {
    this.#isDue = false;
    if (!this.#isOpen()) return;
    this.#queue.flush();
    if (this.#roomWaiters.length > 0 && this.#queue.hasRoom) this.#roomWaiters.shift()!();
    if (this.#queue.isIdle) this.#subscriptions.fallIn();
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
      await new Promise<void>((resolve) => {
        this.#roomWaiters.push(resolve);
        this.#due();
      });
    }
  }

  /** An older version. */
  wholeFrame(document: Document): PreparedFrame {
    return this.#hub.pastFrames.of(this.wire, document);
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
    this.#hub.report('history', error);
    const message = 'older versions cannot be read at the moment';
    this.say({ notice: { code: 'HISTORY_UNAVAILABLE', message, id: null } });
  }

  /** SC14: the bound is reached in mode `every`; the screen comes back and resumes. */
  tooFarBehind(): void {
    if (!this.#isOpen()) return;
    const positions: Record<Channel, Position> = {};
    for (const follower of this.followers.values()) {
      if (follower.mode === 'every')
        positions[follower.channel.channel] = follower.positionBefore(this.#queue.unsentOf(follower));
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
    this.#hub.timing.after(LAST_WORDS_MS, () => this.#closeConnection());
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
    if (fault !== undefined) this.#hub.turnedAway.note(fault);
    this.#leaveAll();
    this.#connection.close(because);
  }

  /** A channel that may not have been in the view before: it joins the subscriptions that mean it. */
  joinNew(channel: ChannelOnAir, view: View): void {
    this.#subscriptions.join(channel, view);
  }

  /** Deadlines: the first word (SC3) and the keep-alive (SC12, SC13). */
  isDue(now: number): boolean {
    return now >= this.#keepaliveAt || this.#isMute(now);
  }

  tick(now: number): void {
    if (this.#isMute(now)) {
      this.close(closeReason(CLOSE.NO_VALID_WORD, 'said nothing valid in time'));
      return;
    }
    if (now < this.#keepaliveAt) return;
    this.#keepaliveAt = now + this.#hub.keepaliveMs;
    this.#keepalives += 1;
    this.sayText(this.#hub.keepaliveFor(this, this.#keepalives === 1));
  }

  #isMute(now: number): boolean {
    const state = this.#state;
    return state.state === 'awaiting-word' && now - state.since >= this.#hub.limits.firstWordMs;
  }

  // Words.

  #hear(word: Word): void {
    if (word.word === 'refused') {
      this.#refuse(word);
      return;
    }
    if (this.#state.state === 'awaiting-word') this.#state = { state: 'following' };
    if (asksForView(word) && !this.#mayTalk(WORDS_PER_VIEW - 1)) return;
    switch (word.word) {
      case 'hello': {
        this.say({ hello: { access: 'public' } });
        return;
      }
      case 'ping': {
        this.say({ pong: { id: word.echo, at: new Date(this.#hub.timing.now()).toISOString() } });
        return;
      }
      case 'subscribe': {
        void this.#answer(this.#subscriptions.begin(word));
        return;
      }
      case 'held': {
        this.#refuseIf(this.#subscriptions.hold(word));
        return;
      }
      case 'change': {
        this.#refuseIf(this.#subscriptions.change(word));
        return;
      }
      case 'unsubscribe': {
        this.#refuseIf(this.#subscriptions.end(word.id));
        return;
      }
      case 'resync': {
        this.#refuseIf(this.#subscriptions.resync(word.channel));
        return;
      }
    }
  }

  #refuseIf(refusal: Refused | null): void {
    if (refusal !== null) this.#refuse(refusal);
  }

  #refuse({ code, message, id }: Refused): void {
    countOne(this.#hub.counts.refusals, code);
    this.#refusedWords += 1;
    this.say({ error: { code, message, id } });
    if (this.#refusedWords < this.#hub.limits.refusedWords) return;
    this.close(closeReason(CLOSE.PROTOCOL_ERROR, `${code}: ${message}`));
  }

  async #answer(refusal: Promise<Refused | null>): Promise<void> {
    this.#refuseIf(await refusal);
  }

  #leaveAll(): void {
    this.#subscriptions.endAll();
    this.#queue.clear();
    for (const resolve of this.#roomWaiters.splice(0)) resolve();
  }

  #due(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#hub.due(this);
  }

  #isOpen(): boolean {
    return this.#state.state === 'awaiting-word' || this.#state.state === 'following';
  }

  #mayTalk(words = 1): boolean {
    if (this.#allowance.take(this.#hub.timing.now(), words)) return true;
    const { wordsPerSecond } = this.#hub.limits;
    this.close(closeReason(CLOSE.TOO_MANY_WORDS, `more than ${wordsPerSecond} words a second`));
    return false;
  }
}

const asksForView = (word: Word): boolean =>
  word.word === 'change'
    ? word.delayMs !== null
    : word.word === 'subscribe' && (word.delayMs > 0 || word.rows !== null);
