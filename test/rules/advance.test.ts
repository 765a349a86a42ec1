import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import type { AdvanceSpec } from '../../src/model/fact.ts';
import { advance, type Contender, GIVES_UP, type Progression } from '../../src/rules/advance.ts';
import { compareKeys } from '../../src/rules/rank.ts';
import { Dice } from '../../src/simulation/dice.ts';

/** Lines of `code  heat  place  time  organisation`; `-` as place or time stands for none. */
function contenders(table: string): Contender[] {
  const lines = table.trim().split('\n');
  return lines.map((line) => {
    const [competitor = '', unit = '', place = '-', time = '-', organisation = 'XXX'] = line
      .trim()
      .split(/\s+/);
    const keys = time === '-' ? null : [decimal(time)];
    return {
      competitor,
      organisation,
      unit,
      unitRank: place === '-' ? null : Number(place),
      keys,
      reaches: (standard) => keys !== null && keys[0]! <= standard,
    };
  });
}

function progression(
  table: string,
  lines: readonly AdvanceSpec[],
  more: Partial<Progression> = {},
): Progression {
  const field = contenders(table);
  return {
    lines,
    contenders: field,
    decided: new Set(field.map(({ unit }) => unit)),
    complete: true,
    granted: new Map(),
    overfull: 'ADMIT_ALL',
    openMark: null,
    ...more,
  };
}

/** `code mark`, in the order of the table. */
function marked(table: string, lines: readonly AdvanceSpec[], more: Partial<Progression> = {}): string[] {
  const asked = progression(table, lines, more);
  const marks = advance(asked);
  return asked.contenders.flatMap(({ competitor }) =>
    marks.has(competitor) ? [`${competitor} ${marks.get(competitor)}`] : [],
  );
}

const place = (count: number, mark = 'Q'): AdvanceSpec => ({ by: 'place', count, mark });
const best = (count: number, mark = 'q'): AdvanceSpec => ({ by: 'best', count, mark });

const TWO_HEATS = `
  A  H1  1  10.01  ITA
  B  H1  2  10.05  USA
  C  H1  3  10.09  USA
  D  H1  4  10.20  GBR
  E  H2  1  10.30  ITA
  F  H2  2  10.31  ITA
  G  H2  3  10.08  USA
  H  H2  -  -      GBR
`;

describe('by place and by time', () => {
  test('the first of each heat and the next best over all', () => {
    expect(marked(TWO_HEATS, [place(2), best(2)])).toEqual(['A Q', 'B Q', 'C q', 'E Q', 'F Q', 'G q']);
  });

  test('places are given heat by heat, times only when every heat is decided', () => {
    const running = { decided: new Set(['H1']), complete: false };
    expect(marked(TWO_HEATS, [place(2), best(2)], running)).toEqual(['A Q', 'B Q']);
  });

  test('fewer who have a mark than there are places: all of them', () => {
    expect(marked(TWO_HEATS, [place(9), best(5)])).toEqual(['A Q', 'B Q', 'C Q', 'D Q', 'E Q', 'F Q', 'G Q']);
    expect(marked(TWO_HEATS, [best(50)])).toHaveLength(7);
  });
});

