import { chunksOf, type Rows } from '../model/row-list.ts';
import { aligned } from './alignment.ts';

/** Rows that stand between the same neighbours in both lists, and are not the same. */
export interface Difference<R> {
  readonly oldStart: number;
  readonly newStart: number;
  readonly old: readonly R[];
  readonly now: readonly R[];
  /** How the two are aligned (see `aligned`). */
  readonly from: Int32Array;
}

/**
 * Where two versions of a list differ, from the top. Chunks that they share are passed over unseen, so the cost is that of
 * what changed; lists of one chunk each are one difference, cut down to what is not the same at its ends.
 */
export function differences<R extends object>(before: Rows<R>, after: Rows<R>): Difference<R>[] {
  if (before === after) return [];
  const [old, now] = [chunksOf(before), chunksOf(after)];
  const found: Difference<R>[] = [];
  let from = 0;
  let oldStart = 0;
  const most = Math.min(old.length, now.length);
  for (; from < most && old[from] === now[from]; from += 1) oldStart += old[from]!.length;
  let end = 0;
  while (end < most - from && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const [oldEnd, newEnd] = [old.length - end, now.length - end];
  let to = from;
  let newStart = oldStart;
  /** What lies between here and a chunk that both have. */
  const close = (oldUntil: number, newUntil: number): void => {
    const [oldRows, newRows] = [joined(old, from, oldUntil), joined(now, to, newUntil)];
    const difference = trimmed(oldRows, newRows, oldStart, newStart);
    if (difference !== null) found.push(difference);
    oldStart += oldRows.length;
    newStart += newRows.length;
  };
  const positions = new Map<readonly R[], number>();
  for (let index = from; index < oldEnd; index += 1) positions.set(old[index]!, index);
  for (let index = to; index < newEnd; index += 1) {
    const same = positions.get(now[index]!);
    if (same === undefined || same < from) continue;
    if (same > from || index > to) close(same, index);
    oldStart += now[index]!.length;
    newStart += now[index]!.length;
    from = same + 1;
    to = index + 1;
  }
  if (from < oldEnd || to < newEnd) close(oldEnd, newEnd);
  return found;
}

function joined<R extends object>(chunks: readonly (readonly R[])[], from: number, to: number): readonly R[] {
  return to - from === 1 ? chunks[from]! : chunks.slice(from, to).flat();
}

function trimmed<R extends object>(
  old: readonly R[],
  now: readonly R[],
  oldStart: number,
  newStart: number,
): Difference<R> | null {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (start + end === old.length && start + end === now.length) return null;
  const [gone, come] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return {
    oldStart: oldStart + start,
    newStart: newStart + start,
    old: gone,
    now: come,
    from: aligned(gone, come),
  };
}
