import type { Row } from '../model/row.ts';
import { aligned, NEW, notAligned } from './alignment.ts';

/**
 * Indices in `after` of the fewest rows that have to be taken out and put in elsewhere to get from one
 * order to the other; all others keep their order among each other. New rows count as moved, rows that
 * left do not.
 *
 * `from`: how the lists are aligned; `left`: old indices of the rows that are not aligned. Where one row
 * is not aligned (the ordinary case) a look at its neighbours is enough; else the rows that stay are a
 * longest increasing subsequence of old indices, O(n log n).
 */
export function movedRows(
  before: readonly Row[],
  after: readonly Row[],
  from: Int32Array = aligned(before, after),
  left: ReadonlyMap<string, number> = notAligned(before, from),
): number[] {
  const moved: number[] = [];
  const loose: number[] = [];
  for (let index = 0; index < after.length; index += 1) {
    if (from[index] !== NEW) continue;
    if (left.has(after[index]!.key)) loose.push(index);
    else moved.push(index);
  }
  if (loose.length === 0) return moved;
  const oldIndex = (index: number): number =>
    from[index] === NEW ? (left.get(after[index]!.key) ?? NEW) : from[index]!;
  if (loose.length === 1 && moved.length === 0) {
    const [only] = loose as [number];
    const own = oldIndex(only);
    const above = only === 0 ? NEW : oldIndex(only - 1);
    const below = only === after.length - 1 ? before.length : oldIndex(only + 1);
    return above < own && own < below ? [] : [only];
  }
  const known = Array.from(after.keys()).filter((index) => oldIndex(index) !== NEW);
  const staying = longestIncreasing(known.map(oldIndex));
  for (const [position, index] of known.entries()) {
    if (!staying.has(position)) moved.push(index);
  }
  return moved;
}

/** Positions of one longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Array<number>(values.length).fill(NEW);
  for (let index = 0; index < values.length; index += 1) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < values[index]!) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1]!;
    tails[low] = index;
  }
  const chosen = new Set<number>();
  for (let index = tails.at(-1) ?? NEW; index >= 0; index = previous[index]!) chosen.add(index);
  return chosen;
}
