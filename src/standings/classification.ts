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
  for (const { field, placed } of phases) {
    const here = placed.filter(({ entry }) => !seen.has(entry.competitor.code));
    const offset = places.length;
    const ranked = here.filter(({ rank }) => rank !== null);
    for (const row of ranked) {
      const first = ranked.findIndex(({ rank }) => rank === row.rank);
      const alone = ranked.filter(({ rank }) => rank === row.rank).length === 1;
      places.push({ row, field, rank: offset + first + 1, rankEqual: !alone });
    }
    const others = here.filter(({ rank }) => rank === null);
    const keeping = others.filter(
      ({ standing }) => standing.irm !== null && irmKeepsPlace.includes(standing.irm),
    );
    for (const row of keeping) {
      places.push({ row, field, rank: offset + ranked.length + 1, rankEqual: keeping.length > 1 });
    }
    for (const row of others)
      if (!keeping.includes(row)) unplaced.push({ row, field, rank: null, rankEqual: false });
    for (const { entry } of here) seen.add(entry.competitor.code);
  }
  return [...places, ...unplaced];
}

const MEDAL_OF_RANK: Readonly<Record<number, Medal>> = { 1: 'GOLD', 2: 'SILVER', 3: 'BRONZE' };

/** The medal of a rank where that rank gets one. Two golds leave no silver: nobody has rank 2. */
export function medalOf(rank: number | null, medalPlaces: readonly number[]): Medal | null {
  if (rank === null || !medalPlaces.includes(rank)) return null;
  return MEDAL_OF_RANK[rank] ?? null;
}
