import type { LedgerFacts } from '../ledger/ledger-facts.ts';
import { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import type { Names } from '../model/document.ts';
import type { Fact, IrmContent, Setup } from '../model/fact.ts';
import { isDisqualification } from '../model/irm.ts';
import { disciplineRsc, eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import type { Objection } from '../rules/held-facts.ts';
import type { ListPlan } from './arrangement.ts';
import { Arrangements, isWithin, reads } from './arrangements.ts';
import { namesOf } from './list-header.ts';
import { anotherFamily, failsafe, twiceIn, unknownIrm, unknownRule } from './objections.ts';
import { type ListParts, PartsField } from './parts-field.ts';
import { Proposals } from './proposals.ts';
import { aboveOf, irmsAbout } from './said-above.ts';
import { UnitField, type UnitSoFar } from './unit-field.ts';

interface Fault {
  readonly fault: unknown;
}

const isFault = (made: PartsField | Fault): made is Fault => 'fault' in made;

/** A unit as it stands; null where whoever asks knows it already: it has seen this number of changes. */
export interface UnitEntry {
  readonly rsc: Rsc;
  readonly changes: number;
  readonly soFar: UnitSoFar | null;
}

/** Whoever asks has this unit with so many changes. */
export type IsKnown = (rsc: Rsc, changes: number) => boolean;

/** What was said of each, in the order in which they came. */
export interface TreeSoFar {
  readonly units: readonly UnitEntry[];
  /** Of phases, events and the discipline. */
  readonly above: readonly (readonly [Rsc, LedgerFacts])[];
}

/** The units, phases and events of one discipline: what was said of each, and the lists made of them. */
export class DisciplineTree {
  readonly sport: Sport;
  readonly #units = new Map<Rsc, UnitField>();
  readonly #unitsOfEvent = new Map<Rsc, readonly UnitField[]>();
  /** What was said of phases, events and the discipline. */
  readonly #ledgers = new Map<Rsc, UnitLedger>();
  /** Of which of them, by event. */
  readonly #saidOf = new Map<Rsc, readonly Rsc[]>();
  /** By event. A list that could not be made has what was thrown instead, until it is to be made anew. */
  readonly #lists = new Map<Rsc, Map<Rsc, PartsField | Fault>>();
  readonly #names = new Map<Rsc, { readonly setups: readonly (Setup | null)[]; readonly names: Names }>();
  /** Units in which facts of a rehearsal count. */
  readonly #rehearsals = new Set<Rsc>();
  /** Units that another one is a re-run of, whether they have come or not: the re-runs. */
  readonly #rerunsOf = new Map<Rsc, UnitField[]>();
  /** The events as they are planned. */
  readonly arranged: Arrangements;

  constructor(sport: Sport) {
    this.sport = sport;
    this.arranged = new Arrangements({
      sport,
      units: this.#units,
      ledgers: this.#ledgers,
      setupOf: (rsc) => this.setupOf(rsc),
      unitsOf: (event) => this.#unitsOfEvent.get(event) ?? [],
      saidOf: (event) => this.#saidOf.get(event) ?? [],
      open: (unit) => this.unit(unit) ?? (sport.unitRule(unit, {}) === null ? null : this.#add(unit)),
    });
  }

  unit(rsc: Rsc): UnitField | null {
    return this.#units.get(rsc) ?? null;
  }

  get unitCount(): number {
    return this.#units.size;
  }

  /** A unit that was not known: lists may be made of it. */
  open(rsc: Rsc): UnitField {
    const unit = this.#add(rsc);
    this.rearrange(rsc);
    return unit;
  }

  soFar(isKnown: IsKnown): TreeSoFar {
    return {
      units: Array.from(this.#units, ([rsc, unit]) => {
        const { changes } = unit;
        return { rsc, changes, soFar: isKnown(rsc, changes) ? null : unit.soFar };
      }),
      above: Array.from(this.#ledgers, ([rsc, { facts }]) => [rsc, facts]),
    };
  }

  /** The same of one event, with its phases and units. */
  soFarOf(event: Rsc): TreeSoFar {
    const units = this.unitsOf(event).map(({ rsc, changes, soFar }) => ({ rsc, changes, soFar }));
    const above = (this.#saidOf.get(event) ?? []).map((rsc) => [rsc, this.ledger(rsc).facts] as const);
    return { units, above };
  }

  /** The event, and all phases and units of it that have a ledger. */
  knownOf(event: Rsc): readonly Rsc[] {
    return [...this.unitsOf(event).map(({ rsc }) => rsc), ...(this.#saidOf.get(event) ?? [])];
  }

  /** An event leaves memory. */
  putAway(event: Rsc): void {
    for (const rsc of this.knownOf(event)) {
      this.#units.delete(rsc);
      this.#ledgers.delete(rsc);
    }
    this.arranged.putAway(event);
    for (const known of [this.#unitsOfEvent, this.#saidOf, this.#lists]) known.delete(event);
    for (const known of [this.#names, this.#rerunsOf])
      for (const rsc of known.keys()) if (eventRsc(rsc) === event) known.delete(rsc);
  }

  takeUp({ units, above }: TreeSoFar): void {
    for (const [rsc, facts] of above) this.ledger(rsc).takeUp(facts);
    for (const { rsc } of units) this.#add(rsc);
    for (const { rsc, soFar, changes } of units) this.#units.get(rsc)!.takeUp(soFar!, changes);
    for (const { rsc } of units) this.arranged.change(rsc);
    for (const [rsc] of above) this.arranged.change(rsc);
    for (const [rsc] of above) this.#examine(rsc);
  }

  #add(rsc: Rsc): UnitField {
    const unit = new UnitField(rsc, this.sport, (code, begun) => this.#irmsWithin(rsc, code, begun));
    this.#units.set(rsc, unit);
    const event = eventRsc(rsc);
    this.#unitsOfEvent.set(event, [...(this.#unitsOfEvent.get(event) ?? []), unit]);
    this.#linkReruns(unit);
    for (const above of aboveOf(rsc)) this.#examine(above);
    return unit;
  }

  /** A re-run and what it is the re-run of, whichever comes first. */
  #linkReruns(unit: UnitField): void {
    const of = this.sport.rerunOf?.(unit.rsc) ?? null;
    if (of !== null) {
      this.#rerunsOf.set(of, [...(this.#rerunsOf.get(of) ?? []), unit]);
      const original = this.unit(of);
      if (original !== null) unit.runAgainOf(original);
    }
    for (const rerun of this.#rerunsOf.get(unit.rsc) ?? []) rerun.runAgainOf(unit);
  }

  /** Some unit of the discipline is a rehearsal. */
  get isTest(): boolean {
    return this.#rehearsals.size > 0;
  }

  /** Notes whether a unit is a rehearsal, after anything of it changed. */
  noteTest({ rsc, test }: { readonly rsc: Rsc; readonly test: boolean }): void {
    if (test) this.#rehearsals.add(rsc);
    else this.#rehearsals.delete(rsc);
  }

  /** Of a phase, an event or the discipline; a unit has its own. */
  ledger(rsc: Rsc): UnitLedger {
    let ledger = this.#ledgers.get(rsc);
    if (ledger === undefined) {
      ledger = new UnitLedger();
      this.#ledgers.set(rsc, ledger);
      const event = eventRsc(rsc);
      this.#saidOf.set(event, [...(this.#saidOf.get(event) ?? []), rsc]);
      this.#examine(rsc);
    }
    return ledger;
  }

  /** Looks at what was said of a phase or event again: there is another unit in it. */
  #examine(rsc: Rsc): void {
    this.#ledgers.get(rsc)?.examineBy({
      each: (fact) => failsafe(() => this.#objection(fact, rsc)),
      together: null,
    });
  }

  #objection(fact: Fact, rsc: Rsc): Objection | null {
    if (fact.kind === 'setup') return this.#setupObjection(fact.content, rsc);
    if (fact.kind !== 'irm') return twiceIn(fact);
    const units = levelOf(rsc) === 'discipline' ? [...this.#units.values()] : this.unitsOf(eventRsc(rsc));
    const first = units.find((unit) => isWithin(unit.rsc, rsc));
    const unknown = first === undefined ? null : unknownIrm(fact, first.rule);
    return unknown ?? this.#irmObjection(fact.content, rsc);
  }

  /** Who did not finish did not finish a unit, a sum over units, or a pool; of any other phase that says nothing. */
  #irmObjection({ code }: IrmContent, rsc: Rsc): Objection | null {
    if (code === null || code === NOT_STARTED || isDisqualification(code)) return null;
    const type = this.sport.partsRule(rsc, {})?.type;
    if (type === 'CUMULATIVE_RESULT' || type === 'POOL_STANDING') return null;
    return { code: 'IRM_OF_A_UNIT', message: `${code} is said of a unit, and not of ${rsc}` };
  }

  /** A setup that asks for a rule nobody knows, or that cannot read the units, must not take a list away. */
  #setupObjection(setup: Setup, rsc: Rsc): Objection | null {
    if (setup.rule === undefined) return null;
    const { rule: _, ...usual } = setup;
    const asked = this.sport.partsRule(rsc, setup);
    if (asked === null)
      return this.sport.partsRule(rsc, usual) === null ? null : unknownRule(this.sport, rsc, setup);
    const named = setup.units?.flatMap((unit) => this.unit(unit) ?? []);
    const units = named ?? [...this.#units.values()].filter((unit) => isWithin(unit.rsc, rsc));
    const fits = units.every((unit) => unit.rule.family === '' || reads(asked, unit));
    return fits ? null : anotherFamily(asked.id, rsc);
  }

  /**
   * Marks that hold for a competitor in everything within: a disqualification of phase, event or
   * discipline acts on each unit, whatever was done there; not starting acts where nothing was done yet. A match says by
   * itself when such a mark comes too late to turn it round.
   */
  #irmsWithin(unit: Rsc, code: CompetitorCode, begun: boolean): readonly IrmContent[] {
    return aboveOf(unit).flatMap((rsc) =>
      irmsAbout(this.#ledgers.get(rsc), code).filter(
        (irm) => isDisqualification(irm.code) || (irm.code === NOT_STARTED && !begun),
      ),
    );
  }

  /** The mark that holds in a whole list: of those above only a disqualification; in a sum (a decathlon) any of its own. */
  #irmOver(rsc: Rsc, code: CompetitorCode, isSum: boolean): IrmContent | null {
    const above = aboveOf(rsc).flatMap((each) => irmsAbout(this.#ledgers.get(each), code));
    const own = irmsAbout(this.#ledgers.get(rsc), code);
    return (
      [...above, ...own].find((irm) => isDisqualification(irm.code)) ?? (isSum ? (own[0] ?? null) : null)
    );
  }

  /** The mark by which a competitor has lost the place in a whole event; null for none. */
  outBy(event: Rsc, code: CompetitorCode): IrmContent | null {
    return this.#irmOver(event, code, false);
  }

  /** Whether a disqualification of the event, or of a phase of it, changed who was first in what. */
  hasAnnulled(event: Rsc): boolean {
    return [disciplineRsc(event), ...(this.#saidOf.get(event) ?? [])].some((rsc) =>
      this.#ledgers
        .get(rsc)
        ?.all('irm')
        .some(({ content }) => isDisqualification(content.code)),
    );
  }

  /**
   * Who is on a start list of a later phase of the event; null while there is none. Once they are
   * drawn up, a disqualification for the event gives nobody the place that was taken in them.
   */
  startersAfter(phase: Rsc): ReadonlySet<CompetitorCode> | null {
    const event = this.arranged.of(phase);
    const later = event?.units.filter(({ rsc }) => event.positionOf(rsc) > event.positionOf(phase)) ?? [];
    const codes = later.flatMap(({ entries }) => entries.map(({ competitor }) => competitor.code));
    return codes.length === 0 ? null : new Set(codes);
  }

  /** Of a unit, phase, event or discipline that something was said of; null where nothing was. */
  knownLedger(rsc: Rsc): UnitLedger | null {
    return this.unit(rsc)?.ledger ?? this.#ledgers.get(rsc) ?? null;
  }

  setupOf(rsc: Rsc): Setup | null {
    return this.knownLedger(rsc)?.whole('setup')?.content ?? null;
  }

  /** The same object as long as the setups that it is made of are the same. */
  names(rsc: Rsc): Names {
    const setups = [rsc, eventRsc(rsc), phaseRsc(rsc)].map((of) => this.setupOf(of));
    const known = this.#names.get(rsc);
    if (known?.setups.every((setup, index) => setup === setups[index])) return known.names;
    const names = namesOf(rsc, this.sport, (of) => this.setupOf(of));
    this.#names.set(rsc, { setups, names });
    return names;
  }

  /** The list of a phase or event; null where the sport makes none, there is nothing to make it of, or it cannot be made. */
  list(rsc: Rsc): PartsField | null {
    const lists = this.#listsIn(rsc);
    let made = lists.get(rsc);
    if (made === undefined) {
      const plan = this.arranged.plan(rsc);
      if (plan === null || plan.units.length === 0) return null;
      made = this.#make(rsc, plan);
      lists.set(rsc, made);
    }
    return isFault(made) ? null : made;
  }

  /** Those that have been made of the event of a list. */
  #listsIn(list: Rsc): Map<Rsc, PartsField | Fault> {
    const event = eventRsc(list);
    let lists = this.#lists.get(event);
    if (lists === undefined) {
      lists = new Map();
      this.#lists.set(event, lists);
    }
    return lists;
  }

  #make(rsc: Rsc, plan: ListPlan): PartsField | Fault {
    try {
      return new PartsField({
        ...plan,
        rsc,
        setup: this.setupOf(rsc) ?? {},
        ledger: this.ledger(rsc),
        ...this.#listedIn(rsc),
        irmOver: (code) => this.#irmOver(rsc, code, plan.rule.type === 'CUMULATIVE_RESULT'),
      });
    } catch (fault) {
      return { fault };
    }
  }

  /** Who is listed by the plan, where that is not everybody in the units (the third of each pool). */
  #listedIn(rsc: Rsc): Pick<ListParts, 'listed' | 'open'> {
    const arrangement = this.arranged.of(rsc);
    if (arrangement === null) return { listed: null, open: false };
    const proposals = new Proposals(this, arrangement);
    return { listed: proposals.listedIn(rsc), open: proposals.isOpen(rsc) };
  }

  unitsOf(event: Rsc): readonly UnitField[] {
    return this.#unitsOfEvent.get(event) ?? [];
  }

  /** What kept a list from being made; null when nothing did. */
  faultOf(rsc: Rsc): unknown {
    const made = this.#listsIn(rsc).get(rsc);
    return made !== undefined && isFault(made) ? made.fault : null;
  }

  /** The lists of an event and of its phases. */
  listsOfEvent(event: Rsc): PartsField[] {
    return this.arranged.listsOfEvent(event).flatMap((rsc) => this.list(rsc) ?? []);
  }

  /** The sum over the units that decides the event (a decathlon); null where a final does. */
  sumOf(event: Rsc): PartsField | null {
    const list = this.list(event);
    return list?.rule.type === 'CUMULATIVE_RESULT' ? list : null;
  }

  /** Brings the lists that a unit is part of in step: `changed` are the competitors whose row is another one. */
  renewLists(unit: Rsc, changed: readonly CompetitorCode[]): void {
    for (const rsc of this.arranged.listsOf(unit)) this.#renew(rsc, unit, changed);
  }

  #renew(rsc: Rsc, unit: Rsc, changed: readonly CompetitorCode[]): void {
    const list = this.#listsIn(rsc).get(rsc);
    if (list === undefined) return;
    if (isFault(list)) {
      this.remakeList(rsc);
      return;
    }
    try {
      list.renew(changed, unit);
    } catch {
      // Made anew as a whole: what is wrong shows there.
      this.remakeList(rsc);
    }
  }

  /** Has the lists that a unit is part of made anew. */
  remakeLists(unit: Rsc): void {
    for (const rsc of this.arranged.listsOf(unit)) this.remakeList(rsc);
  }

  /** Has an event arranged anew, and its lists made anew: what makes which list may have changed. */
  rearrange(rsc: Rsc): void {
    this.arranged.change(rsc);
    if (levelOf(rsc) === 'discipline') this.#lists.clear();
    else this.#lists.delete(eventRsc(rsc));
    // A unit can be part of lists of another event.
    if (levelOf(rsc) === 'unit') this.remakeLists(rsc);
  }

  /** Has a list made anew whose starters are others by the plan. */
  remakeList(rsc: Rsc): void {
    this.#listsIn(rsc).delete(rsc);
  }
}

const NOT_STARTED = 'DNS';
