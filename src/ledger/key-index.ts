import type { Fact } from '../model/fact.ts';
import { PartedMap } from '../model/parted-map.ts';

/** Facts looked up by whom or what they are about, and counted in the same way. */

/** Sets or deletes what an index holds for a key. */
export function put(
  index: PartedMap<PartedMap<Fact>>,
  by: string,
  key: string,
  fact: Fact | undefined,
): void {
  let facts = index.get(by);
  if (facts === undefined) {
    facts = new PartedMap();
    index.set(by, facts);
  }
  if (fact !== undefined) facts.set(key, fact);
  else {
    facts.delete(key);
    if (facts.isEmpty) index.delete(by);
  }
}

export function addTo(counts: PartedMap<number>, by: string, count: 1 | -1): void {
  const sum = (counts.get(by) ?? 0) + count;
  if (sum === 0) counts.delete(by);
  else counts.set(by, sum);
}

/** Numbers inside keys compare as numbers: attempt 10 comes after attempt 9. */
export function byKey([one]: [string, Fact], [other]: [string, Fact]): number {
  const start = firstOther(one, other);
  const a = fieldAt(one, start);
  const b = fieldAt(other, start);
  if (a === b) return one.length - other.length;
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference) && difference !== 0) return difference;
  return a < b ? -1 : 1;
}

/** Where the first field begins that is not the same in both; the end where there is none. */
function firstOther(one: string, other: string): number {
  let start = 0;
  let index = 0;
  for (; index < one.length && one[index] === other[index]; index += 1)
    if (one[index] === SEPARATOR) start = index + 1;
  const isEnd = (char: string | undefined): boolean => char === undefined || char === SEPARATOR;
  return isEnd(one[index]) && isEnd(other[index]) ? index + 1 : start;
}

function fieldAt(key: string, start: number): string {
  const end = key.indexOf(SEPARATOR, start);
  return end < 0 ? key.slice(start) : key.slice(start, end);
}

const SEPARATOR = '|';
