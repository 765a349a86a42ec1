import fc from 'fast-check';
import { expect, test } from 'vitest';
import { athletics } from '../../../sports/athletics/athletics.ts';
import type { CountbackCard } from '../../../sports/athletics/countback.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Attempt } from '../../../src/model/fact.ts';
import type { UnitRule } from '../../../src/rules/contract.ts';
import { entryOf, fieldCard, placedCard } from './field-card.ts';

const highJump = athletics.unitRule('ATHMHIGHJUMP----------FNL-000100--', {})! as UnitRule<CountbackCard>;
const qualification = athletics.unitRule(
  'ATHMHIGHJUMP----------QUAL000100--',
  {},
)! as UnitRule<CountbackCard>;

function check(title: string, rule: UnitRule<CountbackCard>, table: string, complete = true): void {
  test(title, () => {
    const { expected, actual } = fieldCard(rule, table, { complete });
    expect(actual).toEqual(expected);
  });
}

check(
  'TR 26.8 placings: greatest height, failures at it, failures in all',
  highJump,
  `
  bib  2.20  2.25  2.29  2.33 | rank  decided by
  7    o     o     o     o    | 1
  9    o     o     o     xo   | 2     TR 26.8.1
  6    o     xo    o     xo   | 3     TR 26.8.2
  5    o     o     o     xxx  | 4=
  12   o     o     o     xxx  | 4=
  3    o     xo    o     xxx  | 6     TR 26.8.2
  1    xxx   .     .     .    | NM
  2    .     .     .     .    | -
`,
);

check(
  'TR 26.8.2 failures at heights above the last one cleared do not count',
  highJump,
  `
  bib  2.20  2.25  2.29 | rank
  1    o     xxx   .    | 1=
  2    o     x-    xx   | 1=
  3    o     r     .    | 1=
`,
);

check(
  'TR 26.9 a jump-off decides the first place only, bar by bar',
  highJump,
  `
  bib  2.35  2.37  2.39  JO2.39  JO2.37  JO2.39 | rank  decided by
  1    o     o     xxx   x       o       o      | 1
  2    o     o     xxx   x       o       x      | 2     TR 26.9
  3    o     xxx   .     .       .       .      | 3     TR 26.8
`,
);

check(
  'TR 26.9 who withdraws from a jump-off loses it, even if the other one need not jump',
  highJump,
  `
  bib  2.35  2.37  JO2.37 | rank  decided by
  1    o     xxx   .      | 1
  2    o     xxx   r      | 2     TR 26.9
`,
);

check(
  'TR 26.8 without a jump-off the first place is shared',
  highJump,
  `
  bib  2.37  2.39 | rank
  1    o     xxx  | 1=
  2    o     xxx  | 1=
  3    xo    xxx  | 3
`,
);

check(
  'TR 26.2 three failures in a row without a height are a no mark at once, two are not',
  highJump,
  `
  bib  2.20  2.25 | rank
  1    xxx   .    | NM
  2    xx-   x    | NM
  3    xx    .    | -
`,
  false,
);

check(
  'TR 26.8 a qualification knows no jump-off',
  qualification,
  `
  bib  2.25  2.28  JO2.28 | rank
  1    o     xxx   o      | 1=
  2    o     xxx   x      | 1=
`,
);

test('TR 26.8 the jump-off counts for what an athlete is credited with, not for the tie', () => {
  const { placed } = fieldCard(
    highJump,
    `
    bib  2.35  2.37  JO2.37 | rank
    1    o     xxx   o      | 1
    2    o     xxx   x      | 2
  `,
  );
  expect(placed.map(({ card }) => highJump.mark(card, null as never).result)).toEqual(['2.37', '2.35']);
});

test('the card of O, X and - is shown as jumped', () => {
  const { placed } = fieldCard(
    highJump,
    `
    bib  2.20  2.25  2.29 | rank
    1    -     xo    x-   | 1
  `,
  );
  expect(highJump.mark(placed[0]!.card, null as never)).toEqual({
    result: '2.25',
    resultType: 'DISTANCE',
    value: decimal('2.25'),
    details: {
      countback: {
        heights: [
          { height: '2.20', trials: '-' },
          { height: '2.25', trials: 'xo' },
          { height: '2.29', trials: 'x-' },
        ],
        failuresAtBest: 1,
        failuresInAll: 1,
      },
    },
  });
});

test('F6 a fourth attempt at a height, a bar nobody can clear and a bar without height are held', () => {
  const objection = (content: Partial<Attempt>) =>
    highJump.check!(
      { kind: 'attempt', content: { competitor: '1', attempt: 1, outcome: 'FAILED', ...content } } as never,
      null as never,
    )?.code;
  expect(objection({ height: decimal('2.20'), attempt: 4 })).toBe('FOURTH_ATTEMPT');
  expect(objection({ height: decimal('3.20') })).toBe('IMPOSSIBLE_HEIGHT');
  expect(objection({})).toBe('HEIGHT_MISSING');
  expect(objection({ height: decimal('2.20'), attempt: 3 })).toBeUndefined();
  expect(objection({ height: decimal('2.20'), attempt: 4, phase: 'JO' })).toBeUndefined();
});

/** A card that could be jumped: bars in order, three failures in a row end it. */
const cardArbitrary = fc
  .array(fc.constantFrom('o', 'xo', 'xxo', '-', 'x-', 'xxx'), { minLength: 1, maxLength: 6 })
  .map((cells) => cells.slice(0, cells.indexOf('xxx') < 0 ? undefined : cells.indexOf('xxx') + 1));

test('ranks are one more than the number ahead, shared exactly by equal cards, whatever the order of entries', () => {
  fc.assert(
    fc.property(fc.array(cardArbitrary, { minLength: 1, maxLength: 8 }), fc.integer(), (cards, turn) => {
      const starters = cards.map((cells, index) => ({
        entry: entryOf(String(index), index + 1),
        attempts: cells.flatMap((cell, bar) =>
          [...cell].map(
            (letter, trial): Attempt => ({
              competitor: String(index),
              attempt: trial + 1,
              height: 2_000_000 + bar * 30_000,
              outcome: letter === 'o' ? 'VALID' : letter === 'x' ? 'FAILED' : 'PASSED',
            }),
          ),
        ),
      }));
      const placed = placedCard(highJump, starters);
      const middle = Math.abs(turn) % starters.length;
      const turned = placedCard(highJump, [...starters.slice(middle), ...starters.slice(0, middle)]);
      expect(turned.map(({ entry }) => entry.competitor.code)).toEqual(
        placed.map(({ entry }) => entry.competitor.code),
      );
      for (const row of placed) {
        if (row.standing.stage === 'IRM') expect(row.rank).toBeNull();
        if (row.rank === null) continue;
        const ranks = placed.flatMap(({ rank }) => rank ?? []);
        expect(row.rank).toBe(1 + ranks.filter((rank) => rank < row.rank!).length);
        expect(row.rankEqual).toBe(ranks.filter((rank) => rank === row.rank).length > 1);
        for (const other of placed) {
          if (other.rank === null || other.rank <= row.rank) continue;
          const { best, failuresAtBest, failuresInAll } = row.card;
          const better =
            best - other.card.best ||
            other.card.failuresAtBest - failuresAtBest ||
            other.card.failuresInAll - failuresInAll;
          expect(better).toBeGreaterThan(0);
        }
      }
    }),
    { seed: 26, numRuns: 300 },
  );
});
