/** One competitor through all documents of a discipline: who it is, what was done so far, which records. */

import { type SplitPoint, splitPoints } from '../../client/split-points.ts';
import type { Document } from '../../model/document.ts';
import { isOfType, listRows } from '../../model/document.ts';
import type { Identity, ListRow, RecordLine } from '../../model/row.ts';
import { inOrder } from './document-list.ts';

export interface CompetitorCard {
  readonly identity: Identity;
  /** Results of units, in the order in which they are held; `points`: of the list that the row is in. */
  readonly results: readonly UnitResult[];
  readonly records: readonly RecordLine[];
}

export interface UnitResult {
  readonly header: Document['header'];
  readonly row: ListRow;
  readonly points: readonly SplitPoint[];
}

/** Null where nobody of that code is in any document. */
export function competitorCard(competitor: string, documents: readonly Document[]): CompetitorCard | null {
  const results = documents
    .filter(({ header }) => header.type === 'RESULT' && header.subcode === null)
    .flatMap((document) => {
      const row = listRows(document).find(({ key }) => key === competitor);
      return row === undefined ? [] : [{ header: document.header, row, points: splitPoints(document) }];
    })
    .sort((one, other) => inOrder(one.header, other.header));
  const records = documents.flatMap((document) =>
    isOfType(document, 'RECORDS')
      ? document.rows.map(({ record }) => record).filter((record) => record.competitor === competitor)
      : [],
  );
  const identity = results.at(-1)?.row.identity ?? participant(competitor, documents);
  return identity === undefined ? null : { identity, results, records };
}

function participant(competitor: string, documents: readonly Document[]): Identity | undefined {
  for (const { header, rows } of documents)
    if (header.type === 'PARTICIPANTS') {
      const found = rows.find(({ key }) => key === competitor);
      if (found?.identity !== undefined) return found.identity;
    }
  return undefined;
}
