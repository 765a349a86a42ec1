import { expect, test } from 'vitest';
import { fullTitle, unitTitle } from '../../src/model/title.ts';

const discipline = 'Athletics';

test.each([
  [{ event: "Women's High Jump", phase: 'Final' }, "Women's High Jump, Final"],
  [{ event: "Women's High Jump", phase: 'Final', unit: 'High Jump, Final' }, "Women's High Jump, Final"],
  [{ event: "Women's 100m", phase: 'Semi-Finals', unit: 'Semi-Final 1' }, "Women's 100m, Semi-Final 1"],
  [
    { event: "Women's 100m", phase: 'Semi-Finals', unit: '100m, Semifinals, 1' },
    "Women's 100m, Semi-Finals, 1",
  ],
  [{ event: "Men's 100m", phase: 'Round 1', unit: 'Heat 1' }, "Men's 100m, Round 1, Heat 1"],
  [{ event: '200m Medley', phase: 'Heats', unit: 'Heat 3' }, '200m Medley, Heat 3'],
  [
    { event: "Women's Qualification", phase: 'Qualification', unit: 'Subdivision 2' },
    "Women's Qualification, Subdivision 2",
  ],
  [{ event: "Men's 10,000m", phase: 'Final', unit: 'Final' }, "Men's 10,000m, Final"],
  [{ event: "Men's Decathlon", phase: '100m', unit: 'Heat 2' }, "Men's Decathlon, 100m, Heat 2"],
])('%j is called "%s"', (names, title) => {
  expect(unitTitle({ discipline, ...names })).toBe(title);
});

test('what is about no event is called by its discipline', () => {
  expect(unitTitle({ discipline })).toBe('Athletics');
  expect(fullTitle({ discipline, event: "Women's High Jump", phase: 'Final' })).toBe(
    "Athletics, Women's High Jump, Final",
  );
});
