import type { Row } from '../model/row.ts';
import { listLike } from '../model/row-draft.ts';
import type { RowList, Rows } from '../model/row-list.ts';
import { sameContent } from '../model/same-content.ts';

/** The old object where it says the same as the new one: `===` then tells what changed. */
export const kept = <T extends object>(old: T | undefined, now: T): T =>
  old !== undefined && sameContent(old, now) ? old : now;

/** The old row where it says the same; else the new one with the old objects of the parts that do. */
export function keptRow<R extends Row>(old: R, row: R): R {
  let made: R | null = null;
  let isSame = true;
  for (const name in row) {
    const [before, now] = [old[name] as object | undefined, row[name] as object];
    if (before === now) continue;
    if (before === undefined || !sameContent(before, now)) isSame = false;
    else made = { ...(made ?? row), [name]: before };
  }
  if (isSame) return old;
  return made ?? row;
}

/** Rows that were made anew, with the old objects wherever a row or a part of it says the same. */
export function keptRows(before: RowList<Row>, after: Rows<Row>): RowList<Row> {
  const known = new Map(before.map((row) => [row.key, row]));
  const rows = after.map((row) => {
    const old = known.get(row.key);
    if (old === undefined || old === row) return row;
    return keptRow(old, row);
  });
  return listLike(before, rows);
}
