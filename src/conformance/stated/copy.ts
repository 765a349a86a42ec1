/** A screen's copy of a document and what a delta makes of it, written from `schemas/README.md` ("Deltas"). */

export type Fields = Readonly<Record<string, unknown>>;

export interface RowParts {
  readonly identity: Fields;
  readonly mark: Fields;
  readonly place: Fields;
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

export interface StatedPatch {
  readonly competitor: string;
  readonly sortOrder: number | null;
  readonly identity: Fields | null;
  readonly mark: Fields | null;
  readonly place: Fields | null;
}

/** Throws, with what does not fit, when the delta cannot be applied to this copy. */
export function applied(copy: Copy, delta: StatedDelta): Copy {
  const patches = new Map(delta.rows.map((patch) => [patch.competitor, patch]));
  const removed = new Set(delta.removed);
  const staying: RowParts[] = [];
  const placed: { row: RowParts; at: number }[] = [];
  for (const row of copy.rows) {
    const competitor = codeOf(row);
    if (removed.has(competitor)) continue;
    const patch = patches.get(competitor);
    patches.delete(competitor);
    const patched = patch === undefined ? row : patchedRow(row, patch);
    if (patch?.sortOrder == null) staying.push(patched);
    else placed.push({ row: patched, at: patch.sortOrder });
  }
  for (const { competitor, sortOrder, identity, mark, place } of patches.values()) {
    if (identity === null || mark === null || place === null || sortOrder === null)
      throw new Error(`the new row ${competitor} is not there whole`);
    placed.push({ row: { identity, mark, place }, at: sortOrder });
  }
  const rows = [...staying];
  for (const { row, at } of placed.sort((one, other) => one.at - other.at)) {
    if (at < 1 || at > rows.length + 1) throw new Error(`sortOrder ${at} is outside the list`);
    rows.splice(at - 1, 0, row);
  }
  const { channel, epoch, version, hash } = delta;
  return { channel, epoch, version, hash, header: delta.header ?? copy.header, rows };
}

export const codeOf = ({ identity }: RowParts): string => String(identity.competitor);

const patchedRow = (row: RowParts, { identity, mark, place }: StatedPatch): RowParts => ({
  identity: identity ?? row.identity,
  mark: mark ?? row.mark,
  place: place ?? row.place,
});
