import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/model/column-path.ts';

const ROW = {
  rank: 1,
  attempts: [
    { attempt: 1, mark: 'x' },
    { attempt: 3, mark: '6.85' },
  ],
  heights: [
    { height: '2.00', trials: 'xxx' },
    { height: '2.00', trials: 'o', jumpOff: true },
    { height: '1.98', trials: 'x', jumpOff: true },
  ],
  parts: [
    { part: 'VT1', score: '14.9' },
    { part: 'UB', score: '15.1', components: { D: '6.5' } },
  ],
};

describe('the path of a column', () => {
  test.each([
    ['rank', 1],
    ['attempts[attempt=3].mark', '6.85'],
    ['attempts[attempt=2].mark', undefined],
    ['heights[height=2.00,jumpOff=].trials', 'xxx'],
    ['heights[jumpOff=true].trials', ['o', 'x']],
    ['parts.VT1.score', '14.9'],
    ['parts[part=UB].components.D', '6.5'],
    ['rank[attempt=1]', undefined],
    ['attempts[constructor=].mark', ['x', '6.85']],
    ['constructor.name', undefined],
    ['', ROW],
  ])('%s gives %j', (path, value) => {
    expect(valueAt(ROW, path)).toEqual(value);
  });
});
