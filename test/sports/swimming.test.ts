import { describe, expect, test } from 'vitest';
import { namesOf } from '../../sports/swimming/names.ts';
import { swimming } from '../../sports/swimming/swimming.ts';
import { wordsIn } from '../../src/sports.ts';
import { Meet } from '../support/meet.ts';

describe('places', () => {
  test('C015 SW 11.2 equal hundredths share the place: two golds, no silver', () => {
    const meet = new Meet('SWMW100MFR');
    const final = meet.rsc('FNL-', '000100');
    meet.race(final, { MANUEL: '52.70', OLEKSIAK: '52.70', SJOSTROM: '52.99' });
    expect(meet.lines('RESULT', final)).toEqual(['MANUEL 1= 52.70', 'OLEKSIAK 1= 52.70', 'SJOSTROM 3 52.99']);
    expect(meet.rows('MEDALLISTS', meet.rsc()).map(({ place }) => place.medal)).toEqual([
      'GOLD',
      'GOLD',
      'BRONZE',
    ]);
  });

  test('C017 SW 11.2 three seconds, and the next is fifth', () => {
    const meet = new Meet('SWMM100MBF');
    const final = meet.rsc('FNL-', '000100');
    meet.race(final, { SCHOOLING: '50.39', LECLOS: '51.14', PHELPS: '51.14', CSEH: '51.14', LI: '51.26' });
    const ranks = meet.rows('RESULT', final).map(({ place }) => place.rank);
    expect(ranks).toEqual([1, 2, 2, 2, 5]);
    expect(meet.document('MEDALLISTS', meet.rsc()).rows).toHaveLength(4);
  });

  test('C019 the same times are two places in 1972 and one today', () => {
    const times = { LARSSON: '271.981', MCKEE: '271.983' };
    const final = (rule: string | null): string[] => {
      const meet = new Meet('SWMM400MIM');
      const unit = meet.rsc('FNL-', '000100');
      if (rule !== null) meet.say(unit, { setup: { rule } });
      meet.race(unit, times);
      return meet.lines('RESULT', unit);
    };
    expect(final('SWM.RACE@1972')).toEqual(['LARSSON 1 4:31.981', 'MCKEE 2 4:31.983']);
    expect(final(null)).toEqual(['LARSSON 1= 4:31.98', 'MCKEE 1= 4:31.98']);
  });

  test('SW 11.4 a disqualified swimmer has neither place nor time, and is listed last', () => {
    const meet = new Meet('SWMM100MFR');
    const final = meet.rsc('FNL-', '000100');
    meet.race(final, { A: '48.0', B: '47.0', C: 'DNS', D: '49.0', E: 'DNF' });
    meet.say(final, { irm: { competitor: 'B', code: 'DSQ', reason: 'SW 4.4' } });
    expect(meet.lines('RESULT', final)).toEqual(['A 1 48.00', 'D 2 49.00', 'E DNF', 'C DNS', 'B DSQ']);
    meet.say(final, { irm: { competitor: 'B', code: null } });
    expect(meet.lines('RESULT', final)[0]).toBe('B 1 47.00');
  });

  test('a swim out of competition shows its time and takes no place', () => {
    const meet = new Meet('SWMM100MFR');
    const final = meet.rsc('FNL-', '000100');
    meet.race(final, { A: '48.0', B: '47.0' });
    meet.say(final, { irm: { competitor: 'B', code: 'EXH' } });
    expect(meet.lines('RESULT', final)).toEqual(['A 1 48.00', 'B EXH 47.00']);
  });
});

