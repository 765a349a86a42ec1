import type { CompetitorCode } from '../model/competitor.ts';
import type { Rsc } from '../model/rsc.ts';
import type { FeatElsewhere } from '../rules/contract.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { type RecordFlags, type RecordsOfEvent, recordsOf } from './records.ts';
import { sameMap } from './same-map.ts';
import type { UnitField } from './unit-field.ts';

const NO_FLAGS: RecordFlags = new Map<CompetitorCode, readonly string[]>();

/** The records of each event that has a table, or whose competitors come with bests. */
export class RecordBook {
  readonly #records = new Map<Rsc, RecordsOfEvent>();
  /** By event, then by the unit of another event in which they were made. */
  readonly #elsewhere = new Map<Rsc, Map<Rsc, readonly FeatElsewhere[]>>();

  of(event: Rsc): RecordsOfEvent | null {
    return this.#records.get(event) ?? null;
  }

  flagsOf(event: Rsc, list: Rsc): RecordFlags {
    return this.of(event)?.flags.get(list) ?? NO_FLAGS;
  }

  /** Takes in what a unit has for other events; gives back the events that this is news for. */
  takeElsewhere(unit: UnitField): ReadonlySet<Rsc> {
    const events = new Set<Rsc>();
    for (const [event, byUnit] of this.#elsewhere) if (byUnit.delete(unit.rsc)) events.add(event);
    for (const feat of featsElsewhere(unit)) {
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
    const before = this.of(event);
    const units = tree.arranged.unitsOfEvent(event);
    const setup = tree.setupOf(event) ?? {};
    const hasBests = units.some(({ entries }) => entries.some(({ bests }) => bests !== undefined));
    const now =
      hasBests || setup.records !== undefined
        ? recordsOf(setup, units, tree.sumOf(event), this.#elsewhere.get(event))
        : null;
    if (now === null) this.#records.delete(event);
    else this.#records.set(event, now);
    const lists = new Set([...(before?.flags.keys() ?? []), ...(now?.flags.keys() ?? [])]);
    return [...lists].filter((list) => !sameFlags(before?.flags.get(list), now?.flags.get(list)));
  }
}

function featsElsewhere({ rule, context, placed }: UnitField): readonly FeatElsewhere[] {
  if (rule.featsElsewhere === undefined) return [];
  return placed.flatMap(({ entry, card }) => rule.featsElsewhere?.(entry, card, context) ?? []);
}

const sameFlags = (one: RecordFlags = NO_FLAGS, other: RecordFlags = NO_FLAGS): boolean =>
  sameMap(one, other, (a, b) => a.join() === b.join());
