import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/model/decimal.ts';
import type { PeriodTally } from '../../src/rules/families/period-scores.ts';
import { pool } from '../../src/rules/families/pool.ts';
import {
  drawnByLot,
  type PoolCriterion,
  type PoolOptions,
  type PoolRecord,
} from '../../src/rules/families/pool-table.ts';
import { poolContext, poolTable } from './match-card.ts';

type Record = PoolRecord<PeriodTally>;
const difference = (record: Record): number => record.for - record.against;
const criterion = (
  clause: string,
  among: 'ALL' | 'TIED',
  value: (record: Record) => ReturnType<PoolCriterion<PeriodTally>['value']>,
  only?: 'TWO' | 'MORE',
): PoolCriterion<PeriodTally> => ({
  code: clause,
  clause,
  among,
  value,
  ...(only === undefined ? {} : { only }),
});

function rule(criteria: readonly PoolCriterion<PeriodTally>[], more: Partial<PoolOptions<PeriodTally>> = {}) {
  return pool<PeriodTally>('TEST.POOL@1', {
    points: (_card, outcome) => ({ W: 3, T: 1, L: 0 })[outcome] * ONE,
    counted: ({ total }) => total,
    criteria,
    onPartialSplit: 'RESTART',
    withdrawn: 'DELETE',
    clause: { code: 'POINTS', clause: 'P' },
    irmOrder: ['DNS', 'DSQ'],
    ...more,
  });
}

const among = [
  criterion('H2H', 'TIED', ({ points }) => points),
  criterion('H2H-GD', 'TIED', difference),
  criterion('H2H-GF', 'TIED', (record) => record.for),
];
const overall = [criterion('GD', 'ALL', difference), criterion('GF', 'ALL', (record) => record.for)];
const lot = drawnByLot<PeriodTally>({ code: 'LOT', clause: 'LOT' });

/** Ice hockey, men, group B of 2026: three level on points, and the overall difference would say otherwise. */
const GROUP_B = ['SVK 4-1 FIN', 'SWE 5-2 ITA', 'SVK 3-2 ITA', 'FIN 4-1 SWE', 'SWE 5-3 SVK', 'FIN 11-0 ITA'];

describe('criteria apply one after the other, to those who are still tied', () => {
  test('C047 among three who are level the table of their own matches decides', () => {
    expect(poolTable(rule([...among, ...overall]), GROUP_B)).toEqual([
      '1 SVK 6',
      '2 FIN 6 H2H-GD',
      '3 SWE 6 H2H-GD',
      '4 ITA 0 P',
    ]);
  });

  test('the same matches with the overall difference first give another order', () => {
    expect(poolTable(rule([...overall, ...among]), GROUP_B)).toEqual([
      '1 FIN 6',
      '2 SWE 6 GD',
      '3 SVK 6 GF',
      '4 ITA 0 P',
    ]);
  });

  test('C045 equal by goals and against each other: a further criterion over all matches', () => {
    const cards: { [code: string]: number } = { JPN: -4, SEN: -6, COL: -3, POL: -3 };
    const fairPlay = criterion('FPP', 'ALL', ({ competitor }) => cards[competitor]!);
    const matches = [
      'COL 1-2 JPN',
      'POL 1-2 SEN',
      'JPN 2-2 SEN',
      'POL 0-3 COL',
      'JPN 0-1 POL',
      'SEN 0-1 COL',
    ];
    expect(poolTable(rule([...overall, ...among, fairPlay, lot]), matches)).toEqual([
      '1 COL 6',
      '2 JPN 4 P',
      '3 SEN 4 FPP',
      '4 POL 3 P',
    ]);
  });

  const matches = ['A 1-0 B', 'B 1-0 C', 'C 1-0 A', 'A 1-0 D', 'B 1-0 D', 'C 1-0 D'];

  test('what nothing separates shares the place', () => {
    expect(poolTable(rule([...among, ...overall]), matches)).toEqual([
      '1= A 6',
      '1= B 6',
      '1= C 6',
      '4 D 0 P',
    ]);
  });

  test('a lot separates the tied, in the order in which they are drawn', () => {
    const orders = [{ id: '1', why: 'LOT' as const, competitors: ['C', 'A', 'B'] }];
    expect(poolTable(rule([...among, lot]), matches, { orders })).toEqual([
      '1 C 6',
      '2 A 6 LOT',
      '3 B 6 LOT',
      '4 D 0 P',
    ]);
  });
});

