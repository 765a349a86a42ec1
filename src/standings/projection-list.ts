/** PROJECTION of a table, a series or a sum: which places are possible, and what is enough in the next match, race or part. */
import type { CompetitorCode } from '../model/competitor.ts';
import { defined } from '../model/defined.ts';
import type { Medal, Need, Projected } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { ListPlaces, UnitToCome } from '../rules/outlook/outlook.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { MadeOf } from './made-of.ts';
import { medalsOfList } from './medals-in.ts';
import type { PartsField } from './parts-field.ts';
import { chanceAmong, opennessOf, type Projection, placeOf, unknownOf } from './projection.ts';
import { isRunAgain, type Why } from './projection-doubts.ts';
import { partsIn } from './projection-field.ts';
import { progressionsOf } from './qualification.ts';
import type { UnitField } from './unit-field.ts';

/** All that the projection of a list is made of besides the list and its units: as with a unit (`Around`). */
export interface AroundList {
  /** Why no place can be told. */
  readonly doubts: readonly Why[];
  readonly medals: readonly Medal[];
  /** So many go on: as a progression says, or as units of the plan take them; 0 for nobody. */
  readonly through: number;
}

/** `reasons`: why its units cannot be relied on. */
export const aroundList = (list: PartsField, tree: DisciplineTree, reasons: readonly Why[]): AroundList => ({
  doubts: [...reasons, ...doubtsOf(list, tree)],
  medals: medalsOfList(list, tree),
  through: throughFrom(list, tree),
});

export const madeOfList = (list: PartsField, { doubts, medals, through }: AroundList): readonly unknown[] => [
  ...[list, list.lines, doubts.join(), medals.join(), through],
  ...list.units.flatMap(({ lines, context }) => [lines, context]),
];

/** Null: there are more units to come than are looked at. */
export type ListPlacesMade = ListPlaces | null;

/** Null where the rule does not project. `places`: as they were found last. */
export function listProjection(
  list: PartsField,
  { doubts, medals, through }: AroundList,
  places: MadeOf<ListPlacesMade>,
): Projection | null {
  const outlook = list.rule.cards === undefined ? undefined : list.rule.outlook;
  if (outlook === undefined) return null;
  const lines = [...list.lines];
  const open = list.units.filter(({ decided }) => !decided);
  const toCome = unitsToCome(list, open, outlook.looksIntoUnits === true);
  // A race that is under way changes no card of a series, nor a match that of a table.
  const decisive = open.flatMap((unit): readonly unknown[] =>
    outlook.looksIntoUnits === true ? [unit.lines, unit.context] : [unit.rsc, unit.entries],
  );
  const cards = () => new Map(lines.map(({ entry, card }) => [entry.competitor.code, card]));
  const isKnown = doubts.length === 0;
  const found =
    isKnown || outlook.looksIntoUnits === true
      ? places.of([list, list.lines, ...decisive], () => outlook.places(list.context, toCome, cards()))
      : null;
  const known = isKnown ? found?.places : undefined;
  const isOut = (code: CompetitorCode): boolean =>
    toCome.some((unit) => unit.starters.includes(code) && unit.partOf(code)?.isDone !== true);
  return {
    outlook: {
      stillOut: lines.filter(({ entry }) => isOut(entry.competitor.code)).length,
      notStarted: lines.filter(({ standing }) => standing.stage === 'WAITING').length,
      ...(known === undefined ? {} : opennessOf([...known.values()])),
      medals,
      unknown: unknownOf(isKnown && found === null ? ['TOO_MANY'] : doubts, []),
    },
    rows: lines.map(({ entry }) => {
      const { code } = entry.competitor;
      const place = known?.get(code);
      return {
        entry,
        projected: defined<Projected>({
          inAction: open.some((unit) => unit.status !== 'START_LIST' && unit.entryOf(code) !== null),
          ...(place === undefined ? {} : placeOf(place, medals)),
          toAdvance: place === undefined || through === 0 ? undefined : chanceAmong(place, through),
          needs: found === null ? [] : needsOf(code, found, { medals: medals.length, through }),
        }),
      };
    }),
  };
}

function unitsToCome(list: PartsField, open: readonly UnitField[], isLookedInto: boolean): UnitToCome[] {
  const listed = new Set(list.entries.map(({ competitor }) => competitor.code));
  return open.map((unit) => {
    const { rsc, setup, entries } = unit;
    const starters = entries.map(({ competitor }) => competitor.code).filter((code) => listed.has(code));
    return { unit: rsc, setup, starters, partOf: isLookedInto ? partsIn(unit) : () => null };
  });
}

function doubtsOf(list: PartsField, tree: DisciplineTree): readonly Why[] {
  const { setup, ledger, rulings, units } = list;
  const arrangement = tree.arranged.of(list.rsc);
  const isNamed = setup.units !== undefined || units.every(({ rsc }) => arrangement?.planOf(rsc) != null);
  const isOpen = (unit: UnitField): boolean => !unit.decided && (unit.isOpen || unit.entries.length === 0);
  return [
    ...(list.isAwaited || units.some(isOpen) ? (['START_LIST'] as const) : []),
    ...(isNamed ? [] : (['UNITS_NOT_NAMED'] as const)),
    ...(units.some(isRunAgain) ? (['RERUN'] as const) : []),
    ...(ledger.heldCount > 0 ? (['HELD'] as const) : []),
    ...(list.status === 'PROTESTED' ? (['UNDER_PROTEST'] as const) : []),
    ...(rulings.size > 0 ? (['RULING'] as const) : []),
  ];
}

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
