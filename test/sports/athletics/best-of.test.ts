import fc from 'fast-check';
import { expect, test } from 'vitest';
import { athletics } from '../../../sports/athletics/athletics.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Attempt } from '../../../src/model/fact.ts';
import type { UnitRule } from '../../../src/rules/contract.ts';
import type { BestOfCard } from '../../../src/rules/families/best-of.ts';
import { entryOf, fieldCard, placedCard } from './field-card.ts';

const longJump = athletics.unitRule('ATHMLONGJUMP----------FNL-000100--', {})! as UnitRule<BestOfCard>;

function check(title: string, table: string, complete = true): void {
  test(title, () => {
    const { expected, actual } = fieldCard(longJump, table, { complete });
    expect(actual).toEqual(expected);
  });
}

check(
  'TR 25.22 equal bests: the second best decides, then the third, also for the first place',
  `
  bib  1     2     3     4     5     6    | rank  decided by
  1    8.41  8.15  x     x     -     r    | 1
  2    8.41  8.09  8.08  8.07  8.06  8.05 | 2     TR 25.22
  3    x     8.21  8.09  8.09  x     x    | 3     TR 25.21
  4    8.21  x     8.09  x     x     x    | 4     TR 25.22
`,
);

check(
  'TR 25.22 the same marks in another order are a tie that stands',
  `
  bib  1     2     3    | rank
  1    8.00  7.90  x    | 1=
  2    7.90  x     8.00 | 1=
  3    7.90  7.90  x    | 3
`,
);

check(
  'NM: no valid attempt has no place; nobody who still has attempts gets one',
  `
  bib  1  2  3  4  5  6 | rank
  1    x  x  x  x  x  x | NM
  2    x  x  .  .  .  . | -
  3    x  r  .  .  .  . | NM
  4    .  .  .  .  .  . | -
`,
  false,
);

test('marks are recorded to the centimetre below', () => {
  const { placed } = fieldCard(
    longJump,
    `
    bib  1      2    | rank
    1    8.419  x    | 1=
    2    8.41   x    | 1=
  `,
  );
  expect(placed.map(({ card }) => longJump.mark(card, null as never).result)).toEqual(['8.41', '8.41']);
  expect(placed.map(({ rankEqual }) => rankEqual)).toEqual([true, true]);
});

test('wind stands with each measured attempt and with the best one', () => {
  const attempts: Attempt[] = [
    { competitor: '1', attempt: 1, outcome: 'VALID', mark: decimal('7.90'), wind: decimal('-0.4') },
    { competitor: '1', attempt: 2, outcome: 'VALID', mark: decimal('8.20'), wind: decimal('2.3') },
    { competitor: '1', attempt: 3, outcome: 'FAILED', wind: decimal('1.0') },
  ];
  const [row] = placedCard(longJump, [{ entry: entryOf('1', 1), attempts }]);
  expect(longJump.mark(row!.card, null as never)).toEqual({
    result: '8.20',
    resultType: 'DISTANCE',
    value: decimal('8.20'),
    recordResult: '7.90',
    details: {
      bestOf: {
        attempts: [
          { attempt: 1, mark: '7.90', wind: '-0.4' },
          { attempt: 2, mark: '8.20', wind: '+2.3' },
          { attempt: 3, mark: 'x' },
        ],
        bestAttempt: 2,
        wind: '+2.3',
      },
    },
  });
});

test('F6 a seventh attempt, a jump of twelve metres, a gale and a valid attempt without a mark are held', () => {
  const objection = (content: Partial<Attempt>) =>
    longJump.check!(
      {
        kind: 'attempt',
        content: { competitor: '1', attempt: 1, outcome: 'VALID', mark: decimal('8'), ...content },
      } as never,
      { setup: {} } as never,
    )?.code;
  expect(objection({ attempt: 7 })).toBe('TOO_MANY_ATTEMPTS');
  expect(objection({ mark: decimal('12') })).toBe('IMPOSSIBLE_MARK');
  expect(objection({ wind: decimal('30') })).toBe('IMPOSSIBLE_WIND');
  expect(
    longJump.check!(
      { kind: 'attempt', content: { competitor: '1', attempt: 1, outcome: 'VALID' } } as never,
      { setup: {} } as never,
    )?.code,
  ).toBe('MARK_MISSING');
  expect(objection({})).toBeUndefined();
});

test('ranks are one more than the number ahead, shared exactly by equal lists, whatever the order of entries', () => {
  const marks = fc.array(fc.constantFrom(null, 7_900_000, 8_000_000, 8_100_000), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(marks, { minLength: 1, maxLength: 8 }), (lists) => {
      const starters = lists.map((list, index) => ({
        entry: entryOf(String(index), index + 1),
        attempts: list.map(
          (mark, each): Attempt => ({
            competitor: String(index),
            attempt: each + 1,
            ...(mark === null ? { outcome: 'FAILED' } : { outcome: 'VALID', mark }),
          }),
        ),
      }));
      const placed = placedCard(longJump, starters);
      const turned = placedCard(longJump, [...starters].reverse());
      expect(turned.map(({ entry }) => entry.competitor.code)).toEqual(
        placed.map(({ entry }) => entry.competitor.code),
      );
      const text = (index: string): string =>
        [...lists[Number(index)]!]
          .filter((mark) => mark !== null)
          .sort((one, other) => other - one)
          .join(' ');
      for (const row of placed) {
        if (row.card.marks.length === 0) {
          expect(row.rank).toBeNull();
          continue;
        }
        const ranks = placed.flatMap(({ rank }) => rank ?? []);
        expect(row.rank).toBe(1 + ranks.filter((rank) => rank < row.rank!).length);
        const equal = placed.filter(
          ({ entry }) => text(entry.competitor.code) === text(row.entry.competitor.code),
        );
        expect(row.rankEqual).toBe(equal.length > 1);
      }
    }),
    { seed: 25, numRuns: 300 },
  );
});
