/** A diving final of five: six rounds that add up, and who leaves has no place. */
import { describe, expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { expectTrue, type Projection, placesIn, projectionOf, type Step, Told } from './completed.ts';

const DIVERS = ['A', 'B', 'C', 'D', 'E'];
const ROUNDS = 3;

interface Final {
  readonly told: Told;
  readonly unit: string;
}

function final(): Final {
  const told = new Told('DIVM3M');
  const unit = told.meet.rsc('FNL-', '000100');
  const entries = DIVERS.map((code, index) => ({
    competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
    startOrder: index + 1,
  }));
  told.say([unit, { setup: { projection: true, attempts: ROUNDS } }], [unit, { startList: { entries } }]);
  return { told, unit };
}

/** A dive that is worth three times the difficulty times this award, in one round of judging. */
const dive = (unit: string, competitor: string, round: number, award: string, difficulty = '3.0'): Step[] => [
  [unit, { score: { competitor, round, component: 'DD', value: difficulty, element: '5253B' } }],
  ...['1', '2', '3', '4', '5', '6', '7'].map(
    (judge): Step => [unit, { score: { competitor, round, component: 'EX', judge, value: award } }],
  ),
];

function turn({ told, unit }: Final): { key: string; round: number } | null {
  if (told.meet.document('RESULT', unit).header.status === 'START_LIST') return { key: DIVERS[0]!, round: 1 };
  const current = [...told.meet.document('CURRENT', unit).rows].find(
    ({ turn: { role } }) => role === 'CURRENT',
  );
  return current === undefined ? null : { key: current.key, round: current.turn.attempt! };
}

const AWARDS = ['0', '4.0', '5.5', '6.0', '6.5', '7.0', '7.5', '8.0', '9.5'];

describe('what was said on the way came true', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = final();
    const said: Projection[] = [];
    for (let diver = turn(at); diver !== null; diver = turn(at)) {
      if (dice.once(12)) at.told.say([at.unit, { irm: { competitor: diver.key, code: 'DNF' } }]);
      else
        at.told.say(
          ...dive(at.unit, diver.key, diver.round, dice.one(AWARDS), dice.one(['2.4', '3.0', '3.8'])),
        );
      said.push(projectionOf(at.told.meet, at.unit));
    }
    expectTrue(said, placesIn(at.told.meet, at.unit), null);
    expect(said.at(-1)!.header.outlook).toMatchObject({ stillOut: 0, places: 'DECIDED' });
  });
});

describe('in the last round', () => {
  const lastRound = (): Final => {
    const at = final();
    const awards: Record<string, string> = { A: '8.0', B: '7.5', C: '7.0', D: '6.0', E: '5.0' };
    for (const round of [1, 2])
      for (const code of DIVERS) at.told.say(...dive(at.unit, code, round, awards[code]!));
    return at;
  };

  test('a diver needs so many points, and with a hundredth less the place is another one', () => {
    const at = lastRound();
    at.told.say(
      ...dive(at.unit, 'A', 3, '4.0'),
      ...dive(at.unit, 'B', 3, '4.0'),
      ...dive(at.unit, 'C', 3, '4.0'),
    );
    const needs = [...projectionOf(at.told.meet, at.unit).rows].find(({ projected }) => projected.inAction)!;
    // 180.00, 171.00 and 162.00 have dived; D has 108.00.
    expect([needs.key, needs.projected.needs]).toEqual([
      'D',
      [
        { goal: 'LEAD', place: 1, mark: '72.00', value: '72' },
        { goal: 'MEDAL', place: 3, mark: '54.00', value: '54' },
      ],
    ]);
    const rankWith = (award: string): number =>
      placesIn(at.told.asIf(...dive(at.unit, 'D', 3, award)), at.unit).get('D')!;
    // 54.00 is the third place, shared; half an award less is 49.50.
    expect([rankWith('8.0'), rankWith('7.5'), rankWith('6.0'), rankWith('5.5')]).toEqual([1, 2, 3, 4]);
  });

  test('who has dived and leads by more than a dive can bring has won; who has still to dive can leave', () => {
    const at = lastRound();
    at.told.say(...dive(at.unit, 'A', 3, '10.0'));
    const rows = Object.fromEntries(
      [...projectionOf(at.told.meet, at.unit).rows].map(({ key, projected }) => [key, projected]),
    );
    // A has 234.00; E comes to 255.00 at most: 90.00 and a dive of 165.00.
    expect(rows.A).toMatchObject({ best: 1, worst: 5, toLead: 'POSSIBLE' });
    expect(rows.B).toMatchObject({ best: 1, toMedal: 'POSSIBLE' });
    expect(rows.B!.worst).toBeUndefined();
    for (const code of ['B', 'C', 'D']) at.told.say([at.unit, { irm: { competitor: code, code: 'DNF' } }]);
    const after = projectionOf(at.told.meet, at.unit);
    expect([...after.rows].map(({ key, projected: { toMedal } }) => [key, toMedal])).toEqual([
      ['A', 'CERTAIN'],
      ['E', 'POSSIBLE'],
      ['B', 'OUT'],
      ['C', 'OUT'],
      ['D', 'OUT'],
    ]);
    expect(after.header.outlook).toMatchObject({ lead: 'OPEN', podium: 'OPEN', stillOut: 1 });
  });
});
