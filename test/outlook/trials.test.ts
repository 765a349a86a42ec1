/** Measured trials: a long jump final of ten, whose last rounds are for the best eight. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { expectTrue, placesIn, projectionOf, type Step, Told } from './completed.ts';

const EVENT = 'ATHMLONGJUMP';
const JUMPERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];

function final(jumpers = JUMPERS): { told: Told; unit: string } {
  const told = new Told(EVENT);
  const unit = told.meet.rsc('FNL-', '000100');
  const entries = jumpers.map((code, index) => ({
    competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
    startOrder: index + 1,
  }));
  told.say([unit, { setup: { projection: true } }], [unit, { startList: { entries } }]);
  return { told, unit };
}

const jump = (unit: string, competitor: string, attempt: number, mark: string | null): Step => [
  unit,
  {
    attempt: { competitor, attempt, ...(mark === null ? { outcome: 'FAILED' } : { outcome: 'VALID', mark }) },
  },
];

/** Whose turn it is jumps, passes, fails, retires, or is not there at all. */
function nextJump({ told, unit }: ReturnType<typeof final>, dice: Dice): Step[] {
  const { rows } = started(told, unit) ? told.meet.document('CURRENT', unit) : { rows: [] };
  const turn = rows.find(({ turn: { role } }) => role === 'CURRENT');
  if (started(told, unit) && turn === undefined) return [];
  const competitor = turn?.key ?? JUMPERS[0]!;
  const attempt = turn?.turn.attempt ?? 1;
  if (attempt === 1 && dice.once(9)) return [[unit, { irm: { competitor, code: 'DNS' } }]];
  const metres = `${dice.between(7, 8)}.${dice.between(10, 16)}`;
  const outcomes = ['FAILED', 'FAILED', 'PASSED', ...(dice.once(6) ? ['RETIRED'] : [])];
  return [
    ...[1, 2, 3, 4].map(() => jump(unit, competitor, attempt, metres)),
    ...outcomes.map((outcome): Step => [unit, { attempt: { competitor, attempt, outcome } }]),
  ];
}

const started = (told: Told, unit: string): boolean =>
  told.meet.document('RESULT', unit).header.status !== 'START_LIST';

describe('what was said on the way came true', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = final();
    const said = at.told.completed(at.unit, () => nextJump(at, dice), dice);
    at.told.say([at.unit, { status: { result: 'OFFICIAL' } }]);
    said.push(projectionOf(at.told.meet, at.unit));
    const places = placesIn(at.told.meet, at.unit);
    expectTrue(said, places, null);
    const end = said.at(-1)!;
    expect(end.header.outlook).toMatchObject({
      stillOut: 0,
      lead: 'DECIDED',
      podium: 'DECIDED',
      places: 'DECIDED',
    });
    for (const { key, projected } of end.rows) expect(projected.best ?? null, key).toBe(places.get(key));
  });
});

describe('what is needed', () => {
  test.each([11, 12, 13, 14])('is enough, and a centimetre less is not, seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = final();
    const needed = { acting: 0, waiting: 0 };
    for (let steps = nextJump(at, dice); steps.length > 0; steps = nextJump(at, dice)) {
      at.told.say(dice.one(steps));
      if (!dice.once(4)) continue;
      const rows = at.told.meet.rows('RESULT', at.unit);
      const third = rows.find(({ place }) => place.rank === 3)?.key;
      for (const { key, projected } of projectionOf(at.told.meet, at.unit).rows) {
        if (!projected.inAction && key !== third) continue;
        const attempts = rows.find((row) => row.key === key)!.mark.details.bestOf?.attempts ?? [];
        for (const { place, value } of projected.needs) {
          const with_ = (metres: number): number =>
            placesIn(at.told.asIf(jump(at.unit, key, attempts.length + 1, metres.toFixed(2))), at.unit).get(
              key,
            ) ?? 99;
          expect(with_(Number(value)), `${key} with ${value}`).toBeLessThanOrEqual(place!);
          expect(with_(Number(value) - 0.01), `${key} with less than ${value}`).toBeGreaterThan(place!);
          needed[projected.inAction ? 'acting' : 'waiting'] += 1;
        }
      }
    }
    expect(needed.acting).toBeGreaterThan(3);
    expect(needed.waiting).toBeGreaterThan(0);
  });
});

test('a leader whose last trial is to come has won when nobody else has one', () => {
  const { told, unit } = final(['A', 'B']);
  for (let attempt = 1; attempt <= 6; attempt += 1)
    told.say(jump(unit, 'A', attempt, attempt === 1 ? '7.00' : null));
  for (let attempt = 1; attempt <= 5; attempt += 1)
    told.say(jump(unit, 'B', attempt, attempt === 3 ? '7.01' : null));
  const { header, rows } = projectionOf(told.meet, unit);
  expect(rows.map(({ key, projected: { best, worst, toLead } }) => [key, best, worst, toLead])).toEqual([
    ['B', 1, 1, 'CERTAIN'],
    ['A', 2, 2, 'OUT'],
  ]);
  expect(header.outlook).toMatchObject({
    stillOut: 1,
    lead: 'DECIDED',
    medals: ['GOLD', 'SILVER', 'BRONZE'],
  });
});

