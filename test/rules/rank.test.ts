import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys, type Placed, RankedList, rank, type Starter } from '../../src/rules/rank.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { type Card, CONTEXT, entry, RULE, starters } from './cards.ts';

/** Lines of `code  rank  decided by`; `=` marks a shared rank, an IRM or `-` stands where there is none. */
const shown = (placed: readonly Placed<Card>[]): string[] =>
  placed.map(({ entry: { competitor }, rank: place, rankEqual, standing, decidedBy }) =>
    [
      competitor.code,
      place === null ? (standing.irm ?? '-') : `${place}${rankEqual ? '=' : ''}`,
      decidedBy?.clause ?? '',
    ]
      .join(' ')
      .trim(),
  );

const ranked = (table: string, rule = RULE): string[] => shown(rank(starters(table), rule, CONTEXT));

describe('rank', () => {
  test('the criterion that separated a row from the one above is named', () => {
    expect(
      ranked(`
        A  8.10
        B  8.31,8.20
        C  8.31,8.25
        D  8.31,8.20  2
        E  8.50
      `),
    ).toEqual(['E 1', 'C 2 T 1', 'B 3 T 2', 'D 4 T 3', 'A 5 T 1']);
  });

  test('who is equal shares the better place, and the next place is as many further on', () => {
    expect(
      ranked(`
        A  8.10
        B  8.31
        C  8.10
        D  8.10
        E  7.90
      `),
    ).toEqual(['B 1', 'A 2= T 1', 'C 2=', 'D 2=', 'E 5 T 1']);
  });

  test('a list that runs out first is the worse one', () => {
    expect(ranked('A  8.31\nB  8.31,0.10')).toEqual(['B 1', 'A 2 T 2']);
  });

  test('an IRM has no rank and stands behind everybody, in the order of the sport, unknown codes last', () => {
    expect(
      ranked(`
        A  DQ
        B  DNS
        C  8.10
        D  WAITING
        E  UNDERWAY  1
        F  XYZ
        G  DNF
        H  UNDERWAY  4
      `),
    ).toEqual(['C 1', 'H -', 'E -', 'D -', 'G DNF', 'B DNS', 'A DQ', 'F XYZ']);
  });

  test('an IRM that keeps a rank comes behind all who have none, and is not decided by a criterion', () => {
    const rule = { ...RULE, irmRanked: ['LAP', 'DNF'] };
    expect(ranked('A  DNF\nB  8.10\nC  LAP\nD  LAP\nE  DNS', rule)).toEqual([
      'B 1',
      'C 2=',
      'D 2=',
      'A 4',
      'E DNS',
    ]);
  });

  test('rows that nothing separates are listed by start order, organisation, name and code', () => {
    const same = { stage: 'WAITING', irm: null, marks: [], failures: 0 } as const;
    const listed = [entry('4', 1, 'ITA'), entry('3', 1, 'ITA'), entry('1', 2, 'AUT'), entry('2', 1, 'AUT')];
    const placed = rank(
      listed.map((each) => ({ entry: each, card: same })),
      RULE,
      CONTEXT,
    );
    expect(placed.map(({ entry: { competitor } }) => competitor.code)).toEqual(['2', '3', '4', '1']);
  });

  test('one starter is first and shares nothing; none is an empty list', () => {
    expect(ranked('A  8.10')).toEqual(['A 1']);
    expect(rank([], RULE, CONTEXT)).toEqual([]);
  });
});

const arbitraryCard: fc.Arbitrary<Card> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      stage: fc.constant('RANKED' as const),
      irm: fc.constant(null),
      // Few values, so that ties are common.
      marks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
      failures: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      stage: fc.constant('IRM' as const),
      irm: fc.constantFrom('DNF', 'NM', 'DNS', 'DQ', 'LAP', 'XYZ'),
      marks: fc.constant([]),
      failures: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      stage: fc.constantFrom('UNDERWAY' as const, 'WAITING' as const),
      irm: fc.constant(null),
      marks: fc.constant([]),
      failures: fc.nat({ max: 2 }),
    }),
  },
);

const arbitraryField: fc.Arbitrary<Starter<Card>[]> = fc
  .array(arbitraryCard, { maxLength: 14 })
  .map((cards) => cards.map((card, index) => ({ entry: entry(String(index), (index * 7) % 5), card })));

const RULES = [RULE, { ...RULE, irmRanked: ['LAP', 'NM'] }];
const arbitraryRule = fc.constantFrom(...RULES);

