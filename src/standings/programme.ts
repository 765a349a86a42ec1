import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Setup } from '../model/fact.ts';
import { disciplineRsc, eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { AnyPartsRule, Sport } from '../rules/contract.ts';
import { phasePosition } from './phase-order.ts';
import type { UnitField } from './unit-field.ts';

/** A phase or event list: the rule that makes it, and of what. */
export interface ListPlan {
  readonly rule: AnyPartsRule<unknown>;
  /** Each once. */
  readonly units: readonly UnitField[];
  /** Named units that have not come, or that the rule cannot read. */
  readonly missing: number;
}

/**
 * Which units make which phase and event lists, as the setups, the sport and the RSCs say. Made anew
 * when a unit, or the setup of a phase or event, comes; between that it is only looked up.
 */
export class Programme {
  /** Earlier phases first, then by unit code. */
  readonly units: readonly UnitField[];
  readonly #plans = new Map<Rsc, ListPlan>();
  readonly #listsOfUnit = new Map<Rsc, Rsc[]>();
  readonly #listsOfEvent = new Map<Rsc, Rsc[]>();
  readonly #unitsOfEvent = new Map<Rsc, UnitField[]>();

  constructor(
    sport: Sport,
    units: ReadonlyMap<Rsc, UnitField>,
    ledgers: ReadonlyMap<Rsc, UnitLedger>,
    setupOf: (rsc: Rsc) => Setup | null,
  ) {
    this.units = inOrder([...units.values()], sport);
    for (const unit of this.units) append(this.#unitsOfEvent, eventRsc(unit.rsc), unit);
    const codes = this.units.map(({ rsc }) => rsc);
    const within = new Map<Rsc, Rsc[]>();
    for (const unit of codes)
      for (const above of [phaseRsc(unit), eventRsc(unit)]) append(within, above, unit);
    for (const list of candidates(codes, ledgers.keys())) {
      const setup = setupOf(list) ?? {};
      const named = new Set(setup.units ?? sport.partsOf?.(list, codes) ?? within.get(list) ?? []);
      const counting = [...named].filter((unit) => units.get(unit)?.cancelled !== true);
      const rule = sport.partsRule(list, { ...setup, units: counting });
      if (rule === null) continue;
      const known = [...named].flatMap((unit) => units.get(unit) ?? []);
      const readable = known.filter((unit) => reads(rule, unit));
      this.#add(list, { rule, units: readable, missing: named.size - readable.length });
    }
  }

  /** Every phase and event list of the discipline. */
  get lists(): Iterable<Rsc> {
    return this.#plans.keys();
  }

  get events(): Iterable<Rsc> {
    return this.#unitsOfEvent.keys();
  }

  /** How a phase or event list is made; null where the sport has no such list. */
  plan(list: Rsc): ListPlan | null {
    return this.#plans.get(list) ?? null;
  }

  /** The units that a phase or event list is made of; none where the sport has no such list. */
  unitsOf(list: Rsc): readonly UnitField[] {
    return this.plan(list)?.units ?? [];
  }

  /** The lists that a unit is part of. */
  listsOf(unit: Rsc): readonly Rsc[] {
    return this.#listsOfUnit.get(unit) ?? [];
  }

  listsOfEvent(event: Rsc): readonly Rsc[] {
    return this.#listsOfEvent.get(event) ?? [];
  }

  unitsOfEvent(event: Rsc): readonly UnitField[] {
    return this.#unitsOfEvent.get(event) ?? [];
  }

  #add(list: Rsc, plan: ListPlan): void {
    this.#plans.set(list, plan);
    append(this.#listsOfEvent, eventRsc(list), list);
    for (const { rsc } of plan.units) append(this.#listsOfUnit, rsc, list);
  }
}

/** Can the rule make something of the unit's cards? */
export const reads = ({ families }: AnyPartsRule<unknown>, { rule }: UnitField): boolean =>
  families === undefined || families.includes(rule.family);

/** Is the unit in this phase, event or discipline, by its code? */
export function isWithin(unit: Rsc, list: Rsc): boolean {
  return [phaseRsc, eventRsc, disciplineRsc].some((above) => above(unit) === list);
}

/** Every phase and event that something is known of. */
function candidates(units: readonly Rsc[], others: Iterable<Rsc>): Set<Rsc> {
  const found = new Set<Rsc>();
  for (const unit of units) found.add(phaseRsc(unit)).add(eventRsc(unit));
  for (const rsc of others) if (levelOf(rsc) !== 'discipline') found.add(rsc);
  return found;
}

function inOrder(units: UnitField[], sport: Sport): UnitField[] {
  const position = new Map(units.map(({ rsc }) => [rsc, phasePosition(sport, rsc)]));
  return units.sort(
    (one, other) => position.get(one.rsc)! - position.get(other.rsc)! || (one.rsc < other.rsc ? -1 : 1),
  );
}

function append<T>(lists: Map<Rsc, T[]>, key: Rsc, value: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
