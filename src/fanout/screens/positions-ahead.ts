import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { SubscriptionId } from '../../model/server-words.ts';
import type { EdgeCounts } from '../edge-counts.ts';
import type { Limits } from '../limits.ts';

type Positions = ReadonlyMap<Channel, Position>;

/** Where a screen stands, said ahead of the `subscribe` that it is for (SC8), up to a bound for it and one for all screens. */
export class PositionsAhead {
  readonly #limits: Pick<Limits, 'positionsAhead' | 'positionsAheadOfAll'>;
  readonly #counts: Pick<EdgeCounts, 'positionsAhead'>;
  /** Most screens never need it. */
  #waiting: Map<SubscriptionId, Map<Channel, Position>> | null = null;
  #count = 0;

  constructor(
    limits: Pick<Limits, 'positionsAhead' | 'positionsAheadOfAll'>,
    counts: Pick<EdgeCounts, 'positionsAhead'>,
  ) {
    this.#limits = limits;
    this.#counts = counts;
  }

  /** False when these are more than there is room for; then none of them is kept. */
  add(id: SubscriptionId, positions: Positions): boolean {
    const { positionsAhead, positionsAheadOfAll } = this.#limits;
    if (this.#count + positions.size > positionsAhead) return false;
    if (this.#counts.positionsAhead + positions.size > positionsAheadOfAll) return false;
    const known = this.#waiting?.get(id) ?? new Map<Channel, Position>();
    const before = known.size;
    for (const [channel, position] of positions) known.set(channel, position);
    this.#counted(known.size - before);
    this.#waiting ??= new Map();
    this.#waiting.set(id, known);
    return true;
  }

  /** All that was said for this subscription, with what it says itself; kept no longer. */
  take(id: SubscriptionId, own: Positions): Positions {
    const known = this.#waiting?.get(id);
    if (known === undefined) return own;
    this.#waiting?.delete(id);
    this.#counted(-known.size);
    return own.size === 0 ? known : new Map([...known, ...own]);
  }

  clear(): void {
    this.#waiting = null;
    this.#counted(-this.#count);
  }

  #counted(more: number): void {
    this.#count += more;
    this.#counts.positionsAhead += more;
  }
}
