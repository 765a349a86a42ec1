import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/model/decimal.ts';
import { NO_FACTS, type Part, type PartsContext } from '../../src/rules/contract.ts';
import {
  betterDiscarded,
  betterLately,
  betterOfAllScores,
  betterScores,
  type SeriesOptions,
  series,
} from '../../src/rules/families/series.ts';
import { rank } from '../../src/rules/rank.ts';
import { entryOf, rankText } from '../sports/athletics/field-card.ts';

const MEDAL_RACE = 'M';

const options: SeriesOptions = {
  families: [],
  codePoints: (code, { entered, listed }) => (code === 'RAF' ? listed.length + 1 : entered + 1) * ONE,
  neverDiscarded: ['DNE'],
  discards: (races) => (races >= 4 ? 1 : 0),
  clause: { code: 'NET_POINTS', clause: 'A4' },
  ties: [
    betterScores({ code: 'BEST_PLACES', clause: 'A8.1' }),
    betterLately({ code: 'LAST_RACE', clause: 'A8.2' }),
  ],
  irmOrder: ['DSQ'],
};
const withMedalRace: SeriesOptions = {
  ...options,
  medalRace: { is: (unit) => unit === MEDAL_RACE, times: 2, clause: { code: 'MEDAL_RACE', clause: 'MR' } },
};

/** Lines of `code  1 2 DNF (3) | rank net decided-by`; `.` for a race that is not sailed, `-` for who is not in it. */
function check(title: string, table: string, how: SeriesOptions = options): void {
  test(title, () => {
    const [head, ...lines] = table
      .trim()
      .split('\n')
      .map((line) => line.trim());
    const units = head!.split('|')[0]!.trim().split(/\s+/).slice(1);
    const rows = lines.map((line) => {
      const [said, expected] = line.split('|') as [string, string];
      const [code, ...cells] = said.trim().split(/\s+/) as [string, ...string[]];
      return { code, cells, expected: expected.trim().replaceAll(/\s+/g, ' ') };
    });
    const parts = new Map(
      rows.map(({ code, cells }) => [code, cells.flatMap((cell, race) => partOf(units[race]!, cell) ?? [])]),
    );
    const entries = rows.map(({ code }, index) => entryOf(code, index + 1));
    const context: PartsContext = {
      unit: 'TESMSERIES------------------------',
      setup: {},
      status: 'INTERMEDIATE',
      complete: false,
      start: null,
      conditions: null,
      orders: [],
      entries,
      factsOf: () => NO_FACTS,
      partsOf: (code) => parts.get(code)!,
    };
    const rule = series('TEST.SERIES@1', how);
    const cards = rule.cards(context, new Map());
    const placed = rank(
      entries.map((entry) => ({ entry, card: cards.get(entry.competitor.code)! })),
      rule,
      context,
    );
    const found = new Map(
      placed.map((row) => [
        row.entry.competitor.code,
        [rankText(row), rule.mark(row.card, context).result ?? '', row.decidedBy?.clause ?? '']
          .join(' ')
          .trim(),
      ]),
    );
    expect([...found]).toEqual(rows.map(({ code, expected }) => [code, expected]));
  });
}

function partOf(unit: string, cell: string): Part | null {
  if (cell === '-') return null;
  const place = /^\d+$/.test(cell) ? Number(cell) : null;
  return {
    unit,
    card: null,
    standing: place !== null ? { stage: 'RANKED', irm: null } : { stage: 'IRM', irm: cell },
    rank: place,
    mark: { result: null, resultType: null, details: {} },
    decided: cell !== '.',
    setup: {},
  };
}

