import { channelOf, type DocumentType } from '../model/document.ts';
import type { LinkState } from '../model/fact.ts';
import type { Row } from '../model/row.ts';
import { disciplineRsc, eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { EventBook } from './event-book.ts';
import type { Issue } from './issue.ts';
import { reliabilityOf, setupInfo, unitInfo } from './list-header.ts';
import { ListPages, type Page } from './list-pages.ts';
import { NO_ADDITIONS } from './list-rows.ts';
import { ParticipantsPage } from './participants-page.ts';
import type { PartsField } from './parts-field.ts';
import type { Qualification } from './qualification.ts';
import type { RecordBook } from './record-book.ts';
import { schedulePage } from './schedule-page.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';

/** What the pages are written from. */
export interface PageSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  readonly records: RecordBook;
  readonly linkState: (source: string) => LinkState;
  readonly said: () => CompetitionSaid;
}

/** Writes the documents of one discipline as everything stands now; what says the same makes no version. */
export class DisciplinePages {
  readonly #sources: PageSources;
  readonly #series: Series;
  readonly #lists: ListPages;
  readonly #participants = new ParticipantsPage();
  /** Units, phases and events whose documents could not be written when they last should have been. */
  readonly #stoppedWritings = new Set<string>();

  constructor(sources: PageSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
    this.#lists = new ListPages(series);
  }

