import type { CompetitorCode } from '../model/competitor.ts';
import { eventRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { Outcome } from '../rules/contract.ts';
import type { PlacesPlan } from '../rules/plan.ts';
import type { Placed } from '../rules/rank.ts';
import type { Arrangement } from './arrangement.ts';
import type { GroupRow, PlacesGroup } from './classification.ts';
import type { Field } from './field.ts';
import { withRulings } from './list-rows.ts';
import type { PartsField } from './parts-field.ts';
import { joined, type Rulings } from './rulings.ts';
import type { UnitField } from './unit-field.ts';

export interface PlacesSources {
  readonly arrangement: Arrangement;
  /** Lists of the event and of its phases. */
  readonly lists: readonly PartsField[];
  /** About the event itself: they hold whatever phase a competitor reached. */
  readonly rulings: Rulings;
  /** Has the competitor lost the place in the whole event? */
  isOut(competitor: CompetitorCode): boolean;
}

/** Who takes the places of an event, as its plan says; phases that the plan does not know come last. */
export function placesGroups(sources: PlacesSources): readonly PlacesGroup[] {
  const { plan, units } = sources.arrangement;
  const planned = plan.places.flatMap((places) => groupOf(places, sources) ?? []);
  const known = new Set([...plan.phases.map(({ phase }) => phase), ...plan.places.flatMap(({ of }) => of)]);
  if (plan.places.some(({ of }) => of.some((rsc) => rsc === eventRsc(rsc)))) return planned;
  const others = new Set(units.map(({ rsc }) => phaseRsc(rsc)).filter((phase) => !known.has(phase)));
  return [...planned, ...[...others].flatMap((phase) => groupOf({ of: [phase] }, sources) ?? [])];
}

/** Null while there is nobody in it. */
function groupOf(places: PlacesPlan, sources: PlacesSources): PlacesGroup | null {
  const fields = places.of.flatMap((rsc) => fieldOf(rsc, sources) ?? []);
  const { outcome, medals = false } = places;
  const matches = fields.filter(isMatch);
  if (matches.length > 0 || outcome !== undefined) {
    const outcomes: readonly Outcome[] = outcome === undefined ? ['W', 'L'] : [outcome];
    const rows = outcomes.flatMap((each, index) => wonOrLost(matches, each, index + 1, places, sources));
    return { fields, rows, medals, size: places.of.length * outcomes.length };
  }
  const listed = fields.filter(({ entries }) => entries.length > 0);
  if (listed.length === 0) return null;
  const rows = listed.flatMap((field) =>
    withRulings(field.placed, joined(field.rulings, sources.rulings)).map((row) => ({ row, field })),
  );
  return { fields: listed, rows, medals, size: 0 };
}

const isMatch = (field: Field): field is UnitField => 'outcome' in field.rule && 'outcomes' in field;

/** A list, a unit, or the only unit that counts in a phase where the sport makes no list. */
function fieldOf(rsc: Rsc, { arrangement, lists }: PlacesSources): Field | null {
  const list = lists.find((each) => each.rsc === rsc);
  if (list !== undefined) return list;
  const counting = arrangement.units.filter(({ cancelled }) => !cancelled);
  const unit = counting.find((each) => each.rsc === rsc);
  if (unit !== undefined) return unit;
  const [alone, ...others] = counting.filter((each) => phaseRsc(each.rsc) === rsc);
  return alone === undefined || others.length > 0 ? null : alone;
}

/** They share a place, or stand in the order of the list that the plan names. */
function wonOrLost(
  units: readonly UnitField[],
  outcome: Outcome,
  rank: number,
  { by }: PlacesPlan,
  sources: PlacesSources,
): readonly GroupRow[] {
  const rows = units.flatMap((field) =>
    field.placed
      .filter((row) => field.outcomeOf(row) === outcome)
      .map(
        (row): GroupRow => ({
          row: placed(row, sources.isOut(row.entry.competitor.code) ? null : rank),
          field,
        }),
      ),
  );
  const order = by === undefined ? null : sources.lists.find((list) => list.rsc === by);
  if (order == null) return rows;
  const rankOf = ({ row }: GroupRow): number =>
    order.placed.find(({ entry }) => entry.competitor.code === row.entry.competitor.code)?.rank ?? Infinity;
  return [...rows]
    .sort((one, other) => rankOf(one) - rankOf(other))
    .map((each) => (each.row.rank === null ? each : { ...each, row: placed(each.row, rankOf(each)) }));
}

const placed = (row: Placed<unknown>, rank: number | null): Placed<unknown> => ({ ...row, rank });