describe('C021 swim-off', () => {
  const meet = new Meet('SWMW100MFR');
  const fastest = Object.fromEntries(
    Array.from({ length: 15 }, (_, index) => [`S${index + 1}`, (52 + index / 10).toFixed(2)]),
  );
  meet.say(meet.rsc('HEAT'), {
    setup: {
      advance: [
        { by: 'best', count: 16, mark: 'Q' },
        { by: 'best', count: 2, mark: 'R', numbered: true },
      ],
    },
  });
  meet.race(meet.rsc('HEAT', '000100'), { ...fastest, WATTEL: '53.71', BROWN: '53.87' });
  meet.race(meet.rsc('HEAT', '000200'), { KROMOWIDJOJO: '53.71', WU: '53.87', SLOWER: '54.00' });

  const scratch = (competitor: string): string | null =>
    meet.say(meet.rsc('HEAT'), { advance: { competitor, mark: '-' } });

  test('SW 3.2.3 whoever is equal at the last place waits, and nobody is picked', () => {
    expect(meet.marks('HEAT')).toMatchObject({ S15: 'Q', WATTEL: '?', KROMOWIDJOJO: '?' });
  });

  test('a withdrawal gives the place to the other; equal reserves have no number yet', () => {
    scratch('KROMOWIDJOJO');
    const marks = meet.marks('HEAT');
    expect(marks).toMatchObject({ WATTEL: 'Q', BROWN: '?', WU: '?' });
    expect(marks.KROMOWIDJOJO).toBeUndefined();
  });

  test('while a swim-off is prepared and swum the phase stays as it was', () => {
    meet.startList(meet.rsc('HEAT', '0001RR'), ['BROWN', 'WU']);
    expect(meet.marks('HEAT')).toMatchObject({ S1: 'Q', WATTEL: 'Q', BROWN: '?', WU: '?' });
  });

  test('the swim-off orders the tied and nothing else: heat results keep their times and places', () => {
    meet.race(meet.rsc('HEAT', '0001RR'), { BROWN: '53.51', WU: '54.11' });
    expect(meet.marks('HEAT')).toMatchObject({ WATTEL: 'Q', BROWN: 'R1', WU: 'R2' });
    expect(meet.lines('PHASE_RESULT', meet.rsc('HEAT')).slice(15, 19)).toEqual([
      'KROMOWIDJOJO 16= 53.71',
      'WATTEL 16= 53.71 Q',
      'WU 18= 53.87 R2',
      'BROWN 18= 53.87 R1',
    ]);
  });

  test('after one more withdrawal the first reserve is in', () => {
    scratch('S3');
    expect(meet.marks('HEAT')).toMatchObject({ BROWN: 'Q', WU: 'R1', SLOWER: 'R2' });
  });
});

describe('ties at the cut', () => {
  const tied = (): Meet => {
    const meet = new Meet('SWMM50MFR');
    meet.say(meet.rsc('SFNL'), { setup: { advance: [{ by: 'best', count: 1, mark: 'Q' }] } });
    meet.race(meet.rsc('SFNL', '000100'), { A: '21.50', B: '22.00' });
    meet.race(meet.rsc('SFNL', '000200'), { C: '21.50', D: '22.10' });
    return meet;
  };

  test('a decision of officials (order, EXTRA_UNIT) settles it like a swim-off', () => {
    const meet = tied();
    expect(meet.marks('SFNL')).toEqual({ A: '?', C: '?' });
    meet.say(meet.rsc('SFNL'), { order: { id: '1', competitors: ['C', 'A'], why: 'EXTRA_UNIT' } });
    expect(meet.marks('SFNL')).toEqual({ C: 'Q' });
  });

  test('a dead heat in the swim-off leaves it open for another one', () => {
    const meet = tied();
    meet.race(meet.rsc('SFNL', '0001RR'), { A: '21.40', C: '21.40' });
    expect(meet.marks('SFNL')).toEqual({ A: '?', C: '?' });
    meet.race(meet.rsc('SFNL', '0002RR'), { A: '21.60', C: '21.45' });
    expect(meet.marks('SFNL')).toEqual({ C: 'Q' });
  });
});

describe('final classification', () => {
  test('finalists first, then semi-finalists, then heats, each by their time there', () => {
    const meet = new Meet('SWMM50MFR');
    meet.race(meet.rsc('HEAT', '000100'), { A: '21.9', B: '21.8', C: '21.0', D: '22.5', E: '22.4' });
    meet.race(meet.rsc('SFNL', '000100'), { A: '21.7', B: '21.6', C: '22.9' });
    meet.race(meet.rsc('FNL-', '000100'), { A: '21.2', B: 'DNS' });
    expect(meet.lines('RANKING', meet.rsc()).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'A 1',
      'B 2',
      'C 3',
      'E 4',
      'D 5',
    ]);
  });

  test('a B-final follows the A-final, however fast it was', () => {
    const meet = new Meet('SWMM50MFR');
    meet.say(meet.rsc('FNL-', '000100'), { setup: { final: 'A' } });
    meet.say(meet.rsc('FNL-', '000200'), { setup: { final: 'B' } });
    meet.race(meet.rsc('FNL-', '000100'), { A: '22.0', B: '22.5' });
    meet.race(meet.rsc('FNL-', '000200'), { C: '21.9', D: '22.6' });
    expect(meet.lines('PHASE_RESULT', meet.rsc('FNL-'))).toEqual([
      'A 1 22.00',
      'B 2 22.50',
      'C 3 21.90',
      'D 4 22.60',
    ]);
  });
});

