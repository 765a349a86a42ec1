/** Who goes on from the phase of a unit, as far as it can be said before it is over. */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { phaseRsc } from '../model/rsc.ts';
import { advanceBy, isThrough, type Lines } from '../rules/advance.ts';
import { contenderOf } from '../rules/contenders.ts';
import { NOTHING_SHOWN } from '../rules/nothing-yet.ts';
import { type Chance, chancesIn, type PhaseUnit, partsCards } from '../rules/outlook/advancing.ts';
import { rank } from '../rules/rank.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { PartsField } from './parts-field.ts';
import type { Why } from './projection-doubts.ts';
import { type ProjectedUnit, projectedUnit } from './projection-field.ts';
import { grantedIn, progressionsOf, type Qualification } from './qualification.ts';
import type { UnitField } from './unit-field.ts';

/** What is asked of the phase of a unit. */
export interface AdvanceProjection {
  /** By competitor, or why there is no answer. */
  readonly chances: ReadonlyMap<CompetitorCode, Chance> | readonly Why[];
  /** So many of each unit go on by place. */
  readonly places: number;
  /** Would this card go on, if nobody did any more, by a line that looks over all units? Null where there is none. */
  readonly goesOn: ((entry: Entry, card: unknown) => boolean) | null;
}

export interface AdvanceSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  doubtsOf(unit: UnitField): readonly Why[];
}

/** Null where nobody goes on from the phase, or its list is of another kind. */
export function advanceProjection(unit: ProjectedUnit, sources: AdvanceSources): AdvanceProjection | null {
  const list = sources.tree.list(phaseRsc(unit.unit.rsc));
  if (list === null) return null;
  const all = progressionsOf(list, sources.tree);
  const lines = all.flatMap((each) => each.lines).filter(({ numbered }) => numbered !== true);
  if (lines.length === 0) return null;
  const byPlace = lines.filter(({ by }) => by === 'place');
  return {
    chances: list.complete ? chancesAtTheEnd(list, all, sources) : chancesOf(list, all, sources),
    places: Math.max(0, ...byPlace.map(({ count }) => count)),
    goesOn:
      byPlace.length === lines.length ? null : (entry, card) => goesOn({ list, all, unit }, entry, card),
  };
}

type Chances = AdvanceProjection['chances'];

/** Who has neither the place nor a mark that can still bring it is out. */
function chancesAtTheEnd(
  { rsc, rule, entries, units }: PartsField,
  all: readonly Lines[],
  { qualification, doubtsOf }: AdvanceSources,
): Chances {
  const doubts = units.flatMap(doubtsOf);
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

function chancesOf(list: PartsField, all: readonly Lines[], { doubtsOf }: AdvanceSources): Chances {
  const doubts: Why[] = list.units.flatMap(doubtsOf);
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
  const chances = chancesIn({
    rule,
    context,
    entries,
    units,
    lines: all,
    granted,
    isWhole,
  });
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
}

/** As all others stand; places by the own unit are those of others, since with one of these no mark is needed. */
function goesOn(
  { list, all, unit: { unit, rule: unitRule } }: AsItStands,
  entry: Entry,
  card: unknown,
): boolean {
  const { code } = entry.competitor;
  const { rule } = list;
  const part = {
    ...{ unit: unit.rsc, card, standing: unitRule.standing(card), rank: null, mark: NOTHING_SHOWN },
    ...{ decided: false, setup: unit.setup },
  };
  const context = {
    ...list.context,
    partsOf: (of: CompetitorCode) => (of === code ? [part] : list.context.partsOf(of)),
  };
  const [row] = rank([{ entry, card: partsCards(rule, context)(entry) }], rule, context);
  const contender = contenderOf(row!, rule, context, { unit: unit.rsc, rank: null });
  const others = list.contenders().filter(({ competitor }) => competitor !== code);
  const openMark = rule.openMark ?? null;
  const marks = advanceBy(all, {
    contenders: [...others, contender],
    decided: new Set(list.units.flatMap(({ rsc, decided }) => (decided || rsc === unit.rsc ? [rsc] : []))),
    complete: true,
    granted: grantedIn(list),
    overfull: 'ADMIT_ALL',
    openMark,
  });
  const mark = marks.get(code);
  return mark !== undefined && isThrough(mark, all, openMark);
}
