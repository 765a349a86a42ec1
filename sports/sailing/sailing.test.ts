/** What races, series and medal races come to, by clause; worked cases C055 and C057 are in `cases`. */
import { describe, expect, test } from 'vitest';
import { formatRsc } from '../../src/model/rsc.ts';
import { faultsIn } from '../../src/rules/plan.ts';
import { Feed, numbered } from '../../test/fixture-sports/feed.ts';
import { Standings } from '../../test/fixture-sports/standings.ts';
import { sailing } from './sailing.ts';

const rsc = (phase = '', unit = '', event = 'FINN', gender = 'M'): string =>
  formatRsc({ discipline: 'SAL', gender, event, phase, unit });
const race = (number: number, event = 'FINN', phase = 'PREL'): string => rsc(phase, numbered(number), event);

const standingsOf = (feed: Feed): Standings => new Standings(feed.facts, [sailing]);

/** `A B=C D:DNF E:ZFP`: in this order over the line, level where `=` says so, with a code behind the name. */
function sail(feed: Feed, unit: string, order: string, boats?: string): void {
  const said = order.split(' ').map((level) => level.split('='));
  const codes = said.flat().map((each) => each.split(':')[0]!);
  if (boats !== '') feed.startList(unit, boats?.split('') ?? [...codes].sort(), 'ATHLETE');
  let second = 600;
  for (const level of said) {
    for (const each of level) {
      const [competitor = '', code] = each.split(':');
      const isOut = code !== undefined && !KEEPING.includes(code);
      if (!isOut) feed.say(unit, { passing: { competitor, point: 'FIN', time: String(second) } });
      if (code !== undefined) feed.say(unit, { irm: { competitor, code } });
    }
    second += 10;
  }
  feed.say(unit, { status: { result: 'OFFICIAL' } });
}

const KEEPING = ['ZFP', 'SCP', 'DPI', 'STP', 'PRP', 'RDG', 'RDGA', 'RDGB'];

/** `code rank net: points of each race`, as the series has it; what is excluded in brackets. */
function seriesLines(standings: Standings, unit = rsc('PREL')): string[] {
  return [...standings.document('CUMULATIVE_RESULT', unit).rows].map(({ key, mark }) => {
    const races = mark!.details.series!.races.map(({ points, irm, discarded }) => {
      const text = [points, irm].filter(Boolean).join(' ');
      return discarded === true ? `(${text})` : text;
    });
    return `${key} ${mark!.result}: ${races.join(', ')}`;
  });
}

/** Lines of a series in which each text is a race. */
function series(races: readonly string[], options: object = {}, edition = '2025'): string[] {
  const feed = new Feed();
  feed.say(rsc('PREL'), { setup: { rule: `SAL.SERIES@${edition}`, options } });
  for (const [index, order] of races.entries()) {
    const unit = race(index + 1);
    feed.say(unit, { setup: { rule: `SAL.RACE@${edition}` } });
    sail(feed, unit, order);
  }
  const standings = standingsOf(feed);
  expect(standings.refused).toEqual([]);
  return seriesLines(standings);
}

