/** What matches, groups and tournaments come to, by clause. */
import { describe, expect, test } from 'vitest';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { faultsIn } from '../../src/rules/plan.ts';
import { Feed, numbered } from '../../test/fixture-sports/feed.ts';
import { Standings } from '../../test/fixture-sports/standings.ts';
import { fifaConduct, uefaConduct } from './cards.ts';
import { EDITIONS } from './editions.ts';
import { football } from './football.ts';
import { FORMATS } from './formats.ts';
import { clockText } from './periods.ts';
import { THIRDS_TABLES } from './thirds.ts';

const rsc = (phase = '', unit = '', gender = 'M'): Rsc =>
  formatRsc({ discipline: 'FBL', gender, event: 'TEAM11', phase, unit });
const matchOf = (phase: string, number: number): Rsc => rsc(phase, numbered(number));
const MATCH = matchOf('GPA', 1);
const ONE_MINUTE = 60_000_000;

const standingsOf = (feed: Feed): Standings => new Standings(feed.facts, [football]);

/** `H1:1 ET-H1:0` for each side, or an IRM. */
function play(
  feed: Feed,
  unit: Rsc,
  sides: readonly [string, string],
  said: readonly [string, string],
  listed = true,
): void {
  if (listed) feed.startList(unit, sides);
  for (const [index, competitor] of sides.entries())
    for (const part of said[index]!.split(' ')) {
      const [period = '', value] = part.includes(':') ? part.split(':') : ['TOT', part];
      if (/^[A-Z]+$/.test(value ?? '')) feed.say(unit, { irm: { competitor, code: value } });
      else feed.say(unit, { periodScore: { competitor, period, value } });
    }
  feed.say(unit, { status: { result: 'OFFICIAL' } });
}

/** `score won decision` of both sides. */
function decided(home: string, away: string): string[] {
  const feed = new Feed();
  play(feed, MATCH, ['A', 'B'], [home, away]);
  const { rows } = standingsOf(feed).document('RESULT', MATCH);
  return [...rows].map(({ mark }) => [mark!.result, mark!.wlt, mark!.details.match?.decision].join(' '));
}

describe('a match is won', () => {
  test.each([
    ['in regular time', 'H1:1 H2:1', 'H1:0 H2:1', ['2 W FT', '1 L FT']],
    ['after extra time', 'H2:1 ET-H2:1', 'H2:1 ET-H1:0', ['2 W AET', '1 L AET']],
    [
      'by kicks from the penalty mark, which are no goals',
      'H1:1 PSO:4',
      'H2:1 PSO:3',
      ['1 W PSO', '1 L PSO'],
    ],
    ['by nobody: a tie', 'H1:1', 'H2:1', ['1 T ', '1 T ']],
    ['0-3 by who does not come', 'DNS', '0', ['0 L DNS', '3 W DNS']],
    ['0-3 by who leaves the field, whatever the score was', '2', '0 ABD', ['3 W ABD', '0 L ABD']],
    ['as it stood where that was more', '5', '1 DSQ', ['5 W DSQ', '1 L DSQ']],
    ['by nobody: both are out', 'DNS', 'DNS', ['0 L DNS', '0 L DNS']],
  ])('%s', (_how, home, away, expected) => expect(decided(home, away)).toEqual(expected));

  test('from goals alone, where a venue sends no scores; an own goal is one for the other side', () => {
    const feed = new Feed();
    feed.startList(MATCH, ['A', 'B']);
    const action = (id: number, kind: string, competitor: string, more: object = {}): number =>
      feed.say(MATCH, { action: { id: String(id), kind, competitor, period: 'H1', ...more } });
    action(1, 'SHOT', 'A', { detail: 'GOAL', clock: '12:40' });
    action(2, 'PTY', 'B', { detail: 'SAVED' });
    action(3, 'OG', 'A', { clock: '45+2' });
    action(10, 'PTY', 'B', { detail: 'GOAL', period: 'H2' });
    const standings = standingsOf(feed);
    expect(standings.lines('RESULT', MATCH)).toEqual(['A - 1', 'B - 2']);
    const { rows } = standings.document('PLAY_BY_PLAY', MATCH);
    expect(
      rows.map(({ key, action: told }) => `${key} ${told!.scores.map(({ score }) => score).join('-')}`),
    ).toEqual(['1 1-0', '2 ', '3 1-1', '10 1-2']);
  });

  test('a shoot-out is told kick by kick beside the score', () => {
    const feed = new Feed();
    feed.startList(MATCH, ['A', 'B']);
    for (const [index, [competitor, detail]] of [
      ['A', 'GOAL'],
      ['B', 'SAVED'],
      ['A', 'GOAL'],
    ].entries())
      feed.say(MATCH, {
        action: { id: String(index + 1), kind: 'PTY', competitor, period: 'PSO', detail },
      });
    feed.say(MATCH, { status: { result: 'OFFICIAL' } });
    const standings = standingsOf(feed);
    expect(standings.lines('RESULT', MATCH)).toEqual(['A - 0 W', 'B - 0 L']);
    const { rows } = standings.document('PLAY_BY_PLAY', MATCH);
    expect(rows.at(2)!.action!.scores.map(({ score }) => score)).toEqual(['2', '0']);
  });
});

