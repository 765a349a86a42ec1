import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { DocumentType, Header } from '../model/document.ts';
import type { Fact, FactKind } from '../model/fact.ts';
import type { Row } from '../model/row.ts';
import type { RowList } from '../model/row-list.ts';
import { disciplineRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import { Communications, type ToldSoFar } from './communications.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { Issue } from './issue.ts';
import { type Kept, Readings } from './readings.ts';
import type { Series } from './series.ts';

export interface NoticeSources {
  readonly tree: DisciplineTree;
  /** What was said of units that are no competition. */
  readonly others: ReadonlyMap<Rsc, UnitLedger>;
  readonly said: () => CompetitionSaid;
}

/** What was told and measured so far, as plain data. */
export interface NoticesSoFar {
  readonly communications: ToldSoFar;
  readonly readings: readonly Kept[];
}

/** A fact of these kinds can change what is noted and measured; all other facts are only read off their versions. */
const TELLING: ReadonlySet<FactKind> = new Set(['note', 'conditions', 'setup', 'void', 'release']);

/** COMMUNICATION and CONDITIONS of a discipline: what just happened, and the weather. */
export class NoticeDocuments {
  readonly #sources: NoticeSources;
  readonly #series: Series;
  readonly #communications = new Communications();
  readonly #readings = new Readings();

  constructor(sources: NoticeSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
  }

  /** After a fact was taken in, with the versions that it led to. */
  renew(fact: Fact, issue: Issue): void {
    const { tree, said } = this.#sources;
    this.#communications.read(
      issue.versions,
      (unit) => tree.unit(unit)?.ledger.whole('status')?.content.reason,
    );
    const ledger = TELLING.has(fact.kind) ? this.#ledgerOf(fact.unit) : null;
    if (ledger !== null) {
      this.#communications.renewNotes(fact.unit, ledger);
      this.#readings.renew(fact.unit, ledger, tree.setupOf(fact.unit) ?? {}, said());
      this.#publish('CONDITIONS', this.#readings.rows, issue);
    }
    this.#publish('COMMUNICATION', this.#communications.rows, issue);
  }

  get soFar(): NoticesSoFar {
    return { communications: this.#communications.soFar, readings: this.#readings.soFar };
  }

  /** Goes on behind what was told and measured. */
  takeUp({ communications, readings }: NoticesSoFar): void {
    this.#communications.takeUp(communications);
    this.#readings.takeUp(readings);
  }

  putAway(event: Rsc): void {
    this.#readings.putAway(event);
  }

  /** `rscs`: units, phases and events that were taken up, of which readings may have been sent. */
  readAnew(rscs: Iterable<Rsc>): void {
    const { tree, said } = this.#sources;
    for (const rsc of rscs) {
      const ledger = this.#ledgerOf(rsc);
      if (ledger !== null) this.#readings.renew(rsc, ledger, tree.setupOf(rsc) ?? {}, said());
    }
  }

  /** After something else was said of the competition. */
  renewAll(issue: Issue): void {
    this.#readings.renewAll(this.#sources.said());
    this.#publish('CONDITIONS', this.#readings.rows, issue);
    this.#publish('COMMUNICATION', this.#communications.rows, issue);
  }

  /** Not made here: a fact about a unit without a rule has no ledger. */
  #ledgerOf(rsc: Rsc): UnitLedger | null {
    const { tree, others } = this.#sources;
    return tree.knownLedger(rsc) ?? others.get(rsc) ?? null;
  }

  #publish(type: DocumentType, rows: RowList<Row>, issue: Issue): void {
    const { tree } = this.#sources;
    const unit = disciplineRsc(tree.sport.discipline);
    if (rows.length === 0 && !this.#series.isPublished(type, unit)) return;
    issue.add(this.#series.publish(headerOf(type, tree.sport, tree.isTest), rows, issue.asOf));
  }
}

const headerOf = (
  type: DocumentType,
  { discipline, name }: { readonly discipline: string; readonly name: string },
  test: boolean,
): Header => ({
  type,
  unit: disciplineRsc(discipline),
  subcode: null,
  status: 'LIVE',
  test,
  rule: null,
  names: { discipline: name },
  reliability: { ok: true, reasons: [] },
  columns: rowsOf(type).columns,
  info: {},
});
