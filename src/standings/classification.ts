import type { CompetitorCode } from '../model/competitor.ts';
import type { Irm } from '../model/irm.ts';
import type { Medal } from '../model/row.ts';
import type { Placed } from '../rules/rank.ts';
import type { Field } from './field.ts';

/** A phase of an event with its published rows, last phase first. */
export interface ClassifiedPhase {
  readonly field: Field;
  readonly placed: readonly Placed<unknown>[];
}

/** A final place of the event and the list it was won in. */
export interface FinalPlace {
  readonly row: Placed<unknown>;
  readonly field: Field;
  readonly rank: number | null;
  readonly rankEqual: boolean;
  /** Won by what was done in the last phase itself: only such a place can have a medal. */
  readonly earned: boolean;
}

/**
 * The final classification: the phase reached decides first, then, inside it, the final (A before B),
 * then the list. The places of each are its own: when a finalist is disqualified nobody from the
 * semi-final moves into the final's places. An IRM in a later phase than the first keeps the last place
 * of what was reached or takes every place away, as the sport says; who has done nothing yet has none.
 */
export function classify(
  phases: readonly ClassifiedPhase[],
  irmKeepsPlace: readonly Irm[],
): readonly FinalPlace[] {
  const seen = new Set<CompetitorCode>();
  const places: FinalPlace[] = [];
  const unplaced: FinalPlace[] = [];
  let taken = 0;
  for (const [index, { field, placed }] of phases.entries()) {
    const came = rankedIn(phases.slice(index + 1));
    const here = placed.filter(({ entry }) => !seen.has(entry.competitor.code));
    for (const { entry } of here) seen.add(entry.competitor.code);
    for (const rows of tiersOf(here)) {
      const group = placesIn(rows, { isLast: index === 0, taken, came, irmKeepsPlace });
      for (const place of group.places) (place.rank === null ? unplaced : places).push({ ...place, field });
      taken = group.taken;
    }
  }
  return [...places, ...unplaced];
}

/** Who won a place in one of these phases. */
const rankedIn = (phases: readonly ClassifiedPhase[]): ReadonlySet<CompetitorCode> =>
  new Set(
    phases.flatMap(({ placed }) =>
      placed.flatMap(({ rank, entry }) => (rank === null ? [] : entry.competitor.code)),
    ),
  );

/** Rows of each final of a phase, first final first. */
function tiersOf(rows: readonly Placed<unknown>[]): Placed<unknown>[][] {
  const tiers: Placed<unknown>[][] = [];
  for (const row of rows) {
    tiers[row.tier] ??= [];
    tiers[row.tier]!.push(row);
  }
  return Object.values(tiers);
}

interface Around {
  /** Of the last phase the list says the places itself; in those before, who is left closes ranks. */
  readonly isLast: boolean;
  /** Places that belong to those further on. */
  readonly taken: number;
  /** Who came here through an earlier phase. */
  readonly came: ReadonlySet<CompetitorCode>;
  readonly irmKeepsPlace: readonly Irm[];
}

function placesIn(
  rows: readonly Placed<unknown>[],
  { isLast, taken, came, irmKeepsPlace }: Around,
): { readonly places: readonly Omit<FinalPlace, 'field'>[]; readonly taken: number } {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const ranks = isLast ? ranked.map(({ rank }) => rank!) : closedRanks(ranked, taken);
  const after = placesTaken(ranks, taken);
  const keeps = ({ rank, entry, standing: { irm } }: Placed<unknown>): boolean =>
    rank === null && irm !== null && irmKeepsPlace.includes(irm) && came.has(entry.competitor.code);
  const keeping = rows.filter(keeps);
  const without = rows.filter((row) => row.rank === null && !keeps(row));
  return {
    places: [
      ...withRanks(ranked, ranks, isLast),
      ...withRanks(
        keeping,
        keeping.map(() => after + 1),
        false,
      ),
      ...without.map((row) => ({ row, rank: null, rankEqual: false, earned: false })),
    ],
    taken: Math.max(after + keeping.length, taken + rows.length),
  };
}

/** New ranks from the place after `taken` on; who shared a rank shares one again. */
function closedRanks(ranked: readonly Placed<unknown>[], taken: number): number[] {
  const ranks: number[] = [];
  for (const [index, { rank }] of ranked.entries()) {
    const isShared = index > 0 && ranked[index - 1]!.rank === rank;
    ranks.push(isShared ? ranks[index - 1]! : taken + index + 1);
  }
  return ranks;
}

/** Ranks rise, so who shares one stands next to it. */
function withRanks(
  rows: readonly Placed<unknown>[],
  ranks: readonly number[],
  earned: boolean,
): Omit<FinalPlace, 'field'>[] {
  return rows.map((row, index) => {
    const rank = ranks[index]!;
    return { row, rank, rankEqual: ranks[index - 1] === rank || ranks[index + 1] === rank, earned };
  });
}

/** The last place that is gone once these ranks are given: two who share third leave no fourth. */
function placesTaken(ranks: readonly number[], before: number): number {
  const last = ranks.at(-1);
  return last === undefined ? before : last + ranks.length - ranks.indexOf(last) - 1;
}

const MEDAL_OF_RANK: Readonly<Record<number, Medal>> = { 1: 'GOLD', 2: 'SILVER', 3: 'BRONZE' };

/** The medal of a rank where that rank gets one. Two golds leave no silver: nobody has rank 2. */
export function medalOf(rank: number | null, medalPlaces: readonly number[]): Medal | null {
  if (rank === null || !medalPlaces.includes(rank)) return null;
  return MEDAL_OF_RANK[rank] ?? null;
}