describe('now', () => {
  test('the clock is shown in minutes, and added time after the end of the half', () => {
    expect(clockText({ period: 'H2', time: 67.2 * ONE_MINUTE, running: true })).toBe('67:12');
    expect(clockText({ period: 'H1', time: 45 * ONE_MINUTE, running: true })).toBe('45:00');
    expect(clockText({ period: 'H2', time: 93.2 * ONE_MINUTE, running: true })).toBe('90:00 +3:12');
  });

  test('a clock that ticks makes a version of CURRENT and of nothing else', () => {
    const feed = new Feed();
    feed.startList(MATCH, ['A', 'B']);
    feed.say(MATCH, { clock: { period: 'H1', time: '60', running: true } });
    feed.say(MATCH, { periodScore: { competitor: 'A', period: 'H1', value: '1' } });
    const standings = standingsOf(feed);
    expect(standings.document('CURRENT', MATCH).header.now).toMatchObject({
      period: 'H1',
      clock: '1:00',
      scores: [
        { competitor: 'A', score: '1' },
        { competitor: 'B', score: '0' },
      ],
    });
    feed.say(MATCH, { clock: { period: 'H1', time: '61', running: true } });
    const versions = standings.take(feed.facts.slice(-1));
    expect(versions.map(({ document }) => document.header.type)).toEqual(['CURRENT']);
  });
});

describe('what cannot be is held', () => {
  test.each([
    ['UNKNOWN_PERIOD', { periodScore: { competitor: 'A', period: 'Q1', value: '1' } }],
    ['IMPOSSIBLE_SCORE', { periodScore: { competitor: 'A', period: 'H1', value: '1.5' } }],
    ['IMPOSSIBLE_SCORE', { periodScore: { competitor: 'A', period: 'H1', value: '41' } }],
    ['UNKNOWN_ACTION', { action: { id: '1', kind: 'DUNK', competitor: 'A' } }],
    ['UNKNOWN_OUTCOME', { action: { id: '1', kind: 'SHOT', competitor: 'A', detail: 'TOR' } }],
    ['IMPOSSIBLE_CLOCK', { clock: { period: 'H2', time: '60', running: true } }],
    ['UNKNOWN_IRM', { irm: { competitor: 'A', code: 'DNF' } }],
  ])('%s', (code, said) => {
    const feed = new Feed();
    feed.startList(MATCH, ['A', 'B']);
    feed.say(MATCH, said);
    expect(standingsOf(feed).held).toEqual([code]);
  });
});

test('who was sent off does nothing any more, until an operator says otherwise', () => {
  const feed = new Feed();
  feed.startList(MATCH, ['A', 'B']);
  const action = (id: number, kind: string, more: object = {}): number =>
    feed.say(MATCH, { action: { id: String(id), kind, competitor: 'A', athlete: 'A-1', ...more } });
  action(1, 'YC');
  action(2, 'YRC');
  const goal = action(3, 'SHOT', { detail: 'GOAL' });
  const standings = standingsOf(feed);
  expect(standings.held).toEqual(['SENT_OFF']);
  expect(standings.lines('RESULT', MATCH)).toEqual(['A - 0', 'B - 0']);
  const { mark } = [...standings.document('RESULT', MATCH).rows][0]!;
  expect(mark!.details.match!.counts).toEqual([
    { code: 'YC', count: 1 },
    { code: 'YRC', count: 1 },
  ]);
  feed.say(MATCH, { release: { source: 'FIXTURE', epoch: '1', seq: goal, by: 'REFEREE' } });
  standings.take(feed.facts.slice(-1));
  expect(standings.lines('RESULT', MATCH)).toEqual(['A - 1', 'B - 0']);
});