describe('properties of every list', () => {
  const seeded = { seed: 31, numRuns: 300 };

  test('shuffling the entries changes nothing', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryRule, fc.integer(), (field, rule, seed) => {
        const shuffled = new Dice(seed).shuffled(field);
        expect(rank(shuffled, rule, CONTEXT)).toEqual(rank(field, rule, CONTEXT));
      }),
      seeded,
    );
  });

  test('everybody is listed once, so that the order is 1 to n', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryRule, (field, rule) => {
        const listed = rank(field, rule, CONTEXT).map(({ entry: { competitor } }) => competitor.code);
        expect(listed.toSorted()).toEqual(
          field.map(({ entry: { competitor } }) => competitor.code).toSorted(),
        );
      }),
      seeded,
    );
  });

  test('a rank is one more than the number of those who are ahead, and is shared exactly where it repeats', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryRule, (field, rule) => {
        const placed = rank(field, rule, CONTEXT).filter((row) => row.rank !== null);
        for (const row of placed) {
          expect(row.rank).toBe(1 + placed.filter((other) => isAhead(other, row, rule)).length);
          const sharing = placed.filter((other) => other.rank === row.rank);
          expect(row.rankEqual).toBe(sharing.length > 1);
        }
      }),
      seeded,
    );
  });

  test('ranks stand in front, and an IRM has one only where the sport ranks it', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryRule, (field, rule) => {
        const placed = rank(field, rule, CONTEXT);
        const firstUnranked = placed.findIndex((row) => row.rank === null);
        if (firstUnranked >= 0)
          expect(placed.slice(firstUnranked).every((row) => row.rank === null)).toBe(true);
        for (const {
          rank: place,
          standing: { stage, irm },
        } of placed) {
          const mayRank = stage === 'RANKED' || (irm !== null && (rule.irmRanked ?? []).includes(irm));
          expect(place !== null).toBe(mayRank);
        }
      }),
      seeded,
    );
  });

  test('decidedBy is the first criterion on which a row differs from the one above', () => {
    fc.assert(
      fc.property(arbitraryField, (field) => {
        const placed = rank(field, RULE, CONTEXT).filter(({ standing }) => standing.stage === 'RANKED');
        placed.forEach((row, index) => {
          const above = placed[index - 1];
          const first = RULE.criteria.find(
            ({ key }) =>
              above !== undefined && compareKeys([key(above.card, CONTEXT)], [key(row.card, CONTEXT)]) !== 0,
          );
          expect(row.decidedBy?.clause ?? null).toBe(first?.clause ?? null);
        });
      }),
      seeded,
    );
  });
});

function isAhead(
  one: Placed<Card>,
  other: Placed<Card>,
  rule: typeof RULE & { irmRanked?: readonly string[] },
): boolean {
  const group = ({ standing }: Placed<Card>): number =>
    standing.irm === null ? -1 : (rule.irmRanked ?? []).indexOf(standing.irm);
  const difference = group(one) - group(other);
  if (difference !== 0) return difference < 0;
  const keys = ({ card }: Placed<Card>) =>
    (card.stage === 'RANKED' ? rule.criteria : rule.progress!).map(({ key }) => key(card, CONTEXT));
  return compareKeys(keys(one), keys(other)) < 0;
}

describe('a list that is kept while cards change one by one', () => {
  const changes = fc.array(fc.tuple(fc.nat({ max: 13 }), arbitraryCard, fc.boolean()), { maxLength: 25 });

  test('is after every change what it is from scratch, and rows that say the same are the same objects', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryRule, changes, (field, rule, steps) => {
        const now = new Map(field.map((starter) => [starter.entry.competitor.code, starter]));
        const list = new RankedList(field, rule, CONTEXT);
        let before = list.placed;
        let isNewcomerIn = false;
        for (const [which, card, isAsked] of steps) {
          const known = now.get(String(which));
          isNewcomerIn ||= known === undefined;
          const starter = { entry: known?.entry ?? entry(String(which), which % 4), card };
          now.set(starter.entry.competitor.code, starter);
          list.set(starter);
          // Several changes may come before anybody looks.
          if (!isAsked) continue;
          const { placed } = list;
          expect(placed).toEqual(rank(now.values(), rule, CONTEXT));
          for (const row of placed) expect(list.rowOf(row.entry.competitor.code)).toBe(row);
          if (!isNewcomerIn) expectKept(before, placed);
          before = placed;
          isNewcomerIn = false;
        }
        expect(list.placed).toEqual(rank(now.values(), rule, CONTEXT));
      }),
      { seed: 8, numRuns: 400 },
    );
  });

  test('a list that was given out stays as it was', () => {
    const list = new RankedList(starters('A  8.10\nB  8.31\nC  8.00'), RULE, CONTEXT);
    const given = list.placed;
    const said = shown(given);
    list.set(starters('C  9.00')[0]!);
    expect(shown(list.placed)).not.toEqual(said);
    expect(shown(given)).toEqual(said);
  });
});

/** Whoever's row says the same has the same object, wherever it stands. */
function expectKept(before: readonly Placed<Card>[], now: readonly Placed<Card>[]): void {
  const known = new Map(before.map((row) => [row.entry.competitor.code, row]));
  for (const row of now) {
    const old = known.get(row.entry.competitor.code)!;
    const isSame =
      old.card === row.card &&
      old.rank === row.rank &&
      old.rankEqual === row.rankEqual &&
      old.decidedBy?.clause === row.decidedBy?.clause;
    if (isSame) expect(row).toBe(old);
  }
}
