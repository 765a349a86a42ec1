/** The family of panels, by tables and properties: it knows no sport. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, type Micro } from '../../src/model/decimal.ts';
import type { Score } from '../../src/model/fact.ts';
import { countingMarks, type JudgeGroup, limitedMark, panelSum } from '../../src/rules/families/panel.ts';

const marks = (text: string): Micro[] => text.split(' ').map(decimal);
const sum = (values: readonly Micro[]): Micro => values.reduce((total, value) => total + value, 0);

describe('countingMarks', () => {
  test.each([
    { judges: 3, drop: 1, given: '7 8 6', counting: '7' },
    { judges: 5, drop: 1, given: '7 8 6.5 7.5 7', counting: '7 7 7.5' },
    { judges: 7, drop: 1, given: '8 9 8.5 8.5 8.5 9 8', counting: '8 8.5 8.5 8.5 9' },
    { judges: 7, drop: 2, given: '8.5 8.5 8 8.5 8 8 8', counting: '8 8 8.5' },
    { judges: 9, drop: 2, given: '1 2 3 4 5 6 7 8 9', counting: '3 4 5 6 7' },
    { judges: 11, drop: 2, given: '1 1 1 1 1 1 1 1 1 10 10', counting: '1 1 1 1 1 1 1' },
    // Of equal marks at an end only as many are dropped as the rule says.
    { judges: 5, drop: 1, given: '7 7 7 7 7', counting: '7 7 7' },
    { judges: 4, drop: 0, given: '4 3 2 1', counting: '1 2 3 4' },
  ])('$judges judges, $drop dropped at each end', ({ judges, drop, given, counting }) => {
    expect(countingMarks(marks(given), { judges, drop })).toEqual(marks(counting));
  });

  test('nothing counts while a judge is missing, or when one too many has spoken', () => {
    expect(countingMarks(marks('7 8 6 7'), { judges: 5, drop: 1 })).toEqual([]);
    expect(countingMarks(marks('7 8 6 7 7 7'), { judges: 5, drop: 1 })).toEqual([]);
  });

  const panel = fc
    .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 0, max: 5 }))
    .filter(([judges, drop]) => judges > 2 * drop)
    .chain(([judges, drop]) =>
      fc.record({
        judges: fc.constant(judges),
        drop: fc.constant(drop),
        given: fc.array(
          fc.integer({ min: 0, max: 20 }).map((halves) => halves * 500_000),
          {
            minLength: judges,
            maxLength: judges,
          },
        ),
      }),
    );

  test('properties: as many as are left, within the ends, whatever the order of the judges', () => {
    fc.assert(
      fc.property(panel, fc.infiniteStream(fc.nat()), ({ judges, drop, given }, order) => {
        const counting = countingMarks(given, { judges, drop });
        expect(counting).toHaveLength(judges - 2 * drop);
        const turned = given
          .map((mark) => ({ mark, at: order.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ mark }) => mark);
        expect(countingMarks(turned, { judges, drop })).toEqual(counting);
        expect(Math.min(...counting)).toBeGreaterThanOrEqual(Math.min(...given));
        expect(Math.max(...counting)).toBeLessThanOrEqual(Math.max(...given));
      }),
      { seed: 20261128 },
    );
  });

  test('property: a judge who gives more never lowers the sum', () => {
    fc.assert(
      fc.property(panel, fc.nat(10), ({ judges, drop, given }, which) => {
        const raised = given.with(which % judges, given[which % judges]! + 500_000);
        expect(sum(countingMarks(raised, { judges, drop }))).toBeGreaterThanOrEqual(
          sum(countingMarks(given, { judges, drop })),
        );
      }),
      { seed: 20261129 },
    );
  });

  test('property: one judge alone changes nothing beyond the marks of the others where one at each end is dropped', () => {
    fc.assert(
      fc.property(panel, ({ judges, drop, given }) => {
        fc.pre(drop >= 1);
        const [, ...others] = given;
        const wild = countingMarks([decimal('1000'), ...others], { judges, drop });
        expect(Math.max(...wild)).toBeLessThanOrEqual(Math.max(...others));
      }),
      { seed: 20261130 },
    );
  });
});

test.each([
  { mark: '8', deduction: '2', most: '10', counts: '6' },
  { mark: '1', deduction: '2', most: '10', counts: '0' },
  { mark: '7', deduction: '0', most: '4.5', counts: '4.5' },
  { mark: '3', deduction: '0', most: '4.5', counts: '3' },
  { mark: '9', deduction: '2', most: '4.5', counts: '2.5' },
])('a mark of $mark with $deduction off and $most at most counts $counts', ({ mark, counts, ...limits }) => {
  const { deduction, most } = limits;
  expect(limitedMark(decimal(mark), { deduction: decimal(deduction), most: decimal(most) })).toBe(
    decimal(counts),
  );
});

describe('panelSum', () => {
  const GROUPS: readonly JudgeGroup[] = [
    { code: 'A', components: ['A'], judges: 3, drop: 1 },
    { code: 'B', components: ['B', 'C'], judges: 4, drop: 1 },
  ];
  const score = (component: string, value: string, index: number): Score => ({
    competitor: 'X',
    component,
    judge: String(index),
    value: decimal(value),
  });
  const said = [
    ...['7', '8', '6'].map((value, index) => score('A', value, index)),
    ...['5', '6'].map((value, index) => score('B', value, index)),
    ...['7', '9'].map((value, index) => score('C', value, index)),
  ];
  const none = () => ({ deduction: 0, most: decimal('10') });

  test('each group drops its own, and one group may mark two things together', () => {
    expect(panelSum(said, GROUPS, none)).toBe(decimal('20'));
  });

  test('limits hold for the components that they are of', () => {
    const onlyA = (component: string) => ({ deduction: 0, most: decimal(component === 'A' ? '2' : '10') });
    expect(panelSum(said, GROUPS, onlyA)).toBe(decimal('15'));
  });

  test('there is no sum while one group waits for a judge', () => {
    expect(panelSum(said.slice(1), GROUPS, none)).toBeNull();
  });
});
