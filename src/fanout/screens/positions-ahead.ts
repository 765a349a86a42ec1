import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { SubscriptionId } from '../../model/server-words.ts';

type Positions = ReadonlyMap<Channel, Position>;

/** Where a screen stands, said ahead of the `subscribe` that it is for (SC8), up to a bound. */
export class PositionsAhead {
  readonly #most: number;
  /** Most screens never need it. */
  #waiting: Map<SubscriptionId, Map<Channel, Position>> | null = null;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** False when these are more than one screen may name; then none of them is kept. */
  add(id: SubscriptionId, positions: Positions): boolean {
    if (this.#count + positions.size > this.#most) return false;
    const known = this.#waiting?.get(id) ?? new Map<Channel, Position>();
    this.#count -= known.size;
    for (const [channel, position] of positions) known.set(channel, position);
    this.#count += known.size;
    this.#waiting ??= new Map();
    this.#waiting.set(id, known);
    return true;
  }

  /** All that was said for this subscription, with what it says itself; kept no longer. */
  take(id: SubscriptionId, own: Positions): Positions {
    const known = this.#waiting?.get(id);
    if (known === undefined) return own;
    this.#waiting?.delete(id);
    this.#count -= known.size;
    return own.size === 0 ? known : new Map([...known, ...own]);
  }

  clear(): void {
    this.#waiting = null;
    this.#count = 0;
  }
}
