import type { LedgerFacts } from '../ledger/ledger-facts.ts';
import { UnitLedger } from '../ledger/unit-ledger.ts';
import { type Fact, isMeasured } from '../model/fact.ts';
import { isCompetition } from '../model/phase-kind.ts';
import type { RowList } from '../model/row-list.ts';
import { disciplineRsc, eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { SourceStand } from '../model/source-stand.ts';
import type { Sport } from '../rules/contract.ts';
import { optionObjection } from '../rules/options.ts';
import type { Line } from '../rules/rank.ts';
import type { Version } from '../versions/versioned.ts';
import { isWithin } from './arrangements.ts';
import { CompetitionSaid } from './competition-said.ts';
import { DisciplineDocuments } from './discipline-documents.ts';
import { DisciplineMemory } from './discipline-memory.ts';
import { DisciplineTree, type IsKnown, type TreeSoFar } from './discipline-tree.ts';
import { type EventAway, EventsAway } from './events-away.ts';
import { MARKING_KINDS, OTHER_KINDS, STRUCTURE_KINDS } from './fact-kinds.ts';
import { type Fault, Issue } from './issue.ts';
import type { NoticesSoFar } from './notice-documents.ts';
import { notReadHere } from './objections.ts';
import type { PuttingAway } from './putting-away.ts';
import { Qualification } from './qualification.ts';
import { RecordBook } from './record-book.ts';
import { Reflow } from './reflow.ts';
import { notThere, type Refusal, refusalOf, refusedOutright } from './refusal.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';
import { changedLines, lineOf, NO_LINES, sameLine } from './unit-lines.ts';

/** What follows from what is said of no unit of the discipline. */
export interface Told {
  readonly versions: readonly Version[];
  /** What a rule, or the core, threw meanwhile: ours to mend, never the venue's. */
  readonly faults: readonly Fault[];
}

export interface Taken extends Told {
  readonly refusals: readonly Refusal[];
}

/** What is to be published after a fact. */
interface Touched {
  readonly units: Set<UnitField>;
  readonly lists: Set<Rsc>;
  readonly events: Set<Rsc>;
  readonly issue: Issue;
}

/** What a discipline needs to go on as another one. */
export interface DisciplineSoFar extends TreeSoFar {
  readonly others: readonly (readonly [Rsc, LedgerFacts])[];
  readonly withoutRule: readonly Fact[];
  readonly told: NoticesSoFar;
  readonly away: readonly EventAway[];
}

/** Facts for units that no rule is known for; a setup may still name one. */
const WITHOUT_RULE_KEPT = 1_000;

/** One discipline: takes a fact to the unit, phase or event it is about, and says what follows from it. */
export class Discipline {
  readonly #sport: Sport;
  readonly #tree: DisciplineTree;
  readonly #qualification = new Qualification();
  readonly #records = new RecordBook();
  readonly #documents: DisciplineDocuments;
  readonly #away: EventsAway;
  readonly memory: DisciplineMemory;
  /** Rows of a unit as its lists last saw them. */
  readonly #shown = new Map<Rsc, RowList<Line<unknown>>>();
  /** What was said of units that are no competition. */
  readonly #others = new Map<Rsc, UnitLedger>();
  readonly #around: { said(): CompetitionSaid };
  /** Of a discipline that is a competition of its own. */
  #own: CompetitionSaid | null = null;
  #withoutRule: Fact[] = [];
  /** Units of which the fact at hand makes the schedule say something else: other people start in them. */
  readonly #scheduleTouched = new Set<Rsc>();

  /** `said`: what is known of the competition that all disciplines are part of. */
  constructor(
    sport: Sport,
    series: Series,
    around: { standOf(source: string): SourceStand; said(): CompetitionSaid },
    puttingAway: PuttingAway | null,
  ) {
    this.#sport = sport;
    this.#away = new EventsAway(puttingAway);
    this.#around = around;
    this.#tree = new DisciplineTree(sport);
    const sources = {
      tree: this.#tree,
      qualification: this.#qualification,
      records: this.#records,
      others: this.#others,
      standOf: around.standOf,
      said: () => this.said,
    };
    this.#documents = new DisciplineDocuments(sources, series);
    const known = { ...sources, documents: this.#documents, shown: this.#shown };
    this.memory = new DisciplineMemory({ ...known, series, away: this.#away });
  }

  /** What is known of the competition that the discipline is part of, or is by itself. */
  get said(): CompetitionSaid {
    return this.#own ?? this.#around.said();
  }

  /** What was said of a unit, a phase, an event or the discipline; null for nothing. */
  saidOf(rsc: Rsc): UnitLedger | null {
    return this.#tree.knownLedger(rsc) ?? this.#others.get(rsc) ?? null;
  }

  /** Takes one fact in and publishes what it changed. `asOf`: RFC 3339 of the broker's timestamp. */
  take(fact: Fact, asOf: string): Taken {
    const objection = fact.kind === 'setup' ? optionObjection(this.#sport.options ?? {}, fact.content) : null;
    if (objection !== null) return { versions: [], refusals: [refusalOf(fact, objection)], faults: [] };
    const issue = new Issue(asOf);
    let refusals: readonly Refusal[] = [];
    const isThere = issue.attempt(fact.unit, () => this.memory.readBack(this.#away.concernedBy(fact), issue));
    if (!isThere) return { versions: [], refusals: [notThere(fact)], faults: issue.faults };
    const event = eventRsc(fact.unit);
    const refused = refusedOutright(fact, this.saidOf(fact.unit), this.#tree.unitsOf(event).length);
    if (refused !== null) return { versions: issue.versions, refusals: [refused], faults: issue.faults };
    issue.attempt(fact.unit, () => {
      refusals = this.#takeAt(fact, issue);
    });
    this.#documents.told(fact, issue);
    if (this.#tree.unitsOf(event).length > 0) this.#away.note(event, fact.streamSeq);
    return { versions: issue.versions, refusals, faults: issue.faults };
  }

  soFar(isKnown: IsKnown): DisciplineSoFar {
    const others = Array.from(this.#others, ([rsc, { facts }]) => [rsc, facts] as const);
    return {
      ...this.#tree.soFar(isKnown),
      others,
      withoutRule: this.#withoutRule,
      told: this.#documents.soFar,
      away: this.#away.soFar,
    };
  }

  /** Goes on where another one stands, and writes everything as it was: a version that comes of it was not published. */
  takeUp({ others, withoutRule, told, away, ...tree }: DisciplineSoFar, issue: Issue): void {
    const left = this.#away.takeUp(away);
    for (const unit of left) this.#tree.noteTest(unit);
    this.#tree.takeUp(tree);
    for (const [rsc, facts] of others) this.#others.set(rsc, ledgerOf(facts));
    this.#withoutRule = [...withoutRule];
    const discipline = disciplineRsc(this.#sport.discipline);
    this.#isOtherCompetition(this.#tree.ledger(discipline), discipline);
    this.#documents.takeUp(told, left);
    const { events } = this.#tree.arranged;
    this.memory.makeAnew(new Set([...events, ...tree.above.map(([rsc]) => eventRsc(rsc))]), issue);
    this.#documents.readAnew(others.map(([rsc]) => rsc));
    this.#documents.asBefore(issue);
  }

  /** Units, phases and events whose documents are as they were before something was thrown. */
  get stopped(): ReadonlySet<Rsc> {
    return this.#documents.stopped;
  }

  #takeAt(fact: Fact, issue: Issue): readonly Refusal[] {
    if (levelOf(fact.unit) !== 'unit') return this.#takeAbove(fact, issue);
    return isCompetition(fact.unit) ? this.#takeUnit(fact, issue) : this.#takeOther(fact, issue);
  }

  /** Everything in memory that shows how a source is doing, after that changed. */
  sourceChanged(source: string, asOf: string): Told {
    const issue = new Issue(asOf);
    this.#renew(issue, (unit) => unit.ledger.sources.has(source));
    return issue;
  }

  /** All documents in memory, after something else was said of the competition. */
  renewed(asOf: string): Told {
    const issue = new Issue(asOf);
    if (this.#own === null) this.#renewAll(issue);
    return issue;
  }

  #renewAll(issue: Issue): void {
    this.#renew(issue, () => true);
    this.#documents.ofDiscipline(issue);
  }

  #renew(issue: Issue, isTouched: (unit: UnitField) => boolean): void {
    const { units, lists, events } = this.#tree.arranged;
    for (const unit of units) if (isTouched(unit)) this.#documents.unit(unit, issue);
    for (const list of lists) this.#documents.list(list, issue);
    for (const event of events) this.#documents.event(event, issue);
    this.#documents.projections(issue);
  }

  #takeUnit(fact: Fact, issue: Issue): readonly Refusal[] {
    const known = this.#tree.unit(fact.unit);
    const unit = known ?? this.#openUnit(fact);
    if (unit === null) return this.#keepWithoutRule(fact);
    const before = known === null ? null : lineOf(known);
    const { change, refusals } = unit.take(fact);
    const now = lineOf(unit);
    if (change === 'NOTHING' && before?.holdsFacts === now.holdsFacts) {
      this.#documents.contest(unit, issue);
      return refusals;
    }
    // Which units count, and which rule can read them, says which lists are made of what.
    const rearranged = before === null || before.cancelled !== now.cancelled || before.family !== now.family;
    if (rearranged) this.#tree.rearrange(unit.rsc);
    if (before !== null && change === 'ABOUT') this.#documents.unit(unit, issue);
    else this.#update(unit, before === null || change === 'UNIT', issue);
    if (rearranged) this.#publish(issue, (reflow) => reflow.over(eventRsc(unit.rsc)));
    if (unit.original !== null) this.#updateOriginal(unit.original, issue);
    if (change === 'UNIT' && this.#tree.hasAnnulled(eventRsc(unit.rsc)))
      this.#updateAll(this.#tree.arranged.unitsOfEvent(eventRsc(unit.rsc)), issue);
    if (before === null || !sameLine(before, now)) this.#scheduleTouched.add(unit.rsc);
    // A unit that is new can be the one in which the medals of its event are decided.
    const beside = before === null ? this.#rscsWithin(eventRsc(unit.rsc)) : [];
    if (this.#scheduleTouched.size > 0)
      this.#documents.schedule(issue, { units: this.#scheduleTouched, beside });
    this.#scheduleTouched.clear();
    return refusals;
  }

  /** Of all units in a phase, an event or the discipline, whether they are competitions or not. */
  #rscsWithin(above: Rsc): Rsc[] {
    const units = Array.from(this.#tree.arranged.unitsBelow(above), ({ rsc }) => rsc);
    return [...units, ...[...this.#others.keys()].filter((rsc) => isWithin(rsc, above))];
  }

  /** A ceremony, a training, a meeting: on the schedule, and nowhere else. */
  #takeOther(fact: Fact, issue: Issue): readonly Refusal[] {
    if (!OTHER_KINDS.has(fact.kind)) {
      const message = `${fact.unit} is no competition: it is on the schedule only`;
      return [{ code: 'NOT_READ', message, fact }];
    }
    const ledger = this.#others.get(fact.unit) ?? new UnitLedger();
    this.#others.set(fact.unit, ledger);
    if (ledger.take(fact) !== 'NOTHING') this.#documents.schedule(issue, { units: [fact.unit], beside: [] });
    return [];
  }

  /** A fact about a phase, an event or the discipline: everything within it may be told otherwise. */
  #takeAbove(fact: Fact, issue: Issue): readonly Refusal[] {
    if (isMeasured(fact.kind)) {
      const { reads = [] } = this.#sport.partsRule(fact.unit, this.#tree.setupOf(fact.unit) ?? {}) ?? {};
      if (!reads.includes(fact.kind)) return [refusalOf(fact, notReadHere(fact.kind, reads))];
    }
    const event = eventRsc(fact.unit);
    const ledger = this.#tree.ledger(fact.unit);
    const change = ledger.take(fact);
    const objection = ledger.objectionTo(fact);
    const refusals = objection === null ? this.#strangerAbove(fact) : [refusalOf(fact, objection)];
    if (this.#isOtherCompetition(ledger, fact.unit)) this.#renewAll(issue);
    else if (change === 'ABOUT') this.#tellAbout(fact, issue);
    if ((change === 'NOTHING' && objection === null) || change === 'ABOUT') return refusals;
    if (STRUCTURE_KINDS.has(fact.kind)) this.#tree.rearrange(fact.unit);
    const below = this.#tree.arranged.unitsBelow(fact.unit);
    const isMarking = MARKING_KINDS.has(fact.kind);
    // Once somebody is disqualified, who went on from any phase is asked of the next one.
    const units = isMarking ? new Set([...below, ...this.#tree.arranged.unitsOfEvent(event)]) : below;
    if (isMarking) for (const unit of below) unit.remake();
    this.#updateAll(units, issue);
    this.#publish(issue, (reflow, touched) => {
      reflow.over(event);
      this.#recordsChanged(event, touched);
    });
    this.#documents.list(fact.unit, issue);
    this.#documents.event(event, issue);
    const touchedUnits = [...this.#scheduleTouched, ...this.#rscsWithin(fact.unit)];
    this.#scheduleTouched.clear();
    this.#documents.schedule(issue, { units: touchedUnits, beside: [] });
    return refusals;
  }

  /** Whether something else is said now of the competition that the discipline is by itself. */
  #isOtherCompetition(ledger: UnitLedger, rsc: Rsc): boolean {
    if (rsc !== disciplineRsc(this.#sport.discipline)) return false;
    const content = ledger.whole('competition')?.content ?? null;
    if (content === (this.#own?.content ?? null)) return false;
    this.#own = content === null ? null : new CompetitionSaid(content);
    return true;
  }

  /** A mark about somebody whom no start list within names: it counts as soon as one does. */
  #strangerAbove(fact: Fact): readonly Refusal[] {
    if (fact.kind !== 'irm' || fact.content.code === null) return [];
    const { competitor } = fact.content;
    const units = [...this.#tree.arranged.unitsBelow(fact.unit)];
    if (units.some((unit) => unit.entryOf(competitor) !== null)) return [];
    const message = `${competitor} is on no start list of ${fact.unit}`;
    return [{ code: 'NOT_ON_START_LIST', message, fact }];
  }

  #updateAll(units: Iterable<UnitField>, issue: Issue): void {
    for (const unit of units) this.#update(unit, true, issue);
  }

  /** The race that was run again shows the new results. */
  #updateOriginal(original: UnitField, issue: Issue): void {
    original.remake();
    this.#update(original, true, issue);
  }

  /** What was said of a phase, an event or the discipline, and changes nobody's card: a schedule, a session, a note. */
  #tellAbout(fact: Fact, issue: Issue): void {
    if (fact.kind === 'note') return;
    if (fact.kind === 'session') this.#renew(issue, ({ setup }) => setup.session !== undefined);
    this.#documents.schedule(issue, { units: this.#rscsWithin(fact.unit), beside: [] });
  }

  /** Brings the unit's documents and everything made of the unit up to date, and all that is filled from it. */
  #update(unit: UnitField, whole: boolean, issue: Issue): void {
    this.#publish(issue, (reflow, touched) => {
      this.#changed(unit, whole, touched);
      reflow.after(unit.rsc, whole);
    });
  }

  /** Lets something run on through the plans, and publishes what it touched, once. */
  #publish(issue: Issue, run: (reflow: Reflow, touched: Touched) => void): void {
    const touched: Touched = { units: new Set(), lists: new Set(), events: new Set(), issue };
    const reflow = new Reflow({
      tree: this.#tree,
      qualification: this.#qualification,
      changed: (unit, whole) => {
        if (whole) this.#scheduleTouched.add(unit.rsc);
        this.#changed(unit, whole, touched);
      },
      listChanged: (list) => touched.lists.add(list),
    });
    run(reflow, touched);
    for (const unit of touched.units) this.#documents.unit(unit, issue);
    for (const list of touched.lists) this.#documents.list(list, issue);
    for (const event of new Set([...touched.events, ...[...touched.lists].map(eventRsc)]))
      this.#documents.event(event, issue);
    this.#documents.participants(issue, touched.units);
  }

  /** The rows of a unit are others: its lists are brought in step (that of its phase may be made no more), and marks and records that hang on them. */
  #changed(unit: UnitField, whole: boolean, touched: Touched): void {
    const { rsc } = unit;
    this.#tree.noteTest(unit);
    const lists = [...new Set([...this.#tree.arranged.listsOf(rsc), phaseRsc(rsc)])];
    const shown = this.#shown.get(rsc) ?? NO_LINES;
    this.#shown.set(rsc, unit.lines);
    if (whole) this.#tree.remakeLists(rsc);
    else if (lists.length > 0) this.#tree.renewLists(rsc, changedLines(shown, unit.lines));
    for (const each of [unit, ...this.#toldOtherwise(unit, lists)]) touched.units.add(each);
    for (const list of lists) touched.lists.add(list);
    touched.events.add(eventRsc(rsc));
    const readBack = (event: Rsc): void => this.memory.readBack([event], touched.issue);
    for (const event of this.#records.takeElsewhere(unit, readBack)) this.#recordsChanged(event, touched);
  }

  /** An event whose records may be others: broken, or given back, in units of another one. */
  #recordsChanged(event: Rsc, touched: Touched): void {
    for (const list of this.#records.renew(event, this.#tree)) {
      const unit = this.#tree.unit(list);
      if (unit === null) touched.lists.add(list);
      else touched.units.add(unit);
    }
    touched.events.add(event);
  }

  /** Units that show another qualification mark or record now, because of what was said of this one. */
  #toldOtherwise({ rsc }: UnitField, lists: readonly Rsc[]): UnitField[] {
    const flagged = this.#records.renew(eventRsc(rsc), this.#tree);
    const remarked = lists.filter((list) => this.#qualification.renew(list, this.#tree));
    return [
      ...remarked.flatMap((list) => this.#tree.arranged.of(list)?.unitsIn(list) ?? []),
      ...flagged.flatMap((list) => this.#tree.unit(list) ?? []),
    ];
  }

  /** A unit that is not known yet: opened when the sport has a rule for it. */
  #openUnit(fact: Fact): UnitField | null {
    const setup = fact.kind === 'setup' ? fact.content : {};
    if (this.#sport.unitRule(fact.unit, setup) === null) return null;
    const unit = this.#tree.open(fact.unit);
    const waiting = this.#withoutRule.filter((waits) => waits.unit === fact.unit);
    if (waiting.length > 0) this.#withoutRule = this.#withoutRule.filter((waits) => !waiting.includes(waits));
    for (const waits of waiting) unit.take(waits);
    return unit;
  }

  #keepWithoutRule(fact: Fact): readonly Refusal[] {
    this.#withoutRule.push(fact);
    if (this.#withoutRule.length > WITHOUT_RULE_KEPT) this.#withoutRule.shift();
    return [{ code: 'UNKNOWN_RULE', message: `${this.#sport.name} has no rule for ${fact.unit}`, fact }];
  }
}

function ledgerOf(facts: LedgerFacts): UnitLedger {
  const ledger = new UnitLedger();
  ledger.takeUp(facts);
  return ledger;
}
