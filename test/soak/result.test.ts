import { expect, test } from 'vitest';
import { resultOf } from './result.ts';
import type { Reading } from './trend.ts';

const MIB = 1024 * 1024;
const SECONDS = 3_600;

/** A reading a minute, for an hour, that grows by so many MiB in it. */
const growing = (first: number, mib: number): Reading[] =>
  Array.from({ length: 61 }, (_none, minute) => ({
    at: minute * 60,
    value: (first + (mib * minute) / 60) * MIB,
  }));

const wrongOf = (grown: { engine: number; broker: number; store: number }): readonly string[] =>
  resultOf(
    {
      facts: 180_000,
      seconds: SECONDS,
      readings: new Map([
        ['engine-0 memory', growing(150, grown.engine)],
        ['broker memory', growing(100, grown.broker)],
        ['store bytes', growing(10, grown.store)],
        ['lag ms', [{ at: 0, value: 20 }]],
        ['disagreements', [{ at: 0, value: 0 }]],
      ]),
      missing: 0,
      troubles: [],
    },
    { rate: 50, screens: 500 },
  ).wrong;

test('an engine that grows with a competition leaks; a broker may grow by a fifth of what it stores, and by no more', () => {
  expect(wrongOf({ engine: 10, broker: 60, store: 500 })).toEqual([]);
  expect(wrongOf({ engine: 60, broker: 60, store: 500 })).toEqual([
    'engine-0 memory grows by 60 MiB an hour',
  ]);
  expect(wrongOf({ engine: 10, broker: 60, store: 100 })).toEqual(['broker memory grows by 60 MiB an hour']);
});
