import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EDITIONS } from '../../sports/swimming/rules.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import { HUNDREDTH } from '../../src/rules/rounding.ts';
import { placedRace } from './race-card.ts';

const swim = EDITIONS.get('2023')!.race;
const SEED = 20160811;

/** Times so close together that ties are common, and some who have none. */
const field = fc.uniqueArray(
  fc.record({
    code: fc.integer({ min: 1, max: 99 }).map(String),
    time: fc.option(fc.integer({ min: 50_000, max: 50_060 }), { freq: 5 }),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 12 },
);

const table = (rows: readonly { code: string; time: number | null }[]): string =>
  rows
    .map(({ code, time }) => `${code} ${time === null ? 'irm=DNS' : formatDecimal(time * 1000)}`)
    .join('\n');

test('rank is one more than the number of faster hundredths, and shared exactly by the equal', () => {
  fc.assert(
    fc.property(field, (rows) => {
      const hundredths = new Map(
        rows.map(({ code, time }) => [code, time === null ? null : Math.floor((time * 1000) / HUNDREDTH)]),
      );
      const times = [...hundredths.values()].filter((time) => time !== null);
      for (const { row } of placedRace(swim, table(rows))) {
        const own = hundredths.get(row.entry.competitor.code)!;
        if (own === null) expect([row.rank, row.rankEqual, row.standing.irm]).toEqual([null, false, 'DNS']);
        else {
          expect(row.rank).toBe(1 + times.filter((time) => time < own).length);
          expect(row.rankEqual).toBe(times.filter((time) => time === own).length > 1);
        }
      }
    }),
    { seed: SEED },
  );
});

test('the order in which competitors are entered changes no rank', () => {
  fc.assert(
    fc.property(field, (rows) => {
      const ranks = (order: typeof rows): Record<string, number | null> =>
        Object.fromEntries(
          placedRace(swim, table(order)).map(({ row }) => [row.entry.competitor.code, row.rank]),
        );
      expect(ranks([...rows].reverse())).toEqual(ranks(rows));
    }),
    { seed: SEED },
  );
});
