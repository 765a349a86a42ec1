import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { channelOf, type DocumentType } from '../model/document.ts';
import type { Fact, Setup } from '../model/fact.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { Row } from '../model/row.ts';
import { RowList } from '../model/row-list.ts';
import { disciplineRsc, eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { SourceStand } from '../model/source-stand.ts';
import { Arrangement } from './arrangement.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { ContestDocuments, type HeaderSource } from './contest-documents.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { EventBook } from './event-book.ts';
import type { Issue } from './issue.ts';
import { type ListDocument, ListDocuments } from './list-documents.ts';
import { reliabilityOf, setupInfo, unitInfo } from './list-header.ts';
import { NO_ADDITIONS } from './list-rows.ts';
import { medalIn } from './medal-unit.ts';
import { NoticeDocuments, type NoticesSoFar } from './notice-documents.ts';
import { type Listed, ParticipantsDocument } from './participants-document.ts';
import type { PartsField } from './parts-field.ts';
import { ProjectionDocuments } from './projection-documents.ts';
import type { Qualification } from './qualification.ts';
import type { RecordBook } from './record-book.ts';
import { ScheduleDocument, type ScheduleRow, type TouchedUnits } from './schedule-document.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';

/** What the documents are written from. */
export interface DocumentSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  readonly records: RecordBook;
  readonly standOf: (source: string) => SourceStand;
  readonly said: () => CompetitionSaid;
  /** What was said of units that are no competition. */
  readonly others: ReadonlyMap<Rsc, UnitLedger>;
}

/** What the listings of a discipline show of one unit. */
export interface ListedUnit extends Listed {
  readonly test: boolean;
  readonly scheduled: ScheduleRow | null;
}

/** Writes the documents of one discipline as everything stands now; what says the same makes no version. */
export class DisciplineDocuments {
  readonly #sources: DocumentSources;
  readonly #series: Series;
  readonly #lists: ListDocuments;
  readonly #contests: ContestDocuments;
  readonly #projections: ProjectionDocuments;
  readonly #participants = new ParticipantsDocument();
  /** Units, phases and events whose documents could not be written when they last should have been. */
  readonly #stoppedWritings = new Set<string>();
  readonly #schedule = new ScheduleDocument();
  readonly #notices: NoticeDocuments;

  constructor(sources: DocumentSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
    this.#lists = new ListDocuments(series);
    const sourceOf = (units: readonly UnitField[], status: ResultStatus) => this.#sourceOf(units, status);
    this.#contests = new ContestDocuments(sources.tree, series, sourceOf, sources.said);
    this.#projections = new ProjectionDocuments({ ...sources, sourceOf }, series);
    this.#notices = new NoticeDocuments(sources, series);
  }

  get stopped(): ReadonlySet<Rsc> {
    return new Set([...this.#stoppedWritings].map((writing) => writing.split('/')[0]!));
  }

  #sourceOf(units: readonly UnitField[], status: ResultStatus): HeaderSource {
    return {
      test: units.some(({ test }) => test),
      reliability: reliabilityOf({ units, status }, this.#sources.standOf),
    };
  }

  /** PLAY_BY_PLAY and CURRENT of a unit: what no card is made of (a clock, a foul) is shown in these alone. */
  contest(unit: UnitField, issue: Issue): void {
    this.#write(unit.rsc, ['PLAY_BY_PLAY', 'CURRENT'], unit.fault, issue, () =>
      this.#contests.unit(unit, issue),
    );
  }

  #faultOf(rsc: Rsc): unknown {
    const { tree } = this.#sources;
    return levelOf(rsc) === 'unit' ? (tree.unit(rsc)?.fault ?? null) : tree.faultOf(rsc);
  }

  /** RESULT of a unit, and of each of its parts under a subcode. */
  unit(unit: UnitField, issue: Issue): void {
    this.#write(unit.rsc, UNIT_TYPES, unit.fault, issue, () => this.#writeUnit(unit, issue));
    this.#projections.note(unit);
  }

