import type { CompetitorCode } from '../model/competitor.ts';
import type { Row } from '../model/row.ts';

/**
 * The fewest competitors that have to be taken out and put in elsewhere to get from one order to
 * the other; all others keep their order among each other. New rows count as moved, rows that left
 * do not. The rest is a longest increasing subsequence of old positions: O(n log n), and O(n) for
 * the ordinary case of one row that changed its place.
 */
export function movedRows(before: readonly Row[], after: readonly Row[]): CompetitorCode[] {
  const one = singleMove(before, after);
  if (one !== null) return [one];
  const oldIndex = new Map<CompetitorCode, number>();
  for (let index = 0; index < before.length; index += 1)
    oldIndex.set(before[index]!.identity.competitor, index);
  const positions: number[] = [];
  const known: CompetitorCode[] = [];
  const moved: CompetitorCode[] = [];
  for (const row of after) {
    const { competitor } = row.identity;
    const index = oldIndex.get(competitor);
    if (index === undefined) moved.push(competitor);
    else {
      positions.push(index);
      known.push(competitor);
    }
  }
  const staying = longestIncreasing(positions);
  for (let index = 0; index < known.length; index += 1) if (!staying.has(index)) moved.push(known[index]!);
  return moved;
}

/** The one competitor that moved while everybody between shifted by one; null when it is not so simple. */
function singleMove(before: readonly Row[], after: readonly Row[]): CompetitorCode | null {
  if (before.length !== after.length) return null;
  const at = (rows: readonly Row[], index: number): CompetitorCode => rows[index]!.identity.competitor;
  let first = 0;
  while (first < after.length && at(before, first) === at(after, first)) first += 1;
  if (first === after.length) return null;
  let last = after.length - 1;
  while (at(before, last) === at(after, last)) last -= 1;
  if (at(after, first) === at(before, last)) {
    for (let index = first; index < last; index += 1)
      if (at(before, index) !== at(after, index + 1)) return null;
    return at(after, first);
  }
  if (at(after, last) === at(before, first)) {
    for (let index = first; index < last; index += 1)
      if (at(before, index + 1) !== at(after, index)) return null;
    return at(after, last);
  }
  return null;
}

/** Indices of one longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Array<number>(values.length).fill(-1);
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
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) chosen.add(index);
  return chosen;
}
