import type { Channel } from '../../model/document.ts';
import { isNewerEpoch } from '../../model/epoch.ts';
import type { Position } from '../../model/position.ts';

/** A version that travels for less than this is on its way; after that its channel stands still. */
const FROZEN_MS = 5_000;

interface Awaited extends Position {
  /** Since when the channel has been short of a version without a break. */
  readonly since: number;
}

/** Channels of which a version is known to be stored that this edge does not show. Times in milliseconds that only go forward. */
export class Unreached {
  readonly #awaited = new Map<Channel, Awaited>();

  awaited(channel: Channel): Position | null {
    return this.#awaited.get(channel) ?? null;
  }

  noted(channel: Channel, { epoch, version }: Position, now: number): void {
    const before = this.#awaited.get(channel);
    if (before !== undefined && isAtLeast(before, { epoch, version })) return;
    this.#awaited.set(channel, { epoch, version, since: before?.since ?? now });
  }

  /** The channel shows this now. */
  reached(channel: Channel, shown: Position): void {
    const awaited = this.#awaited.get(channel);
    if (awaited !== undefined && isAtLeast(shown, awaited)) this.#awaited.delete(channel);
  }

  frozen(now: number): Channel[] {
    const channels: Channel[] = [];
    for (const [channel, { since }] of this.#awaited) if (now - since > FROZEN_MS) channels.push(channel);
    return channels;
  }
}

const isAtLeast = (one: Position, other: Position): boolean =>
  one.epoch === other.epoch ? one.version >= other.version : isNewerEpoch(one.epoch, other.epoch);
