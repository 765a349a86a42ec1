import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import { channelOf, type DocumentType, type Header, type Names } from '../model/document.ts';
import type { RankOverride } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import type { Column, Row } from '../model/row.ts';
import { phaseRsc, type Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { type ClassifiedPhase, classify, type FinalPlace, medalOf } from './classification.ts';
import type { Field } from './field.ts';
import { reliabilityOf } from './list-header.ts';
import { identityOf, withRulings } from './list-rows.ts';
import type { PartsField } from './parts-field.ts';
import { isFinalPhase, phasePosition } from './phase-order.ts';
import type { RecordsOfEvent } from './records.ts';
import { keptRows } from './same-content.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';
import type { Version } from './versioned.ts';

type SourceState = 'SILENT' | 'GAP' | 'OK';

export interface EventParts {
  readonly rsc: Rsc;
  readonly sport: Sport;
  readonly ledger: UnitLedger;
  readonly units: readonly UnitField[];
  /** Lists of the event and of its phases. */
  readonly lists: readonly PartsField[];
  readonly rulingsOf: (field: Field) => ReadonlyMap<CompetitorCode, RankOverride>;
  readonly names: Names;
  readonly records: RecordsOfEvent | null;
  readonly sourceState: (source: string) => SourceState;
}

const DEFAULT_MEDALS: readonly number[] = [1, 2, 3];

const RANKING_COLUMNS: readonly Column[] = [
  { label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { label: 'Name', source: 'name', align: 'left', width: 28 },
  { label: 'Org', source: 'organisation', align: 'left', width: 4 },
  { label: 'Result', source: 'result', align: 'right', width: 9 },
  { label: 'Medal', source: 'medal', align: 'left', width: 6 },
];

/** The documents of an event as a whole: final classification, medallists, records. */
export class EventBook {
  readonly #parts: EventParts;

  constructor(parts: EventParts) {
    this.#parts = parts;
  }

  publish(series: Series, asOf: string): Version[] {
    const pages = [...this.#finalPages(series), ...this.#recordsPage()];
    return pages.flatMap(({ header, rows }) => {
      const before = series.documents.get(channelOf(header))?.current.rows ?? [];
      return series.publish(header, keptRows(before, rows), asOf) ?? [];
    });
  }

  /** Ranking and medallists: from the moment the final is decided; emptied when it is opened again. */
  #finalPages(series: Series): { header: Header; rows: readonly Row[] }[] {
    // Most facts come before anything is decided: nothing to do then.
    if (!this.#parts.units.some(({ decided }) => decided) && !this.#isPublished(series, 'RANKING')) return [];
    const phases = this.#phases();
    const [last] = phases;
    if (last === undefined || !this.#isFinal(last.field)) return [];
    if (!isDecided(last.field.status)) {
      const open = (['RANKING', 'MEDALLISTS'] as const).map((type) =>
        this.#header(type, last.field.status, last.field),
      );
      return open
        .filter(({ type }) => this.#isPublished(series, type))
        .map((header) => ({ header, rows: [] }));
    }
    const places = classify(phases, this.#parts.sport.irmKeepsPlace);
    const medalPlaces = this.#medalPlaces(last.field);
    const rows = places.map((place) => this.#row(place, medalPlaces));
    const { status } = last.field;
    return [
      { header: this.#header('RANKING', status, last.field), rows },
      {
        header: this.#header('MEDALLISTS', status, last.field),
        rows: rows.filter(({ place }) => place.medal !== undefined),
      },
    ];
  }

  #isPublished(series: Series, type: DocumentType): boolean {
    return series.documents.has(channelOf({ type, unit: this.#parts.rsc, subcode: null }));
  }

  /** A sum over the event is the classification; else phases from the last to the first. */
  #phases(): ClassifiedPhase[] {
    const { lists, rsc, units, sport } = this.#parts;
    const sum = lists.find((list) => list.rsc === rsc && list.rule.type === 'CUMULATIVE_RESULT');
    if (sum !== undefined) return [this.#published(sum)];
    const fields = new Map<Rsc, Field>();
    for (const unit of units) fields.set(phaseRsc(unit.rsc), unit);
    for (const list of lists) if (list.rsc !== rsc) fields.set(list.rsc, list);
    const position = (field: Field): number => phasePosition(sport, field.rsc);
    return [...fields.values()]
      .filter((field) => field.entries.length > 0)
      .sort((one, other) => position(other) - position(one))
      .map((field) => this.#published(field));
  }

  #published(field: Field): ClassifiedPhase {
    const rulings = new Map([...this.#parts.rulingsOf(field), ...this.#rulings()]);
    return { field, placed: withRulings(field.placed, rulings) };
  }

  #rulings(): Map<CompetitorCode, RankOverride> {
    return new Map(
      this.#parts.ledger.all('rankOverride').map(({ content }) => [content.competitor, content]),
    );
  }

  /** The last phase of the sport's order, or the event itself. */
  #isFinal(field: Field): boolean {
    const { sport, rsc } = this.#parts;
    return field.rsc === rsc || isFinalPhase(sport, field.rsc);
  }

  #medalPlaces(field: Field): readonly number[] {
    const unit = this.#parts.units.find(
      ({ rsc, setup }) => phaseRsc(rsc) === phaseRsc(field.rsc) && setup.medals !== undefined,
    );
    const event = this.#parts.ledger.whole('setup')?.content.medals;
    return field.setup.medals ?? unit?.setup.medals ?? event ?? DEFAULT_MEDALS;
  }

  #row({ row, field, rank, rankEqual }: FinalPlace, medalPlaces: readonly number[]): Row {
    const { code } = row.entry.competitor;
    const ruling = this.#rulings().get(code) ?? this.#parts.rulingsOf(field).get(code);
    const ruled = ruling?.rank ?? rank;
    const medal = ruling?.medal === undefined ? medalOf(ruled, medalPlaces) : ruling.medal;
    const { result, resultType, details } = field.markOf(row);
    const { irm } = row.standing;
    return {
      identity: identityOf(row.entry, field.rsc),
      mark: {
        result,
        resultType: irm !== null && result === null ? 'IRM' : resultType,
        irm,
        records: [],
        details,
      },
      place: {
        rank: ruling === undefined ? rank : ruling.rank,
        rankEqual,
        diff: null,
        qualificationMark: null,
        decidedBy: null,
        photoFinish: false,
        ...(medal === null ? {} : { medal }),
        ...(ruling === undefined ? {} : { ruling: ruling.reason }),
      },
    };
  }

  #header(type: DocumentType, status: ResultStatus, field: Field | null): Header {
    const { rsc, names, units, ledger, sourceState } = this.#parts;
    const ledgers = [ledger, ...units.map((unit) => unit.ledger)];
    return {
      type,
      unit: rsc,
      subcode: null,
      status,
      test: ledgers.some(({ test }) => test),
      rule: field?.rule.id ?? null,
      names,
      reliability: reliabilityOf(ledgers, status, sourceState, this.#rulings().size > 0),
      columns: type === 'RECORDS' ? [] : RANKING_COLUMNS,
      info: {},
    };
  }

  #recordsPage(): { header: Header; rows: readonly Row[] }[] {
    const { records } = this.#parts;
    if (records === null || records.lines.length === 0) return [];
    const header = this.#header('RECORDS', 'LIVE', null);
    return [{ header: { ...header, info: { records: records.lines } }, rows: [] }];
  }
}
