/** A high jump final: heights, failures that count, a jump-off for the first place. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { expectTrue, type Projection, placesIn, projectionOf, type Step, Told } from './completed.ts';

const JUMPERS = ['A', 'B', 'C', 'D', 'E', 'F'];
const HEIGHTS = ['2.10', '2.15', '2.20', '2.25', '2.28', '2.31'];

interface Final {
  readonly told: Told;
  readonly unit: string;
}

function final(jumpers: readonly string[] = JUMPERS): Final {
  const told = new Told('ATHMHIGHJUMP');
  const unit = told.meet.rsc('FNL-', '000100');
  const entries = jumpers.map((code, index) => ({
    competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
    startOrder: index + 1,
  }));
  told.say([unit, { setup: { projection: true, heights: HEIGHTS } }], [unit, { startList: { entries } }]);
  return { told, unit };
}

const trial = (unit: string, competitor: string, height: string, attempt: number, outcome: string): Step => [
  unit,
  { attempt: { competitor, attempt, height, outcome } },
];

const current = ({ told, unit }: Final) => {
  if (told.meet.document('RESULT', unit).header.status === 'START_LIST') return null;
  const { header, rows } = told.meet.document('CURRENT', unit);
  const turn = [...rows].find(({ turn: { role } }) => role === 'CURRENT');
  return turn === undefined
    ? null
    : { key: turn.key, attempt: turn.turn.attempt!, period: header.now!.period! };
};

/** Whose trial it is clears, fails, passes or retires; a tie for the first place is jumped off, or left as it is. */
function next(at: Final, dice: Dice): Step[] {
  const { told, unit } = at;
  const isOpen = told.meet.document('RESULT', unit).header.status === 'START_LIST';
  const turn = isOpen ? { key: JUMPERS[0]!, attempt: 1, period: HEIGHTS[0]! } : current(at);
  if (turn !== null && turn.period !== 'JO') {
    const outcomes = ['VALID', 'VALID', 'FAILED', 'FAILED', 'PASSED', ...(dice.once(10) ? ['RETIRED'] : [])];
    return outcomes.map((outcome) => trial(unit, turn.key, turn.period, turn.attempt, outcome));
  }
  return turn === null ? jumpOffFor(told, unit) : jumpOff(unit, turn.key, turn.attempt, dice);
}

const jumpOff = (unit: string, competitor: string, attempt: number, dice: Dice): Step[] =>
  ['VALID', 'FAILED', 'FAILED', ...(dice.once(8) ? ['RETIRED'] : [])].map(
    (outcome): Step => [unit, { attempt: { competitor, attempt, height: '2.20', outcome, phase: 'JO' } }],
  );

/** Over, unless two share the first place: then the first of them begins the jump-off. */
function jumpOffFor(told: Told, unit: string): Step[] {
  const rows = told.meet.rows('RESULT', unit);
  const first = rows.filter(({ place }) => place.rank === 1);
  if (
    first.length < 2 ||
    rows.some(({ mark }) => mark.details.countback?.heights.some(({ jumpOff: is }) => is))
  )
    return [];
  return ['VALID', 'FAILED'].map(
    (outcome): Step => [
      unit,
      { attempt: { competitor: first[0]!.key, attempt: 1, height: '2.20', outcome, phase: 'JO' } },
    ],
  );
}

describe('what was said on the way came true', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = final();
    const said: Projection[] = at.told.completed(at.unit, () => next(at, dice), dice);
    at.told.say([at.unit, { status: { result: 'OFFICIAL' } }]);
    expectTrue(said, placesIn(at.told.meet, at.unit), null);
    expect(said.some(({ header }) => header.outlook!.places === 'OPEN')).toBe(true);
  });

  test('with two who are level to the end, in a jump-off and without one', () => {
    for (const seed of [1, 2, 3, 4]) {
      const dice = new Dice(seed);
      const at = final(['A', 'B', 'C']);
      for (const height of HEIGHTS.slice(0, 2))
        for (const code of ['A', 'B']) at.told.say(trial(at.unit, code, height, 1, 'VALID'));
      at.told.say(trial(at.unit, 'C', '2.10', 1, 'RETIRED'));
      for (let attempt = 1; attempt <= 3; attempt += 1)
        for (const code of ['A', 'B']) at.told.say(trial(at.unit, code, '2.20', attempt, 'FAILED'));
      const tied = projectionOf(at.told.meet, at.unit);
      expect([...tied.rows].map(({ projected: { best, worst } }) => [best, worst])).toEqual([
        [1, 2],
        [1, 2],
        [undefined, undefined],
      ]);
      const said = [tied, ...at.told.completed(at.unit, () => next(at, dice), dice)];
      expectTrue(said, placesIn(at.told.meet, at.unit), null);
    }
  });
});

describe('what is needed', () => {
  test.each([21, 22, 23, 24])(
    'is enough with the next trial, and a centimetre less is not, seed %i',
    (seed) => {
      const dice = new Dice(seed);
      const at = final();
      let needed = 0;
      for (let steps = next(at, dice); steps.length > 0; steps = next(at, dice)) {
        at.told.say(dice.one(steps));
        const turn = current(at);
        const row = [...projectionOf(at.told.meet, at.unit).rows].find(({ projected }) => projected.inAction);
        if (turn === null || row === undefined || dice.once(2)) continue;
        for (const { place, mark } of row.projected.needs) {
          const rankWith = (height: string): number => {
            const attempt = height === turn.period ? turn.attempt : 1;
            return (
              placesIn(at.told.asIf(trial(at.unit, turn.key, height, attempt, 'VALID')), at.unit).get(
                turn.key,
              ) ?? 99
            );
          };
          expect(rankWith(mark!), `${turn.key} clears ${mark}`).toBeLessThanOrEqual(place!);
          const less = (Number(mark) - 0.01).toFixed(2);
          if (Number(less) >= Number(turn.period))
            expect(rankWith(less), `${turn.key} clears ${less}`).toBeGreaterThan(place!);
          needed += 1;
        }
      }
      expect(needed).toBeGreaterThan(3);
    },
  );
});
