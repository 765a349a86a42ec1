import type { Instant } from '../model/fact.ts';

/**
 * Raised whenever rules, documents or their hashes change so that the same facts give other
 * versions: screens then start again instead of resuming into another history.
 */
export const REVISION = 1;

const BASE = 36;

/** The same for every engine that computes the same thing: when stream VENUE was made, and the revision. */
export function epochOf(venueCreatedAt: Instant, revision = REVISION): string {
  return `${venueCreatedAt.toString(BASE)}-${revision.toString(BASE)}`;
}
