import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { channelOf, type DocumentType, type Header, type Names } from '../model/document.ts';
import type { LinkState } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import { type Column, type ListRow, NO_PLACE, type Row } from '../model/row.ts';
import { phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Sport } from '../rules/contract.ts';
import type { Version } from '../versions/versioned.ts';
import { type ClassifiedPhase, classify, type FinalPlace, medalOf } from './classification.ts';
import type { Field } from './field.ts';
import { reliabilityOf } from './list-header.ts';
import { identityOf, rowMark, withRulings } from './list-rows.ts';
import type { PartsField } from './parts-field.ts';
import { isFinalPhase, phasePosition } from './phase-order.ts';
import { type RecordsOfEvent, recordRows } from './records.ts';
import { joined, type Rulings, rulingsIn } from './rulings.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';

export interface EventParts {
  readonly rsc: Rsc;
  readonly sport: Sport;
  readonly ledger: UnitLedger;
  readonly units: readonly UnitField[];
  /** Lists of the event and of its phases. */
  readonly lists: readonly PartsField[];
  /** The sum that decides the event; null where a final does. */
  readonly sum: PartsField | null;
  readonly names: Names;
  readonly records: RecordsOfEvent | null;
  readonly linkState: (source: string) => LinkState;
}

interface EventPage {
  readonly header: Header;
  readonly rows: readonly Row[];
}

const DEFAULT_MEDALS: readonly number[] = [1, 2, 3];

const FINAL_TYPES = ['RANKING', 'MEDALLISTS'] as const;

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
  /** About the event itself: they hold whatever phase a competitor reached. */
  readonly #rulings: Rulings;

  constructor(parts: EventParts) {
    this.#parts = parts;
    this.#rulings = rulingsIn(parts.ledger);
  }

  publish(series: Series, asOf: string): Version[] {
    const isPublished = (type: DocumentType): boolean =>
      series.documents.has(channelOf({ type, unit: this.#parts.rsc, subcode: null }));
    const pages = [...this.#finalPages(isPublished), ...this.#recordsPages(isPublished)];
    return pages.flatMap(({ header, rows }) => series.renew(header, rows, asOf) ?? []);
  }

  /** Ranking and medallists: from the moment the final is decided; emptied when that is taken back. */
  #finalPages(isPublished: (type: DocumentType) => boolean): EventPage[] {
    const stale = FINAL_TYPES.filter(isPublished);
    // Most facts come before anything is decided: nothing to do then.
    if (stale.length === 0 && !this.#parts.units.some(({ decided }) => decided)) return [];
    const phases = this.#phases();
    const last = phases[0]?.field;
    const final = last !== undefined && this.#isFinal(last) ? last : null;
    if (final !== null && isDecided(final.status)) return this.#decidedPages(phases, final);
    const status = final?.status ?? 'START_LIST';
    return stale.map((type) => ({ header: this.#header(type, status, final), rows: [] }));
  }

  #decidedPages(phases: readonly ClassifiedPhase[], final: Field): EventPage[] {
    const medalPlaces = this.#medalPlaces(final);
    const rows = classify(phases, this.#parts.sport.irmKeepsPlace).map((place) =>
      this.#row(place, medalPlaces),
    );
    const medallists = rows.filter(({ place }) => place.medal !== undefined);
    return [
      { header: this.#header('RANKING', final.status, final), rows },
      { header: this.#header('MEDALLISTS', final.status, final), rows: medallists },
    ];
  }

  /** A sum over the event is the classification; else phases from the last to the first. */
  #phases(): ClassifiedPhase[] {
    const { lists, rsc, units, sport, sum } = this.#parts;
    if (sum !== null) return [this.#ruled(sum)];
    const fields = new Map<Rsc, Field>();
    for (const unit of units) fields.set(phaseRsc(unit.rsc), unit);
    for (const list of lists) if (list.rsc !== rsc) fields.set(list.rsc, list);
    const position = (field: Field): number => phasePosition(sport, field.rsc);
    return [...fields.values()]
      .filter((field) => field.entries.length > 0)
      .sort((one, other) => position(other) - position(one))
      .map((field) => this.#ruled(field));
  }

  #ruled(field: Field): ClassifiedPhase {
    return { field, placed: withRulings(field.placed, joined(field.rulings, this.#rulings)) };
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

  #row({ row, field, rank, rankEqual }: FinalPlace, medalPlaces: readonly number[]): ListRow {
    const { code } = row.entry.competitor;
    const ruling = this.#rulings.get(code) ?? field.rulings.get(code);
    const ruled = ruling === undefined ? rank : ruling.rank;
    const medal = ruling?.medal === undefined ? medalOf(ruled, medalPlaces) : ruling.medal;
    return {
      key: code,
      identity: identityOf(row.entry, field.rsc),
      mark: rowMark(row, field.markOf(row)),
      place: {
        ...NO_PLACE,
        rank: ruled,
        rankEqual,
        ...(medal === null ? {} : { medal }),
        ...(ruling === undefined ? {} : { ruling: ruling.reason }),
      },
    };
  }

  #header(type: DocumentType, status: ResultStatus, field: Field | null): Header {
    const { rsc, names, units, ledger, linkState } = this.#parts;
    const ledgers = [ledger, ...units.map((unit) => unit.ledger)];
    const isRuled = joined(field?.rulings ?? this.#rulings, this.#rulings).size > 0;
    return {
      type,
      unit: rsc,
      subcode: null,
      status,
      test: ledgers.some(({ test }) => test),
      rule: field?.rule.id ?? null,
      names,
      reliability: reliabilityOf(ledgers, status, linkState, isRuled),
      columns: type === 'RECORDS' ? rowsOf(type).columns : RANKING_COLUMNS,
      info: {},
    };
  }

  #recordsPages(isPublished: (type: DocumentType) => boolean): EventPage[] {
    const lines = this.#parts.records?.lines ?? [];
    if (lines.length === 0 && !isPublished('RECORDS')) return [];
    const header = this.#header('RECORDS', 'LIVE', null);
    return [{ header, rows: recordRows(lines) }];
  }
}
