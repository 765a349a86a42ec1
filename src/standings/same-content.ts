import type { Row } from '../model/row.ts';

/** Do two JSON-like values say the same? A field that is undefined is as good as not there. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, index) => sameContent(each, other[index]))
    );
  }
  return !Array.isArray(other) && sameFields(one as Fields, other as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function sameFields(one: Fields, other: Fields): boolean {
  for (const key in one) if (!sameContent(one[key], other[key])) return false;
  for (const key in other) if (one[key] === undefined && other[key] !== undefined) return false;
  return true;
}

/** The old object where it says the same as the new one: `===` then tells what changed. */
export const kept = <T extends object>(old: T | undefined, now: T): T =>
  old !== undefined && sameContent(old, now) ? old : now;

/** Rows that were made anew, with the old objects wherever a row or a part of it says the same. */
export function keptRows(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.identity.competitor, row]));
  const rows = after.map((row) => {
    const old = known.get(row.identity.competitor);
    if (old === undefined || old === row) return row;
    const parts = {
      identity: kept(old.identity, row.identity),
      mark: kept(old.mark, row.mark),
      place: kept(old.place, row.place),
    };
    const same = parts.identity === old.identity && parts.mark === old.mark && parts.place === old.place;
    return same ? old : parts;
  });
  return rows.length === before.length && rows.every((row, index) => row === before[index]) ? before : rows;
}
