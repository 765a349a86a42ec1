import { channelOf, type DocumentType } from '../model/document.ts';
import type { LinkState } from '../model/fact.ts';
import type { Row } from '../model/row.ts';
import { eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
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

  constructor(sources: PageSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
    this.#lists = new ListPages(series);
  }

  /** RESULT of a unit, and of each of its parts under a subcode. */
  unit(unit: UnitField, issue: Issue): void {
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
        test: ledger.test,
        names: tree.names(rsc),
        reliability: reliabilityOf([ledger], unit.status, linkState, rulings.size > 0),
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
        test: ledgers.some(({ test }) => test),
        names: tree.names(rsc),
        reliability: reliabilityOf(ledgers, list.status, linkState, rulings.size > 0),
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
    const { header, rows } = schedulePage({
      sport: tree.sport,
      units: tree.programme.units,
      ledgerOf: (rsc) => tree.ledger(rsc),
      names: (rsc) => tree.names(rsc),
    });
    issue.add(this.#series.renew(header, rows, issue.asOf));
  }

  participants(issue: Issue): void {
    const { sport, programme } = this.#sources.tree;
    const test = programme.units.some(({ ledger }) => ledger.test);
    const { header, rows } = this.#participants.page(sport, programme.units, test);
    if (rows.length === 0 && !this.#isPublished(header.unit, header.type)) return;
    issue.add(this.#series.publish(header, rows, issue.asOf));
  }

  #isPublished(unit: Rsc, type: DocumentType): boolean {
    return this.#series.documents.has(channelOf({ type, unit, subcode: null }));
  }
}

const LIST_TYPES = ['PHASE_RESULT', 'CUMULATIVE_RESULT'] as const;

/** One object, so that emptying a list twice is no change. */
const NO_ROWS: readonly Row[] = [];

const progressOf = ({ units }: PartsField): { units: number; complete: number } => ({
  units: units.length,
  complete: units.filter(({ decided }) => decided).length,
});
