import type { Delta } from '../model/delta.ts';
import type { Row } from '../model/row.ts';
import { RowDraft } from '../model/row-draft.ts';
import type { RowList } from '../model/row-list.ts';
import type { PartName } from '../model/shape/table.ts';
import { RowIndex } from './row-index.ts';

/**
 * The rows after a delta; null when it names a row that is not there and does not bring all `parts` of it, or puts one behind
 * the end. Costs what the delta names, not what the list holds.
 */
export function patchedRows(
  before: RowList<Row>,
  delta: Pick<Delta, 'rows' | 'removed'>,
  parts: readonly PartName[],
  index: Pick<RowIndex, 'of'> = new RowIndex(),
): RowList<Row> | null {
  const draft = new RowDraft(before);
  const leaving: number[] = [];
  for (const key of delta.removed) {
    const at = index.of(key, before);
    if (at >= 0) leaving.push(at);
  }
  const coming: { readonly row: Row; readonly at: number }[] = [];
  for (const { sortOrder, ...patch } of delta.rows) {
    const at = index.of(patch.key, before);
    if (at < 0 && (sortOrder === undefined || parts.some((part) => patch[part] === undefined))) return null;
    const row = at < 0 ? patch : { ...before.at(at), ...patch };
    if (sortOrder === undefined) draft.set(at, row);
    else {
      if (at >= 0) leaving.push(at);
      coming.push({ row, at: sortOrder - 1 });
    }
  }
  leaving.sort((one, other) => other - one);
  for (const at of leaving) draft.splice(at, 1, []);
  coming.sort((one, other) => one.at - other.at);
  for (const { row, at } of coming) {
    if (at > draft.length) return null;
    draft.splice(at, 0, [row]);
  }
  return draft.done();
}
