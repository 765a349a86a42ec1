import { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import type { Names } from '../model/document.ts';
import type { Setup } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { namesOf } from './list-header.ts';
import { PartsField } from './parts-field.ts';
import { Programme } from './programme.ts';
import { UnitField } from './unit-field.ts';

/** The units, phases and events of one discipline: what was said of each, and the lists made of them. */
export class DisciplineTree {
  readonly sport: Sport;
  readonly #units = new Map<Rsc, UnitField>();
  /** What was said of phases, events and the discipline. */
  readonly #ledgers = new Map<Rsc, UnitLedger>();
  #lists = new Map<Rsc, PartsField>();
  #programme: Programme | null = null;

  constructor(sport: Sport) {
    this.sport = sport;
  }

  get programme(): Programme {
    this.#programme ??= new Programme(this.sport, this.#units, this.#ledgers, (rsc) => this.setupOf(rsc));
    return this.#programme;
  }

  unit(rsc: Rsc): UnitField | null {
    return this.#units.get(rsc) ?? null;
  }

  /** A unit that was not known: lists may be made of it. */
  open(rsc: Rsc): UnitField {
    const unit = new UnitField(rsc, this.sport);
    this.#units.set(rsc, unit);
    this.restructure();
    return unit;
  }

  /** Of a phase, an event or the discipline; a unit has its own. */
  ledger(rsc: Rsc): UnitLedger {
    let ledger = this.#ledgers.get(rsc);
    if (ledger === undefined) {
      ledger = new UnitLedger();
      this.#ledgers.set(rsc, ledger);
    }
    return ledger;
  }

  setupOf(rsc: Rsc): Setup | null {
    return (this.unit(rsc)?.ledger ?? this.#ledgers.get(rsc))?.whole('setup')?.content ?? null;
  }

  names(rsc: Rsc): Names {
    return namesOf(rsc, this.sport, (of) => this.setupOf(of));
  }

  /** The list of a phase or event; null where the sport makes none, or there is nothing to make it of. */
  list(rsc: Rsc): PartsField | null {
    const known = this.#lists.get(rsc);
    if (known !== undefined) return known;
    const units = this.programme.unitsOf(rsc);
    const setup = this.setupOf(rsc) ?? {};
    const rule = units.length === 0 ? null : this.sport.partsRule(rsc, setup);
    if (rule === null) return null;
    const list = new PartsField(rsc, rule, setup, this.ledger(rsc), units);
    this.#lists.set(rsc, list);
    return list;
  }

  /** The lists of an event and of its phases. */
  listsOfEvent(event: Rsc): PartsField[] {
    return this.programme.listsOfEvent(event).flatMap((rsc) => this.list(rsc) ?? []);
  }

  /** The sum over the units that decides the event (a decathlon); null where a final does. */
  sumOf(event: Rsc): PartsField | null {
    const list = this.list(event);
    return list?.rule.type === 'CUMULATIVE_RESULT' ? list : null;
  }

  /** Brings the lists that a unit is part of in step: `changed` are the competitors whose row is another one. */
  renewLists(unit: Rsc, changed: readonly CompetitorCode[]): void {
    for (const rsc of this.programme.listsOf(unit)) this.#lists.get(rsc)?.renew(changed);
  }

  /** Has the lists that a unit is part of made anew. */
  remakeLists(unit: Rsc): void {
    for (const rsc of this.programme.listsOf(unit)) this.#lists.delete(rsc);
  }

  /** Has everything above the units arranged and made anew: what makes which list may have changed. */
  restructure(): void {
    this.#programme = null;
    this.#lists = new Map();
  }
}