test('a team that is disqualified from the tournament keeps the score of a match that it had played', () => {
  const feed = new Feed();
  play(feed, matchOf('QFNL', 1), ['A', 'B'], ['2', '1']);
  feed.say(rsc(), { irm: { competitor: 'A', code: 'DSQ' } });
  expect(
    standingsOf(feed)
      .lines('RESULT', matchOf('QFNL', 1))
      .map((line) => line.split(' ')[2]),
  ).toEqual(['2', '1']);
});

describe('conduct', () => {
  test.each([
    ['a caution', { yellow: 1, secondYellow: false, red: false }, -1, -1],
    ['two cautions', { yellow: 1, secondYellow: true, red: false }, -3, -3],
    ['sent off', { yellow: 0, secondYellow: false, red: true }, -4, -3],
    ['a caution, and then sent off', { yellow: 1, secondYellow: false, red: true }, -5, -4],
  ])('%s', (_what, cards, fifa, uefa) => {
    expect([fifaConduct({ athlete: '', ...cards }), uefaConduct({ athlete: '', ...cards })]).toEqual([
      fifa,
      uefa,
    ]);
  });
});

/** `A 1-0 B`, in order. */
function group(edition: string, said: readonly string[], more: (feed: Feed) => void = () => {}): string[] {
  const feed = new Feed();
  feed.say(rsc('GPA'), { setup: { rule: `FBL.GROUP@${edition}` } });
  for (const [index, text] of said.entries()) {
    const [home = '', score = '', away = ''] = text.split(' ');
    const [own = '', other = ''] = score.split('-');
    play(
      feed,
      matchOf('GPA', index + 1),
      [home, away],
      [own.replace('/', ' PSO:'), other.replace('/', ' PSO:')],
    );
  }
  more(feed);
  return standingsOf(feed)
    .lines('POOL_STANDING', rsc('GPA'))
    .map((line) => line.split(' ').slice(0, 3).join(' '));
}

describe('editions order the same group in their own way', () => {
  // A and B have six points; A beat B, and B has the better difference.
  const beaten = ['A 1-0 B', 'C 0-9 B', 'D 0-9 B', 'A 1-0 C', 'A 0-1 D', 'C 0-0 D'];

  test.each([
    ['FIFA-2018', 'B'],
    ['FIFA-2026', 'A'],
    ['UEFA-2020', 'A'],
    ['OG-2024', 'B'],
    ['FIFA-1974', 'B'],
  ])('%s: %s is first', (edition, first) =>
    expect(group(edition, beaten)[0]).toMatch(new RegExp(`^${first} 1 `)),
  );

  test('a win is two points until 1990, three from 1994', () => {
    expect(group('FIFA-1986', beaten)[0]).toBe('B 1 4');
    expect(group('FIFA-1994', beaten)[0]).toBe('B 1 6');
  });

  test('goal average and goal difference can say otherwise', () => {
    // The difference is 2 and 1, the average 2 and endless.
    expect(group('FIFA-1970', ['A 4-2 C', 'B 1-0 D'])[0]).toBe('A 1 2');
    expect(group('FIFA-1962', ['A 4-2 C', 'B 1-0 D'])[0]).toBe('B 1 2');
  });

  test('a play-off between the tied is in no table and orders them', () => {
    const said = ['A 1-0 B', 'C 1-0 D', 'A 0-0 C'];
    const table = group('FIFA-1958', said, (feed) =>
      play(feed, rsc('GPA', '0004RR'), ['C', 'A'], ['ET-H1:2', 'ET-H1:1']),
    );
    expect(table.slice(0, 2)).toEqual(['C 1 3', 'A 2 3']);
  });

  test('art. 20: two who meet in their last match and are level in everything decide it by kicks', () => {
    const said = ['A 1-0 C', 'B 1-0 D', 'A 0-0 D', 'B 0-0 C', 'C 0-0 D', 'A 1/3-1/4 B'];
    expect(group('UEFA-2020', said).slice(0, 2)).toEqual(['B 1 5', 'A 2 5']);
  });

  test('the ranking that a venue gives is the last criterion of UEFA', () => {
    const said = ['A 0-0 B', 'C 0-0 D', 'A 0-0 C', 'B 0-0 D', 'A 0-0 D', 'B 0-0 C'];
    const table = group('UEFA-2020', said, (feed) =>
      feed.say(rsc('GPA'), {
        setup: { rule: 'FBL.GROUP@UEFA-2020', options: { ranking: ['D', 'B', 'A', 'C'] } },
      }),
    );
    expect(table.map((line) => line[0])).toEqual(['D', 'B', 'A', 'C']);
  });

  test('who withdraws from the group: all results are as if they had not been', () => {
    const table = group('OG-2024', beaten, (feed) =>
      feed.say(rsc('GPA'), { irm: { competitor: 'D', code: 'WDR' } }),
    );
    expect(table).toEqual(['A 1 6', 'B 2 3', 'C 3 0', 'D WDR 0']);
  });

  test('points taken away are a penalty of the group, and come back when it is withdrawn', () => {
    const feed = new Feed();
    for (const [index, text] of beaten.entries()) {
      const [home = '', score = '', away = ''] = text.split(' ');
      const [own = '', other = ''] = score.split('-') as [string, string];
      play(feed, matchOf('GPA', index + 1), [home, away], [own, other]);
    }
    const standings = standingsOf(feed);
    const before = standings.hashes();
    const penalty = { competitor: 'B', id: '1', kind: 'DEDUCTION', value: '6', measure: 'POINTS' };
    const seq = feed.say(rsc('GPA'), { penalty });
    standings.take(feed.facts.slice(-1));
    expect(standings.lines('POOL_STANDING', rsc('GPA')).at(-1)).toMatch(/^B 4 0/);
    feed.void(seq, rsc('GPA'));
    standings.take(feed.facts.slice(-1));
    expect(standings.hashes()).toEqual(before);
  });
});

