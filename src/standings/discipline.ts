import { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import { channelOf, type DocumentType } from '../model/document.ts';
import type { Fact, FactKind, RankOverride, Setup } from '../model/fact.ts';
import type { Row } from '../model/row.ts';
import { eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import { advance } from '../rules/advance.ts';
import type { Sport } from '../rules/contract.ts';
import type { Placed } from '../rules/rank.ts';
import { aligned, NEW } from './alignment.ts';
import { BrokenInvariant } from './broken-invariant.ts';
import { EventBook } from './event-book.ts';
import { namesOf, reliabilityOf, setupInfo, unitInfo } from './list-header.ts';
import { ListPages } from './list-pages.ts';
import { ParticipantsPage } from './participants-page.ts';
import { PartsField } from './parts-field.ts';
import { isWithin, Programme } from './programme.ts';
import { type RecordsOfEvent, recordsOf } from './records.ts';
import { schedulePage } from './schedule-page.ts';
import type { Series } from './series.ts';
import { type Refusal, UnitField } from './unit-field.ts';
import type { Version } from './versioned.ts';

export interface Taken {
  readonly versions: readonly Version[];
  readonly refusals: readonly Refusal[];
}

export type SourceState = 'SILENT' | 'GAP' | 'OK';

/** Facts for units that no rule is known for; a setup may still name one. */
const WITHOUT_RULE_KEPT = 1_000;

const NO_MARKS: ReadonlyMap<CompetitorCode, string> = new Map();

/** One discipline: its units, the lists of its phases and events, and every document made of them. */
export class Discipline {
  readonly #sport: Sport;
  readonly #pages: ListPages;
  readonly #series: Series;
  readonly #sourceState: (source: string) => SourceState;
  readonly #units = new Map<Rsc, UnitField>();
  /** What was said of phases, events and the discipline. */
  readonly #ledgers = new Map<Rsc, UnitLedger>();
  #lists = new Map<Rsc, PartsField>();
  #programme: Programme | null = null;
  #withoutRule: Fact[] = [];
  readonly #shown = new Map<Rsc, readonly Placed<unknown>[]>();
  readonly #marks = new Map<Rsc, ReadonlyMap<CompetitorCode, string>>();
  readonly #records = new Map<Rsc, RecordsOfEvent>();
  readonly #participants = new ParticipantsPage();

  constructor(sport: Sport, series: Series, sourceState: (source: string) => SourceState) {
    this.#sport = sport;
    this.#series = series;
    this.#pages = new ListPages(series);
    this.#sourceState = sourceState;
  }

  /** Takes one fact in and publishes what it changed. `asOf`: RFC 3339 of the broker's timestamp. */
  take(fact: Fact, asOf: string): Taken {
    const published: Version[] = [];
    try {
      const refusals =
        levelOf(fact.unit) === 'unit'
          ? this.#takeUnit(fact, asOf, published)
          : this.#takeAbove(fact, asOf, published);
      return { versions: published, refusals };
    } catch (error) {
      throw new BrokenInvariant(fact, published, error);
    }
  }

  /** Everything that shows a source's state, after it changed. */
  sourceChanged(source: string, asOf: string): readonly Version[] {
    const published: Version[] = [];
    for (const unit of this.#units.values())
      if (unit.ledger.sources.has(source)) this.#publishUnit(unit, asOf, published);
    for (const list of this.#lists.keys()) this.#publishList(list, asOf, published);
    return published;
  }

  #takeUnit(fact: Fact, asOf: string, published: Version[]): readonly Refusal[] {
    const known = this.#units.get(fact.unit);
    const unit = known ?? this.#openUnit(fact);
    if (unit === null) return this.#keepWithoutRule(fact);
    const before = known === undefined ? null : lineOf(known);
    const { change, refusals } = unit.take(fact);
    if (before !== null && change === 'NOTHING' && refusals.length === 0) return refusals;
    this.#update(unit, before === null || change === 'UNIT', asOf, published);
    const now = lineOf(unit);
    if (now.entries !== before?.entries || now.test !== before.test)
      this.#publishParticipants(asOf, published);
    if (before === null || !sameLine(before, now)) this.#publishSchedule(asOf, published);
    return refusals;
  }

  #takeAbove(fact: Fact, asOf: string, published: Version[]): readonly Refusal[] {
    const ledger = this.#ledger(fact.unit);
    if (ledger.take(fact) === 'NOTHING') return [];
    if (STRUCTURE_KINDS.has(fact.kind)) this.#restructure();
    const named = this.#arranged.unitsOf(fact.unit);
    for (const unit of this.#units.values()) {
      // An apparatus list is made of units that are not within it by their code.
      if (isWithin(unit.rsc, fact.unit) || named.includes(unit)) this.#update(unit, true, asOf, published);
    }
    this.#publishList(fact.unit, asOf, published);
    this.#publishEvent(eventRsc(fact.unit), asOf, published);
    this.#publishSchedule(asOf, published);
    return [];
  }

  /** Brings the unit's documents and everything made of the unit up to date. */
  #update(unit: UnitField, whole: boolean, asOf: string, published: Version[]): void {
    const changed = changedRows(this.#shown.get(unit.rsc) ?? [], unit.placed);
    this.#shown.set(unit.rsc, unit.placed);
    const lists = this.#arranged.listsOf(unit.rsc);
    for (const rsc of lists) {
      if (whole) this.#lists.delete(rsc);
      else this.#lists.get(rsc)?.renew(changed);
    }
    const event = eventRsc(unit.rsc);
    this.#holdAgainstRecords(event);
    const remarked = lists.filter((rsc) => this.#mark(rsc));
    this.#publishUnit(unit, asOf, published);
    for (const rsc of remarked) {
      for (const other of this.#arranged.unitsOf(rsc))
        if (other !== unit && phaseRsc(other.rsc) === rsc) this.#publishUnit(other, asOf, published);
    }
    for (const rsc of lists) this.#publishList(rsc, asOf, published);
    for (const concerned of new Set([event, ...lists.map(eventRsc)]))
      this.#publishEvent(concerned, asOf, published);
  }

  /** Works out who advances from a phase; true when that is another answer than before. */
  #mark(rsc: Rsc): boolean {
    const list = this.#list(rsc);
    if (list === null) return false;
    const lines = this.#advanceLines(list);
    if (lines.length === 0 && !this.#marks.has(rsc)) return false;
    const granted = new Map<CompetitorCode, string>();
    for (const ledger of [this.#ledger(rsc), ...list.units.map((unit) => unit.ledger)]) {
      for (const { content } of ledger.all('advance'))
        if (content.mark !== null) granted.set(content.competitor, content.mark);
    }
    const marks = advance({
      lines,
      contenders: list.contenders(),
      decided: new Set(list.units.filter(({ decided }) => decided).map((unit) => unit.rsc)),
      complete: list.complete,
      granted,
      overfull: list.rule.overfull ?? 'ADMIT_ALL',
      openMark: list.rule.openMark ?? null,
    });
    const before = this.#marks.get(rsc) ?? NO_MARKS;
    if (sameMarks(before, marks)) return false;
    this.#marks.set(rsc, marks);
    return true;
  }

  /** Of the phase, or of a unit in it that brings its own. */
  #advanceLines(list: PartsField) {
    return (
      list.setup.advance ?? list.units.find(({ setup }) => setup.advance !== undefined)?.setup.advance ?? []
    );
  }

  #publishUnit(unit: UnitField, asOf: string, published: Version[]): void {
    const { rsc, ledger } = unit;
    const hasNothing = unit.entries.length === 0 && ledger.whole('setup') === null;
    if (hasNothing && !this.#isPublished(rsc, 'RESULT')) return;
    const additions = {
      qualificationMarks: this.#marks.get(phaseRsc(rsc)) ?? NO_MARKS,
      records: this.#records.get(eventRsc(rsc))?.flags.get(rsc) ?? new Map(),
      rulings: rulingsIn(ledger),
    };
    const about = {
      test: ledger.test,
      names: this.#names(rsc),
      reliability: reliabilityOf([ledger], unit.status, this.#sourceState, additions.rulings.size > 0),
      info: unitInfo(unit, ledger),
      reason: ledger.whole('status')?.content.reason ?? null,
    };
    const page = { field: unit, type: 'RESULT' as const, subcode: null, additions, about };
    pushNew(published, this.#pages.publish(page, asOf));
    for (const subfield of unit.subfields) {
      const sub = {
        ...page,
        field: subfield,
        subcode: subfield.subcode,
        additions: { ...additions, records: new Map(), rulings: new Map() },
      };
      pushNew(published, this.#pages.publish(sub, asOf));
    }
  }

  #publishList(rsc: Rsc, asOf: string, published: Version[]): void {
    const list = this.#list(rsc);
    for (const type of LIST_TYPES)
      if (list === null || list.entries.length === 0 || list.rule.type !== type)
        this.#emptyList(rsc, type, asOf, published);
    if (list === null || list.entries.length === 0) return;
    const ledger = this.#ledger(rsc);
    const ledgers = [ledger, ...list.units.map((unit) => unit.ledger)];
    const rulings = rulingsIn(ledger);
    const additions = { qualificationMarks: this.#marks.get(rsc) ?? NO_MARKS, records: new Map(), rulings };
    const about = {
      test: ledgers.some(({ test }) => test),
      names: this.#names(rsc),
      reliability: reliabilityOf(ledgers, list.status, this.#sourceState, rulings.size > 0),
      info: { ...setupInfo(list.setup), progress: progressOf(list) },
      reason: null,
    };
    pushNew(
      published,
      this.#pages.publish({ field: list, type: list.rule.type, subcode: null, additions, about }, asOf),
    );
  }

  /** A list that was published and has nobody to show any more: its units, or its rule, were taken back. */
  #emptyList(rsc: Rsc, type: (typeof LIST_TYPES)[number], asOf: string, published: Version[]): void {
    const held = this.#series.documents.get(channelOf({ type, unit: rsc, subcode: null }));
    if (held !== undefined) pushNew(published, this.#series.publish(held.current.header, NO_ROWS, asOf));
  }

  #isPublished(unit: Rsc, type: DocumentType): boolean {
    return this.#series.documents.has(channelOf({ type, unit, subcode: null }));
  }

  /** Final classification, medallists and records. */
  #publishEvent(rsc: Rsc, asOf: string, published: Version[]): void {
    if (levelOf(rsc) !== 'event') return;
    const units = this.#arranged.unitsOfEvent(rsc);
    const ledger = this.#ledger(rsc);
    const book = new EventBook({
      rsc,
      sport: this.#sport,
      ledger,
      units,
      lists: this.#arranged.listsOfEvent(rsc).flatMap((list) => this.#list(list) ?? []),
      rulingsOf: (field) => rulingsIn(this.#units.get(field.rsc)?.ledger ?? this.#ledger(field.rsc)),
      names: this.#names(rsc),
      records: this.#records.get(rsc) ?? null,
      sourceState: this.#sourceState,
    });
    published.push(...book.publish(this.#series, asOf));
  }

  #publishSchedule(asOf: string, published: Version[]): void {
    const header = schedulePage({
      sport: this.#sport,
      units: this.#arranged.units,
      ledgerOf: (rsc) => this.#ledger(rsc),
      names: (rsc) => this.#names(rsc),
    });
    pushNew(published, this.#series.publish(header, [], asOf));
  }

  #publishParticipants(asOf: string, published: Version[]): void {
    const { units } = this.#arranged;
    const test = units.some(({ ledger }) => ledger.test);
    const { header, rows } = this.#participants.page(this.#sport, units, test);
    if (rows.length === 0 && !this.#isPublished(header.unit, header.type)) return;
    pushNew(published, this.#series.publish(header, rows, asOf));
  }

  #holdAgainstRecords(event: Rsc): void {
    if (levelOf(event) !== 'event') return;
    const units = this.#arranged.unitsOfEvent(event);
    const setup = this.#ledger(event).whole('setup')?.content ?? {};
    const bests = units.some(({ entries }) => entries.some((entry) => entry.bests !== undefined));
    if (setup.options?.records !== undefined || bests) this.#records.set(event, recordsOf(setup, units));
    else this.#records.delete(event);
  }

  #names(rsc: Rsc) {
    return namesOf(rsc, this.#sport, (of) => this.#setupOf(of));
  }

  #setupOf(rsc: Rsc): Setup | null {
    return (this.#units.get(rsc)?.ledger ?? this.#ledgers.get(rsc))?.whole('setup')?.content ?? null;
  }

  #ledger(rsc: Rsc): UnitLedger {
    let ledger = this.#ledgers.get(rsc);
    if (ledger === undefined) {
      ledger = new UnitLedger();
      this.#ledgers.set(rsc, ledger);
    }
    return ledger;
  }

  /** A unit that is not known yet: opened when the sport has a rule for it. */
  #openUnit(fact: Fact): UnitField | null {
    const setup = fact.kind === 'setup' ? fact.content : {};
    if (this.#sport.unitRule(fact.unit, setup) === null) return null;
    const unit = new UnitField(fact.unit, this.#sport);
    this.#units.set(fact.unit, unit);
    this.#restructure();
    const waiting = this.#withoutRule.filter((waits) => waits.unit === fact.unit);
    if (waiting.length > 0) {
      this.#withoutRule = this.#withoutRule.filter((waits) => waits.unit !== fact.unit);
      for (const waits of waiting) unit.take(waits);
    }
    return unit;
  }

  #keepWithoutRule(fact: Fact): readonly Refusal[] {
    this.#withoutRule.push(fact);
    if (this.#withoutRule.length > WITHOUT_RULE_KEPT) this.#withoutRule.shift();
    return [{ code: 'UNKNOWN_RULE', message: `${this.#sport.name} has no rule for ${fact.unit}`, fact }];
  }

  #restructure(): void {
    this.#programme = null;
    this.#lists = new Map();
  }

  #list(rsc: Rsc): PartsField | null {
    const known = this.#lists.get(rsc);
    if (known !== undefined) return known;
    const setup = this.#setupOf(rsc) ?? {};
    const rule = this.#sport.partsRule(rsc, setup);
    const units = rule === null ? [] : this.#arranged.unitsOf(rsc);
    const list =
      rule === null || units.length === 0 ? null : new PartsField(rsc, rule, setup, this.#ledger(rsc), units);
    if (list !== null) this.#lists.set(rsc, list);
    return list;
  }

  get #arranged(): Programme {
    this.#programme ??= new Programme(this.#sport, this.#units, this.#ledgers, (rsc) => this.#setupOf(rsc));
    return this.#programme;
  }
}

/** Facts about a phase or event that can change which units make which lists. */
const STRUCTURE_KINDS: ReadonlySet<FactKind> = new Set(['setup', 'startList', 'void', 'release']);

const LIST_TYPES = ['PHASE_RESULT', 'CUMULATIVE_RESULT'] as const;

/** One object, so that emptying a list twice is no change. */
const NO_ROWS: readonly Row[] = [];

/** What the documents of the discipline say of a unit. */
const lineOf = ({ entries, status, ledger }: UnitField) => ({
  entries,
  status,
  test: ledger.test,
  setup: ledger.whole('setup'),
  schedule: ledger.whole('schedule'),
});

function sameLine(one: ReturnType<typeof lineOf>, other: ReturnType<typeof lineOf>): boolean {
  return (
    one.entries === other.entries &&
    one.status === other.status &&
    one.test === other.test &&
    one.setup === other.setup &&
    one.schedule === other.schedule
  );
}

function rulingsIn(ledger: UnitLedger): ReadonlyMap<CompetitorCode, RankOverride> {
  const rulings = ledger.all('rankOverride');
  return new Map(rulings.map(({ content }) => [content.competitor, content]));
}

const progressOf = (list: PartsField): { units: number; complete: number } => ({
  units: list.units.length,
  complete: list.units.filter(({ decided }) => decided).length,
});

/** Competitors whose row is another object than before. */
function changedRows(before: readonly Placed<unknown>[], now: readonly Placed<unknown>[]): CompetitorCode[] {
  const from = aligned(before, now);
  const changed = now.filter((_row, index) => from[index] === NEW);
  return changed.map(({ entry }) => entry.competitor.code);
}

function sameMarks(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  if (one.size !== other.size) return false;
  for (const [competitor, mark] of one) if (other.get(competitor) !== mark) return false;
  return true;
}

function pushNew(published: Version[], version: Version | null): void {
  if (version !== null) published.push(version);
}
