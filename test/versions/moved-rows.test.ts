import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/row.ts';
import { movedRows } from '../../src/versions/moved-rows.ts';

const rowsOf = (codes: readonly string[]): Row[] =>
  codes.map((key) => ({ key, identity: { kind: 'ATHLETE', name: key, organisation: 'ITA' } }));

const moved = (before: string, after: string): string[] => movedCodes([...before], [...after]).sort();

const movedCodes = (before: readonly string[], after: readonly string[]): string[] =>
  movedRows(rowsOf(before), rowsOf(after)).map((index) => after[index]!);

/** All subsets of the competitors, smallest first. */
function fewest(before: readonly string[], after: readonly string[]): number {
  const staying = after.filter((code) => before.includes(code));
  for (let size = 0; size <= staying.length; size += 1) {
    for (let mask = 0; mask < 1 << staying.length; mask += 1) {
      const out = staying.filter((_, index) => (mask >> index) & 1);
      if (out.length !== size) continue;
      const rest = (codes: readonly string[]) =>
        codes.filter((code) => staying.includes(code) && !out.includes(code)).join();
      if (rest(before) === rest(after)) return size + after.length - staying.length;
    }
  }
  return Number.POSITIVE_INFINITY;
}

const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']);

describe('moved rows', () => {
  test.each([
    ['abcd', 'abcd', ''],
    ['abcd', 'dabc', 'd'],
    ['abcd', 'bcda', 'a'],
    ['abcd', 'acbd', 'c'],
    ['abc', 'abcx', 'x'],
    ['abc', 'ac', ''],
    ['', 'ab', 'ab'],
    ['ab', '', ''],
  ])('from "%s" to "%s" the competitors "%s" move', (before, after, expected) => {
    const result = moved(before, after);
    if (before === 'abcd' && after === 'acbd') expect(['b', 'c']).toContain(result.join());
    else expect(result.join('')).toBe(expected);
  });

  test('all who do not move keep their order, and no smaller number would do', () => {
    fc.assert(
      fc.property(order, order, (before, after) => {
        const out = movedCodes(before, after);
        const rest = (codes: readonly string[], others: readonly string[]) =>
          codes.filter((code) => others.includes(code) && !out.includes(code));
        expect(rest(before, after)).toEqual(rest(after, before));
        expect(out.length).toBe(fewest(before, after));
        expect(new Set(out).size).toBe(out.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