describe('relays', () => {
  const team = (code: string) => ({
    code,
    kind: 'TEAM',
    organisation: code,
    name: { team: code },
    members: [1, 2, 3, 4].map((leg) => ({
      code: `${code}${leg}`,
      kind: 'ATHLETE',
      organisation: code,
      name: { family: `${code}${leg}` },
    })),
  });

  test('SW 10.11 a take-over earlier than -0.03 s is shown for the referee; legs have their own times', () => {
    const meet = new Meet('SWMM4X100MFR');
    const final = meet.rsc('FNL-', '000100');
    const points = [100, 200, 300].map((distance) => ({ code: `${distance}m`, distance: String(distance) }));
    meet.say(final, { setup: { points: [...points, { code: 'FIN', distance: '400' }] } });
    meet.say(final, { startList: { entries: [{ competitor: team('USA'), startOrder: 1 }] } });
    meet.say(final, { reaction: { competitor: 'USA', time: '0.64' } });
    for (const [point, time] of [
      ['100m', '47.5'],
      ['200m', '94.6'],
      ['300m', '142.0'],
      ['FIN', '189.96'],
    ]) {
      meet.say(final, { passing: { competitor: 'USA', point, time } });
    }
    for (const [member, time] of [
      ['USA2', '0.12'],
      ['USA3', '-0.03'],
      ['USA4', '-0.04'],
    ]) {
      meet.say(final, { reaction: { competitor: member, time } });
    }
    const details = meet.rows('RESULT', final)[0]!.mark.details.timedRace!;
    expect(details.legs?.map(({ warning }) => warning)).toEqual([
      undefined,
      undefined,
      undefined,
      'EARLY_TAKE_OVER',
    ]);
    expect(['en', 'fr'].map((language) => wordsIn('SWM', language)?.warnings?.EARLY_TAKE_OVER)).toEqual([
      'early take-over',
      'relais pris trop tôt',
    ]);
    expect(details.legs?.map(({ split, reaction }) => `${split} ${reaction}`)).toEqual([
      '47.50 0.64',
      '47.10 0.12',
      '47.40 -0.03',
      '47.96 -0.04',
    ]);
  });
});

describe('F6 what cannot be is held', () => {
  const meet = new Meet('SWMM100MFR');
  const final = meet.rsc('FNL-', '000100');
  meet.say(final, {
    setup: {
      points: [
        { code: '50m', distance: '50' },
        { code: 'FIN', distance: '100' },
      ],
    },
  });
  meet.startList(final, ['A']);

  test.each([
    ['a 100 m in 30 s', { passing: { competitor: 'A', point: 'FIN', time: '30' } }],
    ['a 50 m split in 16 s', { passing: { competitor: 'A', point: '50m', time: '16' } }],
    ['a point that is not on the course', { passing: { competitor: 'A', point: '75m', time: '40' } }],
    ['a reaction of seven seconds', { reaction: { competitor: 'A', time: '7' } }],
    ['a mark that swimming does not know', { irm: { competitor: 'A', code: 'LAP' } }],
  ])('%s', (_, said) => {
    expect(meet.say(final, said)).toBe('FACT_HELD');
    expect(meet.lines('RESULT', final)[0]).toMatch(/^A -$/);
  });

  test('the fastest swim ever is not', () => {
    expect(meet.say(final, { passing: { competitor: 'A', point: 'FIN', time: '44.84' } })).toBeNull();
  });
});

describe('words and rules', () => {
  test('an RSC has its words', () => {
    expect(namesOf('SWMW4X100MMD'.padEnd(34, '-')).event).toBe("Women's 4 x 100m Medley Relay");
    expect(namesOf('SWMM1500MFR-----------FNL-000100--')).toMatchObject({
      event: "Men's 1500m Freestyle",
      phase: 'Final',
      unit: 'Final',
    });
    expect(namesOf('SWMX4X50MFR-----------HEAT000300--').unit).toBe('Heat 3');
    expect(namesOf('SWMM50MFR-------------SFNL0001RR--').unit).toBe('Swim-off 1');
  });

  test('a rule of another sport or an unknown edition is none', () => {
    for (const rule of ['ATH.100M@2024', 'SWM.RACE@1896', 'SWM']) {
      expect(swimming.unitRule('SWMM100MFR------------FNL-000100--', { rule })).toBeNull();
    }
  });
});

