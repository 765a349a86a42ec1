import { describe, expect, test } from 'vitest';
import { splitRanks } from '../../src/model/split-ranks.ts';
import { Meet } from '../support/meet.ts';

const POINTS = [
  { code: '50m', distance: '50' },
  { code: '100m', distance: '100' },
  { code: 'FIN', distance: '200' },
];

type Times = Readonly<Record<string, readonly string[]>>;

function swum(times: Times, setup: object = { points: POINTS }, event = 'SWMM200MFR') {
  const meet = new Meet(event);
  const final = meet.rsc('FNL-', '000100');
  meet.say(final, { setup });
  meet.startList(final, Object.keys(times));
  for (const [competitor, splits] of Object.entries(times))
    for (const [index, time] of splits.entries())
      meet.say(final, { passing: { competitor, point: POINTS[index]!.code, time } });
  return { meet, final };
}

const at = ({ meet, final }: ReturnType<typeof swum>, point: string, lap?: number): string[] =>
  splitRanks(meet.document('RESULT', final).rows, point, lap).map(
    ({ competitor, time, rank, rankEqual, diff }) =>
      [competitor, `${rank}${rankEqual ? '=' : ''}`, time, diff ?? ''].join(' ').trim(),
  );

describe('who was where at a timing point', () => {
  const race = { A: ['24.10', '51.00'], B: ['24.00', '51.20'], C: ['24.10'], D: [] };

  test('by the time there, with the gap to the first; equal times share the rank', () => {
    expect(at(swum(race), '50m')).toEqual(['B 1 24.00', 'A 2= 24.10 +0.10', 'C 2= 24.10 +0.10']);
    expect(at(swum(race), '100m')).toEqual(['A 1 51.00', 'B 2 51.20 +0.20']);
    expect(at(swum(race), '150m')).toEqual([]);
  });

  test('who gave up later was there, who is disqualified was not', () => {
    const swim = swum(race);
    swim.meet.say(swim.final, { irm: { competitor: 'A', code: 'DNF' } });
    expect(at(swim, '50m')).toHaveLength(3);
    swim.meet.say(swim.final, { irm: { competitor: 'B', code: 'DSQ', point: '100m' } });
    expect(at(swim, '50m')).toEqual(['A 1= 24.10', 'C 1= 24.10 +0.00']);
    swim.meet.say(swim.final, { irm: { competitor: 'B', code: null, point: '100m' } });
    expect(at(swim, '50m')[0]).toBe('B 1 24.00');
  });

  test('a correction of somebody changes the row of nobody else', () => {
    const swim = swum(race);
    const rowOf = (key: string) =>
      [...swim.meet.document('RESULT', swim.final).rows].find((row) => row.key === key);
    const before = rowOf('B');
    swim.meet.say(swim.final, { passing: { competitor: 'C', point: '50m', time: '23.90' } });
    expect(at(swim, '50m')).toEqual(['C 1 23.90', 'B 2 24.00 +0.10', 'A 3 24.10 +0.20']);
    expect(rowOf('B')).toBe(before);
  });

  test('minutes, and a point that is passed once a lap', () => {
    const meet = new Meet('ATHM10000M');
    const final = meet.rsc('FNL-', '000100');
    meet.say(final, { setup: { points: [{ code: 'LAP' }], laps: 25 } });
    meet.startList(final, ['A', 'B']);
    for (const [competitor, lap, time] of [
      ['A', 1, '65.00'],
      ['B', 1, '64.50'],
      ['A', 2, '129.00'],
      ['B', 2, '130.25'],
    ])
      meet.say(final, { passing: { competitor, point: 'LAP', lap, time } });
    expect(at({ meet, final }, 'LAP', 1)).toEqual(['B 1 1:04.50', 'A 2 1:05.00 +0.50']);
    expect(at({ meet, final }, 'LAP', 2)).toEqual(['A 1 2:09.00', 'B 2 2:10.25 +1.25']);
  });
});
