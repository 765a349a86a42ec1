import { expect, test } from 'vitest';
import { COMBINED_EVENTS } from '../../../sports/athletics/combined-events.ts';
import { type PointsTable, pointsFor } from '../../../sports/athletics/points-table.ts';
import { decimal } from '../../../src/model/decimal.ts';

const tables = Object.entries(COMBINED_EVENTS).flatMap(([gender, events]) =>
  Object.entries(events).flatMap(([event, { parts }]) =>
    parts.map(({ phase, table }) => [`${gender} ${event} ${phase}`, table] as const),
  ),
);

/** Points of each event for marks in the order of the events, and their sum. */
function scored(gender: string, event: string, marks: readonly string[]): [number[], number] {
  const { parts } = COMBINED_EVENTS[gender]![event]!;
  const points = parts.map(({ table }, index) => pointsFor(table, decimal(marks[index]!)));
  return [points, points.reduce((sum, each) => sum + each)];
}

/** Marks that occur, in hundredths: seconds or metres. */
const HUNDREDTH = 10_000;
const marksOf = ({ kind, b }: PointsTable): [number, number] =>
  kind === 'race' ? [500, Number(b) * 100 + 100] : [1, kind === 'jump' ? 1200 : 12_000];

/** floor(A * base^C) in whole numbers: the greatest n with n^q * 10^(kq) <= A^q * base^p. */
function exactPoints(table: PointsTable, mark: number): number {
  const [aDigits, cDigits] = [table.a.split('.')[1]?.length ?? 0, table.c.split('.')[1]?.length ?? 0];
  const a = BigInt(table.a.replace('.', ''));
  const p = BigInt(table.c.replace('.', ''));
  const q = 10n ** BigInt(cDigits);
  const limit = BigInt(Math.round(Number(table.b) * 100));
  const hundredths = BigInt(mark / HUNDREDTH);
  const base =
    table.kind === 'race'
      ? limit - hundredths
      : table.kind === 'jump'
        ? hundredths - limit / 100n
        : hundredths - limit;
  const scale = table.kind === 'jump' ? 1n : 100n;
  if (base <= 0n) return 0;
  const left = a ** q * base ** p;
  const under = 10n ** (BigInt(aDigits) * q) * scale ** p;
  let points = BigInt(pointsFor(table, mark));
  while (points > 0n && points ** q * under > left) points -= 1n;
  while ((points + 1n) ** q * under <= left) points += 1n;
  return Number(points);
}

test.each(tables)(
  '%s: points are the exact whole number below, at marks all over the table',
  (_name, table) => {
    const [first, last] = marksOf(table);
    // Every 97th mark: whole-number powers of this size are slow, and the sweep below covers the rest.
    for (let hundredths = first; hundredths <= last; hundredths += 97) {
      const mark = hundredths * HUNDREDTH;
      expect(pointsFor(table, mark), `${hundredths / 100}`).toBe(exactPoints(table, mark));
    }
  },
);

test.each(tables)(
  '%s: no mark is so near to a whole number of points that a double could be wrong',
  (_name, table) => {
    const [first, last] = marksOf(table);
    let nearest = 1;
    for (let hundredths = first; hundredths <= last; hundredths += 1) {
      const base =
        table.kind === 'race'
          ? Number(table.b) - hundredths / 100
          : table.kind === 'jump'
            ? hundredths - Number(table.b)
            : hundredths / 100 - Number(table.b);
      if (base <= 0) continue;
      const points = Number(table.a) * base ** Number(table.c);
      nearest = Math.min(nearest, Math.abs(points - Math.round(points)));
    }
    // Where this fails, `pointsFor` still decides in whole numbers; the sweep says how rare that is.
    expect(nearest).toBeGreaterThan(1e-9);
  },
);

test('a value that is exactly whole counts in full: 1 * 4^0.5 is 2, a millionth less is 1', () => {
  const table: PointsTable = { kind: 'throw', a: '1', b: '0', c: '0.5' };
  expect(pointsFor(table, decimal('4'))).toBe(2);
  expect(pointsFor(table, decimal('3.999999'))).toBe(1);
  expect(pointsFor(table, decimal('4.000001'))).toBe(2);
});

test('nothing is scored at or beyond the limit of the table', () => {
  const { parts } = COMBINED_EVENTS.M!.DECATH!;
  expect(pointsFor(parts[0]!.table, decimal('18'))).toBe(0);
  expect(pointsFor(parts[0]!.table, decimal('20'))).toBe(0);
  expect(pointsFor(parts[1]!.table, decimal('2.2'))).toBe(0);
});

test('C013 Warner, Tokyo 2020: ten events, 9018 points', () => {
  const marks = ['10.12', '8.24', '14.80', '2.02', '47.48', '13.46', '48.67', '4.90', '63.44', '271.08'];
  expect(scored('M', 'DECATH', marks)).toEqual([[1066, 1123, 777, 822, 934, 1045, 843, 880, 790, 738], 9018]);
});

test("Skujyte, Columbia 2005: ten events of the women's decathlon, 8358 points", () => {
  const marks = ['12.49', '46.19', '3.10', '48.78', '57.19', '14.22', '6.12', '16.42', '1.78', '315.86'];
  const [points, total] = scored('W', 'DECATH', marks);
  expect(points[0]).toBe(860);
  expect(total).toBe(8358);
});

// Marks of the 500, 600 ... 1000 points of the tables, as published; the nearest where a mark skips the number.
test.each([
  ['60', ['8.21', '7.86', '7.54', '7.24', '6.95', '6.68'], [500, 601, 700, 799, 900, 999]],
  ['60H', ['10.22', '9.69', '9.21', '8.76', '8.33', '7.93'], [500, 601, 700, 800, 900, 999]],
  ['1000', ['197.90', '186.76', '176.44', '166.78', '157.66', '149.00'], [500, 600, 700, 800, 900, 1000]],
])('indoor heptathlon %s: the published points', (phase, marks, points) => {
  const { table } = COMBINED_EVENTS.M!.HEPTATH!.parts.find((part) => part.phase === phase)!;
  expect(marks.map((mark) => pointsFor(table, decimal(mark)))).toEqual(points);
});

test('Eaton, Istanbul 2012: seven events indoors, 6645 points', () => {
  const marks = ['6.79', '8.16', '14.56', '2.03', '7.68', '5.20', '152.77'];
  expect(scored('M', 'HEPTATH', marks)[1]).toBe(6645);
});

test('Thiam, Istanbul 2023: five events indoors, 5055 points', () => {
  const marks = ['8.23', '1.92', '15.54', '6.59', '133.60'];
  expect(scored('W', 'PENTATH', marks)[1]).toBe(5055);
});
