import { isFactKind, type WireFact } from '../ingest/wire.ts';
import type { FactKind } from '../model/fact.ts';

/** The key of the fact that the envelope holds; null when it holds none. */
export function kindOf(fact: WireFact): FactKind | null {
  for (const field of Object.keys(fact)) if (isFactKind(field)) return field;
  return null;
}
