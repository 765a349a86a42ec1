import type { Fact } from '../model/fact.ts';

/** Facts looked up by whom or what they are about, and counted in the same way. */

/** Sets or deletes what an index holds for a key. */
export function put<By>(
  index: Map<By, Map<string, Fact>>,
  by: By,
  key: string,
  fact: Fact | undefined,
): void {
  let facts = index.get(by);
  if (facts === undefined) {
    facts = new Map();
    index.set(by, facts);
  }
  if (fact === undefined) facts.delete(key);
  else facts.set(key, fact);
  if (facts.size === 0) index.delete(by);
}

export function addTo<By>(counts: Map<By, number>, by: By, count: 1 | -1): void {
  const sum = (counts.get(by) ?? 0) + count;
  if (sum === 0) counts.delete(by);
  else counts.set(by, sum);
}

/** Numbers inside keys compare as numbers: attempt 10 comes after attempt 9. */
export function byKey([one]: [string, Fact], [other]: [string, Fact]): number {
  const ones = one.split('|');
  const others = other.split('|');
  for (let index = 0; index < Math.max(ones.length, others.length); index += 1) {
    const a = ones[index] ?? '';
    const b = others[index] ?? '';
    if (a === b) continue;
    const difference = Number(a) - Number(b);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return a < b ? -1 : 1;
  }
  return 0;
}