describe('points add up, fewest first', () => {
  check(
    'A4 each race gives as many points as the place',
    `
    boat 1 2 3 | rank
    A    1 2 1 | 1 4
    B    2 1 2 | 2 5 A4
    C    3 3 3 | 3 9 A4
  `,
  );
  check(
    'A2 the worst race is left out, once there are enough of them',
    `
    boat 1 2 3 4   | rank
    A    1 1 1 3   | 1 3
    B    2 2 2 1   | 2 5 A4
    C    3 3 3 2   | 3 8 A4
  `,
  );
  check(
    'A5 codes give points by those who entered, or who came to the start',
    `
    boat 1   2   | rank
    A    1   1   | 1 2
    C    RAF 2   | 2 6 A4
    B    2   DNF | 3 6 A8.2
  `,
  );
  check(
    'a code that cannot be left out stays, and the next worst goes',
    `
    boat 1 2 3   4 | rank
    A    1 1 DNE 1 | 1 5
    B    2 2 1   2 | 2 5 A8.1
  `,
  );
  check(
    'A7 those who share a place share the points of the places that they fill',
    `
    boat 1 | rank
    A    1 | 1= 1.5
    B    1 | 1= 1.5
    C    3 | 3 3 A4
  `,
  );
});

describe('ties', () => {
  check(
    'A8.1 the better places first, without what is left out',
    `
    boat 1 2 3 | rank
    C    2 1 1 | 1 4
    A    1 3 3 | 2 7 A4
    B    3 2 2 | 3 7 A8.1
  `,
  );
  check(
    'A8.2 the same places: the last race, then the one before',
    `
    boat 1 2 3 4 | rank
    B    2 1 2 1 | 1 4
    A    1 2 1 2 | 2 4 A8.2
  `,
    options,
  );
});

describe('ties of boards', () => {
  const boards: SeriesOptions = {
    ...options,
    ties: [
      betterDiscarded({ code: 'BEST_DISCARDED', clause: 'B A8.1' }),
      betterOfAllScores({ code: 'ALL_SCORES', clause: 'B A8.2' }),
      betterLately({ code: 'LAST_RACE', clause: 'B A8.3' }),
    ],
  };
  check(
    'the better of the scores that are left out comes first, whatever the others are',
    `
    boat 1 2 3 4 | rank
    C    1 2 1 2 | 1 4
    A    3 1 4 3 | 2 7 A4
    D    4 3 2 4 | 3 9 A4
    B    2 4 3 5 | 4 9 B A8.1
  `,
    boards,
  );
});

describe('redress', () => {
  const redress: SeriesOptions = {
    ...options,
    step: 100_000,
    average: ({ standing }) =>
      ({ RDGA: 'ALL' as const, RDGB: 'BEFORE' as const })[standing.irm ?? ''] ?? null,
    codePoints: (code, { entered }) => (code.startsWith('RDG') ? null : (entered + 1) * ONE),
  };
  check(
    'A9 (a) the mean of all other races, to the tenth; of those before (b)',
    `
    boat 1 2 3    | rank
    B    2 1 RDGA | 1 4.5
    A    1 2 RDGB | 2 4.5 A8.2
    C    3 3 1    | 3 7 A4
  `,
    redress,
  );
  check(
    'a mean is made of what was sailed, codes as well, and rounded up from the half',
    `
    boat 1   2    3 | rank
    A    1   2    1 | 1 4
    C    2   1    DNF | 2 7 A4
    B    DNF RDGA 2   | 3 9 A4
  `,
    redress,
  );
});

describe('penalties and absence', () => {
  check(
    'a penalty makes the score worse and leaves the place, and everybody else, as they are',
    `
    boat 1 2 | rank
    A    1 2 | 1 3
    B    2 1 | 2 5 A4
    C    3 3 | 3 6 A4
  `,
    {
      ...options,
      penalized: (points, { rank, unit }) => (unit === '2' && rank === 1 ? points + 2 * ONE : points),
    },
  );
  check(
    'who is in no start list of a race was not there',
    `
    boat 1 2 | rank
    A    1 1 | 1 2
    B    - 2 | 2 6 A4
    C    2 - | 3 6 A8.2
  `,
    { ...options, absent: 'DNC' },
  );
});

describe('a medal race', () => {
  check(
    'counts double, is never left out, breaks ties, and places who is in it before everybody else (C055)',
    `
    boat 1 2 3 4 M | rank
    A    2 2 2 2 1 | 1 8
    B    1 1 1 1 3 | 2 9 A4
    C    3 3 3 3 2 | 3 13 A4
    D    4 4 4 4 - | 4 12 MR
  `,
    withMedalRace,
  );
});
