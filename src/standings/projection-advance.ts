/** Who goes on from a phase, as far as it can be said before it is over. */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { advanceBy, type Contender, isThrough, type Lines } from '../rules/advance.ts';
import { contenderOf } from '../rules/contenders.ts';
import type { Key, PartsContext } from '../rules/contract.ts';
import { NOTHING_SHOWN } from '../rules/nothing-yet.ts';
import { type Chance, chancesIn } from '../rules/outlook/advancing.ts';
import type { PhaseUnit } from '../rules/outlook/completion.ts';
import { keyOf } from '../rules/outlook/places.ts';
import { compareKeys, hasPlace } from '../rules/rank.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { MadeOf } from './made-of.ts';
import type { PartsField } from './parts-field.ts';
import type { Why } from './projection-doubts.ts';
import { type ProjectedUnit, projectedUnit } from './projection-field.ts';
import { grantedIn, progressionsOf, type Qualification } from './qualification.ts';
import { sameMap } from './same-map.ts';
import type { UnitField } from './unit-field.ts';

type Chances = ReadonlyMap<CompetitorCode, Chance> | readonly Why[];

/** What the units of a phase ask of it. */
export interface AdvanceProjection {
  /** By competitor, or why there is no answer. */
  readonly chances: Chances;
  /** So many of each unit go on by place. */
  readonly places: number;
  /** Who would go on with such a card in the unit, if nobody did any more, by a line that looks over all units? Null where there is none. */
  readonly goesOn: ((unit: ProjectedUnit, entry: Entry) => (card: unknown) => boolean) | null;
}

export interface AdvanceSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  doubtsOf(unit: UnitField): readonly Why[];
}

/** Of one phase, for all of its units: worked out again when a row of one of them is another one, or something is doubted. */
export class PhaseProjection {
  readonly #made = new MadeOf<AdvanceProjection | null>();
  #chances: Chances = [];

  /** Null where nobody goes on from the phase. */
  of(list: PartsField, sources: AdvanceSources): AdvanceProjection | null {
    const { tree, qualification, doubtsOf } = sources;
    const { rsc, units } = list;
    const doubts = units.flatMap(doubtsOf);
    const rows = units.flatMap(({ lines, context }) => [lines, context]);
    return this.#made.of([list, tree.arranged.of(rsc), qualification.of(rsc), ...doubts, ...rows], () =>
      this.#project(list, sources, doubts),
    );
  }

  #project(list: PartsField, sources: AdvanceSources, doubts: readonly Why[]): AdvanceProjection | null {
    const all = progressionsOf(list, sources.tree);
    const lines = all.flatMap((each) => each.lines).filter(({ numbered }) => numbered !== true);
    if (lines.length === 0) return null;
    const byPlace = lines.filter(({ by }) => by === 'place');
    const chances = list.complete
      ? chancesAtTheEnd(list, all, sources.qualification, doubts)
      : chancesOf(list, all, doubts);
    if (!saysSame(this.#chances, chances)) this.#chances = chances;
    return {
      chances: this.#chances,
      places: Math.max(0, ...byPlace.map(({ count }) => count)),
      goesOn:
        byPlace.length === lines.length ? null : (unit, entry) => goesOn({ list, all, unit, entry, lines }),
    };
  }
}

function saysSame(one: Chances, other: Chances): boolean {
  if (one instanceof Map && other instanceof Map) return sameMap(one, other);
  return Array.isArray(one) && Array.isArray(other) && one.join() === other.join();
}

/** Who has neither the place nor a mark that can still bring it is out. */
function chancesAtTheEnd(
  { rsc, rule, entries }: PartsField,
  all: readonly Lines[],
  qualification: Qualification,
  doubts: readonly Why[],
): Chances {
  if (doubts.length > 0) return doubts;
  const marks = qualification.of(rsc);
  return new Map(
    entries.map(({ competitor: { code } }) => {
      const mark = marks.get(code);
      if (mark === undefined) return [code, 'OUT'];
      return [code, isThrough(mark, all, rule.openMark ?? null) ? 'CERTAIN' : 'POSSIBLE'];
    }),
  );
}

