import type { Rsc } from '../model/rsc.ts';
import type { FeatElsewhere } from '../rules/contract.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { EventRecords, NO_FLAGS, type RecordFlags } from './event-records.ts';
import type { UnitField } from './unit-field.ts';

/** The records of each event that has a table, or whose competitors come with bests. */
export class RecordBook {
  readonly #records = new Map<Rsc, EventRecords>();
  /** By event, then by the unit of another event in which they were made. */
  readonly #elsewhere = new Map<Rsc, Map<Rsc, readonly FeatElsewhere[]>>();

  /** Null where there is nothing to say. */
  of(event: Rsc): EventRecords | null {
    const records = this.#records.get(event);
    return records === undefined || records.isEmpty ? null : records;
  }

  flagsOf(event: Rsc, list: Rsc): RecordFlags {
    return this.of(event)?.flagsOf(list) ?? NO_FLAGS;
  }

  /** Records of another event may be made of what was done in the unit. */
  isLookedInto(unit: Rsc): boolean {
    for (const byUnit of this.#elsewhere.values()) if (byUnit.has(unit)) return true;
    return false;
  }

  /** An event leaves memory. What it has from others stays. */
  putAway(event: Rsc): void {
    this.#records.delete(event);
  }

  /** Takes in what a unit has for other events; gives back the events that this is news for. `before`: they are told of first. */
  takeElsewhere(unit: UnitField, before: (event: Rsc) => void = () => {}): ReadonlySet<Rsc> {
    const events = new Set<Rsc>();
    const feats = featsElsewhere(unit);
    for (const [event, byUnit] of this.#elsewhere) if (byUnit.has(unit.rsc)) before(event);
    for (const { event } of feats) before(event);
    for (const [event, byUnit] of this.#elsewhere) if (byUnit.delete(unit.rsc)) events.add(event);
    for (const feat of feats) {
      const byUnit = this.#elsewhere.get(feat.event) ?? new Map<Rsc, readonly FeatElsewhere[]>();
      this.#elsewhere.set(feat.event, byUnit.set(unit.rsc, [...(byUnit.get(unit.rsc) ?? []), feat]));
      events.add(feat.event);
    }
    return events;
  }

  /**
   * Holds an event against its records again. Gives back the units and lists that say something else
   * now: a mark that is corrected in one heat can take a record away from the next.
   */
  renew(event: Rsc, tree: DisciplineTree): readonly Rsc[] {
    const records = this.#records.get(event) ?? new EventRecords();
    this.#records.set(event, records);
    const units = tree.arranged.unitsOfEvent(event);
    return records.renew(tree.setupOf(event) ?? {}, units, tree.sumOf(event), this.#elsewhere.get(event));
  }
}

function featsElsewhere(unit: UnitField): readonly FeatElsewhere[] {
  const { featsElsewhere: featsOf } = unit.rule;
  if (featsOf === undefined) return [];
  return Array.from(unit.lines, ({ entry, card }) => featsOf(entry, card, unit.context)).flat();
}
