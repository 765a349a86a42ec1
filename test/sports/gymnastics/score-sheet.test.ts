import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gymnastics } from '../../../sports/gymnastics/gymnastics.ts';
import { countingMarks, routineOf, type Scoring } from '../../../sports/gymnastics/judged.ts';
import {
  mergedSheet,
  type Programme,
  type Sheet,
  sheetOf,
  teamSheetOf,
} from '../../../sports/gymnastics/score-sheet.ts';
import type { Score } from '../../../src/model/fact.ts';
import { partsOf } from '../../../src/model/rsc.ts';
import { roundHalfUp, THOUSANDTH, truncTo } from '../../../src/rules/rounding.ts';

const SEED = { seed: 20240804 };

const scoring: Scoring = { panel: { judges: 5, drop: 1 }, precision: { round: truncTo, step: THOUSANDTH } };
const programme: Programme = {
  parts: ['VT1', 'UB', 'BB', 'FX'],
  extra: ['VT2'],
  alias: { VT: 'VT1' },
  scoring,
};

const tenths = fc.integer({ min: 0, max: 30 }).map((tenth) => tenth * 100_000);

const panelOf = (deductions: readonly number[]): Score[] =>
  deductions.map((value, index) => ({ competitor: 'A', component: 'EJ', judge: `E${index + 1}`, value }));

const routine = (competitor: string, element: string, difficulty: number, execution: number): Score[] => [
  { competitor, element, component: 'D', value: difficulty },
  { competitor, element, component: 'E', value: execution },
];

const sheet = (competitor: string, scores: readonly Score[]): Sheet =>
  sheetOf(competitor, { scores, irms: [] }, programme, false);

describe('a panel of marks', () => {
  test('counts the same whichever judge gave which mark', () => {
    fc.assert(
      fc.property(
        fc.array(tenths, { minLength: 5, maxLength: 5 }).chain((marks) =>
          fc.record({
            marks: fc.constant(marks),
            others: fc.shuffledSubarray(marks, { minLength: 5, maxLength: 5 }),
          }),
        ),
        ({ marks, others }) => {
          expect(countingMarks(panelOf(marks), scoring.panel)).toEqual(
            countingMarks(panelOf(others), scoring.panel),
          );
        },
      ),
      SEED,
    );
  });

  test('gives an execution score between those of its highest and lowest counting mark, cut and never rounded up', () => {
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 5, maxLength: 5 }), (marks) => {
        const scores: Score[] = [...panelOf(marks), { competitor: 'A', component: 'D', value: 5_000_000 }];
        const { execution, counting } = routineOf('FX', scores, scoring)!;
        const exact = 30_000_000 - counting.reduce((sum, mark) => sum + mark, 0);
        expect(execution % THOUSANDTH).toBe(0);
        expect(execution * 3).toBeLessThanOrEqual(exact);
        expect((execution + THOUSANDTH) * 3).toBeGreaterThan(exact);
      }),
      SEED,
    );
  });

  test('gives no score while a judge is missing', () => {
    const scores: Score[] = [...panelOf([0, 0, 0, 0]), { competitor: 'A', component: 'D', value: 5_000_000 }];
    expect(routineOf('FX', scores, scoring)).toBeNull();
  });

  test('rounds half up where the competition says so', () => {
    const halfUp: Scoring = { ...scoring, precision: { round: roundHalfUp, step: THOUSANDTH } };
    const scores: Score[] = [
      ...panelOf([1, 1, 1, 2, 2].map((tenth) => tenth * 100_000)),
      { competitor: 'A', component: 'D', value: 5_000_000 },
    ];
    expect(routineOf('FX', scores, scoring)!.execution).toBe(9_866_000);
    expect(routineOf('FX', scores, halfUp)!.execution).toBe(9_867_000);
  });
});

describe('a score sheet', () => {
  const squad = fc.array(fc.tuple(tenths, tenths), { minLength: 4, maxLength: 5 });

  test('of a team is the sum of its best three on an apparatus, whatever the order of its members', () => {
    fc.assert(
      fc.property(squad, (marks) => {
        const members = marks.map(([d, e], index) => sheet(`M${index}`, routine(`M${index}`, 'FX', d, e)));
        const options = { programme, count: 3, over: true };
        const team = teamSheetOf('T', members, [], options);
        const turned = teamSheetOf('T', [...members].reverse(), [], options);
        const best = marks.map(([d, e]) => d + e).sort((one, other) => other - one);
        expect(team.total).toBe(best[0]! + best[1]! + best[2]!);
        expect(team.routines.filter(({ counts }) => counts)).toHaveLength(3);
        expect([turned.total, turned.execution, turned.difficulty]).toEqual([
          team.total,
          team.execution,
          team.difficulty,
        ]);
      }),
      SEED,
    );
  });

  test('sums the first vault only, by either of its codes', () => {
    const scores = [
      ...routine('A', 'VT', 5_000_000, 9_000_000),
      ...routine('A', 'VT2', 5_000_000, 8_000_000),
    ];
    const { total, routines } = sheet('A', scores);
    expect(total).toBe(14_000_000);
    expect(routines.map(({ part, counts }) => [part, counts])).toEqual([
      ['VT1', true],
      ['VT2', false],
    ]);
  });

  test('of a phase has each apparatus as the latest unit says', () => {
    const first = sheet('A', [
      ...routine('A', 'FX', 5_000_000, 8_000_000),
      ...routine('A', 'BB', 5_000_000, 8_000_000),
    ]);
    const second = sheet('A', routine('A', 'FX', 5_000_000, 9_000_000));
    expect(mergedSheet('A', [first, second], programme).total).toBe(27_000_000);
  });
});

describe('addresses', () => {
  const units = [
    'GARW------------------QUAL000001--',
    'GARW------------------QUAL000002--',
    'GARM------------------QUAL000001--',
    'GARW1APBB-------------FNL-000100--',
  ];

  test('the subdivisions count for the qualification of each event of their gender', () => {
    const qualifying = (event: string): string[] => {
      const [phase] = gymnastics.plan({ event: event.padEnd(34, '-'), setup: {}, entries: [] })!.phases;
      return units.filter((unit) => phase!.includes!(unit));
    };
    expect(qualifying('GARW1APBB')).toEqual(units.slice(0, 2));
    expect(qualifying('GARM1AA')).toEqual([units[2]]);
  });

  test.each([
    ['an apparatus of the other gender', 'GARW1APPH-------------FNL-000100--', {}],
    ['a rule of another event', 'GARW1APBB-------------FNL-000100--', { rule: 'GAR.FX@2024' }],
    ['an edition that is not known', 'GARW1APBB-------------FNL-000100--', { rule: 'GAR.BB@1904' }],
  ])('there is no rule for %s', (_what, unit, setup) => {
    expect(gymnastics.unitRule(unit, setup)).toBeNull();
  });

  test('the names say what the codes are', () => {
    expect(gymnastics.names!(units[1]!)).toMatchObject({ phase: 'Qualification', unit: 'Subdivision 2' });
    expect(gymnastics.names!(units[3]!)).toMatchObject({
      event: "Women's Balance Beam",
      phase: 'Final',
      unit: 'Final',
    });
    expect(partsOf(units[3]!).event).toBe('1APBB');
  });
});
