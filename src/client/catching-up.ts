import type { Channel } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import type { Position } from '../model/position.ts';
import type { Copies } from './copies.ts';
import type { EdgeSession } from './edge-session.ts';
import type { EveryDocuments } from './every-documents.ts';
import { type Following, modeOf } from './following.ts';
import type { Followings } from './followings.ts';

type Positions = Readonly<Record<Channel, Position>>;

/** What the subscriber follows and holds. */
export interface Holdings {
  readonly followings: Followings;
  readonly live: Copies;
  readonly every: EveryDocuments;
}

/** Sees what is missing, and asks the edge that has it. */
export class CatchingUp {
  readonly #holdings: Holdings;
  readonly #edges: readonly EdgeSession[];

  constructor(holdings: Holdings, edges: readonly EdgeSession[]) {
    this.#holdings = holdings;
    this.#edges = edges;
  }

  /** Where a subscription begins. */
  positions(following: Following): Positions {
    const { every, live } = this.#holdings;
    const copies = modeOf(following) === 'every' ? every : live;
    return copies.positions(following.matches);
  }

  /** SC13: a screen that missed the newest version learns of it from the keep-alive. */
  compare(positions: Positions, edge: number): void {
    const { followings } = this.#holdings;
    const session = this.#edges[edge]!;
    for (const [channel, named] of Object.entries(positions)) {
      const following = followings.oldest(channel);
      if (following === null || !this.#isBehind(following, channel, named)) continue;
      // What the keep-alive names is handed to the socket before it or right behind it, unless a rate makes it rest.
      const { ratePerSecond = 0 } = following.options;
      const restMs = ratePerSecond > 0 ? 1_000 / ratePerSecond : 0;
      const before = this.#positionOf(following, channel);
      session.checkLater(channel, restMs + session.connection.keepaliveMs / 2, () => {
        const now = this.#positionOf(following, channel);
        const isComing = modeOf(following) === 'every' && now?.version !== before?.version;
        if (!isComing && this.#isBehind(following, channel, named)) this.fetch(channel, edge);
      });
    }
  }

  /** Asks the edge for what comes next in the channel. */
  fetch(channel: Channel, edge: number): void {
    const following = this.#holdings.followings.oldest(channel);
    if (following === null) return;
    if (modeOf(following) === 'every') this.#edges[edge]!.beginAgain(following, this.positions(following));
    else if (!this.#holdings.live.isAskedElsewhere(channel, edge)) this.resync(channel, edge);
  }

  /** Asks the edge for the document whole; `isWanted`: the caller is shown it whatever its version. */
  resync(channel: Channel, edge: number, isWanted = false): void {
    if (this.#edges[edge]?.isReady !== true) return;
    this.#holdings.live.await(channel, edge, isWanted);
    this.#edges[edge].resync(channel);
  }

  /** Too much is missing to ask for it one by one: what is there is proved, so the edge can go on from there. */
  beginAgain(channels: readonly Channel[], edge: number): void {
    const { followings, live } = this.#holdings;
    for (const following of new Set(channels.map((channel) => followings.oldest(channel)))) {
      if (following === null) continue;
      live.release(edge, following.matches);
      this.#edges[edge]!.beginAgain(following, this.positions(following));
    }
  }

  /** What the edge was asked for is asked for elsewhere. */
  lost(edge: number): void {
    const other = this.#edges.findIndex(({ isReady }, index) => isReady && index !== edge);
    for (const channel of this.#holdings.live.lost(edge)) this.resync(channel, other);
  }

  /** True when the edge has a newer version than the caller has. */
  #isBehind(following: Following, channel: Channel, { epoch, version }: Position): boolean {
    const own = this.#positionOf(following, channel);
    if (own === null) return true;
    if (own.epoch === epoch) return own.version < version;
    return isNewerEpoch(epoch, own.epoch);
  }

  #positionOf(following: Following, channel: Channel): Position | null {
    const { every, live } = this.#holdings;
    return modeOf(following) === 'every' ? (every.get(channel)?.position ?? null) : live.get(channel);
  }
}
