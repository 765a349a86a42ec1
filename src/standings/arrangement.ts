import { levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { AnyPartsRule } from '../rules/contract.ts';
import type { EventPlan, PhasePlan, UnitPlan } from '../rules/plan.ts';
import { sourcesOf } from './sides.ts';
import type { UnitField } from './unit-field.ts';

/** A phase or event list: the rule that makes it, and of what. */
export interface ListPlan {
  readonly rule: AnyPartsRule<unknown>;
  /** Each once. */
  readonly units: readonly UnitField[];
  /** Named units that have not come, or that the rule cannot read. */
  readonly missing: number;
}

/** What an arrangement is made of. */
export interface EventParts {
  readonly event: Rsc;
  readonly plan: EventPlan;
  /** Units of the event that something was said of, or that are planned. */
  readonly units: readonly UnitField[];
  /** The phase and event lists that the sport makes. */
  readonly lists: ReadonlyMap<Rsc, ListPlan>;
}

/**
 * One event as it is planned and as it has come so far: its units in the order of the phases, which of
 * them make which lists, and what is filled from what. Made anew when a unit, a start list or a setup of
 * the event comes; between that it is only looked up.
 */
export class Arrangement {
  readonly event: Rsc;
  readonly plan: EventPlan;
  /** Earlier phases first, then by unit code. */
  readonly units: readonly UnitField[];
  readonly lists: ReadonlyMap<Rsc, ListPlan>;
  readonly #planned: ReadonlyMap<Rsc, UnitPlan>;
  readonly #phases: ReadonlyMap<Rsc, PhasePlan>;
  readonly #order: ReadonlyMap<Rsc, number>;
  readonly #feeds = new Map<Rsc, Set<Rsc>>();
  readonly #depths = new Map<Rsc, number>();

  constructor({ event, plan, units, lists }: EventParts) {
    this.event = event;
    this.plan = plan;
    this.#order = new Map(plan.phases.map(({ phase }, index) => [phase, index]));
    this.units = [...units].sort(
      (one, other) => this.positionOf(one.rsc) - this.positionOf(other.rsc) || (one.rsc < other.rsc ? -1 : 1),
    );
    this.lists = lists;
    this.#planned = new Map((plan.units ?? []).map((unit) => [unit.unit, unit]));
    this.#phases = new Map(plan.phases.map((phase) => [phase.phase, phase]));
    for (const unit of plan.units ?? []) this.#addUnit(unit);
    for (const phase of plan.phases) this.#addPhase(phase);
  }

  planOf(unit: Rsc): UnitPlan | null {
    return this.#planned.get(unit) ?? null;
  }

  phase(rsc: Rsc): PhasePlan | null {
    return this.#phases.get(phaseRsc(rsc)) ?? null;
  }

  /** Where the phase of a unit or list stands in the event, 0 for the first; -1 when the plan does not know it. */
  positionOf(rsc: Rsc): number {
    return this.#order.get(phaseRsc(rsc)) ?? -1;
  }

  unitsIn(phase: Rsc): readonly UnitField[] {
    return this.units.filter(({ rsc }) => phaseRsc(rsc) === phase);
  }

  /** Units and lists that are filled from this unit, list or event. */
  fedBy(source: Rsc): Iterable<Rsc> {
    return this.#feeds.get(source) ?? [];
  }

  /** Everything that is filled from something. */
  get fed(): ReadonlySet<Rsc> {
    return new Set([...this.#feeds.values()].flatMap((fed) => [...fed]));
  }

  /** What is filled comes after all that it is filled from. */
  depthOf(node: Rsc): number {
    const known = this.#depths.get(node);
    if (known !== undefined) return known;
    this.#depths.set(node, 0);
    let depth = 0;
    for (const [source, fed] of this.#feeds)
      if (fed.has(node)) depth = Math.max(depth, this.depthOf(source) + 1);
    for (const unit of this.#madeOf(node)) depth = Math.max(depth, this.depthOf(unit.rsc) + 1);
    this.#depths.set(node, depth);
    return depth;
  }

  #madeOf(node: Rsc): readonly UnitField[] {
    if (levelOf(node) === 'unit') return [];
    return this.lists.get(node)?.units ?? this.unitsIn(node);
  }

  #addUnit({ unit, slots, holds = [] }: UnitPlan): void {
    for (const slot of slots) for (const source of sourcesOf(slot, this.event)) this.#add(source, unit);
    for (const held of holds) this.#add(held, unit);
  }

  #addPhase({ phase, slots = [], seeding }: PhasePlan): void {
    for (const slot of slots) for (const source of sourcesOf(slot, this.event)) this.#add(source, phase);
    for (const { rsc } of seeding === undefined ? [] : this.unitsIn(phase))
      if (!this.#planned.has(rsc)) for (const from of seeding!.from) this.#add(from, rsc);
  }

  #add(source: Rsc, fed: Rsc): void {
    const known = this.#feeds.get(source);
    if (known === undefined) this.#feeds.set(source, new Set([fed]));
    else known.add(fed);
  }
}
