/** Heats of the 200 m: the first two of each go on, and the two fastest of all others. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import {
  expectTrue,
  type Projection,
  placesIn,
  projectionOf,
  type Step,
  Told,
  throughIn,
} from './completed.ts';

const EVENT = 'ATHM200M';
const HEATS = ['000100', '000200', '000300'];
const LANES = ['1', '2', '3', '4', '5', '6'];

interface Heats {
  readonly told: Told;
  readonly units: readonly string[];
}

function heats({
  by = [
    ['place', 2, 'Q'],
    ['best', 2, 'q'],
  ] as const,
  named = true,
} = {}): Heats {
  const told = new Told(EVENT);
  const phase = told.meet.rsc('HEAT');
  const units = HEATS.map((heat) => told.meet.rsc('HEAT', heat));
  const advance = by.map(([how, count, mark]) => ({ by: how, count, mark }));
  told.say([phase, { setup: { advance, ...(named ? { units } : {}) } }]);
  for (const [index, unit] of units.entries()) {
    const entries = LANES.map((lane) => ({
      competitor: {
        code: `${'ABC'[index]}${lane}`,
        kind: 'ATHLETE',
        organisation: 'NOR',
        name: { family: lane },
      },
      startOrder: Number(lane),
      lane,
    }));
    told.say([unit, { setup: { projection: true } }], [unit, { startList: { entries } }]);
  }
  return { told, units };
}

const finish = (unit: string, competitor: string, time: string): Step => [
  unit,
  { passing: { competitor, point: 'FIN', time } },
];

const starters = (index: number): string[] => LANES.map((lane) => `${'ABC'[index]}${lane}`);

/** A heat in which nobody is left is official; in the others somebody comes in, does not finish, or is not there. */
function nextIn({ told, units }: Heats, dice: Dice): Step[] {
  const index = units.findIndex((unit) => told.meet.document('RESULT', unit).header.status !== 'OFFICIAL');
  if (index < 0) return [];
  const unit = units[index]!;
  const left = starters(index).filter((code) => {
    const row = told.meet.rows('RESULT', unit).find(({ key }) => key === code)!;
    return row.mark.result === null && row.mark.irm === null;
  });
  if (left.length === 0) return [[unit, { status: { result: 'OFFICIAL' } }]];
  return left.map((competitor): Step => {
    if (dice.once(8)) return [unit, { irm: { competitor, code: dice.one(['DNF', 'DNS']) } }];
    return finish(unit, competitor, `20.${dice.between(10, 40)}`);
  });
}

describe('what was said on the way came true', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = heats();
    const said: Projection[][] = at.units.map(() => []);
    for (let steps = nextIn(at, dice); steps.length > 0; steps = nextIn(at, dice)) {
      at.told.say(dice.one(steps));
      for (const [index, unit] of at.units.entries()) said[index]!.push(projectionOf(at.told.meet, unit));
    }
    let certain = 0;
    for (const [index, unit] of at.units.entries()) {
      expectTrue(said[index]!, placesIn(at.told.meet, unit), throughIn(at.told.meet, unit));
      for (const { rows } of said[index]!.slice(0, -1))
        certain += rows.filter(({ projected }) => projected.toAdvance === 'CERTAIN').length;
    }
    expect(certain).toBeGreaterThan(10);
  });
});

const advancing = ({ told, units }: Heats, index: number): Record<string, string | undefined> =>
  Object.fromEntries(
    projectionOf(told.meet, units[index]!).rows.map(({ key, projected }) => [key, projected.toAdvance]),
  );

/** The first two heats are over, the third has not begun. */
function twoRun(at: Heats): Heats {
  for (const [index, times] of [
    ['20.10', '20.20', '20.30', '20.31', '20.60', '20.70'],
    ['20.11', '20.21', '20.32', '20.80', '20.81', '20.82'],
  ].entries()) {
    for (const [lane, time] of times.entries())
      at.told.say(finish(at.units[index]!, starters(index)[lane]!, time));
    at.told.say([at.units[index]!, { status: { result: 'OFFICIAL' } }]);
  }
  return at;
}

