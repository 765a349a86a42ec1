import type { Row } from '../model/row.ts';

/** No row of the list before: new, or another object. */
export const NEW = -1;

/**
 * For each index of `after` the index in `before` of the very same object, where the two lists run in
 * parallel; NEW elsewhere. Indices rise, so rows with one kept their order among each other. One pass:
 * a row that moved leaves one break where it was and one where it is, everything between stays aligned.
 * Exact for what one fact changes; a list in quite another order gives more NEW than needed, never a wrong index.
 */
export function aligned(before: readonly object[], after: readonly object[]): Int32Array {
  const from = new Int32Array(after.length);
  let old = 0;
  for (let index = 0; index < after.length; index += 1) {
    const row = after[index];
    if (row === before[old]) {
      from[index] = old;
      old += 1;
    } else if (row === before[old + 1]) {
      from[index] = old + 1;
      old += 2;
    } else {
      from[index] = NEW;
      // Changed in place (the next rows agree again): step over the old one.
      if (after[index + 1] === before[old + 1]) old += 1;
    }
  }
  return from;
}

/** The row is the same object as it was and so is the one above it; or it was and is the first. */
export function followsAsBefore(from: Int32Array, index: number): boolean {
  if (from[index] === NEW) return false;
  if (index === 0) return from[0] === 0;
  return from[index - 1] !== NEW && from[index - 1] === from[index]! - 1;
}

/** The same of the row below, in a list that had so many rows before. */
export function leadsAsBefore(from: Int32Array, index: number, before: number): boolean {
  if (from[index] === NEW) return false;
  if (index === from.length - 1) return from[index] === before - 1;
  return from[index + 1] !== NEW && from[index + 1] === from[index]! + 1;
}

/** Old rows that are not in the new list as the same object: their indices, by key. */
export function notAligned(before: readonly Row[], from: Int32Array): Map<string, number> {
  const left = new Map<string, number>();
  let old = 0;
  const passOver = (until: number): void => {
    for (; old < until; old += 1) left.set(before[old]!.key, old);
  };
  for (const index of from) {
    if (index === NEW) continue;
    passOver(index);
    old += 1;
  }
  passOver(before.length);
  return left;
}
