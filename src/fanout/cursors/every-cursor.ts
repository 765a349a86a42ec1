import type { Channel, Document } from '../../model/document.ts';
import { isNewerEpoch, isOfSameHistory } from '../../model/epoch.ts';
import type { Position } from '../../model/position.ts';
import type { Gap, SubscriptionId } from '../../model/server-words.ts';
import type { Timing } from '../../timing.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { History } from '../channels/history.ts';
import type { PastFrames } from '../frames/past-frames.ts';
import type { PreparedFrame } from '../frames/websocket-frame.ts';
import type { Wire } from '../frames/wire.ts';
import type { Turns } from '../turns.ts';
import { Cursor } from './cursor.ts';
import type { Subscription } from './subscription.ts';

/** Who gets the frames, in order. */
export interface EveryRecipient {
  readonly wire: Wire;
  /** Older versions are read for one channel after the other, so that a screen has one page of them. */
  readonly reads: Turns;
  /** False when the bound forbids it (SC14): it is read once there is room. */
  addOrdered(frame: PreparedFrame, by: EveryCursor): boolean;
  /** Resolves when nothing waits any more and the socket takes data, or the screen has gone. */
  room(): Promise<void>;
  sayGap(id: SubscriptionId, channel: Channel, gap: Gap): void;
  historyFailed(error: unknown): void;
}

/** Where older versions come from. */
export interface Past {
  readonly history: Pick<History, 'after' | 'firstHole' | 'hasLeft' | 'isLast'>;
  readonly frames: PastFrames;
  /** What comes, as it comes. */
  readonly live: ReadonlyMap<Channel, ChannelOnAir>;
  readonly timing: Timing;
  /** For so long a broker that does not answer is asked again (`Limits`). */
  readonly unansweredMs: number;
}

type State =
  /** Where the screen stands is being looked up. */
  | { readonly state: 'joining' }
  /** Reading on behind the newest version, at the pace of the socket. */
  | { readonly state: 'reading' }
  /** Every new version goes out as it comes. */
  | { readonly state: 'current' }
  | { readonly state: 'ended' };

/** What came on the short path is stored by then, or another version in its place. */
const STORED_MS = 10_000;
const RETRY_MS = 500;

/**
 * A screen in a channel in mode `every` (SC7): each version once, in order, without a hole, as whole
 * documents. What does not fit, or is older, is read on only as fast as the socket takes it.
 */
export class EveryCursor extends Cursor {
  readonly mode = 'every';
  readonly #screen: EveryRecipient;
  readonly #past: Past;
  /** Epochs that the channel has come to since, each to be read from its beginning. */
  #later: string[] = [];
  /** The highest version of the epoch that this edge has shown: of these none is passed over in silence, although the stream may have lost it. */
  #known = 0;
  #state: State = { state: 'joining' };

  constructor(screen: EveryRecipient, channel: ChannelOnAir, subscription: Subscription, past: Past) {
    super(channel, subscription);
    this.#screen = screen;
    this.#past = past;
  }

  /** Where the screen stands when so many of the queued versions are not going to be sent. */
  positionBefore(unsent: number): Position {
    return { epoch: this.epoch, version: Math.max(0, this.version - unsent) };
  }

  /** Starts with the newest version. */
  begin(): void {
    if (this.#state.state !== 'joining') return;
    this.#state = { state: 'current' };
    this.renewed();
  }

  /** Nothing leads on from `position`: the rest of that epoch is named as missing, and the newest begins. */
  beginAfresh({ epoch, version }: Position): void {
    this.#sayGap({ epoch, from: version + 1, to: null });
    this.begin();
  }

  /** What is missing when the screen continues after `position`; null when nothing is. */
  async missingAfter(position: Position): Promise<Gap | null> {
    const { epoch, version } = this.#newest(position.epoch);
    if (position.epoch !== epoch || position.version >= version) return null;
    try {
      return await this.#screen.reads.take(() => this.#missingBefore(version, position));
    } catch (error) {
      this.#screen.historyFailed(error);
      return { epoch, from: position.version + 1, to: version };
    }
  }

  /** Delayed, a channel is to show versions that are there already: they are read from the stream, too. */
  #newest(epoch: string): Document {
    const live = this.#past.live.get(this.channel.channel)?.current;
    return live?.epoch === epoch ? live : this.channel.current;
  }

  async #missingBefore(version: number, position: Position): Promise<Gap | null> {
    const { epoch } = position;
    const { channel } = this.channel;
    if (this.#state.state === 'ended') return null;
    const hole = await this.#past.history.firstHole(channel, epoch, position.version, version);
    if (hole !== null) return { epoch, ...hole };
    for await (const document of this.#past.history.after(channel, epoch, position.version)) {
      return gapBefore(position, document);
    }
    return { epoch, from: position.version + 1, to: version - 1 };
  }

