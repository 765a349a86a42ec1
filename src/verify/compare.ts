import { type Document, listRows } from '../model/document.ts';
import type { ListRow } from '../model/row.ts';
import type { Compared, Difference, OfficialList, OfficialRow } from './converters/conversion.ts';

/** A difference with where it is; `explained` is the sentence of the source's own README, or null. */
export interface FoundDifference extends Difference {
  readonly set: string;
  readonly unit: string;
  readonly explained: string | null;
}

/** Counts of rows: compared + explained + left out = rows, equal + different = compared. */
export interface Tally {
  /** Lists that were compared. */
  readonly units: number;
  readonly rows: number;
  readonly compared: number;
  readonly equal: number;
  /** Rows that say something else, and nobody has an explanation. */
  readonly different: number;
  /** Rows that say something else, as the source itself explains. */
  readonly explained: number;
  /** Rows of the source that are compared with nothing, each with a reason. */
  readonly leftOut: number;
}

export const NOTHING: Tally = {
  units: 0,
  rows: 0,
  compared: 0,
  equal: 0,
  different: 0,
  explained: 0,
  leftOut: 0,
};

export const sumOf = (one: Tally, other: Tally): Tally => ({
  units: one.units + other.units,
  rows: one.rows + other.rows,
  compared: one.compared + other.compared,
  equal: one.equal + other.equal,
  different: one.different + other.different,
  explained: one.explained + other.explained,
  leftOut: one.leftOut + other.leftOut,
});

const NOT_LISTED = 'not listed';

/** One official list against the document of its channel; null stands for a document that is not there. */
export function compareList(
  set: string,
  list: OfficialList,
  document: Document | null,
): { readonly tally: Tally; readonly differences: readonly FoundDifference[] } {
  const ours = new Map(listed(document).map((row) => [row.key, row]));
  const found: Difference[] = [];
  for (const row of list.rows) {
    for (const what of list.compare) {
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
  return { tally: tallyOf(list.rows.length + extra.length, differences), differences };
}

/** A row differs when one of its values does without an explanation. */
function tallyOf(rows: number, differences: readonly FoundDifference[]): Tally {
  const of = (isCounted: (difference: FoundDifference) => boolean): Set<string> =>
    new Set(differences.filter(isCounted).map(({ competitor }) => competitor));
  const differ = of(({ explained }) => explained === null);
  const explained = of(
    (difference) => difference.explained !== null && !differ.has(difference.competitor),
  ).size;
  const compared = rows - explained;
  const equal = compared - differ.size;
  return { units: 1, rows, compared, equal, different: differ.size, explained, leftOut: 0 };
}

const listed = (document: Document | null): readonly ListRow[] =>
  document === null ? [] : listRows(document);

const official = (row: OfficialRow, what: Compared): unknown => row[what];

function oursOf({ place, mark }: ListRow, what: Compared): unknown {
  if (what === 'rank') return place.rank;
  return what === 'irm' ? mark.irm : place.qualificationMark;
}

/** Whom we rank and the officials do not list at all. In a partial list such a one shows by the places of the others. */
function rankedStrangers({ rows }: OfficialList, document: Document | null): Difference[] {
  const known = new Set(rows.map(({ competitor }) => competitor));
  return listed(document)
    .filter(({ key, place }) => place.rank !== null && !known.has(key))
    .map(({ key, place }) => ({
      competitor: key,
      what: 'rank',
      official: NOT_LISTED,
      ours: place.rank,
    }));
}
