/** A football group of four, in which everybody meets everybody, by three rule books. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { expectTrue, type Projection, projectionOf, type Step, Told } from './completed.ts';

const PAIRS = ['AB', 'CD', 'AC', 'BD', 'AD', 'BC'];
const RULES = ['OG-2024', 'UEFA-2020', 'FIFA-2018'];

interface Group {
  readonly told: Told;
  readonly phase: string;
  readonly units: readonly string[];
}

function group(rule: string, setup: object = {}): Group {
  const told = new Told('FBLMTEAM11');
  const phase = told.meet.rsc('GPA-');
  const units = PAIRS.map((_pair, index) => told.meet.rsc('GPA-', `000${index + 1}00`));
  told.say([phase, { setup: { rule: `FBL.GROUP@${rule}`, projection: true, units, ...setup } }]);
  for (const [index, pair] of PAIRS.entries()) {
    const entries = [...pair].map((code, order) => ({
      competitor: { code, kind: 'TEAM', organisation: code, name: { team: code } },
      startOrder: order + 1,
    }));
    told.say([units[index]!, { startList: { entries } }]);
  }
  return { told, phase, units };
}

const match = ({ units }: Group, pair: string, goals: readonly [number, number]): Step[] => {
  const unit = units[PAIRS.indexOf(pair)]!;
  return [
    ...[...pair].map(
      (competitor, side): Step => [
        unit,
        { periodScore: { competitor, period: 'H1', value: String(goals[side]) } },
      ],
    ),
    [unit, { status: { result: 'OFFICIAL' } }],
  ];
};

const places = ({ told, phase }: Group): ReadonlyMap<string, number | null> =>
  new Map(told.meet.rows('POOL_STANDING', phase).map(({ key, place }) => [key, place.rank]));

const bounds = ({ told, phase }: Group) =>
  Object.fromEntries(
    [...projectionOf(told.meet, phase).rows].map(({ key, projected: { best, worst } }) => [
      key,
      [best, worst],
    ]),
  );

describe('what was said on the way came true', () => {
  test.each(RULES.flatMap((rule) => [1, 2, 3, 4].map((seed) => [rule, seed] as const)))(
    '%s, seed %i',
    (rule, seed) => {
      const dice = new Dice(seed);
      const at = group(rule);
      const said: Projection[] = [projectionOf(at.told.meet, at.phase)];
      for (const pair of dice.shuffled(PAIRS)) {
        for (const step of match(at, pair, [dice.throw(3), dice.throw(3)])) {
          at.told.say(step);
          said.push(projectionOf(at.told.meet, at.phase));
        }
      }
      expectTrue(said, places(at), null);
      // With more than four matches to come nothing is computed; from there on everything is.
      const unknown = said.map(({ header }) => header.outlook!.unknown.map(({ why }) => why).join());
      expect([...new Set(unknown)]).toEqual(['TOO_MANY', '']);
    },
  );
});

test('what is enough in the last match is enough whatever the others do; where scores alone could part two, it asks for more', () => {
  let needs = 0;
  for (const seed of [1, 2, 3, 4]) {
    const dice = new Dice(seed);
    const at = group('UEFA-2020');
    for (const pair of PAIRS.slice(0, 4)) at.told.say(...match(at, pair, [dice.throw(3), dice.throw(3)]));
    for (const { key, projected } of projectionOf(at.told.meet, at.phase).rows)
      for (const { place, unit, outcome } of projected.needs) {
        const pair = PAIRS[at.units.indexOf(unit!)]!;
        const won: [number, number] = pair[0] === key ? [1, 0] : [0, 1];
        for (const scores of [
          [0, 6],
          [1, 1],
          [6, 0],
        ] as const) {
          const own = match(at, pair, outcome === 'T' ? [0, 0] : won);
          const meet = at.told.asIf(...own, ...match(at, pair === 'AD' ? 'BC' : 'AD', scores));
          const { rank } = meet.rows('POOL_STANDING', at.phase).find((row) => row.key === key)!.place;
          expect(rank, `${key} ${outcome} seed ${seed}`).toBeLessThanOrEqual(place!);
        }
        needs += 1;
      }
  }
  expect(needs).toBeGreaterThan(3);
});

describe('how it could lie', () => {
  const beforeTheLast = (rule: string, setup: object = {}): Group => {
    const at = group(rule, setup);
    at.told.say(
      ...match(at, 'AB', [1, 0]),
      ...match(at, 'CD', [0, 0]),
      ...match(at, 'AC', [2, 1]),
      ...match(at, 'BD', [1, 0]),
    );
    return at;
  };

  test('head to head counts before goals in one book and after them in another', () => {
    // A 6, B 3, C 1, D 1: B can come level with A, who has won their match.
    expect(bounds(beforeTheLast('UEFA-2020'))).toEqual({ A: [1, 1], B: [2, 4], C: [2, 4], D: [2, 4] });
    expect(bounds(beforeTheLast('OG-2024'))).toMatchObject({ A: [1, 2], B: [1, 4] });
  });

  test('a match under protest leaves nothing certain', () => {
    const unknown = ({ told, phase }: Group): string[] =>
      projectionOf(told.meet, phase).header.outlook!.unknown.map(({ why }) => why);
    const protested = beforeTheLast('OG-2024');
    protested.told.say([protested.units[0]!, { status: { result: 'PROTESTED' } }]);
    expect(unknown(protested)).toEqual(['UNDER_PROTEST']);
  });

  test('a team that is put out is out, and the others close up', () => {
    const at = beforeTheLast('OG-2024');
    at.told.say([at.phase, { irm: { competitor: 'A', code: 'DSQ' } }]);
    const { rows } = projectionOf(at.told.meet, at.phase);
    expect([...rows].find(({ key }) => key === 'A')!.projected).toMatchObject({ toLead: 'OUT' });
    expect(bounds(at)).toMatchObject({ A: [undefined, undefined] });
  });
});
