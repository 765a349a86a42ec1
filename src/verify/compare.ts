import type { CompetitorCode } from '../model/competitor.ts';
import { type Document, type DocumentOf, isOfType, listRows } from '../model/document.ts';
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
  const said = saidIn(document);
  const found: Difference[] = [];
  for (const row of list.rows) {
    for (const what of list.compare) {
      const value = said(row.competitor, what);
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
  document === null || isOfType(document, 'BRACKETS') || isOfType(document, 'PLAY_BY_PLAY')
    ? []
    : listRows(document);

const official = (row: OfficialRow, what: Compared): unknown => row[what] ?? null;

/** What a document says of a competitor, or of an action. */
function saidIn(document: Document | null): (competitor: CompetitorCode, what: Compared) => unknown {
  if (document !== null && isOfType(document, 'BRACKETS'))
    return (competitor) => metIn(document, competitor) ?? null;
  if (document !== null && isOfType(document, 'PLAY_BY_PLAY')) {
    const actions = new Map(document.rows.map(({ key, action }) => [key, action]));
    return (id) =>
      actions
        .get(id)
        ?.scores.map(({ score }) => score)
        .join(' | ') ?? NOT_LISTED;
  }
  const ours = new Map(listed(document).map((row) => [row.key, row]));
  return (competitor, what) => {
    const row = ours.get(competitor);
    return row === undefined ? NOT_LISTED : oursOf(row, what);
  };
}

/** Who stands opposite in the first match of the bracket that the competitor is in. */
function metIn({ rows }: DocumentOf<'BRACKETS'>, competitor: CompetitorCode): CompetitorCode | undefined {
  for (const { sides } of rows) {
    const index = sides.sides.findIndex((side) => side.competitor === competitor);
    if (index >= 0) return sides.sides[1 - index]?.competitor;
  }
  return undefined;
}

function oursOf({ place, mark }: ListRow, what: Compared): unknown {
  switch (what) {
    case 'rank':
      return place.rank;
    case 'irm':
      return mark.irm;
    case 'wlt':
      return mark.wlt ?? null;
    case 'result':
      return mark.result;
    case 'advanced':
      return place.qualificationMark != null;
    default:
      return place.qualificationMark ?? null;
  }
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
