/** Rowing clause by clause, where published results cannot show it: dead heats, who did not finish, exclusions, finals. */
import { describe, expect, test } from 'vitest';
import { listRows } from '../../../src/model/document.ts';
import { splitRanks } from '../../../src/model/split-ranks.ts';
import { crew, Regatta, reRow, rsc } from './regatta.ts';

const marks = (regatta: Regatta, unit: string): Record<string, string | null> =>
  Object.fromEntries(
    listRows(regatta.standings.document('RESULT', unit)).map(({ key, place }) => [
      key,
      place.qualificationMark ?? null,
    ]),
  );

/** 16 crews: heats of 6, 5 and 5; two of each to the semi-finals. */
function sixteen(): Regatta {
  const regatta = new Regatta();
  regatta.enter(16, 3);
  return regatta;
}

describe('a race', () => {
  test('C025 equal hundredths are parted by the picture, and the list says so', () => {
    const regatta = new Regatta();
    const final = rsc('FNL', 1);
    regatta.feed.startList(final, ['Synek', 'Martin', 'Drysdale'], 'ATHLETE');
    for (const [competitor, time, order] of [
      ['Synek', '404.10', 3],
      ['Martin', '401.34', 2],
      ['Drysdale', '401.34', 1],
    ] as const)
      regatta.feed.say(final, { passing: { competitor, point: 'FIN', time, order } });
    regatta.feed.say(final, { status: { result: 'OFFICIAL' } });
    expect(regatta.standings.lines('RESULT', final)).toEqual([
      'Drysdale 1 6:41.34',
      'Martin 2 6:41.34',
      'Synek 3 6:44.10',
    ]);
    expect(listRows(regatta.standings.document('RESULT', final))[1]?.place.decidedBy?.criterion).toBe(
      'PICTURE',
    );
    expect(regatta.lines(rsc(), 'MEDALLISTS').map((line) => line.split(' ')[0])).toEqual([
      'Drysdale',
      'Martin',
      'Synek',
    ]);
  });

  test('a dead heat that the picture cannot part shares the place, and two golds leave no silver', () => {
    const regatta = new Regatta();
    regatta.feed.startList(rsc('FNL', 1), [1, 2, 3, 4].map(crew));
    regatta.row(rsc('FNL', 1), 'C01=C02 C03 C04');
    expect(regatta.lines(rsc('FNL', 1))).toEqual(['C01 1=', 'C02 1=', 'C03 3', 'C04 4']);
    expect(regatta.lines(rsc(), 'MEDALLISTS')).toEqual(['C01 1= GOLD', 'C02 1= GOLD', 'C03 3 BRONZE']);
  });

  test('who was first at 500, 1000 and 1500 m can be read off the times of the rows', () => {
    const regatta = new Regatta();
    const unit = rsc('FNL', 1);
    regatta.feed.say(unit, {
      setup: {
        points: ['500m', '1000m', '1500m', 'FIN'].map((code, index) => ({
          code,
          distance: `${500 * (index + 1)}`,
        })),
      },
    });
    regatta.feed.startList(unit, ['A', 'B']);
    for (const [competitor, times] of [
      ['A', ['100', '200.5', '301', '400']],
      ['B', ['99', '200.5', '302', '403']],
    ] as const)
      for (const [index, time] of times.entries())
        regatta.feed.say(unit, {
          passing: { competitor, point: ['500m', '1000m', '1500m', 'FIN'][index], time },
        });
    const rows = listRows(regatta.standings.document('RESULT', unit));
    expect(splitRanks(rows, '500m').map(({ competitor, diff }) => [competitor, diff])).toEqual([
      ['B', null],
      ['A', '+1.00'],
    ]);
    expect(splitRanks(rows, '1000m').map(({ rank, rankEqual }) => [rank, rankEqual])).toEqual([
      [1, true],
      [1, true],
    ]);
    expect(splitRanks(rows, '1500m')[0]?.competitor).toBe('A');
  });

  test('a relegated crew is last of its race with its time, and so is one whose boat was too light, without', () => {
    const regatta = sixteen();
    const heat = rsc('HEAT', 1);
    regatta.row(heat);
    regatta.feed.say(heat, {
      penalty: { competitor: 'C01', id: '1', kind: 'RELEGATED', value: '6', measure: 'PLACES' },
    });
    expect(regatta.lines(heat).at(-1)).toMatch(/^C01 6/);
    regatta.feed.say(heat, { irm: { competitor: 'C04', code: 'BUW' } });
    expect(regatta.lines(heat).slice(-2)).toEqual(['C01 5 R', 'C04 6 R']);
  });
});

