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

interface Grown {
  /** MiB an hour. */
  readonly alive?: number;
  readonly outside?: number;
  readonly resident?: number;
  readonly edge?: number;
  readonly broker?: number;
  readonly store?: number;
  /** Units that left memory in the hour. */
  readonly units?: number;
}

const resultFor = ({
  alive = 0,
  outside = 0,
  resident = 0,
  edge = 0,
  broker = 0,
  store = 0,
  units = 0,
}: Grown) =>
  resultOf(
    {
      facts: 180_000,
      seconds: SECONDS,
      readings: new Map([
        ['engine-0 memory', growing(150, resident)],
        ['engine-0 alive', growing(50, alive)],
        ['engine-0 outside', growing(60, outside)],
        ['edge-0 alive', growing(50, edge)],
        ['broker memory', growing(100, broker)],
        ['units away', growing(0, units / MIB)],
        ['store bytes', growing(10, store)],
        ['lag ms', [{ at: 0, value: 20 }]],
        ['disagreements', [{ at: 0, value: 0 }]],
      ]),
      missing: 0,
      troubles: [],
    },
    { rate: 50, screens: 500 },
  );

const wrongOf = (grown: Grown): readonly string[] => resultFor(grown).wrong;

test('what is alive in an engine may grow by so much for each unit that is over, and by no more', () => {
  expect(wrongOf({ alive: 25, units: 2_000 })).toEqual([]);
  expect(wrongOf({ alive: 25, units: 1_000 })).toEqual(['engine-0 alive grows by 25 MiB an hour']);
  expect(wrongOf({ alive: 40, units: 2_000 })).toEqual(['engine-0 alive grows by 40 MiB an hour']);
  expect(resultFor({ alive: 25, edge: 10, units: 2_000 }).said).toContain(
    '13,107 bytes in an engine and 5,243 in an edge for each unit that is over',
  );
});

test('an edge may keep less of one', () => {
  expect(wrongOf({ edge: 20, units: 2_000 })).toEqual([]);
  expect(wrongOf({ edge: 30, units: 2_000 })).toEqual(['edge-0 alive grows by 30 MiB an hour']);
});

test('a leak outside the heap is one, and rubbish in the heap is none', () => {
  expect(wrongOf({ outside: 60, units: 2_000 })).toEqual(['engine-0 outside grows by 60 MiB an hour']);
  expect(wrongOf({ resident: 90, units: 2_000 })).toEqual([]);
});

test('a broker may grow by a fifth of what it stores, and by no more', () => {
  expect(wrongOf({ broker: 60, store: 500 })).toEqual([]);
  expect(wrongOf({ broker: 60, store: 100 })).toEqual(['broker memory grows by 60 MiB an hour']);
});