describe('places by time are open over the heats', () => {
  test('who can still be passed by the last heat is not certain, and who cannot come back is out', () => {
    const at = twoRun(heats());
    expect(advancing(at, 0)).toEqual({
      A1: 'CERTAIN',
      A2: 'CERTAIN',
      A3: 'POSSIBLE',
      A4: 'POSSIBLE',
      A5: 'OUT',
      A6: 'OUT',
    });
    expect(advancing(at, 1)).toMatchObject({ B2: 'CERTAIN', B3: 'OUT' });
  });

  test('one slow finisher more makes the best of the others certain', () => {
    const at = twoRun(heats());
    const [, , last] = at.units;
    for (const code of ['C1', 'C2', 'C3']) at.told.say([last!, { irm: { competitor: code, code: 'DNS' } }]);
    at.told.say(finish(last!, 'C4', '20.90'), finish(last!, 'C5', '20.95'));
    expect(advancing(at, 0)).toMatchObject({ A3: 'CERTAIN', A4: 'CERTAIN' });
    expect(advancing(at, 2)).toMatchObject({ C1: 'OUT', C4: 'CERTAIN', C5: 'POSSIBLE', C6: 'POSSIBLE' });
  });

  test('what the last heat needs is enough by time, and a hundredth more is not', () => {
    const at = twoRun(heats());
    const [, , last] = at.units;
    at.told.say([last!, { start: { at: '2026-06-01T10:00:00Z' } }]);
    at.told.say(finish(last!, 'C1', '20.00'), finish(last!, 'C2', '20.01'));
    const row = projectionOf(at.told.meet, last!).rows.find(({ key }) => key === 'C3')!;
    expect(row.projected.needs).toEqual([
      { goal: 'LEAD', place: 1, mark: '20.00', value: '20' },
      { goal: 'ADVANCE', finish: 2 },
      { goal: 'ADVANCE', mark: '20.31', value: '20.31' },
    ]);
    const ends = (time: string): boolean => {
      const other = at.told.asIf(
        finish(last!, 'C3', time),
        ...['C4', 'C5', 'C6'].map((competitor): Step => [last!, { irm: { competitor, code: 'DNF' } }]),
        [last!, { status: { result: 'OFFICIAL' } }],
      );
      return throughIn(other, last!).has('C3');
    };
    expect([ends('20.31'), ends('20.32')]).toEqual([true, false]);
  });
});

