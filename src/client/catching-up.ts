import type { Channel } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import type { Position } from '../model/position.ts';
import type { Copies } from './copies.ts';
import type { EdgeSession } from './edge-session.ts';
import type { EveryDocuments } from './every-documents.ts';
import type { Following } from './following.ts';

type Positions = Readonly<Record<Channel, Position>>;

/** What the subscriber follows and holds, and where it comes from. */
export interface Holdings {
  readonly edges: readonly EdgeSession[];
  readonly live: Copies;
  readonly every: EveryDocuments;
  /** The following under which a channel comes. */
  readonly oldest: (channel: Channel) => Following | null;
}

/** Sees what is missing, and asks the edge that has it. */
export class CatchingUp {
  readonly #holdings: Holdings;

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  /** Where a subscription begins. */
  positions({ mode, matches }: Following): Positions {
    const { every, live } = this.#holdings;
    return (mode === 'every' ? every : live).positions(matches);
  }

  /** SC13: a screen that missed the newest version learns of it from the keep-alive. */
  compare(positions: Positions, edge: number): void {
    const { edges, oldest } = this.#holdings;
    const session = edges[edge]!;
    for (const [channel, named] of Object.entries(positions)) {
      const following = oldest(channel);
      if (following === null || !this.#isBehind(following, channel, named)) continue;
      // What the keep-alive names is handed to the socket before it or right behind it, unless a rate makes it rest.
      const { ratePerSecond = 0 } = following.options;
      const restMs = ratePerSecond > 0 ? 1_000 / ratePerSecond : 0;
      const before = this.#positionOf(following, channel);
      session.checkLater(channel, restMs + session.connection.keepaliveMs / 2, () => {
        const now = this.#positionOf(following, channel);
        const isComing = following.mode === 'every' && now?.version !== before?.version;
        if (!isComing && this.#isBehind(following, channel, named)) this.fetch(channel, edge);
      });
    }
  }

  /** Asks the edge for what comes next in the channel. */
  fetch(channel: Channel, edge: number): void {
    const { edges, live, oldest } = this.#holdings;
    const following = oldest(channel);
    if (following === null) return;
    if (following.mode === 'every') edges[edge]!.beginAgain(following, this.positions(following));
    else if (!live.isAskedElsewhere(channel, edge)) this.resync(channel, edge);
  }

  /** Asks the edge for the document whole; `isWanted`: the caller is shown it whatever its version. */
  resync(channel: Channel, edge: number, isWanted = false): void {
    const { edges, live } = this.#holdings;
    if (edges[edge]?.isReady !== true) return;
    live.await(channel, edge, isWanted);
    edges[edge].resync(channel);
  }

  /** Too much is missing to ask for it one by one: what is there is proved, so the edge can go on from there. */
  beginAgain(channels: readonly Channel[], edge: number): void {
    const { edges, live, oldest } = this.#holdings;
    for (const following of new Set(channels.map(oldest))) {
      if (following === null) continue;
      live.release(edge, following.matches);
      edges[edge]!.beginAgain(following, this.positions(following));
    }
  }

  /** What the edge was asked for is asked for elsewhere. */
  lost(edge: number): void {
    const { edges, live } = this.#holdings;
    const other = edges.findIndex(({ isReady }, index) => isReady && index !== edge);
    for (const channel of live.lost(edge)) this.resync(channel, other);
  }

  /** True when the edge has a newer version than the caller has. */
  #isBehind(following: Following, channel: Channel, { epoch, version }: Position): boolean {
    const own = this.#positionOf(following, channel);
    if (own === null) return true;
    if (own.epoch === epoch) return own.version < version;
    return isNewerEpoch(epoch, own.epoch);
  }

  #positionOf({ mode }: Following, channel: Channel): Position | null {
    const { every, live } = this.#holdings;
    return mode === 'every' ? (every.get(channel)?.position ?? null) : live.get(channel);
  }
}
