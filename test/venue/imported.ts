/** What an imported file comes to, in few words. */
import { expect } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { type Document, listRows } from '../../src/model/document.ts';
import { partsOf } from '../../src/model/rsc.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import type { ImportReport } from '../../src/venue/import/report.ts';

export interface Imported {
  readonly facts: Iterable<Readonly<Record<string, unknown>>>;
  readonly report: ImportReport;
  readonly lines: number;
}

/** The lists of phases, and of units that are in none, as the engine makes them; no fact may be refused. */
function listsOf({ facts }: Imported): Document[] {
  const competition = new OfflineCompetition();
  for (const fact of facts) expect(competition.takeWire(fact as unknown as WireFact)).toBeNull();
  const documents = [...competition.documents()];
  const phases = documents.filter(({ header }) => header.type === 'PHASE_RESULT');
  return phases.length > 0 ? phases : documents.filter(({ header }) => header.type === 'RESULT');
}

const nameOf = ({ header }: Document): string => {
  const { discipline, gender, event, phase } = partsOf(header.unit);
  return header.type === 'RESULT' ? (header.names.event ?? event) : `${discipline}${gender}${event} ${phase}`;
};

/** By list: `code rank-or-mark result` of each row. */
export const rowsOf = (imported: Imported): Record<string, string[]> =>
  Object.fromEntries(
    listsOf(imported).map((list) => [
      nameOf(list),
      listRows(list).map(
        ({ key, mark, place }) => `${key} ${place.rank ?? mark.irm ?? ''} ${mark.result ?? ''}`,
      ),
    ]),
  );

export const statusesOf = (imported: Imported): Record<string, string> =>
  Object.fromEntries(listsOf(imported).map((list) => [nameOf(list), list.header.status]));
