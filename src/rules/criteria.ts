import type { CompetitorCode } from '../model/competitor.ts';
import type { Order } from '../model/fact.ts';
import type { Criterion, Key, RankContext } from './contract.ts';

/** A clause of the rule book and the code of what it compares. */
export interface Clause {
  /** Key of its words: `FAILURES_AT_BEST`. */
  readonly code: string;
  readonly clause: string;
}

type KeyOf<Card> = (card: Card, context: RankContext) => Key;

/** The smaller value is placed higher: times, strokes, failures. */
export function fewest<Card>({ code, clause }: Clause, key: KeyOf<Card>): Criterion<Card> {
  return { code, clause, key };
}

/** The greater value is placed higher: distances, points. In a list: greater first, and longer before shorter. */
export function most<Card>({ code, clause }: Clause, key: KeyOf<Card>): Criterion<Card> {
  return { code, clause, key: (card, context) => negated(key(card, context)) };
}

const negated = (key: Key): Key => (typeof key === 'number' ? -key : key.map((value) => -value));

/**
 * A decision of officials (fact `order`): who is listed first is placed higher; `equal` says that
 * nothing separates them. Whoever is not listed comes after those who are.
 */
export function decidedByOfficials<Card>(
  { code, clause }: Clause,
  why: Order['why'],
  codeOf: (card: Card) => CompetitorCode,
): Criterion<Card> {
  return {
    code,
    clause,
    key: (card, { orders }) => {
      for (const order of orders) {
        if (order.why !== why) continue;
        const index = order.competitors.indexOf(codeOf(card));
        if (index >= 0) return order.equal === true ? 0 : index;
      }
      return Number.MAX_SAFE_INTEGER;
    },
  };
}
