import type { Document } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import type { Compared, Difference, OfficialList, OfficialRow } from './converters/conversion.ts';

/** A difference with where it is; `explained` is the sentence of the source's own README, or null. */
export interface FoundDifference extends Difference {
  readonly set: string;
  readonly unit: string;
  readonly explained: string | null;
}

/** Counts of values compared: equal + different + explained = compared. */
export interface Tally {
  readonly units: number;
  readonly rows: number;
  readonly compared: number;
  readonly equal: number;
  /** Nobody has an explanation for these. */
  readonly different: number;
  readonly explained: number;
}

export const NOTHING: Tally = { units: 0, rows: 0, compared: 0, equal: 0, different: 0, explained: 0 };

export const sumOf = (one: Tally, other: Tally): Tally => ({
  units: one.units + other.units,
  rows: one.rows + other.rows,
  compared: one.compared + other.compared,
  equal: one.equal + other.equal,
  different: one.different + other.different,
  explained: one.explained + other.explained,
});

const NOT_LISTED = 'not listed';

/** One official list against the document of its channel; null stands for a document that is not there. */
export function compareList(
  set: string,
  list: OfficialList,
  document: Document | null,
): { readonly tally: Tally; readonly differences: readonly FoundDifference[] } {
  const ours = new Map(document?.rows.map((row) => [row.identity.competitor, row]));
  const found: Difference[] = [];
  let compared = 0;
  for (const row of list.rows) {
    for (const what of list.compare) {
      compared += 1;
      const said = ours.get(row.competitor);
      const value = said === undefined ? NOT_LISTED : oursOf(said, what);
      if (value !== official(row, what))
        found.push({ competitor: row.competitor, what, official: official(row, what), ours: value });
    }
  }
  const extra = list.compare.includes('rank') && list.partial !== true ? rankedStrangers(list, document) : [];
  const differences = [...found, ...extra].map((difference) => ({
    ...difference,
    set,
    unit: list.channel,
    explained: list.explain?.(difference) ?? null,
  }));
  const explained = differences.filter((difference) => difference.explained !== null).length;
  const tally = {
    units: 1,
    rows: list.rows.length,
    compared: compared + extra.length,
    equal: compared - found.length,
    different: differences.length - explained,
    explained,
  };
  return { tally, differences };
}

const official = (row: OfficialRow, what: Compared): unknown => row[what];

function oursOf({ place, mark }: Row, what: Compared): unknown {
  if (what === 'rank') return place.rank;
  return what === 'irm' ? mark.irm : place.qualificationMark;
}

/** Whom we rank and the officials do not list at all. In a partial list such a one shows by the places of the others. */
function rankedStrangers({ rows }: OfficialList, document: Document | null): Difference[] {
  const listed = new Set(rows.map(({ competitor }) => competitor));
  return (document?.rows ?? [])
    .filter(({ identity, place }) => place.rank !== null && !listed.has(identity.competitor))
    .map(({ identity, place }) => ({
      competitor: identity.competitor,
      what: 'rank',
      official: NOT_LISTED,
      ours: place.rank,
    }));
}
