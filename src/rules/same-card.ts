import { sameContent } from '../model/same-content.ts';

/**
 * For rules that make all cards at once: a card that says the same as before stays the same object, so
 * that only the rows that say something new are placed again.
 */
export function keptCards<Code, Card>(
  cards: ReadonlyMap<Code, Card>,
  before: ReadonlyMap<Code, Card>,
): ReadonlyMap<Code, Card> {
  const kept = new Map<Code, Card>();
  for (const [code, card] of cards) {
    const known = before.get(code);
    kept.set(code, known !== undefined && sameContent(known, card) ? known : card);
  }
  return kept;
}
