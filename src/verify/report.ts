import type { FoundDifference, Tally } from './compare.ts';

export interface SetReport {
  readonly name: string;
  tally: Tally;
  facts: number;
  readonly errors: string[];
}

export interface Report {
  readonly sets: readonly SetReport[];
  readonly differences: readonly FoundDifference[];
  /** Files that no converter knows, and what converters left out with the reason. */
  readonly skippedFiles: readonly string[];
  readonly leftOut: readonly string[];
}

/** Everything agrees or is explained, nothing failed, and something was compared. */
export const isVerified = ({ sets }: Report): boolean =>
  sets.length > 0 &&
  sets.every(({ tally, errors }) => tally.different === 0 && errors.length === 0 && tally.compared > 0);

export const reportJson = ({ sets, differences }: Report): string =>
  JSON.stringify(
    {
      sets: sets.map(({ name, tally, facts, errors }) => ({ name, ...tally, facts, errors })),
      differences: differences.map(({ set, unit, competitor, what, official, ours, explained }) => ({
        set,
        unit,
        competitor,
        what,
        official,
        ours,
        explained,
      })),
    },
    null,
    1,
  );
