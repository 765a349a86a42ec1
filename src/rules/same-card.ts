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
    kept.set(code, known !== undefined && saysTheSame(known, card) ? known : card);
  }
  return kept;
}

/** Plain values, lists, objects and maps by content; anything else only if it is the same. */
function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => saysTheSame(value, other.get(key)));
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    saysTheSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