describe('who goes on', () => {
  test('a boat must cross the line: who did not finish, was excluded or did not start goes nowhere', () => {
    const regatta = sixteen();
    regatta.row(rsc('HEAT', 1), 'C01 C04 C07 DNF:C10 EXC:C13 DNS:C16');
    expect(marks(regatta, rsc('HEAT', 1))).toEqual({
      C01: 'SA/B',
      C04: 'SA/B',
      C07: 'R',
      C10: null,
      C13: null,
      C16: null,
    });
  });

  test('the jury can let a crew go on that did not finish, as it did at Rio 2016', () => {
    const regatta = sixteen();
    regatta.row(rsc('HEAT', 1), 'C01 C04 C07 C13 C16 DNF:C10');
    regatta.feed.say(rsc('HEAT', 1), { advance: { competitor: 'C10', mark: 'R' } });
    expect(marks(regatta, rsc('HEAT', 1)).C10).toBe('R');
    expect(regatta.lines(rsc('HEAT', 1)).at(-1)).toBe('C10 DNF R');
  });

  describe('a dead heat for the last place of those who go on', () => {
    const heat = rsc('HEAT', 2);
    const upToHeats = (): Regatta => {
      const regatta = sixteen();
      regatta.row(rsc('HEAT', 1));
      regatta.row(heat, 'C02 C05=C08 C11 C14');
      regatta.row(rsc('HEAT', 3));
      return regatta;
    };

    test('is left open: nobody stands in the semi-final, and nobody else takes the place', () => {
      const regatta = upToHeats();
      expect(marks(regatta, heat)).toEqual({ C02: 'SA/B', C05: '?', C08: '?', C11: 'R', C14: 'R' });
      const semis = [...regatta.starters(rsc('SFNL', 1)), ...regatta.starters(rsc('SFNL', 2))];
      expect(semis).not.toContain('C05');
      expect(semis).not.toContain('C08');
    });

    test('a re-row of the two decides who goes where, and the result of the heat stays as it was', () => {
      const regatta = upToHeats();
      const before = regatta.lines(heat).map((line) => line.split(' ').slice(0, 2).join(' '));
      regatta.feed.startList(reRow('HEAT', 2), ['C05', 'C08']);
      regatta.row(reRow('HEAT', 2), 'C08 C05');
      expect(marks(regatta, heat)).toMatchObject({ C08: 'SA/B', C05: 'R' });
      expect(regatta.lines(heat).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(before);
      expect([...regatta.starters(rsc('SFNL', 1)), ...regatta.starters(rsc('SFNL', 2))]).toContain('C08');
      expect([...regatta.starters(rsc('REP', 1)), ...regatta.starters(rsc('REP', 2))]).toContain('C05');
    });

    test('a lot does the same, and withdrawing it opens the place again', () => {
      const regatta = upToHeats();
      const before = regatta.standings.hashes();
      const seq = regatta.feed.say(rsc('HEAT'), {
        order: { id: '1', why: 'LOT', competitors: ['C05', 'C08'] },
      });
      expect(marks(regatta, heat)).toMatchObject({ C05: 'SA/B', C08: 'R' });
      expect([...regatta.starters(rsc('SFNL', 1)), ...regatta.starters(rsc('SFNL', 2))]).toContain('C05');
      regatta.feed.void(seq, rsc('HEAT'));
      expect(regatta.standings.hashes()).toEqual(before);
    });

    test('where there is a lane for both the officials let both go on', () => {
      const regatta = upToHeats();
      for (const competitor of ['C05', 'C08'])
        regatta.feed.say(heat, { advance: { competitor, mark: 'SA/B' } });
      expect(marks(regatta, heat)).toMatchObject({ C05: 'SA/B', C08: 'SA/B', C11: 'R' });
    });
  });

  test('two who are level and both go on wait for the lot that says which slot is whose', () => {
    const regatta = sixteen();
    for (const heat of [1, 2, 3])
      regatta.row(rsc('HEAT', heat), heat === 1 ? 'C01=C04 C07 C10 C13 C16' : undefined);
    expect(marks(regatta, rsc('HEAT', 1))).toMatchObject({ C01: 'SA/B', C04: 'SA/B' });
    expect(regatta.starters(rsc('SFNL', 1))).not.toContain('C01');
    regatta.feed.say(rsc('HEAT'), { order: { id: '1', why: 'LOT', competitors: ['C04', 'C01'] } });
    expect(regatta.starters(rsc('SFNL', 1))).toContain('C04');
    expect(regatta.starters(rsc('SFNL', 2))).toContain('C01');
  });

  test('the best are in the middle lanes', () => {
    const regatta = sixteen();
    regatta.rowAll();
    const lanes = listRows(regatta.standings.document('RESULT', rsc('FNL', 1))).map(
      ({ identity, key }) =>
        [identity.lane, regatta.lines(rsc('SFNL', 1)).some((line) => line.startsWith(`${key} 1`))] as const,
    );
    expect(lanes.find(([, first]) => first)?.[0]).toBe('3');
  });
});

describe('final places', () => {
  const upToFinals = (): Regatta => {
    const regatta = sixteen();
    regatta.rowAll(['HEAT', 'REP', 'SFNL']);
    return regatta;
  };

  test('a crew of the B-final never passes one of the A-final, however fast it was', () => {
    const regatta = upToFinals();
    regatta.rowAll(['FNL']);
    for (const competitor of regatta.starters(rsc('FNL', 2))) regatta.finish(rsc('FNL', 2), competitor, 350);
    const places = regatta.lines(rsc(), 'RANKING').map((line) => line.split(' ')[0]!);
    expect(places.slice(0, 6).toSorted()).toEqual(regatta.starters(rsc('FNL', 1)).toSorted());
  });

  test('who does not start or finish in a final is last of it, without a medal', () => {
    const regatta = upToFinals();
    const [first, second, third, fourth, ...others] = regatta.starters(rsc('FNL', 1)).toSorted();
    regatta.row(
      rsc('FNL', 1),
      `${first} ${second} ${[third, fourth, ...others].map((code) => `DNF:${code}`).join(' ')}`,
    );
    regatta.rowAll(['FNL']);
    const places = regatta.lines(rsc(), 'RANKING');
    expect(places.slice(0, 2)).toEqual([`${first} 1 GOLD`, `${second} 2 SILVER`]);
    // Four share the place behind the last one who came in: the third, and it is no medal.
    expect(places.slice(2, 6).every((line) => line.endsWith(' 3='))).toBe(true);
    expect(places[6]).toMatch(/ 7$/);
    expect(regatta.lines(rsc(), 'MEDALLISTS')).toHaveLength(2);
  });

  test('an excluded finalist has no place, and nobody of the B-final moves up into it', () => {
    const regatta = upToFinals();
    const crews = regatta.starters(rsc('FNL', 1)).toSorted();
    regatta.row(rsc('FNL', 1), `${crews.slice(0, 5).join(' ')} EXC:${crews[5]}`);
    regatta.rowAll(['FNL']);
    const places = regatta.lines(rsc(), 'RANKING');
    expect(places[5]).toMatch(/ 7$/);
    expect(places.at(-1)).toMatch(new RegExp(`^${crews[5]} EXC`));
  });

  test('medals are decided by the A-final alone, and taken back with its result', () => {
    const regatta = upToFinals();
    regatta.row(rsc('FNL', 1));
    expect(regatta.lines(rsc(), 'MEDALLISTS')).toHaveLength(3);
    regatta.feed.say(rsc('FNL', 1), { status: { result: 'LIVE' } });
    expect(regatta.lines(rsc(), 'MEDALLISTS')).toEqual([]);
  });
});

test('what cannot be is held: faster than any crew, before the gun, a point that the course has not', () => {
  const regatta = new Regatta();
  const unit = rsc('HEAT', 1);
  regatta.feed.say(unit, {
    setup: {
      points: [
        { code: '500m', distance: '500' },
        { code: 'FIN', distance: '2000' },
      ],
    },
  });
  regatta.feed.startList(unit, ['A', 'B', 'C', 'D']);
  for (const [competitor, point, time] of [
    ['A', 'FIN', '280'],
    ['B', '500m', '70'],
    ['C', '750m', '150'],
    ['D', 'FIN', '2500'],
  ] as const)
    regatta.feed.say(unit, { passing: { competitor, point, time } });
  expect(regatta.standings.held).toEqual([
    'IMPOSSIBLE_TIME',
    'IMPOSSIBLE_TIME',
    'UNKNOWN_POINT',
    'IMPOSSIBLE_TIME',
  ]);
  expect(regatta.lines(unit).every((line) => line.endsWith('-'))).toBe(true);
});
