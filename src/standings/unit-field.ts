import type { Change } from '../ledger/change.ts';
import type { LedgerFacts } from '../ledger/ledger-facts.ts';
import { UnitLedger } from '../ledger/unit-ledger.ts';
import { unitStart } from '../ledger/unit-start.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Fact, IrmContent, Setup } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import type { RowList } from '../model/row-list.ts';
import type { Rsc } from '../model/rsc.ts';
import {
  type AnyUnitRule,
  type CompetitorFacts,
  type MarkOf,
  NO_FACTS,
  type Outcome,
  type Sport,
  type Standing,
  type WholeUnitContext,
} from '../rules/contract.ts';
import { type Line, type Placed, RankedList, type Starter } from '../rules/rank.ts';
import { CardMarks } from './card-marks.ts';
import { entriesByCode, NOBODY_PROPOSED, type ProposedStart, sameEntries } from './entries.ts';
import type { Field } from './field.ts';
import { withReason } from './irm-reason.ts';
import { examinationBy, ofUnitSetup } from './objections.ts';
import { type Refusal, refusalsOf } from './refusal.ts';
import { type Rulings, rulingsIn } from './rulings.ts';
import { mustBeListed, Strangers } from './strangers.ts';
import { SubcodeField } from './subcode-field.ts';
import { factsWithin, type MadeField, unitContext } from './unit-context.ts';
import { isCancelled, statusIn } from './unit-status.ts';
import { unplacedRule } from './unplaced-rule.ts';

/** Marks that hold for everything within a phase or event. `begun`: something was measured of the competitor here. */
export type IrmsOver = (code: CompetitorCode, begun: boolean) => readonly IrmContent[];

/** A result that was run again for the places by time: shown, and no place in the race that it is shown in. */
const UNPLACED: Standing = { stage: 'UNPLACED', irm: null };

/** What a unit needs to go on as another one: everything else is made of it. */
export interface UnitSoFar {
  readonly facts: LedgerFacts;
  readonly strangers: readonly Fact[];
  readonly proposed: ProposedStart;
}

/** One unit: its ledger, the cards that the rule makes of it, and their order. */
export class UnitField implements Field {
  readonly rsc: Rsc;
  readonly ledger = new UnitLedger();
  readonly #sport: Sport;
  #made: MadeField;
  #marks: CardMarks;
  readonly #irmsOver: IrmsOver;
  readonly #strangers = new Strangers(this.ledger);
  /** Who starts by the plan of the event, for as long as the venue sends no start list. */
  #proposed = NOBODY_PROPOSED;
  #held: readonly UnitField[] = [];
  #stale = true;
  #changes = 0;
  /** What a rule threw: rows are as they were before, and are made again with the next fact. */
  #fault: unknown = null;
  /** The unit that this one is a re-run of, and the re-runs of this one. */
  #original: UnitField | null = null;
  readonly reruns: UnitField[] = [];

  /** `irmsOver`: what phase and event say of a competitor, besides the facts of the unit. */
  constructor(rsc: Rsc, sport: Sport, irmsOver: IrmsOver) {
    this.rsc = rsc;
    this.#sport = sport;
    this.#irmsOver = irmsOver;
    const context = this.#makeContext({}, [], new Map());
    const list = new RankedList<unknown>([], unplacedRule, context);
    const nothing = { setup: {}, entries: [], entryOf: new Map(), subfields: [], cards: new Map() };
    this.#made = { ...nothing, rule: unplacedRule, context, list };
    this.#marks = new CardMarks(unplacedRule, context);
  }