function chancesOf(list: PartsField, all: readonly Lines[], ofUnits: readonly Why[]): Chances {
  const doubts: Why[] = [...ofUnits];
  if (list.isAwaited) doubts.push('START_LIST');
  if (list.rulings.size > 0) doubts.push('RULING');
  if (all.some(({ lines }) => lines.some((line) => line.maxPerOrganisation !== undefined)))
    doubts.push('LIMIT_PER_ORGANISATION');
  const units = list.units.flatMap((unit) => phaseUnitOf(unit) ?? []);
  if (units.length < list.units.length) doubts.push('NO_PROJECTION');
  if (doubts.length > 0) return doubts;
  const { rule, context, entries, setup } = list;
  const granted = grantedIn(list);
  const isWhole = setup.units !== undefined;
  const chances = chancesIn({ rule, context, entries, units, lines: all, granted, isWhole });
  return typeof chances === 'string' ? [chances] : chances;
}

function phaseUnitOf(unit: UnitField): PhaseUnit | null {
  const projected = projectedUnit(unit);
  if (projected === null) return null;
  const { rule, field, starters } = projected;
  return { unit: unit.rsc, rule, field, starters, setup: unit.setup };
}

interface AsItStands {
  readonly list: PartsField;
  readonly all: readonly Lines[];
  readonly unit: ProjectedUnit;
  readonly entry: Entry;
  readonly lines: Lines['lines'];
}

/** As all others stand; places by the own unit are those of others, since with one of these no mark is needed. */
function goesOn({ list, all, unit, entry, lines }: AsItStands): (card: unknown) => boolean {
  const { code } = entry.competitor;
  const openMark = list.rule.openMark ?? null;
  const others = list.contenders().filter(({ competitor }) => competitor !== code);
  const keys = others.flatMap((other) => (other.keys === null ? [] : [other.keys])).sort(compareKeys);
  const progression = {
    decided: new Set(
      list.units.flatMap(({ rsc, decided }) => (decided || rsc === unit.unit.rsc ? [rsc] : [])),
    ),
    complete: true,
    granted: grantedIn(list),
    overfull: 'ADMIT_ALL' as const,
    openMark,
  };
  // Whoever is before, level and behind decides, and not the mark itself.
  const known = new Map<string, boolean>();
  return (card) => {
    const contender = contenderWith(card, entry, unit, list);
    const at = [
      ...(contender.keys === null
        ? []
        : [countUpTo(keys, contender.keys, 0), countUpTo(keys, contender.keys, 1)]),
      ...lines.map(({ by, value = 0 }) => by === 'standard' && contender.reaches(value)),
    ].join();
    if (!known.has(at)) {
      const mark = advanceBy(all, { contenders: [...others, contender], ...progression }).get(code);
      known.set(at, mark !== undefined && isThrough(mark, all, openMark));
    }
    return known.get(at)!;
  };
}

/** How many of the keys, which are in order, come before this one; `level`: 1 with those that are equal. */
function countUpTo(keys: readonly (readonly Key[])[], key: readonly Key[], level: 0 | 1): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compareKeys(keys[middle]!, key) < level) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Somebody in the list of the phase with another card in the unit. */
function contenderWith(
  card: unknown,
  entry: Entry,
  { unit, rule: unitRule }: ProjectedUnit,
  list: PartsField,
): Contender {
  const { rule } = list;
  const { code } = entry.competitor;
  const part = {
    ...{ unit: unit.rsc, card, standing: unitRule.standing(card), rank: null, mark: NOTHING_SHOWN },
    ...{ decided: false, setup: unit.setup },
  };
  const context: PartsContext = {
    ...list.context,
    partsOf: (of) => (of === code ? [part] : list.context.partsOf(of)),
  };
  const own =
    rule.card === undefined ? rule.cards(context, new Map()).get(code) : rule.card(entry, [part], context);
  const ranked = hasPlace(keyOf(own, rule, context));
  return contenderOf({ entry, card: own, ranked }, rule, context, { unit: unit.rsc, rank: null });
}