describe('a shared last place', () => {
  const SHARED = `
    A  H1  1  10.01
    B  H1  2  10.05
    C  H1  2  10.05
    D  H2  1  10.00
    E  H2  2  10.07
    F  H2  3  10.09
    G  H1  4  10.09
  `;

  test('by place: all who share it advance, or it stays open', () => {
    expect(marked(SHARED, [place(2)])).toEqual(['A Q', 'B Q', 'C Q', 'D Q', 'E Q']);
    const open = { overfull: 'OPEN', openMark: '?' } as const;
    expect(marked(SHARED, [place(2)], open)).toEqual(['A Q', 'B ?', 'C ?', 'D Q', 'E Q']);
  });

  test('by time: all who share it advance, or it stays open', () => {
    expect(marked(SHARED, [place(1), best(4)])).toEqual(['A Q', 'B q', 'C q', 'D Q', 'E q', 'F q', 'G q']);
    const open = { overfull: 'OPEN', openMark: '?' } as const;
    expect(marked(SHARED, [place(1), best(4)], open)).toEqual([
      'A Q',
      'B q',
      'C q',
      'D Q',
      'E q',
      'F ?',
      'G ?',
    ]);
    expect(marked(SHARED, [place(1), best(4)], { overfull: 'OPEN' })).toEqual([
      'A Q',
      'B q',
      'C q',
      'D Q',
      'E q',
    ]);
  });

  test('a tie that fits is none', () => {
    const open = { overfull: 'OPEN', openMark: '?' } as const;
    expect(marked(SHARED, [place(1), best(2)], open)).toEqual(['A Q', 'B q', 'C q', 'D Q']);
  });

  test('reserves are numbered; who is equal shares the number, or has none until it is decided', () => {
    const reserves: AdvanceSpec = { by: 'rank', count: 4, mark: 'R', numbered: true };
    expect(marked(SHARED, [place(1), reserves])).toEqual([
      'A Q',
      'B R1',
      'C R1',
      'D Q',
      'E R3',
      'F R4',
      'G R4',
    ]);
    const open = { overfull: 'OPEN', openMark: '?' } as const;
    expect(marked(SHARED, [place(1), reserves], open)).toEqual([
      'A Q',
      'B ?',
      'C ?',
      'D Q',
      'E R3',
      'F ?',
      'G ?',
    ]);
  });
});

describe('per organisation', () => {
  test('who comes after the full number of an organisation is passed over', () => {
    const line: AdvanceSpec = { by: 'rank', count: 4, mark: 'Q', maxPerOrganisation: 2 };
    const ranking = `
      A  Q1  1  1  ITA
      B  Q1  2  2  ITA
      C  Q1  3  3  ITA
      D  Q1  4  4  USA
      E  Q1  5  5  ITA
      F  Q1  6  6  GBR
      G  Q1  7  7  CHN
    `;
    expect(marked(ranking, [line])).toEqual(['A Q', 'B Q', 'D Q', 'F Q']);
    const reserves: AdvanceSpec = { by: 'rank', count: 2, mark: 'R', numbered: true, maxPerOrganisation: 3 };
    expect(marked(ranking, [line, reserves])).toEqual(['A Q', 'B Q', 'C R1', 'D Q', 'F Q', 'G R2']);
  });
});

const OPEN = { overfull: 'OPEN', openMark: '?' } as const;

describe('equal team-mates under a limit', () => {
  const two = (count: number): AdvanceSpec => ({ by: 'best', count, mark: 'Q', maxPerOrganisation: 2 });
  const EQUAL_TEAM_MATES = `
    A1  H1  1  54.00  ITA
    B1  H2  1  54.10  FRA
    A2  H1  2  54.30  ITA
    B2  H2  2  54.30  ITA
    A3  H1  3  54.60  GER
    B3  H2  3  54.70  ESP
  `;

  test('both stay open for the one place, and nobody else loses one', () => {
    expect(marked(EQUAL_TEAM_MATES, [two(4)], OPEN)).toEqual(['A1 Q', 'B1 Q', 'A2 ?', 'B2 ?', 'A3 Q']);
  });

  test('where shared places are filled over, the limit holds all the same', () => {
    expect(marked(EQUAL_TEAM_MATES, [two(4)])).toEqual(['A1 Q', 'B1 Q', 'A3 Q']);
  });

  test('a third nation at the same time is not drawn into their tie', () => {
    const withAnother = EQUAL_TEAM_MATES.replace('A3  H1  3  54.60', 'A3  H1  2  54.30');
    expect(marked(withAnother, [two(4)], OPEN)).toEqual(['A1 Q', 'B1 Q', 'A2 ?', 'B2 ?', 'A3 Q']);
    expect(marked(withAnother, [two(3)], OPEN)).toEqual(['A1 Q', 'B1 Q', 'A2 ?', 'B2 ?', 'A3 ?']);
  });

  test('two equal team-mates who may both go on are no tie', () => {
    const reserves: AdvanceSpec = { by: 'rank', count: 1, mark: 'R', numbered: true, maxPerOrganisation: 3 };
    expect(marked(EQUAL_TEAM_MATES, [{ ...two(4), maxPerOrganisation: 3 }], OPEN)).toHaveLength(4);
    // The loser of the two is the first reserve: whoever that is, nobody else has that number.
    expect(marked(EQUAL_TEAM_MATES, [two(4), reserves], OPEN)).not.toContain('B3 R1');
  });
});