  /** Sends everything after `position`, which is of this history; the channel may be behind it. */
  resume(position: Position): void {
    if (this.#state.state !== 'joining') return;
    this.standAt(position);
    this.#state = { state: 'current' };
    this.renewed();
  }

  end(): void {
    this.#state = { state: 'ended' };
    this.channel.backlog.letGo(this);
  }

  override moveTo(channel: ChannelOnAir): void {
    this.channel.backlog.letGo(this);
    if (this.#isReading()) channel.backlog.keepFor(this, channel.current);
    super.moveTo(channel);
  }

  renewed(): void {
    const { current } = this.channel;
    if (isNewerEpoch(this.epoch, current.epoch)) return;
    if (current.epoch === this.epoch) this.#known = Math.max(this.#known, current.version);
    if (this.epoch !== '' && current.epoch !== (this.#later.at(-1) ?? this.epoch))
      this.#later.push(current.epoch);
    if (this.#state.state !== 'current') return;
    if (current.epoch === this.epoch && current.version <= this.version) return;
    // A new epoch, too, can have come before the last versions of the one before it.
    if (this.epoch !== '' && (this.#later.length > 0 || current.version > this.version + 1)) {
      void this.#readOn();
      return;
    }
    if (this.#screen.addOrdered(this.channel.frame(this.#screen.wire, 0), this)) this.standAt(current);
    else this.#readOnFrom(current);
  }

  /** The version does not fit. */
  #readOnFrom({ epoch, version }: Position): void {
    this.standAt({ epoch, version: version - 1 });
    void this.#readOn();
  }

  /** Goes on, epoch after epoch, until the newest version is reached. */
  async #readOn(): Promise<void> {
    this.#state = { state: 'reading' };
    this.channel.backlog.keepFor(this, this.channel.current);
    while (this.#isReading() && (this.#isOlder() || this.#later.length > 0)) {
      const before = this.version;
      const isRead = await this.#readOrRetried();
      if (!this.#isReading()) return;
      const next = this.#later.shift();
      if (next !== undefined) {
        if (!isRead) this.#sayGap({ epoch: this.epoch, from: this.version + 1, to: null });
        this.epoch = next;
        this.version = 0;
        this.#known = 0;
      } else if (this.version === before) {
        if (!isRead || (await this.#isGone())) this.#passOver();
        else await this.#pause();
      }
    }
    if (!this.#isReading()) return;
    this.#state = { state: 'current' };
    this.channel.backlog.letGo(this);
    this.renewed();
  }

  /**
   * Reads what the stream has of the epoch; a broker that does not answer is asked again for a while. After the last of an epoch the next
   * one begins: what is not there any more, or not yet, must not be passed over.
   */
  async #readOrRetried(): Promise<boolean> {
    const { history, timing, unansweredMs } = this.#past;
    const { channel } = this.channel;
    let isTold = false;
    for (const since = timing.now(); this.#isReading(); await this.#pause()) {
      try {
        // Asked before it is read: until then more of it can be stored.
        const isLeft = this.#later.length > 0 && (await history.hasLeft(channel, this.epoch));
        await this.#screen.reads.take(() => this.#readOnce());
        const [next] = this.#later;
        if (next === undefined || !this.#isReading()) return true;
        if (!isOfSameHistory(this.epoch, next)) return false;
        if (isLeft && this.version < this.#known) return false;
        if (isLeft) return await history.isLast(channel, this.epoch, this.version);
        if (timing.now() - since > STORED_MS) return false;
      } catch (error) {
        if (!isTold) this.#screen.historyFailed(error);
        isTold = true;
        if (timing.now() - since > unansweredMs) return false;
      }
    }
    return false;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => this.#past.timing.after(RETRY_MS, resolve));
  }

  /** Nothing leads on although the stream has the newest version, or ought to have it by now. */
  async #isGone(): Promise<boolean> {
    const { channel, changedAt, current } = this.channel;
    const { epoch, version } = current;
    if (this.#past.timing.now() - changedAt >= STORED_MS) return true;
    const isStored = this.#past.history.firstHole(channel, epoch, version - 1, version).then(
      (hole) => hole === null,
      () => false,
    );
    return isStored;
  }

  #sayGap(gap: Gap): void {
    this.#screen.sayGap(this.subscription.id, this.channel.channel, gap);
  }

  async #readOnce(): Promise<void> {
    if (!this.#isReading()) return;
    for await (const document of this.#following()) {
      do await this.#screen.room();
      while (this.#isReading() && this.#isShown(document) && !this.#isSent(document));
      if (this.version !== document.version) return;
    }
  }

  /** Every later version of the epoch that there is: from the stream as far as it is not kept here. */
  async *#following(): AsyncGenerator<Document> {
    for (;;) {
      for (let kept = this.#kept(); kept !== null; kept = this.#kept()) yield kept;
      const { channel } = this.channel;
      for await (const document of this.#past.history.after(channel, this.epoch, this.version)) {
        yield document;
        if (this.#kept() !== null) break;
      }
      if (this.#kept() === null) return;
    }
  }

  #kept(): Document | null {
    return this.channel.backlog.after(this.position);
  }

  /** False when others have taken the room meanwhile. */
  #isSent(document: Document): boolean {
    if (!this.#screen.addOrdered(this.#past.frames.of(this.#screen.wire, document), this)) return false;
    const gap = gapBefore(this.position, document);
    if (gap !== null) this.#sayGap(gap);
    this.version = document.version;
    return true;
  }

  /** Nothing leads on from here: that is said, and the oldest version that is here comes next. */
  #passOver(): void {
    const next = this.channel.backlog.firstAfter(this.position) ?? this.channel.current;
    const gap = gapBefore(this.position, next);
    if (gap !== null) this.#sayGap(gap);
    this.version = next.version - 1;
  }

  /** The stream can be ahead of what the channel shows by now. */
  #isShown({ epoch, version }: Document): boolean {
    const { current } = this.channel;
    return current.epoch !== epoch || version <= current.version;
  }

  #isReading(): boolean {
    return this.#state.state === 'reading';
  }

  #isOlder(): boolean {
    const { current } = this.channel;
    return current.epoch === this.epoch && current.version > this.version;
  }
}

function gapBefore(position: Position, document: Document): Gap | null {
  const expected = position.version + 1;
  if (document.version === expected) return null;
  return { epoch: position.epoch, from: expected, to: document.version - 1 };
}
