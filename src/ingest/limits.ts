/** What one fact may cost before anything in it is believed. */
export interface Limits {
  readonly bytes: number;
  /** Levels of objects and lists. */
  readonly depth: number;
}

/** NATS carries 1 MiB by default; the deepest field of a fact (a member's name) is on level 8. */
export const FEED_LIMITS: Limits = { bytes: 1024 * 1024, depth: 20 };
