import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import type { AdvanceSpec } from '../../src/model/fact.ts';
import { advance, type Contender, GIVES_UP, type Progression } from '../../src/rules/advance.ts';
import { compareKeys } from '../../src/rules/rank.ts';
import { Dice } from '../support/dice.ts';

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

  test('reserves are numbered, and who is equal has no number until it is decided', () => {
    const reserves: AdvanceSpec = { by: 'rank', count: 4, mark: 'R', numbered: true };
    expect(marked(SHARED, [place(1), reserves])).toEqual([
      'A Q',
      'B R1',
      'C R2',
      'D Q',
      'E R3',
      'F R4',
      'G R5',
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