  get stopped(): ReadonlySet<Rsc> {
    return new Set([...this.#stoppedWritings].map((writing) => writing.split('/')[0]!));
  }

  /** RESULT of a unit, and of each of its parts under a subcode. */
  unit(unit: UnitField, issue: Issue): void {
    this.#write(unit.rsc, UNIT_TYPES, unit.fault, issue, () => this.#writeUnit(unit, issue));
  }

  #writeUnit(unit: UnitField, issue: Issue): void {
    const { tree, qualification, records, linkState } = this.#sources;
    const { rsc, ledger, rulings } = unit;
    const hasNothing = unit.entries.length === 0 && ledger.whole('setup') === null;
    if (hasNothing && !this.#isPublished(rsc, 'RESULT')) return;
    const qualificationMarks = qualification.of(phaseRsc(rsc));
    const page: Page = {
      field: unit,
      type: 'RESULT',
      subcode: null,
      additions: { qualificationMarks, records: records.flagsOf(eventRsc(rsc), rsc), rulings },
      about: {
        test: unit.test,
        names: tree.names(rsc),
        reliability: reliabilityOf([ledger], unit.status, linkState, { ruled: rulings.size > 0 }),
        info: unitInfo(unit, ledger),
        reason: ledger.whole('status')?.content.reason ?? null,
      },
    };
    issue.add(this.#lists.publish(page, issue.asOf));
    // Records and rulings are about the unit as a whole, not about an apparatus.
    const additions = { ...NO_ADDITIONS, qualificationMarks };
    for (const field of unit.subfields)
      issue.add(this.#lists.publish({ ...page, field, subcode: field.subcode, additions }, issue.asOf));
  }

  /** PHASE_RESULT or CUMULATIVE_RESULT of a phase or event. */
  list(rsc: Rsc, issue: Issue): void {
    const list = this.#sources.tree.list(rsc);
    const fault = this.#sources.tree.faultOf(rsc);
    this.#write(rsc, LIST_TYPES, fault, issue, () => this.#writeList(rsc, list, issue));
  }

  #writeList(rsc: Rsc, list: PartsField | null, issue: Issue): void {
    const shown = list === null || list.entries.length === 0 ? null : list;
    for (const type of LIST_TYPES) if (shown?.rule.type !== type) this.#empty(rsc, type, issue);
    if (shown !== null) issue.add(this.#lists.publish(this.#listPage(shown), issue.asOf));
  }

  #listPage(list: PartsField): Page {
    const { tree, qualification, records, linkState } = this.#sources;
    const { rsc, rulings } = list;
    const ledgers = [list.ledger, ...list.units.map(({ ledger }) => ledger)];
    return {
      field: list,
      type: list.rule.type,
      subcode: null,
      additions: {
        qualificationMarks: qualification.of(rsc),
        records: records.flagsOf(eventRsc(rsc), rsc),
        rulings,
      },
      about: {
        test: list.ledger.isTest(() => true) || list.units.some(({ test }) => test),
        names: tree.names(rsc),
        reliability: reliabilityOf(ledgers, list.status, linkState, {
          ruled: rulings.size > 0,
          stopped: list.units.some(({ fault }) => fault !== null),
        }),
        info: { ...setupInfo(list.setup), progress: progressOf(list) },
        reason: null,
      },
    };
  }

  /** A list that was published and has nobody to show any more: its units, or its rule, were taken back. */
  #empty(rsc: Rsc, type: DocumentType, issue: Issue): void {
    const held = this.#series.documents.get(channelOf({ type, unit: rsc, subcode: null }));
    if (held !== undefined) issue.add(this.#series.publish(held.current.header, NO_ROWS, issue.asOf));
  }

  /** RANKING, MEDALLISTS and RECORDS of an event. */
  event(rsc: Rsc, issue: Issue): void {
    if (levelOf(rsc) !== 'event') return;
    const lists = this.#sources.tree.programme.listsOfEvent(rsc);
    const fault = lists.map((list) => this.#sources.tree.faultOf(list)).find((each) => each !== null) ?? null;
    this.#write(rsc, EVENT_TYPES, fault, issue, () => this.#writeEvent(rsc, issue));
  }

  #writeEvent(rsc: Rsc, issue: Issue): void {
    const { tree, records, linkState } = this.#sources;
    const book = new EventBook({
      rsc,
      sport: tree.sport,
      ledger: tree.ledger(rsc),
      units: tree.programme.unitsOfEvent(rsc),
      lists: tree.listsOfEvent(rsc),
      sum: tree.sumOf(rsc),
      names: tree.names(rsc),
      records: records.of(rsc),
      linkState,
    });
    for (const version of book.publish(this.#series, issue.asOf)) issue.add(version);
  }

  schedule(issue: Issue): void {
    const { tree } = this.#sources;
    const discipline = disciplineRsc(tree.sport.discipline);
    this.#write(discipline, ['SCHEDULE'], null, issue, () => this.#writeSchedule(issue));
  }

  participants(issue: Issue): void {
    const discipline = disciplineRsc(this.#sources.tree.sport.discipline);
    this.#write(discipline, ['PARTICIPANTS'], null, issue, () => this.#writeParticipants(issue));
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
    const stops = `${rsc}/${types[0]}`;
    if (written) this.#stoppedWritings.delete(stops);
    else this.#stop(rsc, types, issue);
    if (!written) this.#stoppedWritings.add(stops);
  }

  #stop(rsc: Rsc, types: readonly DocumentType[], issue: Issue): void {
    for (const { current } of [...this.#series.documents.values()]) {
      const { header, rows } = current;
      if (header.unit !== rsc || !types.includes(header.type)) continue;
      const reasons = [...new Set([...header.reliability.reasons, 'STOPPED'])].sort();
      issue.add(this.#series.publish({ ...header, reliability: { ok: false, reasons } }, rows, issue.asOf));
    }
  }

  #writeSchedule(issue: Issue): void {
    const { tree } = this.#sources;
    const { header, rows } = schedulePage({
      sport: tree.sport,
      units: tree.programme.units,
      ledgerOf: (rsc) => tree.ledger(rsc),
      names: (rsc) => tree.names(rsc),
    });
    issue.add(this.#series.renew(header, rows, issue.asOf));
  }

  #writeParticipants(issue: Issue): void {
    const { sport, programme } = this.#sources.tree;
    const test = programme.units.some((unit) => unit.test);
    const { header, rows } = this.#participants.page(sport, programme.units, test);
    if (rows.length === 0 && !this.#isPublished(header.unit, header.type)) return;
    issue.add(this.#series.publish(header, rows, issue.asOf));
  }

  #isPublished(unit: Rsc, type: DocumentType): boolean {
    return this.#series.documents.has(channelOf({ type, unit, subcode: null }));
  }
}

const UNIT_TYPES = ['RESULT'] as const;
const EVENT_TYPES = ['RANKING', 'MEDALLISTS', 'RECORDS'] as const;
const LIST_TYPES = ['PHASE_RESULT', 'CUMULATIVE_RESULT'] as const;

/** One object, so that emptying a list twice is no change. */
const NO_ROWS: readonly Row[] = [];

const progressOf = ({ regular, missing }: PartsField): { units: number; complete: number } => ({
  units: regular.length + missing,
  complete: regular.filter(({ decided }) => decided).length,
});