describe('how it could lie', () => {
  test('a heat that nobody has named yet: only a place in the own heat is certain', () => {
    const at = heats({ named: false });
    for (const [index, times] of [
      ['20.10', '20.20', '20.30'],
      ['20.11', '20.21', '20.32'],
    ].entries()) {
      const unit = at.units[index]!;
      for (const [lane, code] of starters(index).entries())
        at.told.say(
          times[lane] === undefined
            ? [unit, { irm: { competitor: code, code: 'DNF' } }]
            : finish(unit, code, times[lane]),
        );
      at.told.say([unit, { status: { result: 'OFFICIAL' } }]);
    }
    for (const competitor of starters(2)) at.told.say([at.units[2]!, { irm: { competitor, code: 'DNS' } }]);
    expect(advancing(at, 0)).toMatchObject({ A2: 'CERTAIN', A3: 'POSSIBLE' });
  });

  test('a heat that is cancelled is not waited for, and one that is run again leaves nothing certain', () => {
    const cancelled = twoRun(heats());
    cancelled.told.say([cancelled.units[2]!, { schedule: { status: 'CANCELLED' } }]);
    expect(advancing(cancelled, 0)).toMatchObject({ A3: 'CERTAIN', A4: 'CERTAIN', A5: 'OUT' });
    const protested = twoRun(heats());
    protested.told.say([protested.units[1]!, { status: { result: 'PROTESTED' } }]);
    expect(advancing(protested, 0)).toMatchObject({ A1: undefined, A5: undefined });
    expect(projectionOf(protested.told.meet, protested.units[0]!).header.outlook!.unknown).toEqual([
      { what: 'ADVANCE', why: 'UNDER_PROTEST' },
    ]);
  });

  test('a heat that is run again leaves nothing certain, until that is called off', () => {
    const at = twoRun(heats());
    const before = [0, 1, 2].map((index) => advancing(at, index));
    const again = at.units[1]!.replace(/--$/, 'RR');
    const entries = starters(1).map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
      startOrder: index + 1,
    }));
    const unknown = (index: number): string[] =>
      projectionOf(at.told.meet, at.units[index]!).header.outlook!.unknown.map(
        ({ what, why }) => `${what} ${why}`,
      );
    const nothing = (index: number): boolean =>
      Object.values(advancing(at, index)).every((chance) => chance === undefined);
    at.told.say([again, { startList: { entries } }]);
    expect([0, 1, 2].every(nothing)).toBe(true);
    expect([unknown(0), unknown(1)]).toEqual([['ADVANCE RERUN'], ['PLACES RERUN', 'ADVANCE RERUN']]);
    for (const code of starters(1)) at.told.say(finish(again, code, `20.${40 + Number(code.slice(1))}`));
    at.told.say([again, { status: { result: 'OFFICIAL' } }]);
    expect([0, 1, 2].every(nothing)).toBe(true);
    at.told.say([again, { schedule: { status: 'CANCELLED' } }]);
    expect([0, 1, 2].map((index) => advancing(at, index))).toEqual(before);
  });

  test('a heat without its start list can bring anybody', () => {
    const told = new Told(EVENT);
    const phase = told.meet.rsc('HEAT');
    const units = HEATS.slice(0, 2).map((heat) => told.meet.rsc('HEAT', heat));
    told.say([phase, { setup: { units, advance: [{ by: 'best', count: 2, mark: 'q' }] } }]);
    const entries = ['A1', 'A2', 'A3'].map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
      startOrder: index + 1,
    }));
    told.say([units[0]!, { setup: { projection: true } }], [units[0]!, { startList: { entries } }]);
    told.say(finish(units[0]!, 'A1', '20.10'));
    expect(projectionOf(told.meet, units[0]!).header.outlook!.unknown).toEqual([
      { what: 'ADVANCE', why: 'START_LIST' },
    ]);
  });

  test('equal times at the cut: officials can still draw lots between them', () => {
    const at = twoRun(heats());
    const [, , last] = at.units;
    for (const [lane, time] of ['20.00', '20.01', '20.30', '20.31', '20.90', '20.91'].entries())
      at.told.say(finish(last!, starters(2)[lane]!, time));
    expect(advancing(at, 0)).toMatchObject({ A3: 'CERTAIN', A4: 'OUT' });
    const tied = twoRun(
      heats({
        by: [
          ['place', 2, 'Q'],
          ['best', 3, 'q'],
        ] as never,
      }),
    );
    for (const [lane, time] of ['20.00', '20.01', '20.30', '20.31', '20.90', '20.91'].entries())
      tied.told.say(finish(last!, starters(2)[lane]!, time));
    expect(advancing(tied, 0)).toMatchObject({ A3: 'CERTAIN', A4: 'POSSIBLE' });
  });

  test('equal times in a race: the picture can part them until it has', () => {
    const at = heats();
    const [unit] = at.units;
    at.told.say(finish(unit!, 'A1', '20.10'), finish(unit!, 'A2', '20.10'), finish(unit!, 'A3', '20.40'));
    const bounds = () =>
      [...projectionOf(at.told.meet, unit!).rows]
        .slice(0, 2)
        .map(({ projected: { best, worst } }) => [best, worst]);
    expect(bounds()).toEqual([
      [1, 5],
      [1, 5],
    ]);
    at.told.say([unit!, { passing: { competitor: 'A1', point: 'FIN', time: '20.10', order: 1 } }]);
    at.told.say([unit!, { passing: { competitor: 'A2', point: 'FIN', time: '20.10', order: 2 } }]);
    expect(bounds()).toEqual([
      [1, 4],
      [2, 5],
    ]);
  });
});
