/** Combined events: what each needs in the part that is on, by the table itself, and who can still come where. */
import { describe, expect, test } from 'vitest';
import type { Need } from '../../src/model/row.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { wireFeedAt } from '../properties/end-state.ts';
import { expectTrue, type Projection, projectionOf, type Step, Told } from './completed.ts';

const HEPTATHLON = 'ATHWHEPTATH';
const DONE = ['100H', 'HJ', 'SP', '200', 'LJ', 'JT'];
const ATHLETES = ['A', 'B', 'C', 'D', 'E'];

interface Heptathlon {
  readonly told: Told;
  readonly event: string;
  /** The heats of the 800 m. */
  readonly heats: readonly string[];
}

/** After six events, by the result in each of them; the last one is run in two heats. `bests`: in the 800 m. */
function beforeThe800(
  results: Readonly<Record<string, readonly string[]>>,
  bests: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Heptathlon {
  const told = new Told(HEPTATHLON);
  const event = told.meet.rsc();
  const parts = DONE.map((phase) => told.meet.rsc(phase.padEnd(4, '-'), '000100'));
  const heats = ['000100', '000200'].map((unit) => told.meet.rsc('800-', unit));
  const startList = (codes: readonly string[], isLast: boolean): object => ({
    startList: {
      entries: codes.map((code, index) => ({
        competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
        startOrder: index + 1,
        ...(isLast && bests[code] !== undefined ? { bests: bests[code] } : {}),
      })),
    },
  });
  const codes = Object.keys(results);
  told.say([event, { setup: { projection: true, units: [...parts, ...heats] } }]);
  for (const [index, unit] of parts.entries()) {
    told.say([unit, startList(codes, false)]);
    for (const code of codes) told.say(done(unit, index, code, results[code]![index]!));
    told.say([unit, { status: { result: 'OFFICIAL' } }]);
  }
  const half = codes.length >> 1;
  told.say(
    [heats[0]!, startList(codes.slice(0, half), true)],
    [heats[1]!, startList(codes.slice(half), true)],
  );
  return { told, event, heats };
}

/** Races, the high jump, and what is measured. */
function done(unit: string, index: number, competitor: string, result: string): Step {
  if (index === 0 || index === 3) return [unit, { passing: { competitor, point: 'FIN', time: result } }];
  const mark = index === 1 ? { height: result } : { mark: result };
  return [unit, { attempt: { competitor, attempt: 1, outcome: 'VALID', ...mark } }];
}

const run = (unit: string, competitor: string, time: string): Step => [
  unit,
  { passing: { competitor, point: 'FIN', time } },
];

const placesIn = ({ event }: Heptathlon, meet: Told['meet']): ReadonlyMap<string, number | null> =>
  new Map(meet.rows('CUMULATIVE_RESULT', event).map(({ key, place }) => [key, place.rank]));

const needsIn = ({ told, event }: Heptathlon): readonly (Need & { readonly key: string })[] =>
  [...projectionOf(told.meet, event).rows].flatMap(({ key, projected }) =>
    projected.needs.map((need) => ({ ...need, key })),
  );

const level = (points: number): readonly string[] => [
  '13.50',
  '1.80',
  '14.00',
  '24.50',
  '6.20',
  `${points}.00`,
];

/** By the javelin alone they differ. */
const FIELD = { A: level(40), B: level(41), C: level(44), D: level(46), E: level(45) };

describe('what was said on the way came true', () => {
  test.each([1, 2, 3, 4])('seed %i', (seed) => {
    const dice = new Dice(seed);
    const at = beforeThe800(Object.fromEntries(ATHLETES.map((code) => [code, level(dice.between(36, 60))])));
    const said: Projection[] = [projectionOf(at.told.meet, at.event)];
    for (const [index, heat] of at.heats.entries()) {
      for (const code of dice.shuffled(index === 0 ? ['A', 'B'] : ['C', 'D', 'E'])) {
        const gone = dice.one(['DNF', 'DNS']);
        at.told.say(
          dice.once(6)
            ? [heat, { irm: { competitor: code, code: gone } }]
            : run(heat, code, `${dice.between(125, 155)}.${dice.between(10, 99)}`),
        );
        said.push(projectionOf(at.told.meet, at.event));
      }
      at.told.say([heat, { status: { result: 'OFFICIAL' } }]);
      said.push(projectionOf(at.told.meet, at.event));
    }
    expectTrue(said, placesIn(at, at.told.meet), null);
    expect(said.at(-1)!.header.outlook).toMatchObject({ stillOut: 0, places: 'DECIDED' });
    expect(said.every(({ header }) => header.outlook!.unknown.length === 0)).toBe(true);
  });
});

/** 132.00 or 2:12.00 as facts have it. */
const seconds = ({ value }: Pick<Need, 'value'>): number => Number(value);

describe('what is needed', () => {
  test('is enough against who is done, by the table, and a hundredth more is not', () => {
    const at = beforeThe800(FIELD);
    const [first, second] = at.heats as [string, string];
    // Nobody has run: totals of six events say nothing of seven.
    expect(needsIn(at)).toEqual([]);
    at.told.say(run(first, 'A', '130.00'), run(first, 'B', '128.00'), run(second, 'E', '127.50'));
    const needs = needsIn(at);
    expect(needs.map(({ key, goal, unit }) => [key, goal, unit])).toEqual([
      ['D', 'LEAD', second],
      ['D', 'MEDAL', second],
      ['C', 'LEAD', second],
      ['C', 'MEDAL', second],
    ]);
    for (const { key, place, mark, ...need } of needs) {
      const at_ = (time: number): number =>
        placesIn(at, at.told.asIf(run(second, key, time.toFixed(2)))).get(key)!;
      expect(mark).toMatch(/^\d:\d\d\.\d\d$/);
      expect(at_(seconds(need)), `${key} in ${mark}`).toBeLessThanOrEqual(place!);
      expect(at_(seconds(need) + 0.01), `${key} after ${mark}`).toBeGreaterThan(place!);
    }
  });

  test('is told beside the best of a rival who has still to run: how far apart they may be', () => {
    const at = beforeThe800(FIELD, {
      C: { SB: '130.00' },
      D: { PB: '2:10.00', SB: '2:11.00' },
      E: { PB: '131.00' },
    });
    const needs = needsIn(at);
    const ofD = needs.filter(({ key }) => key === 'D');
    expect(ofD).toMatchObject([{ goal: 'LEAD', rival: 'E', rivalMark: '131.00', unit: at.heats[1] }]);
    const ofE = needs.filter(({ key }) => key === 'E');
    expect(ofE).toMatchObject([{ goal: 'LEAD', rival: 'D', rivalMark: '2:11.00' }]);
    // D may be behind, and E has to be in front.
    expect(seconds(ofD[0]!)).toBeGreaterThan(131);
    expect(seconds(ofE[0]!)).toBeLessThan(131);
    for (const { key, rival, rivalMark, ...need } of [ofD[0]!, ofE[0]!]) {
      const other = run(at.heats[1]!, rival!, String(rivalMark === '2:11.00' ? 131 : Number(rivalMark)));
      const heat = need.unit!;
      const isAhead = (time: number): boolean => {
        const places = placesIn(at, at.told.asIf(other, run(heat, key, time.toFixed(2))));
        return places.get(key)! <= places.get(rival!)!;
      };
      expect([isAhead(seconds(need)), isAhead(seconds(need) + 0.01)], `${key} beside ${rival}`).toEqual([
        true,
        false,
      ]);
    }
  });

  test('is enough by the older book as well, which parts equal totals', () => {
    const at = beforeThe800(FIELD);
    const [first] = at.heats as [string, string];
    at.told.say([at.event, { setup: { projection: true, rule: 'ATH.HEPTATH@2018' } }]);
    at.told.say(run(first, 'A', '130.00'));
    const said = needsIn(at).filter(({ key, goal }) => key === 'B' && goal === 'LEAD');
    expect(said).toHaveLength(1);
    for (const need of said) {
      const place = placesIn(at, at.told.asIf(run(first, 'B', String(seconds(need))))).get('B');
      expect(place).toBe(1);
    }
  });
});

test('who has withdrawn needs nothing and has no place', () => {
  const at = beforeThe800(FIELD);
  at.told.say([at.heats[1]!, { irm: { competitor: 'D', code: 'DNS' } }]);
  const row = [...projectionOf(at.told.meet, at.event).rows].find(({ key }) => key === 'D')!;
  expect(row.projected).toMatchObject({ needs: [], toLead: 'OUT', toMedal: 'OUT' });
  expect(row.projected.best).toBeUndefined();
});

describe('Rio 2016', () => {
  test('whoever did what was needed had the place, and whoever did less had not: in each part', () => {
    const facts = wireFeedAt('sports/athletics/cases/rio-2016-decathlon-five/feed.ndjson');
    const competition = new OfflineCompetition();
    const event = facts[0]!.unit!;
    const held = <Type extends 'PROJECTION' | 'CUMULATIVE_RESULT' | 'RESULT'>(type: Type, unit: string) =>
      [...competition.documents()].find(({ header }) => header.type === type && header.unit === unit);
    const checked = { enough: 0, less: 0 };
    for (const fact of facts) {
      const said = fact as typeof fact & Record<string, { competitor?: string } | undefined>;
      const competitor = (said.passing ?? said.attempt)?.competitor;
      const before = held('PROJECTION', event);
      const row = [...(before?.rows ?? [])].find(({ key }) => key === competitor);
      competition.takeWire(
        fact.setup === undefined ? fact : { ...fact, setup: { ...fact.setup, projection: true } },
      );
      for (const need of row?.projected?.needs ?? []) {
        if (need.unit !== fact.unit) continue;
        const result = [...held('RESULT', fact.unit!)!.rows].find(({ key }) => key === competitor)!;
        const now =
          [...held('CUMULATIVE_RESULT', event)!.rows].findIndex(({ key }) => key === competitor) + 1;
        const isRace = said.passing !== undefined;
        const value = numberIn(result.mark!.result, isRace);
        if (value === null) continue;
        const isEnough = isRace ? value <= Number(need.value) : value >= Number(need.value);
        expect(
          now <= need.place!,
          `${fact.unit} ${competitor} ${result.mark!.result} ${JSON.stringify(need)}`,
        ).toBe(isEnough);
        checked[isEnough ? 'enough' : 'less'] += 1;
      }
    }
    expect(checked.enough).toBeGreaterThan(5);
    expect(checked.less).toBeGreaterThan(5);
  });
});

function numberIn(result: string | null, isRace: boolean): number | null {
  if (result === null) return null;
  const [last = '', minutes = '0'] = result.split(':').toReversed();
  return isRace ? Number(minutes) * 60 + Number(last) : Number(result);
}