describe('one line after another', () => {
  const SEVEN = `
    A  R  1  1
    B  R  2  2
    C  R  3  3
    D  R  4  4
    E  R  5  5
    F  R  6  6
    G  R  -  -
  `;

  test('a later line by place never overwrites an earlier one: two to final A, the next to final B', () => {
    expect(marked(SEVEN, [place(2, 'FA'), place(6, 'FB')])).toEqual([
      'A FA',
      'B FA',
      'C FB',
      'D FB',
      'E FB',
      'F FB',
    ]);
  });

  test('nor does a line by rank, or a standard', () => {
    const rank: AdvanceSpec = { by: 'rank', count: 2, mark: 'r' };
    const standard: AdvanceSpec = { by: 'standard', count: 9, mark: 's', value: decimal('4') };
    expect(marked(SEVEN, [place(2), rank, standard])).toEqual(['A Q', 'B Q', 'C r', 'D r']);
  });

  test('who is equal for an open place keeps it open: no later line lets one of the two through', () => {
    const TIED = `
      A  H1  1  1
      B  H1  2  2
      C  H1  2  2
      D  H2  1  3
      E  H2  2  4
      F  H2  3  5
    `;
    // One of B and C goes on by place; the other takes the first of the two places by time.
    expect(marked(TIED, [place(2), best(2)], OPEN)).toEqual(['A Q', 'B ?', 'C ?', 'D Q', 'E Q', 'F q']);
    expect(marked(TIED, [place(2), best(1)], OPEN)).toEqual(['A Q', 'B ?', 'C ?', 'D Q', 'E Q']);
    expect(marked(TIED, [place(2), best(1)], { overfull: 'OPEN' })).toEqual(['A Q', 'D Q', 'E Q']);
  });

  test('the loser of an open last place is the first reserve, so the next one is the second', () => {
    const reserves: AdvanceSpec = { by: 'rank', count: 2, mark: 'R', numbered: true };
    const LAST = `
      A  H1  1  1
      B  H1  2  2
      C  H2  1  2
      D  H2  2  3
    `;
    expect(marked(LAST, [best(2), reserves], OPEN)).toEqual(['A q', 'B ?', 'C ?', 'D R2']);
  });
});

describe('lots and swim-offs', () => {
  /** Second and third share the place in the heat; finer keys than the time tell them apart. */
  const lotDrawn = (table: string, first: string): readonly Contender[] =>
    contenders(table).map((each) => ({ ...each, keys: [...each.keys!, each.competitor === first ? 0 : 1] }));
  const DEAD_HEAT = `
    A1  H1  1  800.10
    A2  H1  2  801.11
    A3  H1  2  801.11
    A4  H1  4  802.00
  `;

  test('a lot decides a place that two share, whatever the policy for shared places is', () => {
    for (const overfull of ['OPEN', 'ADMIT_ALL'] as const) {
      const asked = progression(DEAD_HEAT, [place(2)], { overfull });
      const marks = advance({ ...asked, contenders: lotDrawn(DEAD_HEAT, 'A3') });
      expect([...marks.keys()].sort()).toEqual(['A1', 'A3']);
    }
    expect(marked(DEAD_HEAT, [place(2)], OPEN)).toEqual(['A1 Q', 'A2 ?', 'A3 ?']);
  });
});

describe('a qualifying standard', () => {
  const FIELD = `
    A  G1  1  1
    B  G1  2  2
    C  G2  1  3
    D  G2  2  4
    E  G2  3  5
  `;
  const standard = (value: string): AdvanceSpec => ({
    by: 'standard',
    count: 4,
    mark: 'Q',
    value: decimal(value),
  });

  test('all who reach it, and the best others up to the number', () => {
    expect(marked(FIELD, [standard('2'), best(4)])).toEqual(['A Q', 'B Q', 'C q', 'D q']);
  });

  test('more than the number reach it: all of them and nobody else', () => {
    expect(marked(FIELD, [standard('5'), best(4)])).toEqual(['A Q', 'B Q', 'C Q', 'D Q', 'E Q']);
  });

  test('it counts at once, the filling up when all is over', () => {
    expect(marked(FIELD, [standard('2'), best(4)], { complete: false, decided: new Set() })).toEqual([
      'A Q',
      'B Q',
    ]);
  });
});

