/**
 * A fact as a feed file and a venue write it: the JSON of venue-feed version 1, unchecked. One of the
 * other fields is the fact itself.
 */
export interface FeedFact {
  readonly source: string;
  readonly epoch?: string;
  readonly seq: number;
  readonly sentAt?: string;
  readonly unit?: string;
  readonly replaces?: number;
  readonly test?: boolean;
  readonly [kind: string]: unknown;
}

const ENVELOPE: ReadonlySet<string> = new Set([
  'source',
  'epoch',
  'seq',
  'sentAt',
  'unit',
  'replaces',
  'test',
]);

/** The fact's key: `passing`, `startList` ...; null when there is none. */
export function kindOf(fact: FeedFact): string | null {
  for (const field of Object.keys(fact)) if (!ENVELOPE.has(field)) return field;
  return null;
}
