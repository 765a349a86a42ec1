import type { Competitor, CompetitorCode } from '../model/competitor.ts';
import type { Header } from '../model/document.ts';
import type { Identity, Row } from '../model/row.ts';
import { disciplineRsc, eventRsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Sport } from '../rules/contract.ts';
import { sameContent } from '../versions/same-content.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { identityOf } from './identity.ts';
import type { UnitField } from './unit-field.ts';

/** Everybody on a start list of the discipline, by code, with the events they are entered in. */
export class ParticipantsDocument {
  readonly #rows = new Map<
    CompetitorCode,
    { competitor: Competitor; entered: string; said: CompetitionSaid; row: Row }
  >();

  document(
    sport: Sport,
    units: readonly UnitField[],
    test: boolean,
    said: CompetitionSaid,
  ): { header: Header; rows: readonly Row[] } {
    const entered = new Map<CompetitorCode, { competitor: Competitor; events: Set<string> }>();
    for (const unit of units) {
      for (const { competitor } of unit.entries) {
        const known = entered.get(competitor.code) ?? { competitor, events: new Set() };
        entered.set(competitor.code, { competitor, events: known.events.add(eventRsc(unit.rsc)) });
      }
    }
    const codes = [...entered.keys()].sort();
    const rows = codes.map((code) =>
      this.#row(entered.get(code)!.competitor, [...entered.get(code)!.events].sort(), said),
    );
    return { header: headerFor(sport, test), rows };
  }

  #row(competitor: Competitor, events: readonly string[], said: CompetitionSaid): Row {
    const known = this.#rows.get(competitor.code);
    const entered = events.join();
    if (known?.competitor === competitor && known.entered === entered && known.said === said)
      return known.row;
    const { startOrder: _, ...who } = identityOf({ competitor, startOrder: 0 }, null, said);
    const identity: Identity = { ...who, events };
    const same = known !== undefined && sameContent(known.row.identity, identity);
    const row = same ? known.row : { key: competitor.code, identity };
    this.#rows.set(competitor.code, { competitor, entered, said, row });
    return row;
  }
}

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
