import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Setup } from '../model/fact.ts';
import { disciplineRsc, eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { AnyPartsRule, Sport } from '../rules/contract.ts';
import type { EventPlan } from '../rules/plan.ts';
import { Arrangement, type ListPlan } from './arrangement.ts';
import type { UnitField } from './unit-field.ts';

/** What is known of a discipline. */
export interface Known {
  readonly sport: Sport;
  readonly units: ReadonlyMap<Rsc, UnitField>;
  readonly ledgers: ReadonlyMap<Rsc, UnitLedger>;
  unitsOf(event: Rsc): readonly UnitField[];
  /** The event, and phases of it, that have a ledger. */
  saidOf(event: Rsc): readonly Rsc[];
  setupOf(rsc: Rsc): Setup | null;
  /** The unit, opened where only the plan knows of it; null where the sport has no rule for it. */
  open(unit: Rsc): UnitField | null;
}

/** Phases that nobody planned: lists are made, and nobody gets a medal. */
const NO_PLAN: EventPlan = { phases: [], places: [] };

/** The events of a discipline as they are planned; one that something was said of is arranged anew when it is asked for. */
export class Arrangements {
  readonly #known: Known;
  readonly #of = new Map<Rsc, Arrangement>();
  readonly #changed = new Set<Rsc>();
  readonly #listsOfUnit = new Map<Rsc, Set<Rsc>>();
  /** Events whose lists can be made of units of other events: few. */
  readonly #takingIn = new Set<Rsc>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Units, start lists or setups of an event, or what makes its lists, are others. */
  change(rsc: Rsc): void {
    if (levelOf(rsc) === 'discipline') {
      for (const event of this.#of.keys()) this.#changed.add(event);
      return;
    }
    this.#changed.add(eventRsc(rsc));
    for (const list of this.#listsOfUnit.get(rsc) ?? []) this.#changed.add(eventRsc(list));
    for (const event of this.#takingIn) if (takesIn(this.#of.get(event)!, rsc)) this.#changed.add(event);
  }

  /** Whether the lists of an event are made of its own units alone, and its units make no list of another one: it can be left out. */
  isByItself(event: Rsc): boolean {
    const arrangement = this.of(event);
    if (arrangement === null || this.#takingIn.has(event)) return false;
    const { units, lists } = arrangement;
    const isOwn = (rsc: Rsc): boolean => eventRsc(rsc) === event;
    return (
      units.every(({ rsc }) => isOwn(rsc) && this.listsOf(rsc).every(isOwn)) &&
      [...lists.values()].every((plan) => plan.units.every(({ rsc }) => isOwn(rsc)))
    );
  }

  /** Nothing is known of the event any more. */
  putAway(event: Rsc): void {
    this.#forget(event);
    this.#changed.delete(event);
  }

  /** Of every event, each unit once. */
  get units(): readonly UnitField[] {
    this.#settle();
    return [...this.#of.values()].flatMap(({ units }) => units);
  }

  get lists(): Iterable<Rsc> {
    this.#settle();
    return [...this.#of.values()].flatMap(({ lists }) => [...lists.keys()]);
  }

  get events(): Iterable<Rsc> {
    this.#settle();
    return this.#of.keys();
  }

  /** How an event is arranged; null when nothing is known of it. */
  of(rsc: Rsc): Arrangement | null {
    this.#settle();
    return this.#of.get(eventRsc(rsc)) ?? null;
  }

  /** How a phase or event list is made; null where the sport has no such list. */
  plan(list: Rsc): ListPlan | null {
    return this.of(list)?.lists.get(list) ?? null;
  }

  /** The units that a phase or event list is made of; none where the sport has no such list. */
  unitsOf(list: Rsc): readonly UnitField[] {
    return this.plan(list)?.units ?? [];
  }

  /**
   * The units that a phase, an event or the discipline has, and those that its lists are made of: an
   * apparatus list is made of units that are not within it by their code.
   */
  unitsBelow(rsc: Rsc): ReadonlySet<UnitField> {
    this.#settle();
    const within = levelOf(rsc) === 'discipline' ? [...this.#of.values()] : [this.of(rsc)];
    return new Set(
      within.flatMap((arrangement) => {
        const lists = [...(arrangement?.lists ?? [])].filter(([list]) => list === rsc || isWithin(list, rsc));
        const units = arrangement?.units.filter((unit) => isWithin(unit.rsc, rsc)) ?? [];
        return [...units, ...lists.flatMap(([, plan]) => plan.units)];
      }),
    );
  }

  /** The lists that a unit is part of, of whatever event. */
  listsOf(unit: Rsc): readonly Rsc[] {
    this.#settle();
    return [...(this.#listsOfUnit.get(unit) ?? [])];
  }

  listsOfEvent(event: Rsc): readonly Rsc[] {
    return [...(this.of(event)?.lists.keys() ?? [])];
  }

  unitsOfEvent(event: Rsc): readonly UnitField[] {
    return this.of(event)?.units ?? [];
  }

  #settle(): void {
    if (this.#changed.size === 0) return;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const event of changed) this.#arrange(event);
    // Opening a planned unit says nothing that is not planned here.
    this.#changed.clear();
  }

  #arrange(event: Rsc): void {
    this.#forget(event);
    const plan = this.#planOf(event);
    const planned = (plan.units ?? []).flatMap(({ unit, holds = [] }) => [unit, ...holds]);
    const units = new Set(planned.flatMap((unit) => this.#known.open(unit) ?? []));
    for (const { unit, holds } of plan.units ?? [])
      if (holds !== undefined)
        this.#known.units.get(unit)?.hold(holds.flatMap((held) => this.#known.units.get(held) ?? []));
    for (const unit of this.#known.unitsOf(event)) if (unit.ledger.sources.size > 0) units.add(unit);
    const lists = new Map<Rsc, ListPlan>();
    for (const list of this.#candidates(event, plan, units)) {
      const made = this.#listPlan(list, plan, units);
      if (made === null) continue;
      lists.set(list, made);
      for (const { rsc } of made.units)
        this.#listsOfUnit.set(rsc, (this.#listsOfUnit.get(rsc) ?? new Set()).add(list));
    }
    if (units.size === 0 && lists.size === 0) return;
    this.#of.set(event, new Arrangement({ event, plan, units: [...units], lists }));
    const includes = plan.phases.some((phase) => phase.includes !== undefined);
    if (includes || [...lists.values()].some(({ missing }) => missing > 0)) this.#takingIn.add(event);
  }

  #forget(event: Rsc): void {
    const before = this.#of.get(event);
    this.#of.delete(event);
    this.#takingIn.delete(event);
    for (const [list, { units }] of before?.lists ?? [])
      for (const { rsc } of units) this.#listsOfUnit.get(rsc)?.delete(list);
  }

  #planOf(event: Rsc): EventPlan {
    const { sport, ledgers, setupOf } = this.#known;
    const entries = ledgers.get(event)?.whole('startList')?.content.entries ?? [];
    return sport.plan({ event, setup: setupOf(event) ?? {}, entries }) ?? NO_PLAN;
  }

  /** Every phase of the event that something is known of, and the event itself. */
  #candidates(event: Rsc, plan: EventPlan, units: Iterable<UnitField>): ReadonlySet<Rsc> {
    const found = new Set<Rsc>(levelOf(event) === 'discipline' ? [] : [event]);
    for (const { rsc } of units) found.add(phaseRsc(rsc));
    for (const rsc of this.#known.saidOf(event)) if (levelOf(rsc) !== 'discipline') found.add(rsc);
    for (const { phase, slots } of plan.phases) if (slots !== undefined) found.add(phase);
    return found;
  }

  #listPlan(list: Rsc, plan: EventPlan, own: ReadonlySet<UnitField>): ListPlan | null {
    const { sport, units, setupOf } = this.#known;
    const setup = setupOf(list) ?? {};
    const named = new Set(setup.units ?? this.#unitsFor(list, plan, own));
    const counting = [...named].filter((unit) => units.get(unit)?.cancelled !== true);
    const rule = sport.partsRule(list, { ...setup, units: counting });
    if (rule === null) return null;
    const known = [...named].flatMap((unit) => units.get(unit) ?? []);
    const readable = known.filter((unit) => reads(rule, unit));
    return { rule, units: readable, missing: named.size - readable.length };
  }

  /** Those that the plan names, or those within by their code. */
  #unitsFor(list: Rsc, plan: EventPlan, own: ReadonlySet<UnitField>): readonly Rsc[] {
    const includes = plan.phases.find(({ phase }) => phase === list)?.includes;
    const among = includes === undefined ? own : this.#known.units.values();
    const isIn = includes ?? ((unit: Rsc) => isWithin(unit, list));
    const counts = (unit: UnitField): boolean => own.has(unit) || unit.ledger.sources.size > 0;
    const order = new Map(plan.phases.map(({ phase }, index) => [phase, index]));
    const position = (unit: Rsc): number => order.get(phaseRsc(unit)) ?? -1;
    return [...among]
      .filter((unit) => counts(unit) && isIn(unit.rsc))
      .map(({ rsc }) => rsc)
      .sort((one, other) => position(one) - position(other) || (one < other ? -1 : 1));
  }
}

/** May a unit that has just come make a list of this event, though its code is another one's? */
const takesIn = ({ plan, lists }: Arrangement, unit: Rsc): boolean =>
  plan.phases.some(({ includes }) => includes?.(unit) === true) ||
  [...lists.values()].some(({ missing }) => missing > 0);

/** Can the rule make something of the unit's cards? */
export const reads = ({ families }: AnyPartsRule<unknown>, { rule }: UnitField): boolean =>
  families === undefined || families.includes(rule.family);

/** Is the unit in this phase, event or discipline, by its code? */
export function isWithin(unit: Rsc, list: Rsc): boolean {
  return [phaseRsc, eventRsc, disciplineRsc].some((above) => above(unit) === list);
}
