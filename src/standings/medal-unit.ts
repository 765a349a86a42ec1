import type { Medal } from '../model/row.ts';
import { eventRsc, levelOf, type Rsc } from '../model/rsc.ts';
import type { PlacesPlan } from '../rules/plan.ts';
import type { DisciplineTree } from './discipline-tree.ts';

/** The unit number of the contest for gold, where a final has several units. */
const FIRST = '0001';

/**
 * The best medal that is decided in a unit whose setup does not say, by the plan of its event: in the first match whose places are
 * medals gold, in a later one bronze; of a phase in its first unit; of a list over the event (a decathlon) in its last unit.
 */
export function medalIn(unit: Rsc, tree: DisciplineTree): Medal | undefined {
  const arrangement = tree.arranged.of(eventRsc(unit));
  const places = arrangement?.plan.places.filter(({ medals }) => medals === true) ?? [];
  const last = arrangement?.units.at(-1)?.rsc;
  const index = places.findIndex((place) => isDecidedIn(unit, place, last));
  if (index < 0) return undefined;
  return index === 0 ? 'GOLD' : 'BRONZE';
}

const isDecidedIn = (unit: Rsc, { of }: PlacesPlan, last: Rsc | undefined): boolean =>
  of.some((list) => {
    if (levelOf(list) === 'unit') return list === unit;
    if (levelOf(list) === 'event') return unit === last;
    return unit.startsWith(list.slice(0, 26)) && unit.slice(26, 30) === FIRST;
  });
