/** Each way in which a place, a medal or OFFICIAL could be untrue, and that it is not; `truth-of-rounds` and `truth-of-marks` go on. */
import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';
import { ALL_SWAM, FINAL, GENERAL, has, medallists, medals, ranking, statusOf, swum } from './told.ts';

describe('somebody without a result in the final', () => {
  test('did not start it: last of the final, and no medal', () => {
    const { meet } = swum({ ANNA: '50.00', BERT: '50.10', CARL: 'DNS' });
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'BERT 2 SILVER', 'CARL 3', 'DORA 4', 'EMIL 5']);
    expect(medals(meet)).toEqual(['ANN 1-0-0', 'BER 0-1-0']);
  });

  test('two did not start it: no two silvers', () => {
    const { meet } = swum({ ANNA: '50.00', BERT: 'DNS', CARL: 'DNS' });
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'BERT 2=', 'CARL 2=', 'DORA 4', 'EMIL 5']);
    expect(medallists(meet)).toEqual(['ANNA GOLD']);
  });

  test('did not finish it', () => {
    const { meet } = swum({ ANNA: '50.00', BERT: '50.10', CARL: 'DNF' });
    expect(ranking(meet)[2]).toBe('CARL 3');
    expect(medallists(meet)).toHaveLength(2);
  });

  test('was disqualified: no place, and the places of the final are not filled from the heats', () => {
    const { meet } = swum({ ANNA: '50.00', BERT: 'DSQ', CARL: '50.20' });
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'CARL 2 SILVER', 'DORA 4', 'EMIL 5', 'BERT DSQ']);
  });

  test('did not start a final that is the only round: no place', () => {
    const meet = new Meet('SWMM1500MFR');
    meet.race(meet.rsc('FNL-', FINAL), { ANNA: '950.00', BERT: 'DNS', CARL: 'DNF' });
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'CARL DNF', 'BERT DNS']);
  });

  test('nobody finished: the event is over, and there is no medal', () => {
    const { meet } = swum({ ANNA: 'DSQ', BERT: 'DNS' });
    expect(medallists(meet)).toEqual([]);
    expect(statusOf(meet, 'MEDALLISTS')).toBe('OFFICIAL');
    expect(medals(meet)).toEqual([]);
  });

  test('fewer finishers than medals: the others are not given away', () => {
    const { meet } = swum({ ANNA: '50.00' });
    expect(medallists(meet)).toEqual(['ANNA GOLD']);
    expect(ranking(meet)[1]).toBe('BERT 2');
  });
});

describe('a final that is not decided', () => {
  test.each(['LIVE', 'INTERMEDIATE', 'UNCONFIRMED', 'PARTIAL'])(
    '%s: there is no classification',
    (result) => {
      const { meet, final } = swum(ALL_SWAM);
      meet.say(final, { status: { result } });
      expect([has(meet, 'RANKING'), has(meet, 'MEDALLISTS')]).toEqual([false, false]);
      expect(medals(meet)).toEqual([]);
    },
  );

  test('interrupted while it was under way: nobody is placed by how it stood', () => {
    const meet = new Meet('SWMM100MFR');
    const final = meet.rsc('FNL-', FINAL);
    meet.startList(final, ['ANNA', 'BERT']);
    meet.say(final, { passing: { competitor: 'ANNA', point: 'FIN', time: '50.00' } });
    meet.say(final, { schedule: { status: 'INTERRUPTED' } });
    expect(has(meet, 'RANKING')).toBe(false);
  });

  test('cancelled after it was official: places and medals are gone, and come back with it', () => {
    const { meet, final } = swum(ALL_SWAM);
    const before = meet.document('RANKING', meet.rsc()).hash;
    meet.say(final, { schedule: { status: 'CANCELLED' } });
    expect([ranking(meet), medallists(meet), medals(meet)]).toEqual([[], [], []]);
    expect(meet.lines('RESULT', final)).toEqual(['ANNA -', 'BERT -', 'CARL -', 'DORA -']);
    expect(statusOf(meet, 'RESULT', final)).toBe('START_LIST');
    meet.say(final, { schedule: { status: 'FINISHED' } });
    expect(meet.document('RANKING', meet.rsc()).hash).toBe(before);
  });

  test('without a start list, or with one that is taken back: the round before gives no medals', () => {
    const meet = new Meet('SWMM100MFR');
    meet.race(meet.rsc('SFNL', '000100'), { ANNA: '51.00', BERT: '51.10' });
    meet.say(meet.rsc('FNL-', FINAL), { setup: { name: 'Final' } });
    meet.say(meet.rsc('FNL-', FINAL), { status: { result: 'OFFICIAL' } });
    expect(has(meet, 'RANKING')).toBe(false);
    const { meet: other, final } = swum(ALL_SWAM);
    other.say(final, { startList: { entries: [] } });
    expect([ranking(other), medals(other)]).toEqual([[], []]);
  });

  test('the B-final before the A-final: its winner has no medal, now or later', () => {
    const meet = new Meet('SWMM100MFR');
    const [a, b] = [meet.rsc('FNL-', '000100'), meet.rsc('FNL-', '000200')];
    meet.say(a, { setup: { final: 'A' } });
    meet.startList(a, ['ANNA', 'BERT']);
    meet.say(b, { setup: { final: 'B' } });
    meet.race(b, { CARL: '49.00', DORA: '49.10' });
    expect(has(meet, 'RANKING')).toBe(false);
    expect(meet.lines('PHASE_RESULT', meet.rsc('FNL-')).slice(2)).toEqual(['CARL 3 49.00', 'DORA 4 49.10']);
    meet.race(a, { ANNA: '50.00', BERT: 'DSQ' });
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'CARL 3', 'DORA 4', 'BERT DSQ']);
    expect(meet.rows('PHASE_RESULT', meet.rsc('FNL-')).map(({ place }) => place.diff)).toEqual([
      null,
      null,
      null,
      '+0.10',
    ]);
  });
});