describe('points of a race', () => {
  test('A4 as many as the place, A7 the mean for those who are level', () => {
    expect(series(['A B=C D'], { discards: [] })).toEqual(['A 1: 1', 'B 2.5: 2.5', 'C 2.5: 2.5', 'D 4: 4']);
  });

  test('A5.2 one more than all who entered, for whoever did not start, sail the course or finish', () => {
    for (const code of ['DNC', 'DNS', 'OCS', 'UFD', 'BFD', 'NSC', 'DNF', 'RET', 'DSQ', 'DNE'])
      expect(series([`A B C:${code}`], { discards: [] })[2], code).toBe(`C 4: 4 ${code}`);
  });

  test('A6.1 who is taken out of the race leaves the place to those behind', () => {
    expect(series(['A B:DSQ C D'], { discards: [] })).toEqual(['A 1: 1', 'C 2: 2', 'D 3: 3', 'B 5: 5 DSQ']);
  });

  test('A5.3 in a long series one more than came to the starting area; who did not come, than entered', () => {
    expect(series(['A B:OCS C:DNC D:DNC'], { discards: [], scoring: 'LONG_SERIES' })).toEqual([
      'A 1: 1',
      'B 3: 3 OCS',
      'C 5: 5 DNC',
      'D 5: 5 DNC',
    ]);
  });

  test('44.3(c) a scoring penalty is 20 % of the score for DNF, to the tenth since 2025, and moves nobody else', () => {
    const order = 'A B:ZFP C:SCP D E F:SCP G:DNF';
    expect(series([order], { discards: [] })).toEqual([
      'A 1: 1',
      'B 3.6: 3.6 ZFP',
      'D 4: 4',
      'C 4.6: 4.6 SCP',
      'E 5: 5',
      'F 7.6: 7.6 SCP',
      'G 8: 8 DNF',
    ]);
    expect(series([order], { discards: [] }, '2021').filter((line) => /ZFP|SCP/.test(line))).toEqual([
      'B 4: 4 ZFP',
      'C 5: 5 SCP',
      'F 8: 8 SCP',
    ]);
  });

  test('places of a scoring penalty that the instructions state, and points that the committee does', () => {
    expect(series(['A:SCP B C D:DNF'], { discards: [], penaltyPlaces: 2 })[1]).toBe('A 3: 3 SCP');
    const feed = new Feed();
    sail(feed, race(1), 'A B C');
    feed.say(race(1), {
      penalty: { competitor: 'A', id: '1', kind: 'DPI', value: '1.5', measure: 'POINTS' },
    });
    expect(seriesLines(standingsOf(feed))).toEqual(['B 2: 2', 'A 2.5: 2.5 DPI', 'C 3: 3']);
  });

  test('a time limit that expires: so many places behind the last who finished, and not worse than DNF', () => {
    expect(series(['A B C:TLE D:DNF'], { discards: [] })[2]).toBe('C 4: 4 TLE');
    expect(series(['A B C D:TLE'], { discards: [], late: 2 })[3]).toBe('D 5: 5 TLE');
    expect(series(['A B C:TLE D:DNF'], { discards: [], late: 1 })[2]).toBe('C 3: 3 TLE');
  });

  test('the first place of a fleet that counts otherwise', () => {
    expect(series(['A=B C'], { discards: [], firstPlace: '0.7' })).toEqual([
      'A 1.4: 1.4',
      'B 1.4: 1.4',
      'C 3: 3',
    ]);
  });

  test('codes are those of the edition: others are held', () => {
    for (const [code, edition, isKnown] of [
      ['DGM', '2013', true],
      ['DGM', '2017', false],
      ['NSC', '2017', false],
      ['NSC', '2021', true],
      ['PRP', '2021', false],
      ['PRP', '2025', true],
    ] as const) {
      const feed = new Feed();
      feed.say(race(1), { setup: { rule: `SAL.RACE@${edition}` } });
      feed.startList(race(1), ['A', 'B'], 'ATHLETE');
      feed.say(race(1), { irm: { competitor: 'A', code } });
      expect(standingsOf(feed).refused.length === 0, `${code} ${edition}`).toBe(isKnown);
    }
  });
});

