import { isNewerEpoch } from '../../model/epoch.ts';
import type { Position } from '../../model/position.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { PreparedFrame } from '../frames/websocket-frame.ts';
import type { Wire } from '../frames/wire.ts';
import { Cursor } from './cursor.ts';
import { type Paces, type Resting, restMsOf } from './pace.ts';
import type { Subscription } from './subscription.ts';

/** Who gets the frames: one screen, or all that are in step. */
export interface LiveRecipient {
  readonly wire: Wire;
  /** There is something to be sent. */
  addLive(cursor: LiveCursor): void;
}

/**
 * A screen, or a cohort of them, in a channel in mode `live` (SC6): all that is kept is which version it has. When
 * the socket is free it gets the newest state, as one delta from there or whole. With a rate (SC10) it rests
 * after each update, and then gets what is newest by then.
 */
export class LiveCursor extends Cursor implements Resting {
  readonly mode = 'live';
  readonly #recipient: LiveRecipient;
  readonly #paces: Paces;
  #isWaiting = false;
  /** 0: not resting. */
  #restsUntil = 0;

  constructor(recipient: LiveRecipient, channel: ChannelOnAir, subscription: Subscription, paces: Paces) {
    super(channel, subscription);
    this.#recipient = recipient;
    this.#paces = paces;
  }

  /** Takes the screen's word for where it stands; true when all that follows from there can be given. */
  resume(position: Position): boolean {
    const { epoch, version } = this.channel.current;
    if (position.epoch === epoch) {
      if (position.version < version && this.channel.deltaSince(position.version) === null) return false;
    } else if (isNewerEpoch(epoch, position.epoch)) return false;
    this.standAt(position);
    return true;
  }

  /** Has the newest version, and may be sent the next one at once. */
  get isInStep(): boolean {
    const { epoch, version } = this.channel.current;
    return !this.#isWaiting && this.#restsUntil === 0 && version === this.version && epoch === this.epoch;
  }

  /** The screen has lost its state: it gets a whole document (SC11). */
  forget(): void {
    this.version = 0;
    this.#restsUntil = 0;
    this.renewed();
  }

  begin(): void {
    this.renewed();
  }

  renewed(): void {
    if (this.#isWaiting || this.#restsUntil > 0) return;
    this.#isWaiting = true;
    this.#recipient.addLive(this);
  }

  rested(now: number): void {
    if (this.#restsUntil === 0 || now < this.#restsUntil) return;
    this.#restsUntil = 0;
    if (!this.isInStep) this.renewed();
  }

  /** The rate is another one: a rest that has begun is as long as the new rate says, counted from now. */
  rateChanged(): void {
    if (this.#restsUntil === 0) return;
    if (this.subscription.ratePerSecond > 0) this.#rest();
    else this.rested(this.#restsUntil);
  }

  /** What is to be sent now, after which the screen has it; null when it is current after all. */
  takeFrame(): PreparedFrame | null {
    this.#isWaiting = false;
    if (!this.channel.followers.has(this)) return null;
    const { epoch, version } = this.channel.current;
    const isSameEpoch = epoch === this.epoch;
    if (isSameEpoch ? version <= this.version : isNewerEpoch(this.epoch, epoch)) return null;
    const base = isSameEpoch && this.subscription.delta ? this.version : 0;
    this.epoch = epoch;
    this.version = version;
    if (this.subscription.ratePerSecond > 0) this.#rest();
    return this.channel.frame(this.#recipient.wire, base);
  }

  #rest(): void {
    this.#restsUntil = this.#paces.of(restMsOf(this.subscription.ratePerSecond)).rest(this);
  }
}