  /** PROJECTION, once for each fact and last of all: it hangs on much that is said elsewhere. */
  projections(issue: Issue): void {
    for (const { rsc, isSaid } of this.#projections.takeDue())
      this.#write(rsc, ['PROJECTION'], this.#faultOf(rsc), issue, () =>
        this.#projections.write(rsc, isSaid, issue),
      );
  }

  #writeUnit(unit: UnitField, issue: Issue): void {
    const { tree, qualification, records, standOf, said } = this.#sources;
    const { rsc, ledger, rulings } = unit;
    const made = { units: [unit], status: unit.status, ruled: rulings.size > 0 };
    const reliability = reliabilityOf(made, standOf);
    const hasNothing = unit.entries.length === 0 && ledger.whole('setup') === null;
    // What was said of the unit can be lost, all of it.
    const isLost = ledger.isEmpty && reliability.reasons.includes('SEQUENCE_GAP');
    if (hasNothing && !isLost && !this.#series.isPublished('RESULT', rsc)) return;
    const qualificationMarks = qualification.of(phaseRsc(rsc));
    const document: ListDocument = {
      field: unit,
      type: 'RESULT',
      subcode: null,
      additions: { qualificationMarks, records: records.flagsOf(eventRsc(rsc), rsc), rulings, said: said() },
      about: {
        test: unit.test,
        names: tree.names(rsc),
        reliability,
        info: { ...unitInfo(unit, ledger), ...this.#day(unit.setup) },
        reason: ledger.whole('status')?.content.reason ?? null,
      },
    };
    issue.add(this.#lists.publish(document, issue.asOf));
    // Records and rulings are about the unit as a whole, not about an apparatus.
    const additions = { ...NO_ADDITIONS, qualificationMarks, said: said() };
    for (const field of unit.subfields)
      issue.add(this.#lists.publish({ ...document, field, subcode: field.subcode, additions }, issue.asOf));
    this.#contests.unit(unit, issue);
  }

  /** PHASE_RESULT, CUMULATIVE_RESULT or POOL_STANDING of a phase or event. */
  list(rsc: Rsc, issue: Issue): void {
    const list = this.#sources.tree.list(rsc);
    const fault = this.#sources.tree.faultOf(rsc);
    this.#write(rsc, LIST_TYPES, fault, issue, () => this.#writeList(rsc, list, issue));
    if (list !== null) this.#projections.note(list);
  }

  #writeList(rsc: Rsc, list: PartsField | null, issue: Issue): void {
    const shown = list === null || list.entries.length === 0 ? null : list;
    for (const type of LIST_TYPES) if (shown?.rule.type !== type) this.#empty(rsc, type, issue);
    if (shown !== null) issue.add(this.#lists.publish(this.#listDocument(shown), issue.asOf));
  }

  #listDocument(list: PartsField): ListDocument {
    const { tree, qualification, records, standOf, said } = this.#sources;
    const { rsc, rulings, units, status, ledger: above } = list;
    return {
      field: list,
      type: list.rule.type,
      subcode: null,
      additions: {
        qualificationMarks: qualification.of(rsc),
        records: records.flagsOf(eventRsc(rsc), rsc),
        rulings,
        said: said(),
      },
      about: {
        test: above.isTest(() => true) || units.some(({ test }) => test),
        names: tree.names(rsc),
        reliability: reliabilityOf({ units, above, status, ruled: rulings.size > 0 }, standOf),
        info: { ...setupInfo(list.setup), ...this.#day(list.setup), progress: progressOf(list) },
        reason: null,
      },
    };
  }

  /** A list that was published and has nobody to show any more: its units, or its rule, were taken back. */
  #empty(rsc: Rsc, type: DocumentType, issue: Issue): void {
    const published = this.#series.documents.get(channelOf({ type, unit: rsc, subcode: null }));
    if (published !== undefined)
      issue.add(this.#series.publish(published.current.header, NO_ROWS, issue.asOf));
  }

  /** BRACKETS, RANKING, MEDALLISTS and RECORDS of an event. */
  event(rsc: Rsc, issue: Issue): void {
    if (levelOf(rsc) !== 'event') return;
    const lists = this.#sources.tree.arranged.listsOfEvent(rsc);
    const fault = lists.map((list) => this.#sources.tree.faultOf(list)).find((each) => each !== null) ?? null;
    this.#write(rsc, EVENT_TYPES, fault, issue, () => this.#writeEvent(rsc, issue));
  }

  #writeEvent(rsc: Rsc, issue: Issue): void {
    const { tree, records, standOf, said } = this.#sources;
    if (tree.arranged.of(rsc) === null && records.of(rsc) === null) return;
    // Records can be broken in units of other events, before the event has one of its own.
    const arrangement = tree.arranged.of(rsc) ?? nothingArranged(rsc);
    this.#contests.bracket(arrangement, issue);
    const book = new EventBook({
      rsc,
      ledger: tree.ledger(rsc),
      arrangement,
      lists: tree.listsOfEvent(rsc),
      outBy: (competitor) => tree.outBy(rsc, competitor),
      names: tree.names(rsc),
      records: records.of(rsc),
      standOf,
      said: said(),
    });
    for (const version of book.publish(this.#series, issue.asOf)) issue.add(version);
  }

  schedule(issue: Issue, touched: TouchedUnits): void {
    const { tree } = this.#sources;
    const discipline = disciplineRsc(tree.sport.discipline);
    this.#write(discipline, ['SCHEDULE'], null, issue, () => this.#writeSchedule(issue, touched));
  }

  /** `units`: those whose start list may be another one. */
  participants(issue: Issue, units: Iterable<UnitField>): void {
    const { tree, said } = this.#sources;
    // Most facts change nobody's start.
    if (!this.#participants.isOther(units, tree.isTest, said())) return;
    const discipline = disciplineRsc(tree.sport.discipline);
    this.#write(discipline, ['PARTICIPANTS'], null, issue, () => this.#writeParticipants(issue, units));
  }

  /**
   * Writes documents, each group on its own: what fails stays as it was, says so in its reliability,
   * and keeps nothing else from being written.
   */
  #write(rsc: Rsc, types: readonly DocumentType[], fault: unknown, issue: Issue, write: () => void): void {
    const written = issue.attempt(rsc, () => {
      if (fault !== null) throw fault;
      write();
    });
    if (written && this.#stoppedWritings.size === 0) return;
    const stops = `${rsc}/${types[0]}`;
    if (written) this.#stoppedWritings.delete(stops);
    else this.#stop(rsc, types, issue);
    if (!written) this.#stoppedWritings.add(stops);
  }

  #stop(rsc: Rsc, types: readonly DocumentType[], issue: Issue): void {
    for (const { current } of [...this.#series.documents.values()]) {
      const { header, rows } = current;
      if (header.unit !== rsc || !types.includes(header.type)) continue;
      const reasons = [...new Set([...header.reliability.reasons, 'STOPPED' as const])].sort();
      issue.add(this.#series.publish({ ...header, reliability: { ok: false, reasons } }, rows, issue.asOf));
    }
  }

  #writeSchedule(issue: Issue, touched: TouchedUnits): void {
    const { tree, said, others } = this.#sources;
    const from = {
      sport: tree.sport,
      unit: (rsc: Rsc) => tree.unit(rsc),
      others,
      said: said(),
      ledgerOf: (rsc: Rsc) => tree.ledger(rsc),
      names: (rsc: Rsc) => tree.names(rsc),
      medalIn: (unit: Rsc) => medalIn(unit, tree),
    };
    const { header, rows } = this.#schedule.document(from, touched, tree.isTest);
    issue.add(this.#series.publish(header, rows, issue.asOf));
  }

  /** COMMUNICATION and CONDITIONS, from a fact and the versions that it led to. */
  told(fact: Fact, issue: Issue): void {
    this.projections(issue);
    const discipline = disciplineRsc(this.#sources.tree.sport.discipline);
    this.#write(discipline, NOTICE_TYPES, null, issue, () => this.#notices.renew(fact, issue));
  }

  get soFar(): NoticesSoFar {
    return this.#notices.soFar;
  }

  /** Goes on behind what was told; `left`: what the listings show of units that are not in memory. */
  takeUp(told: NoticesSoFar, left: readonly ListedUnit[]): void {
    this.#notices.takeUp(told);
    this.#participants.takeUp(left);
    this.#schedule.takeUp(left.map(({ scheduled }) => scheduled));
  }

  /** Units, phases and events were taken up. */
  readAnew(rscs: Iterable<Rsc>): void {
    this.#notices.readAnew(rscs);
  }

  /** What the listings go on to show of a unit that is not in memory: of its entries who they are, without all that was made of them. */
  listed({ rsc, entries, test }: UnitField): ListedUnit {
    const who = entries.map(({ competitor }) => ({ competitor }));
    return { rsc, entries: who, test, scheduled: this.#schedule.rowOf(rsc) };
  }

  /** An event leaves memory, but for its lines in the listings. */
  putAway(event: Rsc, left: readonly ListedUnit[]): void {
    this.#participants.takeUp(left);
    this.#series.putAway(event);
    this.#lists.putAway(event);
    this.#notices.putAway(event);
    this.#projections.putAway(event);
  }

  /** The same, and all others of the discipline, after something else was said of the competition. */
  ofDiscipline(issue: Issue): void {
    const { arranged } = this.#sources.tree;
    const units = [...arranged.units.map(({ rsc }) => rsc), ...this.#sources.others.keys()];
    this.participants(issue, arranged.units);
    this.schedule(issue, { units, beside: [] });
    this.#notices.renewAll(issue);
  }

  /** All of the discipline as they were: one of which nothing but a note was said has no schedule. */
  asBefore(issue: Issue): void {
    const { discipline } = this.#sources.tree.sport;
    if (this.#series.isPublished('SCHEDULE', disciplineRsc(discipline))) this.ofDiscipline(issue);
    else this.#notices.renewAll(issue);
  }

  #writeParticipants(issue: Issue, units: Iterable<UnitField>): void {
    const { sport, isTest } = this.#sources.tree;
    const { header, rows } = this.#participants.document(sport, units, isTest, this.#sources.said());
    if (rows.length === 0 && !this.#series.isPublished(header.type, header.unit)) return;
    issue.add(this.#series.publish(header, rows, issue.asOf));
  }

  /** The day of the competition is that of the session, also after midnight. */
  #day({ session, venue }: Setup): { day?: string } {
    if (session === undefined) return {};
    const { tree, said } = this.#sources;
    const sessions = tree.ledger(disciplineRsc(tree.sport.discipline)).all('session');
    const start = sessions.find(({ content }) => content.code === session)?.content.start;
    return start === undefined ? {} : { day: said().localTime(start, venue).slice(0, 10) };
  }
}

const UNIT_TYPES = ['RESULT', 'PLAY_BY_PLAY', 'CURRENT'] as const;
const EVENT_TYPES = ['BRACKETS', 'RANKING', 'MEDALLISTS', 'RECORDS'] as const;
const NOTICE_TYPES: readonly DocumentType[] = ['COMMUNICATION', 'CONDITIONS'];
const LIST_TYPES = ['PHASE_RESULT', 'CUMULATIVE_RESULT', 'POOL_STANDING'] as const;

/** One object, so that emptying a list twice is no change. */
const NO_ROWS = RowList.of<Row>([]);

const progressOf = ({ regular, missing }: PartsField): { units: number; complete: number } => ({
  units: regular.length + missing,
  complete: regular.filter(({ decided }) => decided).length,
});

const nothingArranged = (event: Rsc): Arrangement =>
  new Arrangement({ event, plan: { phases: [], places: [] }, units: [], lists: new Map() });
