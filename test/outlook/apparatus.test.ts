/** Apparatus finals: one routine each, or two vaults, one gymnast after the other; the all-around over four rotations. How much a routine can be worth nobody knows. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { expectTrue, placesIn, projectionOf, type Step, Told } from './completed.ts';

const GYMNASTS = ['A', 'B', 'C', 'D', 'E', 'F'];

interface Final {
  readonly told: Told;
  readonly unit: string;
}

function final(event: string): Final {
  const told = new Told(event);
  const unit = told.meet.rsc('FNL-', '000100');
  const entries = GYMNASTS.map((code, index) => ({
    competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
    startOrder: index + 1,
  }));
  told.say([unit, { setup: { projection: true } }], [unit, { startList: { entries } }]);
  return { told, unit };
}

const routine = (unit: string, competitor: string, element: string, D: string, E: string): Step[] => [
  [unit, { score: { competitor, element, component: 'D', value: D } }],
  [unit, { score: { competitor, element, component: 'E', value: E } }],
];

describe.each([
  ['bars', 'GARW1APUB', ['UB']],
  ['two vaults', 'GARW1APVT', ['VT1', 'VT2']],
] as const)('%s', (_name, event, elements) => {
  test.each([1, 2, 3, 4, 5])('what was said on the way came true, seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = final(event);
    const said = [];
    for (const gymnast of GYMNASTS)
      for (const element of elements) {
        const [D, E] = [
          `${dice.between(5, 6)}.${dice.throw(9)}`,
          `${dice.between(7, 9)}.${dice.between(100, 999)}`,
        ];
        const steps: Step[] = dice.once(8)
          ? [[at.unit, { irm: { competitor: gymnast, code: 'DNF' } }]]
          : routine(at.unit, gymnast, element, D, E);
        at.told.say(...steps);
        said.push(projectionOf(at.told.meet, at.unit));
      }
    at.told.say([at.unit, { status: { result: 'OFFICIAL' } }]);
    said.push(projectionOf(at.told.meet, at.unit));
    expectTrue(said, placesIn(at.told.meet, at.unit), null);
    expect(said.at(-1)!.header.outlook).toMatchObject({ stillOut: 0, places: 'DECIDED' });
  });
});

describe('on bars', () => {
  const afterFour = (): Final => {
    const at = final('GARW1APUB');
    for (const [code, E] of [
      ['A', '8.500'],
      ['B', '8.700'],
      ['C', '8.300'],
      ['D', '8.400'],
    ] as const)
      at.told.say(...routine(at.unit, code, 'UB', '6.0', E));
    return at;
  };
  const row = ({ told, unit }: Final, code: string) =>
    [...projectionOf(told.meet, unit).rows].find(({ key }) => key === code)!.projected;

  test('who has still to perform can come before everybody; who is beaten by three has no medal any more', () => {
    const at = afterFour();
    expect(row(at, 'B')).toMatchObject({ best: 1, worst: 3, toLead: 'POSSIBLE', toMedal: 'CERTAIN' });
    expect(row(at, 'C')).toMatchObject({ best: 4, worst: 6, toMedal: 'OUT' });
    expect(row(at, 'F')).toMatchObject({ best: 1, toMedal: 'POSSIBLE' });
    expect(row(at, 'F').worst).toBeUndefined();
    expect(projectionOf(at.told.meet, at.unit).header.outlook).toMatchObject({
      lead: 'OPEN',
      podium: 'OPEN',
    });
  });

  test('what is needed is enough whatever its parts, and a thousandth less is not', () => {
    const at = afterFour();
    expect(row(at, 'E').needs).toEqual([
      { goal: 'LEAD', place: 1, mark: '14.701', value: '14.701' },
      { goal: 'MEDAL', place: 3, mark: '14.401', value: '14.401' },
    ]);
    const placeWith = (D: string, E: string) =>
      placesIn(at.told.asIf(...routine(at.unit, 'E', 'UB', D, E)), at.unit).get('E');
    // Level by the score, with less execution.
    expect([placeWith('6.0', '8.701'), placeWith('6.3', '8.400'), placeWith('5.5', '8.901')]).toEqual([
      1, 2, 3,
    ]);
  });
});

describe('in the all-around', () => {
  const ROTATIONS = ['VT', 'UB', 'BB', 'FX'];
  const scoreOf = (dice: Dice): [D: string, E: string] => [
    `${dice.between(4, 6)}.${dice.throw(9)}`,
    `${dice.between(7, 9)}.${dice.between(100, 999)}`,
  ];

  test.each([1, 2, 3])('what was said on the way came true, and what was needed led, seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = final('GARW1AA');
    const said = [];
    let led = 0;
    for (const apparatus of ROTATIONS)
      for (const gymnast of dice.shuffled(GYMNASTS)) {
        const needs = [...projectionOf(at.told.meet, at.unit).rows].find(({ key }) => key === gymnast)!
          .projected.needs;
        const [D, E] = scoreOf(dice);
        at.told.say(
          ...(dice.once(20)
            ? [[at.unit, { irm: { competitor: gymnast, code: 'DNF' } }] as Step]
            : routine(at.unit, gymnast, apparatus, D, E)),
        );
        said.push(projectionOf(at.told.meet, at.unit));
        const place = placesIn(at.told.meet, at.unit).get(gymnast) ?? null;
        for (const need of place === null ? [] : needs) {
          expect(apparatus).toBe('FX');
          expect(place! <= need.place!).toBe(Number(D) + Number(E) >= Number(need.value));
          led += 1;
        }
      }
    at.told.say([at.unit, { status: { result: 'OFFICIAL' } }]);
    expectTrue([...said, projectionOf(at.told.meet, at.unit)], placesIn(at.told.meet, at.unit), null);
    expect(led).toBeGreaterThan(2);
  });
});

test('of teams, and of a subdivision of the qualification, nothing is projected', () => {
  const { told } = final('GARW1AA');
  for (const unit of ['GARWTEAM--------------FNL-000100--', 'GARW------------------QUAL000100--']) {
    told.say([unit, { setup: { projection: true } }]);
    expect(projectionOf(told.meet, unit).header.outlook!.unknown).toEqual([
      { what: 'PLACES', why: 'NO_PROJECTION' },
    ]);
  }
});
