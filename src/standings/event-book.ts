import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Competitor, CompetitorCode, Entry } from '../model/competitor.ts';
import { channelOf, type DocumentType, type Header, type Names } from '../model/document.ts';
import type { LinkState } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import { type Column, type Identity, type ListRow, NO_PLACE, type Row } from '../model/row.ts';
import { phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Sport } from '../rules/contract.ts';
import type { Placed } from '../rules/rank.ts';
import type { Version } from '../versions/versioned.ts';
import { type ClassifiedPhase, classify, type FinalPlace, medalOf } from './classification.ts';
import type { Field } from './field.ts';
import { reliabilityOf } from './list-header.ts';
import { identityOf, rowMark, withRulings } from './list-rows.ts';
import { type PartsField, statedOf, statusOver } from './parts-field.ts';
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
    const status = final === null ? 'START_LIST' : this.#statusOf([final]);
    if (final !== null && isDecided(status)) return this.#decidedPages(phases, final);
    return stale.map((type) => ({ header: this.#header(type, status, final), rows: [] }));
  }

  #decidedPages(phases: readonly ClassifiedPhase[], final: Field): EventPage[] {
    const places = classify(phases, this.#parts.sport.irmKeepsPlace).map((place) => ({
      place,
      row: this.#row(place, final),
    }));
    const medallists = places.filter(({ row }) => row.place.medal !== undefined);
    // Medals hang on the final alone; the places behind it on every phase.
    const ranking = this.#statusOf(phases.map(({ field }) => field));
    return [
      { header: this.#header('RANKING', ranking, final), rows: places.map(({ row }) => row) },
      {
        header: this.#header('MEDALLISTS', this.#statusOf([final]), final),
        rows: medallists.map(({ place, row }) => ({ ...row, identity: this.#everybody(place, phases) })),
      },
    ];
  }

  /** As far as the least advanced of them, and no further than what was said of the event itself. */
  #statusOf(fields: readonly Field[]): ResultStatus {
    return statusOver([...fields.map(({ status }) => status), ...statedOf(this.#parts.ledger)]);
  }

  /** A sum over the event is the classification; else phases from the last to the first. */
  #phases(): ClassifiedPhase[] {
    const { lists, rsc, units, sport, sum } = this.#parts;
    if (sum !== null) return [this.#ruled(sum)];
    const fields = new Map<Rsc, Field>();
    for (const unit of units) if (isAlone(unit, units)) fields.set(phaseRsc(unit.rsc), unit);
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

  /**
   * Which places of the final that the row was won in are medals: as its units say, else as phase or
   * event do. Another final than the first one has medals only where its units say so (a small final).
   */
  #medalPlaces({ tier }: Placed<unknown>, final: Field): readonly number[] {
    const of = final.placed.filter((row) => row.tier === tier).map(({ entry }) => entry.competitor.code);
    const rscs = new Set(of.map((code) => final.unitOf?.(code) ?? final.rsc));
    const own = this.#parts.units.filter(({ rsc }) => rscs.has(rsc));
    const said = own.flatMap(({ setup }) => setup.medals ?? []);
    if (said.length > 0 || own.some(({ setup }) => setup.medals !== undefined)) return said;
    if (tier > 0) return [];
    return final.setup.medals ?? this.#parts.ledger.whole('setup')?.content.medals ?? DEFAULT_MEDALS;
  }

  #row({ row, field, rank, rankEqual, earned }: FinalPlace, final: Field): ListRow {
    const { code } = row.entry.competitor;
    const ruling = this.#rulings.get(code) ?? field.rulings.get(code);
    const ruled = ruling === undefined ? rank : ruling.rank;
    const won = earned || ruling?.rank != null ? medalOf(ruled, this.#medalPlaces(row, final)) : null;
    const medal = ruling?.medal === undefined ? won : ruling.medal;
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

  /** A medal is everybody's who competed for the team in any phase, not only of those in the final. */
  #everybody({ row, field }: FinalPlace, phases: readonly ClassifiedPhase[]): Identity {
    const { competitor } = row.entry;
    const members = new Map<CompetitorCode, Competitor>();
    for (const { field: each } of phases)
      for (const entry of this.#entriesOf(competitor.code, each))
        for (const member of entry.competitor.members ?? [])
          if (!members.has(member.code)) members.set(member.code, member);
    if (members.size === (competitor.members?.length ?? 0)) return identityOf(row.entry, field.rsc);
    return identityOf(
      { ...row.entry, competitor: { ...competitor, members: [...members.values()] } },
      field.rsc,
    );
  }

  /** Start lists of a phase that name the competitor: its own, and those of its units. */
  #entriesOf(code: CompetitorCode, { rsc, entries }: Field): Entry[] {
    const units = this.#parts.units.filter((unit) => !unit.cancelled && phaseRsc(unit.rsc) === phaseRsc(rsc));
    return [entries, ...units.map((unit) => unit.entries)].flatMap((list) =>
      list.filter(({ competitor }) => competitor.code === code),
    );
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
      test: ledger.isTest(() => true) || units.some(({ test }) => test),
      rule: field?.rule.id ?? null,
      names,
      reliability: reliabilityOf(ledgers, status, linkState, {
        ruled: isRuled,
        stopped: units.some(({ fault }) => fault !== null),
      }),
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

/** The only unit that counts in its phase: then the unit is the phase's list, where the sport makes none. */
const isAlone = (unit: UnitField, units: readonly UnitField[]): boolean =>
  !unit.cancelled &&
  units.every((other) => other === unit || other.cancelled || phaseRsc(other.rsc) !== phaseRsc(unit.rsc));
