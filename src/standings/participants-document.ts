import type { Competitor, CompetitorCode, Entry } from '../model/competitor.ts';
import type { Header } from '../model/document.ts';
import type { Identity, RowOf } from '../model/row.ts';
import type { RowList } from '../model/row-list.ts';
import { disciplineRsc, eventRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Sport } from '../rules/contract.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { identityOf } from './identity.ts';
import { SortedRows } from './sorted-rows.ts';

type Participant = RowOf<'PARTICIPANTS'>;

/** Everybody on a start list of the discipline, by code, with the events they are entered in. */
export class ParticipantsDocument {
  readonly #rows = new SortedRows<Participant>((one, other) =>
    one.key < other.key ? -1 : one.key > other.key ? 1 : 0,
  );
  /** Start lists as they were last. */
  readonly #listed = new Map<Rsc, Listed['entries']>();
  /** The units that each is listed in, and as whom. */
  readonly #entered = new Map<CompetitorCode, Map<Rsc, Competitor>>();
  #said: CompetitionSaid | null = null;
  #test = false;

  /** Whether somebody else is listed, or something else is said of them, than last time. */
  isOther(units: Iterable<Listed>, test: boolean, said: CompetitionSaid): boolean {
    if (test !== this.#test || said !== this.#said) return true;
    for (const { rsc, entries } of units) if (entries !== (this.#listed.get(rsc) ?? NOBODY)) return true;
    return false;
  }

  /** `units`: those whose start list may be another one than last time. */
  document(
    sport: Sport,
    units: Iterable<Listed>,
    test: boolean,
    said: CompetitionSaid,
  ): { header: Header; rows: RowList<Participant> } {
    const touched = new Set<CompetitorCode>();
    for (const unit of units) this.#follow(unit, touched);
    this.#test = test;
    // Names and flags are in every row.
    const codes = said === this.#said ? touched : this.#entered.keys();
    this.#said = said;
    for (const code of codes) this.#rows.set(code, this.#row(code, said));
    return { header: headerFor(sport, test), rows: this.#rows.rows };
  }

  /** Start lists of units that are not in memory. */
  takeUp(units: Iterable<Listed>): void {
    for (const unit of units) this.#follow(unit, new Set());
  }

  #follow({ rsc, entries }: Listed, touched: Set<CompetitorCode>): void {
    const before = this.#listed.get(rsc) ?? NOBODY;
    if (before === entries) return;
    this.#listed.set(rsc, entries);
    for (const { competitor } of before) {
      this.#entered.get(competitor.code)!.delete(rsc);
      touched.add(competitor.code);
    }
    for (const { competitor } of entries) {
      const { code } = competitor;
      const units = this.#entered.get(code);
      if (units === undefined) this.#entered.set(code, new Map([[rsc, competitor]]));
      else units.set(rsc, competitor);
      touched.add(code);
    }
  }

  /** As whom the first of the units lists them; null who is on no list any more. */
  #row(code: CompetitorCode, said: CompetitionSaid): Participant | null {
    const units = this.#entered.get(code)!;
    if (units.size === 0) {
      this.#entered.delete(code);
      return null;
    }
    const rscs = [...units.keys()].sort();
    const { startOrder: _, ...who } = identityOf(
      { competitor: units.get(rscs[0]!)!, startOrder: 0 },
      null,
      said,
    );
    const identity: Identity = { ...who, events: [...new Set(rscs.map(eventRsc))] };
    return { key: code, identity };
  }
}

/** A unit, and who starts in it. */
export interface Listed {
  readonly rsc: Rsc;
  readonly entries: readonly Pick<Entry, 'competitor'>[];
}

const NOBODY: Listed['entries'] = [];

function headerFor(sport: Sport, test: boolean): Header {
  return {
    type: 'PARTICIPANTS',
    unit: disciplineRsc(sport.discipline),
    subcode: null,
    status: 'START_LIST',
    test,
    rule: null,
    names: { discipline: sport.name },
    reliability: { ok: true, reasons: [] },
    columns: rowsOf('PARTICIPANTS').columns,
    info: {},
  };
}
