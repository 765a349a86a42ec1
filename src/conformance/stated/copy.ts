/** A screen's copy of a document and what a delta makes of it, written from `schemas/README.md` ("Deltas"). */
import { partsOf } from './rows.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A row: its key, and its parts by name. */
export interface RowParts {
  readonly key: string;
  readonly parts: Readonly<Record<string, Fields>>;
}

export interface Copy {
  readonly channel: string;
  readonly epoch: string;
  readonly version: number;
  readonly hash: string;
  readonly header: Fields;
  readonly rows: readonly RowParts[];
}

export interface StatedDelta {
  readonly channel: string;
  readonly epoch: string;
  readonly base: number;
  readonly version: number;
  readonly hash: string;
  readonly header: Fields | null;
  readonly rows: readonly StatedPatch[];
  readonly removed: readonly string[];
}

/** The parts that changed. */
export interface StatedPatch extends RowParts {
  readonly sortOrder: number | null;
}

/** Throws, with what does not fit, when the delta cannot be applied to this copy. */
export function applied(copy: Copy, delta: StatedDelta): Copy {
  const patches = new Map(delta.rows.map((patch) => [patch.key, patch]));
  const removed = new Set(delta.removed);
  const staying: RowParts[] = [];
  const placed: { row: RowParts; at: number }[] = [];
  for (const row of copy.rows) {
    if (removed.has(row.key)) continue;
    const patch = patches.get(row.key);
    patches.delete(row.key);
    const patched = { key: row.key, parts: { ...row.parts, ...patch?.parts } };
    if (patch?.sortOrder == null) staying.push(patched);
    else placed.push({ row: patched, at: patch.sortOrder });
  }
  const wanted = partsOf(copy.channel);
  for (const { key, parts, sortOrder } of patches.values()) {
    if (wanted.some((part) => parts[part] === undefined) || sortOrder === null)
      throw new Error(`the new row ${key} is not there whole`);
    placed.push({ row: { key, parts }, at: sortOrder });
  }
  const rows = [...staying];
  for (const { row, at } of placed.sort((one, other) => one.at - other.at)) {
    if (at < 1 || at > rows.length + 1) throw new Error(`sortOrder ${at} is outside the list`);
    rows.splice(at - 1, 0, row);
  }
  const { channel, epoch, version, hash } = delta;
  return { channel, epoch, version, hash, header: delta.header ?? copy.header, rows };
}
