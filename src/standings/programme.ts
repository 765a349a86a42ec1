import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Setup } from '../model/fact.ts';
import { eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { phasePosition } from './phase-order.ts';
import type { UnitField } from './unit-field.ts';

/**
 * Which units make which phase and event lists, as the setups, the sport and the RSCs say. Made anew
 * when a unit, or the setup of a phase or event, comes; between that it is only looked up.
 */
export class Programme {
  /** Earlier phases first, then by unit code. */
  readonly units: readonly UnitField[];
  readonly #unitsOfList = new Map<Rsc, readonly UnitField[]>();
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
    for (const list of candidates(codes, ledgers.keys())) {
      const setup = setupOf(list) ?? {};
      if (sport.partsRule(list, setup) === null) continue;
      const named =
        setup.units ?? sport.partsOf?.(list, codes) ?? codes.filter((unit) => isWithin(unit, list));
      this.#add(
        list,
        named.flatMap((unit) => units.get(unit) ?? []),
      );
    }
  }

  /** Every phase and event list of the discipline. */
  get lists(): Iterable<Rsc> {
    return this.#unitsOfList.keys();
  }

  get events(): Iterable<Rsc> {
    return this.#unitsOfEvent.keys();
  }

  /** The units that a phase or event list is made of; none where the sport has no such list. */
  unitsOf(list: Rsc): readonly UnitField[] {
    return this.#unitsOfList.get(list) ?? [];
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

  #add(list: Rsc, units: readonly UnitField[]): void {
    this.#unitsOfList.set(list, units);
    append(this.#listsOfEvent, eventRsc(list), list);
    for (const { rsc } of units) append(this.#listsOfUnit, rsc, list);
  }
}

/** Is the unit in this phase or event, by its code? */
export function isWithin(unit: Rsc, list: Rsc): boolean {
  return levelOf(list) === 'phase' ? phaseRsc(unit) === list : eventRsc(unit) === list;
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
