/** A start list: who starts where, with bests, how they came here, and what else they have done in these documents. */

import { inStartOrder, startPosition } from '../../client/start-order.ts';
import type { Document } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { Identity, ListRow } from '../../model/row.ts';
import { bestsOf } from './bests.ts';
import { inOrder } from './document-list.ts';

export interface Starter {
  readonly key: string;
  readonly identity: Identity;
  /** Lane, else order. */
  readonly position: string;
  /** `PB 9.80`, in the order of the kinds. */
  readonly bests: readonly string[];
  /** In the unit where the competitor qualified; null where these documents have none. */
  readonly cameFrom: Done | null;
  /** In other units, in the order of events and phases. */
  readonly soFar: readonly Done[];
}

/** A competitor's row in another unit. */
export interface Done {
  readonly header: Document['header'];
  readonly row: ListRow;
}

type Standings = Pick<Document, 'header' | 'rows'>;

/** `documents`: of the sport, as far as there are any. */
export function startersOf(result: Standings, documents: readonly Standings[]): readonly Starter[] {
  const rows = inStartOrder(listRows(result));
  const done = doneBy(new Set(rows.map(({ key }) => key)), elsewhere(result, documents));
  return rows.map(({ key, identity }) => {
    const { previous } = identity;
    const all = done.get(key) ?? [];
    return {
      key,
      identity,
      position: startPosition(identity),
      bests: bestsOf(identity),
      cameFrom: all.find(({ header }) => header.unit === previous) ?? null,
      soFar: all.filter(({ header }) => header.unit !== previous),
    };
  });
}

/** Results of other units in which something was done. */
const elsewhere = ({ header: own }: Standings, documents: readonly Standings[]): readonly Standings[] =>
  documents
    .filter(
      ({ header: { type, unit, subcode } }) => type === 'RESULT' && subcode === null && unit !== own.unit,
    )
    .filter(({ header }) => header.status !== 'START_LIST')
    .toSorted((one, other) => inOrder(one.header, other.header));

/** Most lists have none of them, and are not worked out. */
function doneBy(
  starters: ReadonlySet<string>,
  results: readonly Standings[],
): ReadonlyMap<string, readonly Done[]> {
  const done = new Map<string, Done[]>();
  for (const result of results) {
    if (![...result.rows].some(({ key }) => starters.has(key))) continue;
    for (const row of listRows(result))
      if (starters.has(row.key) && (row.mark.result !== null || row.mark.irm !== null))
        done.set(row.key, [...(done.get(row.key) ?? []), { header: result.header, row }]);
  }
  return done;
}
