import type { CompetitorCode } from '../model/competitor.ts';
import type { Irm } from '../model/irm.ts';
import type { Medal } from '../model/row.ts';
import type { Placed } from '../rules/rank.ts';
import type { Field } from './field.ts';

/** Who takes the next places of an event: a list, or who won (or lost) some matches. */
export interface PlacesGroup {
  /** What the places hang on. */
  readonly fields: readonly Field[];
  /** In order, each with the list it comes from. */
  readonly rows: readonly GroupRow[];
  /** These places can be medals. */
  readonly medals: boolean;
  /** As many places belong to it at least, whoever fills them: two to a match, also before it is decided. */
  readonly size: number;
}

export interface GroupRow {
  readonly row: Placed<unknown>;
  readonly field: Field;
  /** Both lost the match: they have the place, and no medal unless officials give it. */
  readonly bothLost?: boolean;
}

/** A final place of the event and the list it was won in. */
export interface FinalPlace {
  readonly row: Placed<unknown>;
  readonly field: Field;
  readonly rank: number | null;
  readonly rankEqual: boolean;
  /** Won by what was done where the plan gives medals: only such a place can have one. */
  readonly earned: boolean;
}

/**
 * The final classification: the phase reached decides first, then, inside it, the final (A before B),
 * then the list. The places of each are its own: when a finalist is disqualified nobody from the
 * semi-final moves into the final's places. An IRM in a later phase than the first keeps the last place
 * of what was reached or takes every place away, as the sport says; who has done nothing yet has none.
 */
export function classify(
  groups: readonly PlacesGroup[],
  irmKeepsPlace: readonly Irm[],
): readonly FinalPlace[] {
  const seen = new Set<CompetitorCode>();
  const places: FinalPlace[] = [];
  const unplaced: FinalPlace[] = [];
  let taken = 0;
  for (const [index, { rows: listed, medals, size }] of groups.entries()) {
    const from = taken;
    const came = rankedIn(groups.slice(index + 1));
    const here = listed.filter(({ row }) => !seen.has(row.entry.competitor.code));
    for (const { row } of here) seen.add(row.entry.competitor.code);
    for (const rows of tiersOf(here)) {
      const group = placesIn(rows, { isLast: index === 0, medals, taken, came, irmKeepsPlace });
      for (const place of group.places) (place.rank === null ? unplaced : places).push(place);
      taken = group.taken;
    }
    taken = Math.max(taken, from + size);
  }
  return [...places, ...unplaced];
}

/** Who won a place in one of these phases. */
const rankedIn = (groups: readonly PlacesGroup[]): ReadonlySet<CompetitorCode> =>
  new Set(
    groups.flatMap(({ rows }) =>
      rows.flatMap(({ row: { rank, entry } }) => (rank === null ? [] : entry.competitor.code)),
    ),
  );

/** Rows of each final of a phase, first final first. */
function tiersOf(rows: readonly GroupRow[]): GroupRow[][] {
  const tiers: GroupRow[][] = [];
  for (const each of rows) {
    tiers[each.row.tier] ??= [];
    tiers[each.row.tier]!.push(each);
  }
  return Object.values(tiers);
}

interface Around {
  /** Of the last phase the list says the places itself; in those before, who is left closes ranks. */
  readonly isLast: boolean;
  readonly medals: boolean;
  /** Places that belong to those further on. */
  readonly taken: number;
  /** Who came here through an earlier phase. */
  readonly came: ReadonlySet<CompetitorCode>;
  readonly irmKeepsPlace: readonly Irm[];
}

function placesIn(
  rows: readonly GroupRow[],
  { isLast, medals, taken, came, irmKeepsPlace }: Around,
): { readonly places: readonly FinalPlace[]; readonly taken: number } {
  const ranked = rows.filter(({ row }) => row.rank !== null);
  const ranks = isLast ? ranked.map(({ row }) => row.rank!) : closedRanks(ranked, taken);
  const after = placesTaken(ranks, taken);
  const keeps = ({ row: { rank, entry, standing } }: GroupRow): boolean =>
    rank === null &&
    standing.irm !== null &&
    irmKeepsPlace.includes(standing.irm) &&
    came.has(entry.competitor.code);
  const keeping = rows.filter(keeps);
  const without = rows.filter((each) => each.row.rank === null && !keeps(each));
  return {
    places: [
      ...withRanks(ranked, ranks, medals),
      ...withRanks(
        keeping,
        keeping.map(() => after + 1),
        false,
      ),
      ...without.map((each) => ({ ...each, rank: null, rankEqual: false, earned: false })),
    ],
    taken: Math.max(after + keeping.length, taken + rows.length),
  };
}

/** New ranks from the place after `taken` on; who shared a rank shares one again. */
function closedRanks(ranked: readonly GroupRow[], taken: number): number[] {
  const ranks: number[] = [];
  for (const [index, { row }] of ranked.entries()) {
    const isShared = index > 0 && ranked[index - 1]!.row.rank === row.rank;
    ranks.push(isShared ? ranks[index - 1]! : taken + index + 1);
  }
  return ranks;
}

/** Ranks rise, so who shares one stands next to it. */
function withRanks(rows: readonly GroupRow[], ranks: readonly number[], earned: boolean): FinalPlace[] {
  return rows.map((each, index) => {
    const rank = ranks[index]!;
    const rankEqual = ranks[index - 1] === rank || ranks[index + 1] === rank;
    return { ...each, rank, rankEqual, earned: earned && each.bothLost !== true };
  });
}

/** The last place that is gone once these ranks are given: two who share third leave no fourth. */
function placesTaken(ranks: readonly number[], before: number): number {
  const last = ranks.at(-1);
  return last === undefined ? before : last + ranks.length - ranks.indexOf(last) - 1;
}

/** Places that are medals where nobody says which. */
export const DEFAULT_MEDALS: readonly number[] = [1, 2, 3];

const MEDAL_OF_RANK: Readonly<Record<number, Medal>> = { 1: 'GOLD', 2: 'SILVER', 3: 'BRONZE' };

/** The medal of a rank where that rank gets one. Two golds leave no silver: nobody has rank 2. */
export function medalOf(rank: number | null, medalPlaces: readonly number[]): Medal | null {
  if (rank === null || !medalPlaces.includes(rank)) return null;
  return MEDAL_OF_RANK[rank] ?? null;
}