describe('SW 12 the lead-off of a relay', () => {
  const record = (result: string) => ({ setup: { records: [{ code: 'WR', type: 'WR', result }] } });
  const FREESTYLE = 'SWMM100MFR------------------------';

  /** A relay whose first swimmer is `C1`, with a split at 100 m, and the results in RECORDS of the individual event. */
  function relay(event: string, individual: string, split: string) {
    const meet = new Meet(event);
    const final = meet.rsc('FNL-', '000100');
    meet.say(individual, record(individual === FREESTYLE ? '46.80' : '51.60'));
    const points = ['100', '200', '400'].map((distance) => ({
      code: distance === '400' ? 'FIN' : `${distance}m`,
      distance,
    }));
    meet.say(final, { setup: { points } });
    const members = ['C1', 'C2', 'C3', 'C4'].map((code) => ({
      code,
      kind: 'ATHLETE',
      organisation: 'CHN',
      name: { family: code },
    }));
    const competitor = { code: 'CHN', kind: 'TEAM', organisation: 'CHN', name: { team: 'CHN' }, members };
    meet.say(final, { startList: { entries: [{ competitor, startOrder: 1 }] } });
    meet.say(final, { passing: { competitor: 'CHN', point: '100m', time: split } });
    const set = () =>
      [...meet.document('RECORDS', individual).rows].flatMap(({ record: line }) =>
        line?.unit === final ? [line] : [],
      );
    return { meet, final, set };
  }

  test('is a record of the individual event, under the name of the swimmer', () => {
    const { set } = relay('SWMM4X100MFR', FREESTYLE, '46.79');
    expect(set().map(({ result, competitor }) => [competitor, result])).toEqual([['C1', '46.79']]);
    expect(relay('SWMM4X100MFR', FREESTYLE, '46.81').set()).toEqual([]);
  });

  test('is one of backstroke in a medley relay, and none in a mixed one', () => {
    const backstroke = 'SWMM100MBA------------------------';
    expect(relay('SWMM4X100MMD', backstroke, '51.59').set()).toHaveLength(1);
    expect(relay('SWMX4X100MFR', FREESTYLE.replace('SWMM', 'SWMX'), '40').set()).toEqual([]);
  });

  test('stands when the team is disqualified for what came later, and goes with a corrected split', () => {
    const { meet, final, set } = relay('SWMM4X100MFR', FREESTYLE, '46.79');
    meet.say(final, { irm: { competitor: 'CHN', code: 'DSQ', point: '200m' } });
    expect(set()).toHaveLength(1);
    meet.say(final, { irm: { competitor: 'CHN', code: null, point: '200m' } });
    meet.say(final, { irm: { competitor: 'CHN', code: 'DSQ', point: '100m' } });
    expect(set()).toEqual([]);
    meet.say(final, { irm: { competitor: 'CHN', code: null, point: '100m' } });
    meet.say(final, { passing: { competitor: 'CHN', point: '100m', time: '47.5' } });
    expect(set()).toEqual([]);
  });
});

describe('impossible times', () => {
  test('a finish before the start, a time of zero, and 50 m faster than anybody swims are held', () => {
    const meet = new Meet('SWMM50MFR');
    const final = meet.rsc('FNL-', '000100');
    meet.startList(final, ['A', 'B', 'C']);
    meet.say(final, { start: { at: '2024-06-01T10:00:00Z' } });
    const finish = (competitor: string, said: object) => ({ passing: { competitor, point: 'FIN', ...said } });
    expect(meet.refusals(final, finish('A', { at: '2024-06-01T09:59:59Z' }))).toEqual(['IMPOSSIBLE_TIME']);
    expect(meet.refusals(final, finish('B', { time: '0' }))).toEqual(['IMPOSSIBLE_TIME']);
    expect(meet.refusals(final, finish('C', { at: '2024-06-01T10:00:10Z' }))).toEqual(['IMPOSSIBLE_TIME']);
    expect(meet.lines('RESULT', final)).toEqual(['A -', 'B -', 'C -']);
  });

  test('pd takes the place while it stands, and gives it back', () => {
    const meet = new Meet('SWMM50MFR');
    const final = meet.rsc('FNL-', '000100');
    meet.race(final, { A: '22.0', B: '22.1' });
    expect(meet.refusals(final, { irm: { competitor: 'A', code: 'pd' } })).toEqual([]);
    expect(meet.lines('RESULT', final)).toEqual(['B 1 22.10', 'A pd']);
    meet.say(final, { irm: { competitor: 'A', code: null } });
    expect(meet.lines('RESULT', final)[0]).toBe('A 1 22.00');
  });
});