describe('a series', () => {
  test('A2.1 the worst score is excluded, the earliest of equal ones; more where the notice of race says so', () => {
    const races = ['A B C', 'B A C', 'A C B', 'A B C'];
    expect(series(races)).toEqual(['A 3: 1, (2), 1, 1', 'B 5: 2, 1, (3), 2', 'C 8: (3), 3, 2, 3']);
    expect(series(races, { discards: [3, 4] })[2]).toBe('C 5: (3), (3), 2, 3');
    expect(series(races, { discards: [5] })[0]).toBe('A 5: 1, 2, 1, 1');
  });

  test('A2.2 who is not in a race of the series did not come', () => {
    expect(series(['A B C', 'A B'], { discards: [] })[2]).toBe('C 7: 3, 4 DNC');
  });

  test('a disqualification that is not excludable stays, and so does one for gross misconduct of old', () => {
    expect(series(['A B:DNE C', 'A B C', 'A B C'])[2]).toBe('B 6: 4 DNE, (2), 2');
    expect(series(['A B:DGM C', 'A B C', 'A B C'], {}, '2013')[2]).toBe('B 6: 4 DGM, (2), 2');
  });

  test('a disqualification that is not excludable, said of the whole event, holds in each race of it', () => {
    const feed = new Feed();
    feed.say(rsc('PREL'), { setup: { rule: 'SAL.SERIES@2025' } });
    for (const [index, order] of ['A B C', 'B A C'].entries()) {
      feed.say(race(index + 1), { setup: { rule: 'SAL.RACE@2025' } });
      sail(feed, race(index + 1), order);
    }
    feed.say(rsc(), { irm: { competitor: 'B', code: 'DNE' } });
    const standings = standingsOf(feed);
    expect(standings.refused).toEqual([]);
    expect(seriesLines(standings)).toEqual(['A 1: (1), 1', 'C 2: (2), 2', 'B 8: 4 DNE, 4 DNE']);
  });

  test('A8.1 and A8.2: better scores without the excluded, then the last race, then the one before', () => {
    expect(series(['A B C', 'C B A', 'B C A', 'A C B'], { discards: [] })).toEqual([
      'A 8: 1, 3, 3, 1',
      'C 8: 3, 1, 2, 2',
      'B 8: 2, 2, 1, 3',
    ]);
  });

  test('B8: boards that are level are ranked by the best excluded score first', () => {
    const races = ['A B C', 'B C A', 'C A B', 'A B C'];
    const [first] = series(races, { ties: 'B' });
    expect(first).toBe('A 4: 1, (3), 2, 1');
    const level = ['A B C D', 'D A B C', 'B C D A'];
    expect(
      series(level, { ties: 'A' })
        .slice(0, 2)
        .map((line) => line[0]),
    ).toEqual(['B', 'A']);
    expect(
      series(level, { ties: 'B' })
        .slice(0, 2)
        .map((line) => line[0]),
    ).toEqual(['B', 'A']);
  });

  test('A9 redress: points that are given, the mean of all other races, the mean of those before', () => {
    const feed = new Feed();
    sail(feed, race(1), 'A B C D');
    sail(feed, race(2), 'D B C A:RDG');
    feed.say(race(2), { score: { competitor: 'A', component: 'POINTS', value: '1.5' } });
    sail(feed, race(3), 'B A D C:RDGA');
    sail(feed, race(4), 'B A D:RDGB C');
    feed.say(rsc('PREL'), { setup: { options: { discards: [] } } });
    const standings = standingsOf(feed);
    expect(standings.refused).toEqual([]);
    expect(seriesLines(standings)).toEqual([
      'B 6: 2, 2, 1, 1',
      'A 6.5: 1, 1.5 RDG, 2, 2',
      'D 10.7: 4, 1, 3, 2.7 RDG',
      'C 13.3: 3, 3, 3.3 RDG, 4',
    ]);
  });
});

describe('held until somebody lets it through', () => {
  test.each([
    [
      'a score that is no points',
      { score: { competitor: 'A', component: 'D', value: '3' } },
      'UNKNOWN_COMPONENT',
    ],
    [
      'a thousand points',
      { score: { competitor: 'A', component: 'POINTS', value: '1000' } },
      'IMPOSSIBLE_POINTS',
    ],
    [
      'a penalty in seconds',
      { penalty: { competitor: 'A', id: '1', kind: 'SCP', value: '5', measure: 'TIME' } },
      'UNKNOWN_PENALTY',
    ],
    ['a finish after a second', { passing: { competitor: 'A', point: 'FIN', time: '1' } }, 'IMPOSSIBLE_TIME'],
  ])('%s', (_what, said, code) => {
    const feed = new Feed();
    feed.startList(race(1), ['A', 'B'], 'ATHLETE');
    feed.say(race(1), said);
    expect(standingsOf(feed).held).toEqual([code]);
  });
});

const FLEET = 'ABCDEFGHIJKL';

/** A class of the Games whose opening series is sailed twice in the same order. */
function opening(event: string): Feed {
  const feed = new Feed();
  for (const number of [1, 2]) sail(feed, race(number, event), [...FLEET].join(' '));
  return feed;
}

const places = (standings: Standings, event: string): string[] =>
  standings.lines('RANKING', rsc('', '', event)).map((line) => {
    const [code, rank, ...rest] = line.split(' ');
    return [code, rank, rest.find((word) => /GOLD|SILVER|BRONZE/.test(word))].filter(Boolean).join(' ');
  });

