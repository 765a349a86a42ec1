/** A start list: who starts where, with bests, and how they came here. */

import { inStartOrder, startPosition } from '../../client/start-order.ts';
import type { Document } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { Identity, ListRow } from '../../model/row.ts';

export interface Starter {
  readonly key: string;
  readonly identity: Identity;
  /** Lane, else order. */
  readonly position: string;
  /** `PB 9.80`, in the order of the kinds. */
  readonly bests: readonly string[];
  /** The row of the unit where the competitor qualified; null where these documents have none. */
  readonly cameFrom: { readonly header: Document['header']; readonly row: ListRow } | null;
}

/** `resultOf`: the document of a unit, null where there is none. */
export function startersOf(
  result: Pick<Document, 'header' | 'rows'>,
  resultOf: (unit: string) => Pick<Document, 'header' | 'rows'> | null,
): readonly Starter[] {
  return inStartOrder(listRows(result)).map((row) => starterOf(row, resultOf));
}

function starterOf(
  { key, identity }: ListRow,
  resultOf: (unit: string) => Pick<Document, 'header' | 'rows'> | null,
): Starter {
  const { bests = {}, previous } = identity;
  const before = previous === undefined ? null : resultOf(previous);
  const row = before === null ? undefined : listRows(before).find((each) => each.key === key);
  return {
    key,
    identity,
    position: startPosition(identity),
    bests: Object.keys(bests)
      .sort()
      .map((kind) => `${kind} ${bests[kind]}`),
    cameFrom: row === undefined ? null : { header: before!.header, row },
  };
}
