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
}

/**
 * The final classification: the phase reached decides first, then the list of that phase. An IRM in
 * a later phase keeps the place reached (last of that phase, shared) or takes every place away, as
 * the sport says (conventions, section 4).
 */
export function classify(
  phases: readonly ClassifiedPhase[],
  irmKeepsPlace: readonly Irm[],
): readonly FinalPlace[] {
  const seen = new Set<CompetitorCode>();
  const places: FinalPlace[] = [];
  const unplaced: FinalPlace[] = [];
  /** Places that are given away, and those that a ruling left empty. */
  let taken = 0;
  for (const { field, placed } of phases) {
    const here = placed.filter(({ entry }) => !seen.has(entry.competitor.code));
    const ranked = here.filter(({ rank }) => rank !== null);
    // Where nobody went on, the list says the places itself; else those who are left close ranks.
    const ranks = seen.size === 0 ? ranked.map(({ rank }) => rank!) : closedRanks(ranked, taken);
    places.push(...withRanks(ranked, ranks, field));
    taken = placesTaken(ranks, taken);
    const keeping = here.filter((row) => keepsPlace(row, irmKeepsPlace));
    const shared = keeping.map(() => taken + 1);
    places.push(...withRanks(keeping, shared, field));
    taken += keeping.length;
    for (const row of here)
      if (row.rank === null && !keepsPlace(row, irmKeepsPlace))
        unplaced.push({ row, field, rank: null, rankEqual: false });
    for (const { entry } of here) seen.add(entry.competitor.code);
  }
  return [...places, ...unplaced];
}

const keepsPlace = ({ rank, standing: { irm } }: Placed<unknown>, kept: readonly Irm[]): boolean =>
  rank === null && irm !== null && kept.includes(irm);

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
function withRanks(rows: readonly Placed<unknown>[], ranks: readonly number[], field: Field): FinalPlace[] {
  return rows.map((row, index) => {
    const rank = ranks[index]!;
    return { row, field, rank, rankEqual: ranks[index - 1] === rank || ranks[index + 1] === rank };
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