describe('medal races', () => {
  test('every format has a plan that holds together', () => {
    for (const event of ['49ER', 'IQFOIL', 'FORMKITE', 'FINN'])
      expect(faultsIn(sailing.plan({ event: rsc('', '', event), setup: {}, entries: [] })!), event).toEqual(
        [],
      );
  });

  test('the best ten sail once more for double points, which are not excluded; codes go by the ten', () => {
    const feed = opening('49ER');
    const medal = rsc('FNL', numbered(1), '49ER');
    expect(standingsOf(feed).competitorsIn(medal).join('')).toBe('ABCDEFGHIJ');
    sail(feed, medal, 'C B A D E F G H I J:OCS', '');
    const standings = standingsOf(feed);
    const lines = seriesLines(standings, rsc('', '', '49ER'));
    expect(lines.slice(0, 3)).toEqual(['C 5: (3), 3, 2', 'B 6: (2), 2, 4', 'A 7: (1), 1, 6']);
    expect(lines[9]).toBe('J 32: (10), 10, 22 OCS');
    expect(places(standings, '49ER').slice(0, 3)).toEqual(['C 1 GOLD', 'B 2 SILVER', 'A 3 BRONZE']);
    expect(places(standings, '49ER').slice(-2)).toEqual(['K 11', 'L 12']);
  });

  test('boards: quarter-final, semi-final and final, a race each, whose places are final', () => {
    const feed = opening('IQFOIL');
    const unit = (phase: string): string => rsc(phase, numbered(1), 'IQFOIL');
    sail(feed, unit('QFNL'), 'G F D E H I J', '');
    expect(standingsOf(feed).competitorsIn(unit('SFNL')).join('')).toBe('BCGF');
    sail(feed, unit('SFNL'), 'C G B F', '');
    sail(feed, unit('FNL'), 'G A C', '');
    expect(places(standingsOf(feed), 'IQFOIL')).toEqual([
      'G 1 GOLD',
      'A 2 SILVER',
      'C 3 BRONZE',
      'B 4',
      'F 5',
      'D 6',
      'E 7',
      'H 8',
      'I 9',
      'J 10',
      'K 11',
      'L 12',
    ]);
  });

  test('kites: two groups and a final until somebody has three wins, with wins from the opening series', () => {
    const feed = opening('FORMKITE');
    const unit = (phase: string, number: number): string => rsc(phase, numbered(number), 'FORMKITE');
    const end = (phase: string, sailed: number): void => {
      for (let number = sailed + 1; number <= 6; number += 1)
        feed.say(unit(phase, number), { schedule: { status: 'CANCELLED' } });
    };
    expect(standingsOf(feed).competitorsIn(unit('SFA', 1)).join('')).toBe('CFGJ');
    sail(feed, unit('SFA', 1), 'C F G J', '');
    end('SFA', 1);
    for (const number of [1, 2, 3]) sail(feed, unit('SFB', number), 'H D E I', '');
    expect(standingsOf(feed).lines('CUMULATIVE_RESULT', rsc('SFB', '', 'FORMKITE'))).toEqual([
      'H 1 3',
      'D 2 2',
      'E 3 1',
      'I 4 0',
    ]);
    end('SFB', 3);
    expect(standingsOf(feed).competitorsIn(unit('FNL', 1)).join('')).toBe('ABCH');
    for (const number of [1, 2]) sail(feed, unit('FNL', number), 'B A C H', '');
    end('FNL', 2);
    expect(places(standingsOf(feed), 'FORMKITE')).toEqual([
      'B 1 GOLD',
      'A 2 SILVER',
      'C 3 BRONZE',
      'H 4',
      'D 5',
      'E 6',
      'F 7',
      'G 8',
      'I 9',
      'J 10',
      'K 11',
      'L 12',
    ]);
  });
});

test('a protest in the first race re-scores everything up to the medals, and withdrawing it restores every hash', () => {
  const feed = opening('49ER');
  sail(feed, rsc('FNL', numbered(1), '49ER'), 'C B A D E F G H I J', '');
  const standings = standingsOf(feed);
  const before = standings.hashes();
  expect(places(standings, '49ER')[2]).toBe('A 3 BRONZE');
  const protested = [1, 2].map((number) => {
    const unit = race(number, '49ER');
    const penalty = { competitor: 'A', id: '1', kind: 'DPI', value: '6.5', measure: 'POINTS' };
    return { unit, seq: feed.say(unit, { penalty }) };
  });
  standings.take(feed.facts.slice(-2));
  expect(places(standings, '49ER').slice(2, 4)).toEqual(['D 3 BRONZE', 'A 4']);
  expect(standings.hashes()).not.toEqual(before);
  for (const { unit, seq: said } of protested) feed.void(said, unit);
  standings.take(feed.facts.slice(-2));
  expect(standings.hashes()).toEqual(before);
});
