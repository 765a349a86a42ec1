import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { codesOf } from '../model/fact.ts';

/** Who starts in a unit by the plan of its event; `open` while one of its slots waits for somebody. */
export interface ProposedStart {
  readonly entries: readonly Entry[];
  readonly open: boolean;
  readonly slots: number;
}

export const NOBODY_PROPOSED: ProposedStart = { entries: [], open: false, slots: 0 };

/** Who is listed by a code: the competitor itself, or the team of a member. */
export function entriesByCode(entries: readonly Entry[]): Map<CompetitorCode, Entry> {
  const entryOf = new Map<CompetitorCode, Entry>();
  for (const entry of entries) for (const code of codesOf(entry.competitor)) entryOf.set(code, entry);
  return entryOf;
}

/** The same people in the same places, as far as a plan can say it. */
export function sameEntries(one: readonly Entry[], other: readonly Entry[]): boolean {
  return (
    one.length === other.length &&
    one.every((entry, index) => {
      const { competitor, startOrder, lane, previous } = other[index]!;
      return (
        entry.competitor === competitor &&
        entry.startOrder === startOrder &&
        entry.lane === lane &&
        entry.previous === previous
      );
    })
  );
}
