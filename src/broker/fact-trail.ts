import type { Rsc } from '../model/rsc.ts';
import type { StoredVenueMessage } from './broker.ts';
import { type Cut, cutOf } from './cut.ts';
import type { LostFacts } from './loss.ts';
import { nameOf } from './message-ids.ts';

/** A fact that was seen in stream VENUE, without its bytes. */
type Seen = Pick<StoredVenueMessage, 'messageId' | 'unit' | 'streamSeq'>;

export interface FactSearch {
  found(messageId: string): void;
  lost(): LostFacts[];
}

const TRAIL_MAX = 10_000;

/** The newest facts that this program has seen, to name those that a broker has lost. */
export class FactTrail {
  #seen: Seen[] = [];

  saw({ messageId, unit, streamSeq }: Seen): void {
    this.#seen.push({ messageId: nameOf(messageId), unit, streamSeq });
    if (this.#seen.length >= 2 * TRAIL_MAX) this.#seen = this.#seen.slice(-TRAIL_MAX);
  }

  /**
   * Looks for them in the stream, wherever they stood or stand now: `found` is to be called with the message id of everything that does. What
   * was cut is not lost.
   */
  search(cut: Cut | null): FactSearch {
    const isThere = ({ unit, streamSeq }: Seen): boolean => cut === null || streamSeq > cutOf(cut, unit);
    const lost = new Map(this.#seen.filter(isThere).map((fact) => [fact.messageId, fact]));
    return {
      found: (messageId) => void lost.delete(nameOf(messageId)),
      lost: () => this.#lost([...lost.values()]),
    };
  }

  /** Each is named once. */
  #lost(lost: readonly Seen[]): LostFacts[] {
    this.#seen = [];
    const byOrigin = new Map<string, Seen[]>();
    for (const fact of lost) {
      const origin = fact.messageId.slice(0, fact.messageId.lastIndexOf(':'));
      byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), fact]);
    }
    return [...byOrigin].map(lostOf);
  }
}

function lostOf([origin, facts]: [string, readonly Seen[]]): LostFacts {
  const numbers = facts.map(({ messageId }) => Number(messageId.slice(messageId.lastIndexOf(':') + 1)));
  const [source = '', epoch = ''] = origin.split(':');
  return {
    source,
    epoch,
    from: numbers.reduce((one, other) => Math.min(one, other)),
    to: numbers.reduce((one, other) => Math.max(one, other)),
    units: [...new Set(facts.map(({ unit }) => unit as Rsc).filter((unit) => unit !== ''))],
  };
}
