import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartedMap } from '../../src/model/parted-map.ts';

const sorted = <T>(values: Iterable<T>): T[] => [...values].sort();

function expectSame(map: PartedMap<number>, like: ReadonlyMap<string, number>): void {
  expect(sorted(map.keys())).toEqual(sorted(like.keys()));
  expect(sorted(map.values())).toEqual(sorted(like.values()));
  expect(new Map(map)).toEqual(like);
  expect(map.isEmpty).toBe(like.size === 0);
}

describe('a map that grows in small steps', () => {
  it('holds what a map holds, before it is parted and afterwards', () => {
    const key = fc.integer({ min: 0, max: 4_000 }).map((number) => `passing|${number}|FIN`);
    const step = fc.record({ key, value: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.array(step, { maxLength: 60 }), (first, steps) => {
        const [map, like] = [new PartedMap<number>(), new Map<string, number>()];
        const set = (each: string, value: number): void => {
          map.set(each, value);
          like.set(each, value);
        };
        for (let number = 0; number < first; number += 1) set(`passing|${number}|FIN`, number % 10);
        for (const { key: each, value } of steps) {
          if (value !== undefined) set(each, value);
          else {
            map.delete(each);
            like.delete(each);
          }
          expect(map.get(each)).toBe(like.get(each));
          expect(map.has(each)).toBe(like.has(each));
        }
        expectSame(map, like);
      }),
      { numRuns: 40 },
    );
  });

  it('is empty again when everything is taken out of its parts', () => {
    const map = new PartedMap<number>();
    const keys = Array.from({ length: 3_000 }, (_none, number) => `key ${number}`);
    for (const key of keys) map.set(key, 1);
    expect(map.isEmpty).toBe(false);
    for (const key of keys) map.delete(key);
    expectSame(map, new Map());
  });
});
