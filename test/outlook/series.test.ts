/** A series of six boats before its last races, with a race that is left out. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { expectTrue, type Projection, projectionOf, type Step, Told } from './completed.ts';

const BOATS = ['A', 'B', 'C', 'D', 'E', 'F'];
const RACES = 4;

interface Series {
  readonly told: Told;
  readonly phase: string;
  readonly units: readonly string[];
}

function series(): Series {
  const told = new Told('SALMOPEN');
  const phase = told.meet.rsc('PREL');
  const units = Array.from({ length: RACES }, (_none, index) => told.meet.rsc('PREL', `000${index + 1}00`));
  told.say([phase, { setup: { projection: true, units } }]);
  for (const unit of units) {
    const entries = BOATS.map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
      startOrder: index + 1,
    }));
    told.say([unit, { startList: { entries } }]);
  }
  return { told, phase, units };
}

/** In this order over the line; who is not named does not finish. */
const race = (unit: string, order: readonly string[]): Step[] => [
  ...order.map(
    (competitor, index): Step => [
      unit,
      { passing: { competitor, point: 'FIN', time: String(600 + index), order: index + 1 } },
    ],
  ),
  ...BOATS.filter((code) => !order.includes(code)).map(
    (competitor): Step => [unit, { irm: { competitor, code: 'DNF' } }],
  ),
  [unit, { status: { result: 'OFFICIAL' } }],
];

const places = ({ told, phase }: Series): ReadonlyMap<string, number | null> =>
  new Map(told.meet.rows('CUMULATIVE_RESULT', phase).map(({ key, place }) => [key, place.rank]));

describe('what was said on the way came true', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = series();
    const said: Projection[] = [];
    for (const unit of at.units) {
      // Each boat is there or not, and the last race is sailed or abandoned.
      const order = dice.shuffled(BOATS).filter(() => !dice.once(7));
      const isAbandoned = unit === at.units.at(-1) && dice.once(3);
      at.told.say(
        ...(isAbandoned ? [[unit, { schedule: { status: 'CANCELLED' } }] as Step] : race(unit, order)),
      );
      said.push(projectionOf(at.told.meet, at.phase));
    }
    expectTrue(said, places(at), null);
    expect(said.at(-1)!.header.outlook).toMatchObject({ stillOut: 0, places: 'DECIDED' });
  });
});

test('the place in the last race that is enough is enough whoever wins it', () => {
  const at = series();
  at.told.say(...race(at.units[0]!, ['A', 'B', 'C', 'D', 'E', 'F']));
  at.told.say(...race(at.units[1]!, ['A', 'B', 'C', 'D', 'E', 'F']));
  at.told.say(...race(at.units[2]!, ['B', 'A', 'C', 'D', 'F', 'E']));
  // With the same net points and scores the last race decides: second behind B is not enough for A.
  const needs = [...projectionOf(at.told.meet, at.phase).rows].flatMap(({ key, projected }) =>
    projected.needs.map((need) => ({ key, ...need })),
  );
  expect(
    needs.map(({ key, goal, finish, unit }) => [key, goal, finish, unit === at.units[3]]),
  ).toContainEqual(['A', 'LEAD', 1, true]);
  for (const { key, place, finish } of needs) {
    const rankAt = (own: number): number[] =>
      BOATS.filter((other) => other !== key).map((winner) => {
        const others = [winner, ...BOATS.filter((other) => other !== key && other !== winner)];
        const order = [...others.slice(0, own - 1), key, ...others.slice(own - 1)];
        const meet = at.told.asIf(...race(at.units[3]!, order));
        return meet.rows('CUMULATIVE_RESULT', at.phase).find((row) => row.key === key)!.place.rank!;
      });
    expect(Math.max(...rankAt(finish!)), `${key} at ${finish}`).toBeLessThanOrEqual(place!);
  }
});

test('nobody has said how many races there are', () => {
  const at = series();
  at.told.say([at.phase, { setup: { projection: true } }]);
  expect(projectionOf(at.told.meet, at.phase).header.outlook!.unknown).toContainEqual({
    what: 'PLACES',
    why: 'UNITS_NOT_NAMED',
  });
});