describe('several finals', () => {
  const finals = (event: string, setups: readonly object[]): Meet => {
    const meet = new Meet(event);
    const times: Readonly<Record<string, string>>[] = [
      { ANNA: '50.00', BERT: '50.50' },
      { CARL: '50.20', DORA: '50.10' },
    ];
    for (const [index, setup] of setups.entries()) {
      const unit = meet.rsc('FNL-', `000${index + 1}00`);
      meet.say(unit, { setup });
      meet.race(unit, times[index]!);
    }
    return meet;
  };

  test('timed finals are one list: the second of the slower race can have silver', () => {
    expect(ranking(finals('SWMM100MFR', [{}, {}]))).toEqual([
      'ANNA 1 GOLD',
      'DORA 2 SILVER',
      'CARL 3 BRONZE',
      'BERT 4',
    ]);
  });

  test('two races of a final in athletics are one list, too: the last one is not the final', () => {
    expect(ranking(finals('ATHM400M', [{}, {}]))).toEqual([
      'ANNA 1 GOLD',
      'DORA 2 SILVER',
      'CARL 3 BRONZE',
      'BERT 4',
    ]);
  });

  test('a small final gives the medals that its setup says', () => {
    const meet = finals('SWMM100MFR', [
      { final: 'A', medals: [1, 2] },
      { final: 'B', medals: [3] },
    ]);
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'BERT 2 SILVER', 'DORA 3 BRONZE', 'CARL 4']);
  });

  test('a final that took the place of a cancelled one gives the medals', () => {
    const meet = finals('ATHM400M', [{ medals: [1, 2, 3] }, { medals: [1, 2, 3] }]);
    meet.say(meet.rsc('FNL-', '000100'), { schedule: { status: 'CANCELLED' } });
    expect(ranking(meet)).toEqual(['DORA 1 GOLD', 'CARL 2 SILVER']);
  });

  test('an event without medals has none', () => {
    const meet = finals('SWMM100MFR', [{ medals: [0] }]);
    expect(ranking(meet)).toEqual(['ANNA 1', 'BERT 2']);
    expect(medallists(meet)).toEqual([]);
    const other = new Meet('SWMM100MFR');
    other.say(other.rsc(), { setup: { medals: [0] } });
    other.race(other.rsc('FNL-', FINAL), { ANNA: '50.00' });
    expect(medallists(other)).toEqual([]);
  });

  test('races that nobody can put into one list classify no event', () => {
    const meet = new Meet('ORIM');
    for (const unit of ['000100', '000200'])
      meet.race(meet.rsc('FNL-', unit), { ANNA: '1000', BERT: '1010' });
    expect(has(meet, 'RANKING')).toBe(false);
  });
});

describe('a status of the event itself', () => {
  test('pending or under protest: the documents of the event say so, and the medals still count', () => {
    const { meet } = swum(ALL_SWAM);
    for (const result of ['PROTESTED', 'PROVISIONAL']) {
      meet.say(meet.rsc(), { status: { result } });
      expect([statusOf(meet, 'RANKING'), statusOf(meet, 'MEDALLISTS')]).toEqual([result, result]);
      expect(medals(meet)).toHaveLength(3);
    }
    meet.say(meet.rsc(), { status: { result: 'UNOFFICIAL' } });
    expect(medals(meet)).toEqual([]);
  });

  test('opened again: there is no classification until it is closed', () => {
    const { meet } = swum(ALL_SWAM);
    const { hash } = meet.document('RANKING', meet.rsc());
    meet.say(meet.rsc(), { status: { result: 'LIVE' } });
    expect([ranking(meet), medallists(meet), medals(meet)]).toEqual([[], [], []]);
    meet.say(meet.rsc(), { status: { result: 'OFFICIAL' } });
    expect(meet.document('RANKING', meet.rsc()).hash).toBe(hash);
  });

  test('said official while a heat is not: the list is not', () => {
    const { meet, heat } = swum(ALL_SWAM);
    meet.say(heat, { status: { result: 'UNOFFICIAL' } });
    meet.say(meet.rsc('HEAT'), { status: { result: 'OFFICIAL' } });
    meet.say(meet.rsc(), { status: { result: 'OFFICIAL' } });
    expect(statusOf(meet, 'PHASE_RESULT', meet.rsc('HEAT'))).toBe('UNOFFICIAL');
    expect(statusOf(meet, 'RANKING')).toBe('UNOFFICIAL');
  });
});