describe('a criterion that separates only some of the tied', () => {
  // All three have 3 points; A scored most, B and C the same, and B beat C.
  const matches = ['A 5-0 B', 'B 2-1 C', 'C 1-0 A'];
  const chain = [
    criterion('H2H-GF', 'TIED', (record) => record.for),
    criterion('H2H', 'TIED', ({ points }) => points),
  ];

  test('RESTART: those who are left make a table of their own', () => {
    expect(poolTable(rule(chain), matches)).toEqual(['1 A 3', '2 B 3 H2H-GF', '3 C 3 H2H-GF']);
  });

  test('CONTINUE: the next criterion still counts the matches among all who were tied', () => {
    const continued = rule(chain, { onPartialSplit: 'CONTINUE' });
    expect(poolTable(continued, matches)).toEqual(['1 A 3', '2= B 3 H2H-GF', '2= C 3']);
  });

  test('a criterion for two is passed over between three', () => {
    const forTwo = [
      criterion('MATCH', 'TIED', ({ points }) => points, 'TWO'),
      criterion('GF', 'ALL', (record) => record.for),
    ];
    const round = ['A 1-0 B', 'B 2-0 C', 'C 3-2 A'];
    expect(poolTable(rule(forTwo), round)).toEqual(['1 C 3', '2 A 3 MATCH', '3 B 3 GF']);
  });
});

test('quotients are compared exactly, and nothing against is more than anything', () => {
  const ratio = criterion('RATIO', 'ALL', (record) => ({
    over: record.for / ONE,
    under: record.against / ONE,
  }));
  const matches = ['A 3-0 D', 'B 25-24 E', 'C 24-23 F', 'G 0-0 H'];
  expect(poolTable(rule([ratio]), matches).slice(0, 3)).toEqual(['1 A 3', '2 C 3 RATIO', '3 B 3 RATIO']);
});

describe('who withdraws', () => {
  const matches = ['A 9-0 Z', 'A 0-1 B', 'B 1-0 Z'];

  test('DELETE: all results with them are as if they had not been', () => {
    expect(poolTable(rule(overall), matches, { out: { Z: 'DNS' } })).toEqual(['1 B 3', '2 A 0 P', 'DNS Z 0']);
  });

  test('KEEP: results stay as they were played', () => {
    const table = poolTable(rule(overall, { withdrawn: 'KEEP' }), matches, { out: { Z: 'DNS' } });
    expect(table).toEqual(['1 B 6', '2 A 3 P', 'DNS Z 0']);
  });
});

test('the table does not depend on the order of matches, and ranks are one more than the number ahead', () => {
  const codes = ['A', 'B', 'C', 'D', 'E'];
  const pairs = codes.flatMap((home, index) => codes.slice(index + 1).map((away) => [home, away] as const));
  const goal = fc.integer({ min: 0, max: 2 });
  const results = fc.tuple(
    ...pairs.map(([home, away]) => fc.tuple(goal, goal).map(([x, y]) => `${home} ${x}-${y} ${away}`)),
  );
  for (const onPartialSplit of ['RESTART', 'CONTINUE'] as const) {
    const ordered = rule([...among, ...overall], { onPartialSplit });
    fc.assert(
      fc.property(results, fc.infiniteStream(fc.nat()), (matches, dice) => {
        const table = poolTable(ordered, matches);
        const keyed = matches.map((match) => ({ match, key: dice.next().value as number }));
        const shuffled = keyed.sort((one, other) => one.key - other.key).map(({ match }) => match);
        expect(poolTable(ordered, shuffled)).toEqual(table);
        for (const [index, line] of table.entries()) {
          const [place] = line.split(' ');
          if (!place!.endsWith('=')) expect(Number(place)).toBe(index + 1);
        }
      }),
      { numRuns: 200 },
    );
  }
});