describe('how it could lie', () => {
  const led = () => {
    const at = final(['A', 'B', 'C']);
    const marks = { A: '8.10', B: '8.05', C: '7.90' };
    for (let attempt = 1; attempt <= 6; attempt += 1)
      for (const [code, mark] of Object.entries(marks))
        if (!(code === 'C' && attempt === 6))
          at.told.say(jump(at.unit, code, attempt, attempt === 1 ? mark : null));
    return at;
  };
  const bounds = (told: Told, unit: string) =>
    Object.fromEntries(
      projectionOf(told.meet, unit).rows.map(({ key, projected: { best, worst } }) => [key, [best, worst]]),
    );

  test('a leader who is disqualified: those who were sure of less can have more', () => {
    const { told, unit } = led();
    expect(bounds(told, unit)).toEqual({ A: [1, 2], B: [2, 3], C: [1, 3] });
    told.say([unit, { irm: { competitor: 'A', code: 'DQ' } }]);
    expect(bounds(told, unit)).toEqual({ A: [undefined, undefined], B: [1, 2], C: [1, 2] });
  });

  test('a protest, a fact that is held, a suspension and a number that is missing leave nothing certain', () => {
    const unknownAfter = (said: object): string[] => {
      const { told, unit } = led();
      told.say([unit, said]);
      const { header, rows } = projectionOf(told.meet, unit);
      expect(
        rows.some(({ projected }) => projected.best !== undefined || projected.toLead !== undefined),
      ).toBe(false);
      expect(header.outlook!.lead).toBeUndefined();
      return header.outlook!.unknown.map(({ what, why }) => `${what} ${why}`);
    };
    expect(unknownAfter({ status: { result: 'PROTESTED' } })).toEqual(['PLACES UNDER_PROTEST']);
    expect(unknownAfter(jump('', 'C', 7, '8.20')[1])).toEqual(['PLACES HELD']);
    expect(unknownAfter({ schedule: { status: 'INTERRUPTED' } })).toEqual(['PLACES SUSPENDED']);
    expect(unknownAfter({ rankOverride: { competitor: 'A', rank: 2, reason: 'jury' } })).toEqual([
      'PLACES RULING',
    ]);
  });

  test('a second unit of the final takes the medals from the places of the first, of which nothing is said', () => {
    const { told, unit } = led();
    const medals = () => projectionOf(told.meet, unit).header.outlook!.medals;
    expect(medals()).toEqual(['GOLD', 'SILVER', 'BRONZE']);
    const competitor = { code: 'X', kind: 'ATHLETE', organisation: 'NOR', name: { family: 'X' } };
    const other = told.meet.rsc('FNL-', '000200');
    told.say([other, { startList: { entries: [{ competitor, startOrder: 1 }] } }]);
    expect(medals()).toEqual([]);
  });

  test('without a start list nobody is projected, and one more on it can still be anything', () => {
    const { told, unit } = led();
    const entries = ['A', 'B', 'C', 'D'].map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
      startOrder: index + 1,
    }));
    told.say([unit, { startList: { entries } }]);
    expect(bounds(told, unit)).toEqual({ A: [1, 3], B: [2, 4], C: [1, 4], D: [1, undefined] });
  });

  test('who withdraws has nothing to come', () => {
    const { told, unit } = led();
    told.say([unit, { attempt: { competitor: 'C', attempt: 6, outcome: 'RETIRED' } }]);
    expect(bounds(told, unit)).toEqual({ A: [1, 1], B: [2, 2], C: [3, 3] });
    expect(projectionOf(told.meet, unit).header.outlook).toMatchObject({ stillOut: 0, places: 'DECIDED' });
  });

  test('a unit that is cancelled, or of which nobody asks any more, is projected by an empty document', () => {
    for (const said of [{ schedule: { status: 'CANCELLED' } }, { setup: {} }]) {
      const { told, unit } = led();
      told.say([unit, said]);
      const { header, rows } = projectionOf(told.meet, unit);
      expect([rows.length, header.outlook]).toEqual([0, undefined]);
    }
  });

  test('a jump that is taken back takes back what followed from it', () => {
    const { told, unit } = led();
    const before = bounds(told, unit);
    const seq = told.meet.next;
    told.say(jump(unit, 'C', 6, '8.50'));
    expect(bounds(told, unit)).toEqual({ A: [2, 2], B: [3, 3], C: [1, 1] });
    told.say([unit, { void: { seq } }]);
    expect(bounds(told, unit)).toEqual(before);
  });
});