describe('a table is trusted only when it is whole', () => {
  test('nobody goes on while a match of the group has not come', () => {
    const five = ['A 1-0 B', 'A 1-0 C', 'A 1-0 D', 'B 1-0 C', 'B 1-0 D'];
    const feed = new Feed();
    for (const [index, text] of five.entries()) {
      const [home = '', , away = ''] = text.split(' ');
      play(feed, matchOf('GPA', index + 1), [home, away], ['1', '0']);
    }
    const standings = standingsOf(feed);
    expect(standings.document('POOL_STANDING', rsc('GPA')).header.status).toBe('INTERMEDIATE');
    expect(standings.lines('POOL_STANDING', rsc('GPA')).join()).not.toContain('Q');
    expect(standings.bracket(rsc())[0]).toBe('QFNL1: ? | ?');
  });
});

describe('formats', () => {
  test.each(Object.keys(FORMATS))('%s holds together', (format) => {
    const entries = Array.from({ length: 16 }, (_none, index) => ({
      competitor: { code: `T${index}`, kind: 'TEAM' as const, organisation: 'XXX', name: {} },
      startOrder: index + 1,
    }));
    const plan = football.plan({ event: rsc(), setup: { options: { format } }, entries })!;
    expect(faultsIn(plan)).toEqual([]);
    expect(plan.places[0]).toMatchObject({ medals: true });
  });

  test.each(Object.entries(THIRDS_TABLES))(
    '%s: nobody meets the third of the own group, and each third is met once',
    (_name, table) => {
      for (const line of table.lines) {
        const [through = '', thirds = ''] = line.split(': ');
        expect([...thirds].sort().join('')).toBe(through);
        for (const [column, winner] of [...table.winners].entries()) expect(thirds[column]).not.toBe(winner);
      }
      expect(new Set(table.lines).size).toBe(table.lines.length);
    },
  );

  test('every edition has a rule for groups, thirds and the whole tournament', () => {
    for (const edition of EDITIONS.keys())
      for (const phase of ['GPA', 'THRD', ''])
        expect(football.partsRule(rsc(phase), { rule: `FBL.GROUP@${edition}` })?.id).toMatch(edition);
    expect(football.partsRule(rsc('GPA'), { rule: 'FBL.GROUP@1066' })).toBeNull();
  });
});
