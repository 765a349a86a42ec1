/**
 * How those who advance are put into the units of the next phase: a proposal, which the venue's own
 * start list replaces. What the rule book leaves to a lot comes in as an `order` fact; without one the
 * places in question stay in the order that the rule gives.
 */
import type { Entry } from '../model/competitor.ts';
import type { Order } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';

/** Somebody who advances. */
export interface Qualified {
  readonly entry: Entry;
  /** `Q`, `q`, `R1`. */
  readonly mark: string;
  /** Index in the list of the phase, the best one 0. */
  readonly position: number;
  readonly unitRank: number | null;
  readonly unit: Rsc;
}

/** Who starts in a unit, in start order, with lanes where there are any. */
export interface Seeded {
  readonly entry: Entry;
  readonly lane?: string;
}

export type Seeding = (
  qualified: readonly Qualified[],
  units: readonly Rsc[],
  lots: readonly Order[],
) => ReadonlyMap<Rsc, readonly Seeded[]>;

/** 8 -> 4 5 3 6 2 7 1 8: the middle first, then to both sides. */
export const lanesFromTheMiddle = (count: number): readonly string[] =>
  Array.from({ length: count }, (_none, index) =>
    String(Math.ceil(count / 2) + (index % 2 === 1 ? (index + 1) / 2 : -index / 2)),
  );

/**
 * The fastest into the last unit, the next into the one before, and so on round by round; inside a unit
 * the lanes are given in the order of `lanes` (`4 5 3 6 2 7 1 8`), the best first (circle seeding).
 */
export const circleSeeding =
  (lanes: readonly string[]): Seeding =>
  (qualified, units) =>
    inLanes(units, dealt(qualified, units), lanes);

/**
 * Who came last of those who advance starts first. Over several units they are dealt out, the best into the last one, the next
 * into the one before: of two units the second has those ranked 1, 3, 5.
 */
export const reverseSeeding: Seeding = (qualified, units) => {
  const groups = dealt(qualified, units);
  return new Map(
    units.map((unit, index) => [unit, groups[index]!.map(({ entry }) => ({ entry })).reverse()]),
  );
};

/** The best into the last unit, the next into the one before, and so on, round by round. */
function dealt(qualified: readonly Qualified[], units: readonly Rsc[]): Qualified[][] {
  const groups = units.map((): Qualified[] => []);
  for (const [index, each] of [...qualified].sort(byPosition).entries())
    groups[units.length - 1 - (index % units.length)]?.push(each);
  return groups;
}

/**
 * There and back again over the units (1 2 3, 3 2 1, ...), those who won their heats before those who
 * came second, and so on. Lanes are drawn: by the lot of the phase, the best group of lanes first.
 */
export const serpentineSeeding =
  (laneGroups: readonly (readonly string[])[]): Seeding =>
  (qualified, units, lots) => {
    const starters = [...qualified].sort(
      (one, other) => (one.unitRank ?? Infinity) - (other.unitRank ?? Infinity) || byPosition(one, other),
    );
    const groups = units.map((): Qualified[] => []);
    for (const [index, each] of starters.entries()) {
      const step = index % (2 * units.length);
      groups[step < units.length ? step : 2 * units.length - 1 - step]?.push(each);
    }
    const drawnFirst = groups.map((group) => byLot(group, laneGroups, lots));
    return inLanes(units, drawnFirst, laneGroups.flat());
  };

const byPosition = (one: Qualified, other: Qualified): number => one.position - other.position;

/** Inside each group of lanes the lot says the order. */
function byLot(
  starters: readonly Qualified[],
  laneGroups: readonly (readonly string[])[],
  lots: readonly Order[],
): Qualified[] {
  const drawn = lots.filter(({ why }) => why === 'LOT').flatMap(({ competitors }) => competitors);
  const lotOf = ({ entry }: Qualified): number => {
    const index = drawn.indexOf(entry.competitor.code);
    return index < 0 ? drawn.length : index;
  };
  let from = 0;
  return laneGroups.flatMap(({ length }) => {
    const group = starters.slice(from, from + length);
    from += length;
    return group.sort((one, other) => lotOf(one) - lotOf(other));
  });
}

/** Who has no lane left stays out: the venue has to say what happens. */
function inLanes(
  units: readonly Rsc[],
  groups: readonly (readonly Qualified[])[],
  lanes: readonly string[],
): ReadonlyMap<Rsc, readonly Seeded[]> {
  return new Map(
    units.map((unit, index) => [
      unit,
      groups[index]!.slice(0, lanes.length)
        .map(({ entry }, place): Seeded & { lane: string } => ({ entry, lane: lanes[place]! }))
        .sort((one, other) => Number(one.lane) - Number(other.lane)),
    ]),
  );
}
