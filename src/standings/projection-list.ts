/** PROJECTION of a table or a series: which places are possible, and what is enough in the next match or race. */
import { defined } from '../model/defined.ts';
import type { Need, Projected } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { PartsContext } from '../rules/contract.ts';
import type { ListOutlook, ListPlaces, UnitToCome } from '../rules/outlook/outlook.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { MadeOf } from './made-of.ts';
import { medalsOfList } from './medals-in.ts';
import type { PartsField } from './parts-field.ts';
import { chanceAmong, opennessOf, type Projection, placeOf, unknownOf } from './projection.ts';
import { isRunAgain, type Why } from './projection-doubts.ts';
import { progressionsOf } from './qualification.ts';
import type { UnitField } from './unit-field.ts';

/** What a list is projected from, beside itself. */
export interface AroundList {
  readonly tree: DisciplineTree;
  /** As they were found last. */
  readonly places: MadeOf<ListPlacesMade>;
  /** Why its units cannot be relied on. */
  readonly reasons: readonly Why[];
}

/** Null: there are more units to come than are looked at. */
export type ListPlacesMade = ListPlaces | null;

/** Null where the rule does not project. */
export function listProjection(list: PartsField, { tree, places, reasons }: AroundList): Projection | null {
  const { rule } = list;
  const outlook = rule.cards === undefined ? undefined : rule.outlook;
  if (outlook === undefined) return null;
  const toCome = list.units.filter(({ decided }) => !decided);
  const doubts = [...reasons, ...doubtsOf(list, toCome, tree)];
  // A race that is under way changes no card of a series, nor a match that of a table.
  const decisive = [list, list.lines, ...toCome.flatMap(({ rsc, entries }) => [rsc, entries])];
  const found = doubts.length > 0 ? null : places.of(decisive, () => placesIn(list, outlook, toCome));
  const whys = found === null && doubts.length === 0 ? (['TOO_MANY'] as const) : doubts;
  const medals = medalsOfList(list, tree);
  const through = throughFrom(list, tree);
  const stillOut = new Set(toCome.flatMap(({ entries }) => entries.map(({ competitor }) => competitor.code)));
  const lines = [...list.lines];
  return {
    outlook: {
      stillOut: lines.filter(({ entry }) => stillOut.has(entry.competitor.code)).length,
      notStarted: lines.filter(({ standing }) => standing.stage === 'WAITING').length,
      ...(found === null ? {} : opennessOf([...found.places.values()])),
      medals,
      unknown: unknownOf(whys, []),
    },
    rows: lines.map(({ entry }) => {
      const { code } = entry.competitor;
      const place = found?.places.get(code);
      return {
        entry,
        projected: defined<Projected>({
          inAction: toCome.some((unit) => unit.status !== 'START_LIST' && unit.entryOf(code) !== null),
          ...(place === undefined ? {} : placeOf(place, medals)),
          toAdvance: place === undefined || through === 0 ? undefined : chanceAmong(place, through),
          needs: found === null ? [] : needsOf(code, found, { medals: medals.length, through }),
        }),
      };
    }),
  };
}

function doubtsOf(list: PartsField, toCome: readonly UnitField[], tree: DisciplineTree): readonly Why[] {
  const { setup, ledger, rulings, units } = list;
  const arrangement = tree.arranged.of(list.rsc);
  const isNamed = setup.units !== undefined || units.every(({ rsc }) => arrangement?.planOf(rsc) != null);
  return [
    ...(list.isAwaited || toCome.some((unit) => unit.isOpen || unit.entries.length === 0)
      ? (['START_LIST'] as const)
      : []),
    ...(isNamed ? [] : (['UNITS_NOT_NAMED'] as const)),
    ...(units.some(isRunAgain) ? (['RERUN'] as const) : []),
    ...(ledger.heldCount > 0 ? (['HELD'] as const) : []),
    ...(list.status === 'PROTESTED' ? (['UNDER_PROTEST'] as const) : []),
    ...(rulings.size > 0 ? (['RULING'] as const) : []),
  ];
}

function placesIn(
  list: PartsField,
  outlook: ListOutlook<PartsContext>,
  units: readonly UnitField[],
): ListPlaces | null {
  const listed = new Set(list.entries.map(({ competitor }) => competitor.code));
  const toCome = units.map(
    ({ rsc, entries }): UnitToCome => ({
      unit: rsc,
      starters: entries.map(({ competitor }) => competitor.code).filter((code) => listed.has(code)),
    }),
  );
  return outlook.places(list.context, toCome);
}

/** So many go on: as a progression says, or as units of the plan take them; 0 for nobody. */
function throughFrom(list: PartsField, tree: DisciplineTree): number {
  const lines = progressionsOf(list, tree)
    .flatMap((each) => each.lines)
    .filter(({ by, numbered }) => by === 'rank' && numbered !== true);
  if (lines.length > 0) return Math.max(...lines.map(({ count }) => count));
  const slots = (tree.arranged.of(list.rsc)?.plan.units ?? []).flatMap((unit) => unit.slots);
  const ranks = slots.flatMap((slot) => (slot.from === 'LIST' && isOf(slot.list, list) ? [slot.rank] : []));
  return ranks.length === 0 ? 0 : Math.max(...ranks);
}

const isOf = (list: Rsc, { rsc }: PartsField): boolean => list === rsc;

function needsOf(
  code: string,
  { enough }: ListPlaces,
  { medals, through }: { readonly medals: number; readonly through: number },
): readonly Need[] {
  const need = (goal: Need['goal'], last: number): readonly Need[] => {
    const found = last === 0 ? null : enough(code, last);
    return found === null ? [] : [{ goal, place: last, ...found }];
  };
  return [...need('LEAD', 1), ...need('MEDAL', medals), ...need('ADVANCE', through)];
}