  get rule(): AnyUnitRule<unknown> {
    this.#refresh();
    return this.#made.rule;
  }
  get setup(): Setup {
    this.#refresh();
    return this.#made.setup;
  }
  get entries(): readonly Entry[] {
    this.#refresh();
    return this.#made.entries;
  }
  get context(): WholeUnitContext {
    this.#refresh();
    return this.#made.context;
  }
  get lines(): RowList<Line<unknown>> {
    this.#refresh();
    return this.#made.list.lines;
  }
  get placed(): readonly Placed<unknown>[] {
    this.#refresh();
    return this.#made.list.placed;
  }
  indexOf(competitor: CompetitorCode): number {
    return this.lines.length === 0 ? -1 : this.#made.list.indexOf(competitor);
  }
  /** Lists of a part of the unit, by subcode (apparatus). */
  get subfields(): readonly SubcodeField[] {
    this.#refresh();
    return this.#made.subfields;
  }
  /** Stated by the venue, or by what has come so far: nobody stays at START_LIST once something is measured. */
  get status(): ResultStatus {
    this.#refresh();
    return statusIn(this.ledger, this.#made.entryOf, this.#proposed);
  }

  get decided(): boolean {
    return isDecided(this.status);
  }

  /** It does not take place, or what took place does not count: nothing of it is shown, and nothing waits for it. */
  get cancelled(): boolean {
    return isCancelled(this.ledger);
  }

  /** Facts of a rehearsal count in it. */
  get test(): boolean {
    this.#refresh();
    return this.ledger.isTest((code) => this.#made.entryOf.has(code));
  }

  /** Why its rows are not made any more; null while they are. */
  get fault(): unknown {
    this.#refresh();
    return this.#fault;
  }

  /** The unit that this one is a re-run of. */
  get original(): UnitField | null {
    return this.#original;
  }

  /** Run again by some while the others' places stand: it gives times and no places. */
  get givesTimesOnly(): boolean {
    return this.#original !== null && !this.#original.cancelled;
  }

  /** Notes that this unit is a re-run of another one, which shows its results. */
  runAgainOf(original: UnitField): void {
    this.#original = original;
    original.reruns.push(this);
    original.remake();
  }

  /** Something that is said elsewhere is another word now. */
  remake(): void {
    this.#stale = true;
  }

  get rulings(): Rulings {
    return rulingsIn(this.ledger);
  }

  markOf(row: Pick<Line<unknown>, 'entry' | 'card'>): MarkOf {
    return this.#marks.of(row);
  }

  entryOf(code: CompetitorCode): Entry | null {
    this.#refresh();
    return this.#made.entryOf.get(code) ?? null;
  }

  /** The row of a listed competitor. Throws for anybody else: ask `entryOf` first. */
  rowOf(code: CompetitorCode): Placed<unknown> {
    this.#refresh();
    const row = this.#made.list.rowOf(code);
    if (row === undefined) throw new Error(`${code} is not listed in ${this.rsc}`);
    return row;
  }

  /** The venue has said who starts; until then the plan of the event proposes it. */
  get hasStartList(): boolean {
    return this.ledger.whole('startList') !== null;
  }

  /** Somebody is still to come by the plan, and the venue has not said who starts. */
  get isOpen(): boolean {
    return this.#proposed.open && !this.hasStartList;
  }

  /** Takes over a proposed start list; true when that changes who is listed. */
  propose(start: ProposedStart): boolean {
    const { entries, open } = this.#proposed;
    if (open === start.open && sameEntries(entries, start.entries)) return false;
    this.#proposed = start;
    this.#changes += 1;
    if (this.hasStartList) return false;
    this.#stale = true;
    return true;
  }

  /** Notes which units this one holds: its cards are made of how these ended. */
  hold(units: readonly UnitField[]): void {
    this.#held = units;
  }

  /** Makes the cards anew of a rule that looks at units held; true when one of them says something new. */
  renewHeld(): boolean {
    this.#refresh();
    return this.#renew([]).length > 0 || this.#stale;
  }

  /**
   * The unit whose result holds: the last re-run that is decided, or the unit itself. A race whose places
   * stand while some run again for times holds beside its re-run.
   */
  get standing(): UnitField {
    if (this.rule.outcome === undefined && !this.cancelled) return this;
    return this.reruns.findLast(({ decided, cancelled }) => decided && !cancelled) ?? this;
  }

  /** Won, lost or tied by whom; empty before the unit is decided, and where there is no such thing. */
  get outcomes(): ReadonlyMap<CompetitorCode, Outcome> {
    const outcomes = new Map<CompetitorCode, Outcome>();
    for (const row of this.placed) {
      const outcome = this.outcomeOf(row);
      if (outcome !== null) outcomes.set(row.entry.competitor.code, outcome);
    }
    return outcomes;
  }

  /** Won, lost or tied; null before the unit is decided, and where there is no such thing. */
  outcomeOf({ card }: Placed<unknown>): Outcome | null {
    return this.decided ? (this.rule.outcome?.(card) ?? null) : null;
  }

  /** Another number whenever `soFar` may be another one. */
  get changes(): number {
    return this.#changes;
  }

  get soFar(): UnitSoFar {
    return { facts: this.ledger.facts, strangers: this.#strangers.facts, proposed: this.#proposed };
  }

  /** `changes`: as many as the other one has seen. */
  takeUp({ facts, strangers, proposed }: UnitSoFar, changes: number): void {
    this.#changes = changes;
    this.ledger.takeUp(facts);
    this.#strangers.takeUp(strangers);
    this.#proposed = proposed;
    this.#stale = true;
  }

  /** Takes a fact in. `change` says whose rows may be others now; `refusals` what has no effect (yet). */
  take(fact: Fact): { change: Change; refusals: readonly Refusal[] } {
    this.#changes += 1;
    const { status, test } = this;
    const { sources } = this.ledger;
    const known = sources.size;
    if (this.#fault !== null) this.#stale = true;
    const change = this.ledger.take(fact);
    const refusals = refusalsOf(fact, this.ledger);
    const named = mustBeListed(fact);
    if (named !== null && this.entryOf(named) === null) this.#strangers.keep(fact, refusals);
    if (change === 'UNIT') this.#stale = true;
    const competitors = typeof change === 'string' || this.#stale ? [] : this.#renew(change.competitors);
    if (this.#stale || status !== this.status || test !== this.test) {
      this.#stale = true;
      this.#refuseIfStopped(fact, refusals);
      return { change: 'UNIT', refusals };
    }
    // What is shown can be relied on as far as every source that said something of the unit.
    if (change === 'NOTHING') return { change: sources.size === known ? change : 'ABOUT', refusals };
    if (typeof change === 'string') return { change, refusals };
    return { change: competitors.length === 0 ? 'NOTHING' : { competitors }, refusals };
  }

  /** While a rule throws, a fact is kept and has no effect: the one that mends it makes all of them count. */
  #refuseIfStopped(fact: Fact, refusals: Refusal[]): void {
    if (this.fault === null || refusals.length > 0) return;
    refusals.push({ code: 'UNIT_STOPPED', message: String(this.#fault), fact });
  }

  #renew(codes: readonly CompetitorCode[]): CompetitorCode[] {
    try {
      return this.#renewCards(codes);
    } catch {
      // Everything is made anew: what is wrong shows there.
      this.#stale = true;
      return [];
    }
  }

  /** New cards for the entries that the codes belong to; of a rule over the whole unit, those that say something new. */
  #renewCards(codes: readonly CompetitorCode[]): CompetitorCode[] {
    const { entryOf, rule, context, cards } = this.#made;
    if (rule.cards !== undefined) return this.#renewWhole(rule.cards(context, cards), codes);
    const renewed: CompetitorCode[] = [];
    for (const code of codes) {
      const entry = entryOf.get(code);
      if (entry === undefined || renewed.includes(entry.competitor.code)) continue;
      renewed.push(entry.competitor.code);
      this.#set(this.#starterOf(entry, this.#made));
    }
    return renewed;
  }

  /** Whom a fact names is looked at again as well: a card can say the same while the reason of a mark is another one. */
  #renewWhole(
    cards: ReadonlyMap<CompetitorCode, unknown>,
    codes: readonly CompetitorCode[],
  ): CompetitorCode[] {
    const { entries, entryOf, cards: before } = this.#made;
    this.#made = { ...this.#made, cards };
    const named = new Set(codes.map((code) => entryOf.get(code)));
    return entries.flatMap((entry) => {
      const { code } = entry.competitor;
      const isSame = cards.get(code) === before.get(code) && !named.has(entry);
      return isSame || !this.#set(this.#starterOf(entry, this.#made)) ? [] : code;
    });
  }

  /** True when the row says something else. */
  #set(starter: Starter<unknown>): boolean {
    for (const subfield of this.#made.subfields) subfield.set(starter);
    return this.#made.list.set(starter);
  }

  /** A competitor with the card of the race; of its re-run, where there is a result of one. What is annulled shows nothing. */
  #starterOf(entry: Entry, made: Pick<MadeField, 'rule' | 'cards' | 'context'>): Starter<unknown> {
    const { code } = entry.competitor;
    for (const rerun of this.cancelled ? [] : this.reruns) {
      if (!rerun.decided || rerun.rule.id !== made.rule.id || rerun.entryOf(code) === null) continue;
      const { standing, card } = rerun.rowOf(code);
      if (standing.stage === 'RANKED') return { entry, card, standing: UNPLACED };
    }
    const { rule, cards, context } = made;
    const card = rule.card === undefined ? cards.get(code) : rule.card(entry, context.factsOf(code), context);
    return { entry, card, standing: withReason(rule.standing(card), () => context.factsOf(code).irms) };
  }

  /**
   * Makes everything anew from the ledger: after a setup, a start list, a status, a decision. A rule
   * that throws leaves the unit as it was, so that lists of several units can go on reading it.
   */
  #refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    try {
      this.#make();
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
  }

  #make(): void {
    const { rsc, ledger } = this;
    const setup = ledger.whole('setup')?.content ?? {};
    const entries = ledger.whole('startList')?.content.entries ?? this.#proposed.entries;
    const rule: AnyUnitRule<unknown> = this.#sport.unitRule(rsc, setup) ?? unplacedRule;
    const entryOf = entriesByCode(entries);
    const isReleased = (each: Fact): boolean => ledger.isReleased(each);
    const about = { unit: rsc, setup, entries, start: unitStart(ledger), isReleased };
    const examined = { ...about, entryOf: (code: string) => entryOf.get(code) };
    ledger.examineBy(examinationBy(rule, examined, (fact) => ofUnitSetup(fact, rsc, this.#sport)));
    const context = this.#makeContext(setup, entries, entryOf);
    const cards = rule.cards?.(context, this.#made.cards) ?? new Map<CompetitorCode, unknown>();
    const starters = entries.map((entry) => this.#starterOf(entry, { rule, context, cards }));
    const list = new RankedList(starters, rule, context);
    const subfields = (rule.subcodes?.(context) ?? []).map(
      (definition) => new SubcodeField(definition, starters, context),
    );
    this.#strangers.welcome((code) => entryOf.has(code));
    this.#made = { setup, entries, entryOf, rule, context, cards, list, subfields };
    this.#marks = new CardMarks(rule, context);
  }

  #makeContext(
    setup: Setup,
    entries: readonly Entry[],
    entryOf: ReadonlyMap<CompetitorCode, Entry>,
  ): WholeUnitContext {
    const status = statusIn(this.ledger, entryOf, this.#proposed);
    return unitContext(
      this,
      { setup, entries, status },
      () => this.#held.map(({ rsc: unit, decided, outcomes }) => ({ unit, decided, outcomes })),
      (code) => this.#factsOf(code),
    );
  }

  #factsOf(code: CompetitorCode): CompetitorFacts {
    if (this.cancelled) return NO_FACTS;
    const { ledger } = this;
    return factsWithin(ledger, code, this.#irmsOver(code, ledger.hasMeasured(code)));
  }
}
