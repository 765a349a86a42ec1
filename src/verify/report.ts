import type { LeftOut } from '../venue/import/left-out.ts';
import { type FoundDifference, NOTHING, sumOf, type Tally } from './compare.ts';

export interface SetReport {
  readonly name: string;
  /** Null until one of its facts says. */
  discipline: string | null;
  tally: Tally;
  facts: number;
  readonly errors: string[];
}

export interface Report {
  readonly sets: readonly SetReport[];
  readonly differences: readonly FoundDifference[];
  /** Files that no converter knows. */
  readonly skippedFiles: readonly string[];
  readonly leftOut: readonly FoundLeftOut[];
}

/** What a converter made nothing of. */
export interface FoundLeftOut extends LeftOut {
  readonly set: string;
}

/** Everything agrees, is explained or left out with a reason, nothing failed, and something was compared. */
export const isVerified = ({ sets }: Report): boolean =>
  sets.some(({ tally }) => tally.compared > 0) &&
  sets.every(({ tally, errors }) => tally.different === 0 && errors.length === 0 && tally.rows > 0);

export const reportJson = ({ sets, differences, leftOut }: Report): string =>
  JSON.stringify(
    { sets: sets.map(({ tally, ...set }) => ({ ...set, ...tally })), differences, leftOut },
    null,
    1,
  );

/** What came of each discipline. */
export function tallies({ sets }: Report): ReadonlyMap<string, Tally> {
  const byDiscipline = new Map<string, Tally>();
  for (const { discipline, tally } of sets)
    if (discipline !== null)
      byDiscipline.set(discipline, sumOf(byDiscipline.get(discipline) ?? NOTHING, tally));
  return byDiscipline;
}
