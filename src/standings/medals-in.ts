import type { Medal } from '../model/row.ts';
import { eventRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import { finalNumber } from '../rules/families/finals.ts';
import { DEFAULT_MEDALS, medalOf } from './classification.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { PartsField } from './parts-field.ts';
import type { UnitField } from './unit-field.ts';

/**
 * The medals that the first places of a unit are: none where the places of the event are those of a list over several units, of who won a match, or of
 * another phase.
 */
export function medalsIn(unit: UnitField, tree: DisciplineTree): readonly Medal[] {
  const phase = phaseRsc(unit.rsc);
  const arrangement = tree.arranged.of(unit.rsc);
  const [first] = arrangement?.plan.places ?? [];
  if (first?.medals !== true || first.outcome !== undefined) return [];
  // A sum with earlier phases places otherwise than the unit alone.
  if ((tree.list(phase)?.rule.type ?? 'PHASE_RESULT') !== 'PHASE_RESULT') return [];
  if (!first.of.includes(unit.rsc) && !(first.of.includes(phase) && isByItself(unit))) return [];
  return medalsOf(unit.setup.medals ?? (finalNumber(unit.setup) > 0 ? [] : usualPlaces(phase, tree)));

  function isByItself({ rsc, setup }: UnitField): boolean {
    const others = arrangement!.unitsIn(phase).filter((other) => other.rsc !== rsc && !other.cancelled);
    return others.every((other) => finalNumber(other.setup) !== finalNumber(setup));
  }
}

/** The same of a list: of the sum that decides an event, or of its last phase. */
export function medalsOfList({ rsc, units }: PartsField, tree: DisciplineTree): readonly Medal[] {
  const [first] = tree.arranged.of(rsc)?.plan.places ?? [];
  if (first?.medals !== true || first.outcome !== undefined || !first.of.includes(rsc)) return [];
  return medalsOf(
    units.find(({ setup }) => setup.medals !== undefined)?.setup.medals ?? usualPlaces(rsc, tree),
  );
}

const usualPlaces = (of: Rsc, tree: DisciplineTree): readonly number[] =>
  tree.setupOf(of)?.medals ?? tree.setupOf(eventRsc(of))?.medals ?? DEFAULT_MEDALS;

/** None where medals begin further down. */
const medalsOf = (places: readonly number[]): readonly Medal[] =>
  places.some((place, index) => place !== index + 1)
    ? []
    : places.flatMap((place) => medalOf(place, places) ?? []);