describe('matches that only order the tied', () => {
  const isPlayOff = (unit: string): boolean => unit.slice(26, 30) === '0004';
  const playOff: PoolCriterion<PeriodTally> = {
    ...criterion(
      'PLAY-OFF',
      'ALL',
      ({ playOffs }) => playOffs.filter(({ outcome }) => outcome === 'W').length,
    ),
  };
  const matches = ['A 1-0 B', 'B 1-0 C', 'C 0-1 A', 'C 9-0 B'];

  test('are in no sum, and only the criterion that asks for them sees them', () => {
    const level = ['A 1-0 B', 'B 1-1 C', 'C 1-0 A', 'B 1-0 C'];
    expect(poolTable(rule([playOff], { isPlayOff }), matches)).toEqual(['1 A 6', '2 B 3 P', '3 C 0 P']);
    expect(poolTable(rule([playOff], { isPlayOff }), level)).toEqual(['1 C 4', '2 A 3 P', '3 B 1 P']);
    expect(
      poolTable(rule([playOff, ...overall], { isPlayOff }), ['A 1-0 X', 'B 5-0 Y', 'X 0-0 Y', 'A 1-0 B']),
    ).toEqual(['1 A 3', '2 B 3 PLAY-OFF', '3 X 1 P', '4 Y 1 GD']);
  });
});

test('points that officials took away are gone from the table', () => {
  const table = poolTable(rule(overall), ['A 2-0 B', 'B 1-0 C'], { deducted: { A: 4 } });
  expect(table).toEqual(['1 B 3', '2 C 0 P', '3 A -1 P']);
});

test('a match can count otherwise than it ended: one that a shoot-out decided is tied', () => {
  const tied = rule(overall, {
    countsAs: ({ decision }, outcome) => (decision === 'PSO' ? 'T' : outcome),
  });
  expect(poolTable(tied, ['A 1/4-1/3 B'])).toEqual(['1= A 1', '1= B 1']);
});

test('after one criterion the tied begin again, after another they go on', () => {
  // A, B and C are level in all that they did against each other; A is best over all matches.
  const cycle = ['A 1-0 B', 'B 1-0 C', 'C 1-0 A', 'A 3-0 D', 'B 2-0 D', 'C 2-0 D'];
  const marks = criterion('MARKS', 'ALL', ({ competitor }) => (competitor === 'C' ? 1 : 0));
  const chain = (onPartialSplit: 'RESTART' | 'CONTINUE') =>
    rule([...among, ...overall.map((each) => ({ ...each, onPartialSplit })), marks]);
  expect(poolTable(chain('RESTART'), cycle).slice(1, 3)).toEqual(['2 B 6 GD', '3 C 6 H2H']);
  expect(poolTable(chain('CONTINUE'), cycle).slice(1, 3)).toEqual(['2 C 6 GD', '3 B 6 MARKS']);
});

test('EURO 2024, group E: those who are left begin again only when all criteria among the tied were used', () => {
  const groupE = ['ROU 3-0 UKR', 'BEL 0-1 SVK', 'SVK 1-2 UKR', 'BEL 2-0 ROU', 'SVK 1-1 ROU', 'UKR 0-0 BEL'];
  const table = (onPartialSplit: 'RESTART' | 'RESTART_AT_END') =>
    poolTable(rule([...among, ...overall], { onPartialSplit }), groupE).slice(0, 2);
  expect(table('RESTART_AT_END')).toEqual(['1 ROU 4', '2 BEL 4 H2H-GF']);
  expect(table('RESTART')).toEqual(['1 BEL 4', '2 ROU 4 H2H']);
});

test('cards that say the same are the same objects', () => {
  const ordered = rule(among);
  const before = ordered.cards(poolContext(GROUP_B), new Map());
  const after = ordered.cards(poolContext(GROUP_B), before);
  for (const [code, card] of before) expect(after.get(code)).toBe(card);
});