describe('after it was official', () => {
  test('a correction moves medals, medallists and the table together, and its withdrawal leaves no trace', () => {
    const { meet, final } = swum(ALL_SWAM);
    const hashes = () =>
      ['RANKING', 'MEDALLISTS'].map((type) => meet.document(type as 'RANKING', meet.rsc()).hash);
    const before = [...hashes(), meet.document('MEDALS', GENERAL).hash];
    meet.say(final, { irm: { competitor: 'ANNA', code: 'DSQ' } });
    expect(medallists(meet)).toEqual(['BERT GOLD', 'CARL SILVER', 'DORA BRONZE']);
    expect(medals(meet)).toEqual(['BER 1-0-0', 'CAR 0-1-0', 'DOR 0-0-1']);
    meet.say(final, { irm: { competitor: 'ANNA', code: null } });
    expect([...hashes(), meet.document('MEDALS', GENERAL).hash]).toEqual(before);
  });

  test('a heat that is corrected changes who went on, and no medal', () => {
    const { meet, heat } = swum(ALL_SWAM);
    const { version } = meet.document('MEDALLISTS', meet.rsc());
    meet.say(heat, { irm: { competitor: 'EMIL', code: 'DSQ' } });
    expect(ranking(meet).at(-1)).toBe('EMIL DSQ');
    expect(meet.document('MEDALLISTS', meet.rsc()).version).toBe(version);
  });

  test('a fact that is held says that the list cannot be relied on, and changes no place', () => {
    const { meet, final } = swum(ALL_SWAM);
    meet.say(final, { passing: { competitor: 'DORA', point: 'FIN', time: '5.00' } });
    expect(ranking(meet)[0]).toBe('ANNA 1 GOLD');
    expect(meet.document('MEDALLISTS', meet.rsc()).header.reliability).toEqual({
      ok: false,
      reasons: ['HELD'],
    });
  });

  test('a ruling that takes a medal away leaves the place empty, one that shares it moves nobody', () => {
    const { meet, final } = swum(ALL_SWAM);
    meet.say(final, { rankOverride: { competitor: 'ANNA', rank: null, medal: null, reason: 'CAS' } });
    expect(ranking(meet).slice(0, 4)).toEqual(['BERT 2 SILVER', 'CARL 3 BRONZE', 'DORA 4', 'EMIL 5']);
    meet.say(final, { rankOverride: { competitor: 'ANNA', rank: 2, reason: 'CAS' } });
    expect(ranking(meet).slice(0, 3)).toEqual(['ANNA 2= SILVER', 'BERT 2= SILVER', 'CARL 3 BRONZE']);
  });

  test('a ruling gives a medal to somebody who was not in the final', () => {
    const { meet } = swum({ ANNA: '50.00', BERT: '50.10' });
    meet.say(meet.rsc(), { rankOverride: { competitor: 'EMIL', rank: 3, medal: 'BRONZE', reason: 'CAS' } });
    expect(medallists(meet)).toEqual(['ANNA GOLD', 'BERT SILVER', 'EMIL BRONZE']);
  });
});

describe('equal results', () => {
  test('two bronzes: nobody is fourth', () => {
    const { meet } = swum({ ...ALL_SWAM, DORA: '50.20' });
    expect(ranking(meet)).toEqual([
      'ANNA 1 GOLD',
      'BERT 2 SILVER',
      'CARL 3= BRONZE',
      'DORA 3= BRONZE',
      'EMIL 5',
    ]);
  });

  test('two silvers: no bronze', () => {
    const { meet } = swum({ ...ALL_SWAM, CARL: '50.10' });
    expect(medallists(meet)).toEqual(['ANNA GOLD', 'BERT SILVER', 'CARL SILVER']);
  });

  test('three golds: neither silver nor bronze', () => {
    const { meet } = swum({ ANNA: '50.00', BERT: '50.00', CARL: '50.00', DORA: '50.30' });
    expect(medallists(meet)).toEqual(['ANNA GOLD', 'BERT GOLD', 'CARL GOLD']);
    expect(medals(meet)).toHaveLength(3);
  });
});
