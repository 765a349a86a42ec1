import type { Medal } from '../model/row.ts';
import { eventRsc, phaseRsc } from '../model/rsc.ts';
import { finalNumber } from '../rules/families/finals.ts';
import { DEFAULT_MEDALS, medalOf } from './classification.ts';
import type { DisciplineTree } from './discipline-tree.ts';
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
  const places = unit.setup.medals ?? usualPlaces();
  if (places.some((place, index) => place !== index + 1)) return [];
  return places.flatMap((place) => medalOf(place, places) ?? []);

  function isByItself({ rsc, setup }: UnitField): boolean {
    const others = arrangement!.unitsIn(phase).filter((other) => other.rsc !== rsc && !other.cancelled);
    return others.every((other) => finalNumber(other.setup) !== finalNumber(setup));
  }

  function usualPlaces(): readonly number[] {
    if (finalNumber(unit.setup) > 0) return [];
    return tree.setupOf(phase)?.medals ?? tree.setupOf(eventRsc(unit.rsc))?.medals ?? DEFAULT_MEDALS;
  }
}
