import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Competitor, CompetitorCode, Entry } from '../model/competitor.ts';
import type { DocumentType, Header, Names } from '../model/document.ts';
import type { IrmContent } from '../model/fact.ts';
import { withPlaces } from '../model/order.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import { type Column, type Identity, NO_PLACE, type Row, type StoredRow } from '../model/row.ts';
import { phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { SourceStand } from '../model/source-stand.ts';
import type { Placed } from '../rules/rank.ts';
import type { Version } from '../versions/versioned.ts';
import type { Arrangement } from './arrangement.ts';
import { classify, DEFAULT_MEDALS, type FinalPlace, medalOf, type PlacesGroup } from './classification.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { EventRecords } from './event-records.ts';
import type { Field } from './field.ts';
import { identityOf } from './identity.ts';
import { reliabilityOf } from './list-header.ts';
import { rowMark } from './list-rows.ts';
import { type PartsField, statedOf, statusOver } from './parts-field.ts';
import { placesGroups } from './places-groups.ts';
import { recordRows } from './record-table.ts';
import { joined, type Rulings, rulingsIn } from './rulings.ts';
import type { Series } from './series.ts';

export interface EventParts {
  readonly rsc: Rsc;
  readonly ledger: UnitLedger;
  readonly arrangement: Arrangement;
  /** Lists of the event and of its phases. */
  readonly lists: readonly PartsField[];
  /** The mark by which a competitor has lost the place in the whole event. */
  outBy(competitor: CompetitorCode): IrmContent | null;
  readonly names: Names;
  readonly records: Pick<EventRecords, 'lines'> | null;
  readonly standOf: (source: string) => SourceStand;
  readonly said: CompetitionSaid;
}

interface EventDocument {
  readonly header: Header;
  readonly rows: readonly Row[];
}

const FINAL_TYPES = ['RANKING', 'MEDALLISTS'] as const;

const RANKING_COLUMNS: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 4 },
  { code: 'RESULT', label: 'Result', source: 'result', align: 'right', width: 9 },
  { code: 'MEDAL', label: 'Medal', source: 'medal', align: 'left', width: 6 },
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
    const isPublished = (type: DocumentType): boolean => series.isPublished(type, this.#parts.rsc);
    const documents = [...this.#finalDocuments(isPublished), ...this.#recordsDocuments(isPublished)];
    return documents.flatMap(({ header, rows }) => series.renew(header, rows, asOf) ?? []);
  }

  /** Ranking and medallists: from the moment a medal is decided; emptied when that is taken back. */
  #finalDocuments(isPublished: (type: DocumentType) => boolean): EventDocument[] {
    const stale = FINAL_TYPES.filter(isPublished);
    // Most facts come before anything is decided: nothing to do then.
    if (stale.length === 0 && !this.#parts.arrangement.units.some(({ decided }) => decided)) return [];
    const groups = placesGroups({ ...this.#parts, rulings: this.#rulings });
    const medals = groups.filter((group) => group.medals).flatMap(({ fields }) => fields);
    const isDecidedIn = ({ fields }: PlacesGroup): boolean => isDecided(this.#statusOf(fields));
    if (groups.some((group) => group.medals && isDecidedIn(group)))
      return this.#decidedDocuments(groups, medals);
    const status = medals.length === 0 ? 'START_LIST' : this.#statusOf(medals);
    return stale.map((type) => ({ header: this.#header(type, status, medals), rows: [] }));
  }

  #decidedDocuments(groups: readonly PlacesGroup[], medals: readonly Field[]): EventDocument[] {
    const { plan } = this.#parts.arrangement;
    const places = classify(groups, plan.irmKeepsPlace ?? []).map((place) => ({
      place,
      ...this.#row(place),
    }));
    const medallists = places.filter(({ row }) => row.place.medal !== undefined);
    // Medals hang on the medal units alone; the places behind them on every phase.
    const fields = groups.flatMap((group) => group.fields);
    const withEverybody = medallists.map(({ place, row, ...given }) => ({
      row: { ...row, identity: this.#everybody(place, fields) },
      ...given,
    }));
    return [
      { header: this.#header('RANKING', this.#statusOf(fields), medals), rows: withPlaces(places) },
      {
        header: this.#header('MEDALLISTS', this.#statusOf(medals), medals),
        rows: withPlaces(withEverybody),
      },
    ];
  }

  /** As far as the least advanced of them, and no further than what was said of the event itself. */
  #statusOf(fields: readonly Field[]): ResultStatus {
    return statusOver([...fields.map(({ status }) => status), ...statedOf(this.#parts.ledger)]);
  }

  /**
   * Which places of the final that the row was won in are medals: as its units say, else as phase or
   * event do. Another final than the first one has medals only where its units say so (a small final).
   */
  #medalPlaces({ tier }: Placed<unknown>, final: Field): readonly number[] {
    const of = final.placed.filter((row) => row.tier === tier).map(({ entry }) => entry.competitor.code);
    const rscs = new Set(of.map((code) => final.unitOf?.(code) ?? final.rsc));
    const own = this.#parts.arrangement.units.filter(({ rsc }) => rscs.has(rsc));
    const said = own.flatMap(({ setup }) => setup.medals ?? []);
    if (said.length > 0 || own.some(({ setup }) => setup.medals !== undefined)) return said;
    if (tier > 0) return [];
    return final.setup.medals ?? this.#parts.ledger.whole('setup')?.content.medals ?? DEFAULT_MEDALS;
  }

  #row({ row, field, rank, rankEqual, earned }: FinalPlace) {
    const { code } = row.entry.competitor;
    const ruling = this.#rulings.get(code) ?? field.rulings.get(code);
    const ruled = ruling === undefined ? rank : ruling.rank;
    const won = earned || ruling?.rank != null ? medalOf(ruled, this.#medalPlaces(row, field)) : null;
    const medal = ruling?.medal === undefined ? won : ruling.medal;
    const listed: StoredRow = {
      key: code,
      identity: identityOf(row.entry, field.rsc, this.#parts.said),
      mark: rowMark(row, field.markOf(row)),
      place: {
        ...NO_PLACE,
        ...(medal === null ? {} : { medal }),
        ...(ruling === undefined ? {} : { ruling: ruling.reason }),
      },
    };
    return { row: listed, rank: ruled, rankEqual };
  }

  /** A medal is everybody's who competed for the team in any phase, not only of those in the final. */
  #everybody({ row, field }: FinalPlace, fields: readonly Field[]): Identity {
    const { competitor } = row.entry;
    const { said } = this.#parts;
    const members = new Map<CompetitorCode, Competitor>();
    for (const each of fields)
      for (const entry of this.#entriesOf(competitor.code, each))
        for (const member of entry.competitor.members ?? [])
          if (!members.has(member.code)) members.set(member.code, member);
    if (members.size === (competitor.members?.length ?? 0)) return identityOf(row.entry, field.rsc, said);
    return identityOf(
      { ...row.entry, competitor: { ...competitor, members: [...members.values()] } },
      field.rsc,
      said,
    );
  }

  /** Start lists of a phase that name the competitor: its own, and those of its units. */
  #entriesOf(code: CompetitorCode, { rsc, entries }: Field): Entry[] {
    const units = this.#parts.arrangement.units.filter(
      (unit) => !unit.cancelled && phaseRsc(unit.rsc) === phaseRsc(rsc),
    );
    return [entries, ...units.map((unit) => unit.entries)].flatMap((list) =>
      list.filter(({ competitor }) => competitor.code === code),
    );
  }

  #header(type: DocumentType, status: ResultStatus, medals: readonly Field[]): Header {
    const { rsc, names, ledger, standOf } = this.#parts;
    const { units } = this.#parts.arrangement;
    const [field = null] = medals;
    const isRuled = joined(field?.rulings ?? this.#rulings, this.#rulings).size > 0;
    return {
      type,
      unit: rsc,
      subcode: null,
      status,
      test: ledger.isTest(() => true) || units.some(({ test }) => test),
      rule: field?.rule.id ?? null,
      names,
      reliability: reliabilityOf({ units, above: ledger, status, ruled: isRuled }, standOf),
      columns: type === 'RECORDS' ? rowsOf(type).columns : RANKING_COLUMNS,
      info: {},
    };
  }

  #recordsDocuments(isPublished: (type: DocumentType) => boolean): EventDocument[] {
    const lines = this.#parts.records?.lines ?? [];
    if (lines.length === 0 && !isPublished('RECORDS')) return [];
    const header = this.#header('RECORDS', 'LIVE', []);
    return [{ header, rows: recordRows(lines) }];
  }
}