describe('given by referee or jury', () => {
  test('in addition: nobody loses a place to it', () => {
    const granted = new Map([
      ['D', 'qJ'],
      ['H', 'qR'],
    ]);
    expect(marked(TWO_HEATS, [place(2), best(2)], { granted })).toEqual([
      'A Q',
      'B Q',
      'C q',
      'D qJ',
      'E Q',
      'F Q',
      'G q',
      'H qR',
    ]);
  });

  test('who gives up has no mark, and the next best moves up', () => {
    const granted = new Map([['B', GIVES_UP]]);
    expect(marked(TWO_HEATS, [place(2), best(2)], { granted })).toEqual(['A Q', 'C q', 'E Q', 'F Q', 'G q']);
    const reserves: AdvanceSpec = { by: 'rank', count: 1, mark: 'R', numbered: true };
    expect(marked(TWO_HEATS, [{ ...place(1), by: 'rank', count: 2 }, reserves], { granted })).toEqual([
      'A Q',
      'C R1',
      'G Q',
    ]);
  });
});

describe('properties', () => {
  const contender = fc.record({
    unit: fc.constantFrom('H1', 'H2', 'H3'),
    time: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 6, nil: null }),
    organisation: fc.constantFrom('ITA', 'USA', 'GBR'),
  });

  /** A field whose places in the heats follow from the times. */
  const field = fc.array(contender, { maxLength: 16 }).map((drawn): Contender[] =>
    drawn.map(({ unit, time, organisation }, index) => ({
      competitor: `C${index}`,
      organisation,
      unit,
      unitRank:
        time === null
          ? null
          : 1 + drawn.filter((other) => other.unit === unit && (other.time ?? 99) < time).length,
      keys: time === null ? null : [time],
      reaches: () => false,
    })),
  );
  const lines = fc
    .tuple(fc.nat({ max: 3 }), fc.nat({ max: 6 }))
    .map(([first, next]) => [place(first), best(next)] as const);
  const asked = (contendersThere: readonly Contender[], given: readonly AdvanceSpec[]): Progression => ({
    lines: given,
    contenders: contendersThere,
    decided: new Set(['H1', 'H2', 'H3']),
    complete: true,
    granted: new Map(),
    overfull: 'ADMIT_ALL',
    openMark: null,
  });
  const seeded = { seed: 12, numRuns: 300 };

  test('the order of the entries changes nothing', () => {
    fc.assert(
      fc.property(field, lines, fc.integer(), (there, given, seed) => {
        const shuffled = asked(new Dice(seed).shuffled(there), given);
        expect(advance(shuffled)).toEqual(advance(asked(there, given)));
      }),
      seeded,
    );
  });

  test('nobody is passed over by somebody slower, and equals have the same mark', () => {
    fc.assert(
      fc.property(field, lines, (there, given) => {
        const marks = advance(asked(there, given));
        for (const one of there) {
          for (const other of there) {
            if (one.keys === null || other.keys === null) continue;
            const order = compareKeys(one.keys, other.keys);
            const isSameHeat = one.unit === other.unit;
            const mark = (each: Contender) => marks.get(each.competitor);
            if (order < 0 && mark(other) === 'q') expect(mark(one)).toBeDefined();
            if (isSameHeat && order < 0 && mark(other) === 'Q') expect(mark(one)).toBe('Q');
            if (isSameHeat && order === 0) expect(mark(one)).toBe(mark(other));
          }
        }
      }),
      seeded,
    );
  });

  test('an open place is given to nobody, so that never more advance than the lines say', () => {
    fc.assert(
      fc.property(field, lines, (there, given) => {
        const marks = advance({ ...asked(there, given), overfull: 'OPEN', openMark: '?' });
        const [first, next] = given;
        const count = (mark: string, unit?: string) =>
          there.filter((each) => marks.get(each.competitor) === mark && (unit ?? each.unit) === each.unit)
            .length;
        for (const unit of ['H1', 'H2', 'H3']) expect(count('Q', unit)).toBeLessThanOrEqual(first.count);
        expect(count('q')).toBeLessThanOrEqual(next.count);
      }),
      seeded,
    );
  });
});
