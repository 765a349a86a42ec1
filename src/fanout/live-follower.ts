import type { Position } from '../model/position.ts';
import type { ChannelOnAir, Follower } from './channel-on-air.ts';
import type { Waiting } from './outbox.ts';
import type { Screen } from './screen.ts';
import type { Subscription } from './subscription.ts';
import type { PreparedFrame } from './websocket-frame.ts';

/**
 * A screen in a channel in mode `live` (SC6): all that is kept is which version the screen has. When
 * its socket is free it gets the newest state, as one delta from there or whole.
 */
export class LiveFollower implements Follower, Waiting {
  readonly mode = 'live';
  readonly channel: ChannelOnAir;
  readonly subscription: Subscription;
  readonly #screen: Screen;
  #epoch = '';
  #has = 0;
  #isWaiting = false;

  constructor(screen: Screen, channel: ChannelOnAir, subscription: Subscription) {
    this.#screen = screen;
    this.channel = channel;
    this.subscription = subscription;
  }

  /** Takes the screen's word for where it stands; true when all that follows from there can be given. */
  resume(position: Position): boolean {
    const { epoch, version } = this.channel.current;
    if (position.epoch !== epoch || position.version === 0) return false;
    if (position.version < version && this.channel.deltaSince(position.version) === null) return false;
    this.#epoch = epoch;
    this.#has = position.version;
    return true;
  }

  get position(): Position {
    return { epoch: this.#epoch, version: this.#has };
  }

  /** The screen has lost its state: it gets a whole document (SC11). */
  forget(): void {
    this.#has = 0;
    this.renewed();
  }

  begin(): void {
    this.renewed();
  }

  renewed(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#screen.addLive(this);
  }

  takeFrame(): PreparedFrame | null {
    this.#isWaiting = false;
    if (!this.channel.followers.has(this)) return null;
    const { epoch, version } = this.channel.current;
    const isSameEpoch = epoch === this.#epoch;
    if (isSameEpoch && version <= this.#has) return null;
    const base = isSameEpoch && this.subscription.delta ? this.#has : 0;
    this.#epoch = epoch;
    this.#has = version;
    return this.channel.frame(this.#screen.wire, base);
  }
}
