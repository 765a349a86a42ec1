/** What points, games and sets come to, by rule; who serves; and a draw to its medals. */
import { describe, expect, test } from 'vitest';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { faultsIn } from '../../src/rules/plan.ts';
import { Feed, numbered } from '../../test/fixture-sports/feed.ts';
import { Standings } from '../../test/fixture-sports/standings.ts';
import { type Format, LAST_SETS, SETS } from './formats.ts';
import { LOVE_ALL, pointText, serverOf, type TennisScore, withPoint } from './scoring.ts';
import { tennis } from './tennis.ts';

const rsc = (phase = '', unit = '', event = 'SINGLES', gender = 'M'): Rsc =>
  formatRsc({ discipline: 'TEN', gender, event, phase, unit });
const matchOf = (phase: string, number: number): Rsc => rsc(phase, numbered(number));
const standingsOf = (feed: Feed): Standings => new Standings(feed.facts, [tennis]);

const FORMAT: Format = { toWin: 2, set: SETS.TIE_BREAK, last: LAST_SETS.TIE_BREAK, noAd: false };

/** `AAAB`: who wins the points; `a` and `b` stand for a whole game. */
const after = (points: string, format: Format = FORMAT): TennisScore =>
  [...points.replaceAll('a', 'AAAA').replaceAll('b', 'BBBB')].reduce(
    (score, winner) => withPoint(score, winner === 'A' ? 0 : 1, format),
    LOVE_ALL,
  );

const pointsAfter = (points: string, format: Format = FORMAT): string =>
  [0, 1].map((side) => pointText(after(points, format), side as 0 | 1, format.noAd)).join('-');

const setsAfter = (points: string, format: Format = FORMAT): string =>
  after(points, format)
    .sets.map(({ games, tieBreak }) => games.join('-') + (tieBreak === null ? '' : `(${tieBreak.join('-')})`))
    .join(' ');

const SIX_ALL = 'ab'.repeat(6);

describe('Rule 5: a game', () => {
  test.each([
    ['', '0-0'],
    ['AAB', '30-15'],
    ['AAABBB', '40-40'],
    ['AAABBBA', 'AD-40'],
    ['AAABBBAB', '40-40'],
    ['AAABBBABB', '40-AD'],
    ['AAABBBABBB', '0-0'],
  ])('%s is %s', (points, expected) => expect(pointsAfter(points)).toBe(expected));

  test('without advantage the point after deuce decides', () => {
    const noAd = { ...FORMAT, noAd: true };
    expect(pointsAfter('AAABBB', noAd)).toBe('40-40');
    expect(setsAfter('AAABBBA', noAd)).toBe('1-0');
  });
});

describe('Rule 6: a set', () => {
  test.each([
    ['six games, by two', 'aaaaaa', '6-0', FORMAT],
    ['seven-five', `${'ab'.repeat(5)}aa`, '7-5', FORMAT],
    ['seven points of a tie-break', `${SIX_ALL}AAAAAAA`, '7-6(7-0)', FORMAT],
    ['by two: 6-6 goes on', `${SIX_ALL}${'AB'.repeat(6)}A`, '6-6(7-6)', FORMAT],
    ['eight-six', `${SIX_ALL}${'AB'.repeat(6)}AA`, '7-6(8-6)', FORMAT],
    ['four games in a short set', 'aaaa', '4-0', { ...FORMAT, set: SETS.SHORT }],
    ['a short set at four all', `${'ab'.repeat(4)}AAAAAAA`, '5-4(7-0)', { ...FORMAT, set: SETS.SHORT }],
  ])('%s', (_how, points, expected, format) => expect(setsAfter(points, format)).toBe(expected));
});

describe('the last set', () => {
  const oneAll = 'aaaaaabbbbbb';
  const last = (kind: keyof typeof LAST_SETS): Format => ({ ...FORMAT, last: LAST_SETS[kind] });

  test.each([
    ['TIE_BREAK', `${SIX_ALL}AAAAAAA`, '7-6(7-0)', 0],
    ['TIE_BREAK_10', `${SIX_ALL}AAAAAAA`, '6-6(7-0)', null],
    ['TIE_BREAK_10', `${SIX_ALL}AAAAAAAAAA`, '7-6(10-0)', 0],
    ['ADVANTAGE', `${'ab'.repeat(8)}a`, '9-8', null],
    ['ADVANTAGE', `${'ab'.repeat(8)}aa`, '10-8', 0],
    ['TIE_BREAK_AT_12', `${'ab'.repeat(12)}BBBBBBB`, '12-13(0-7)', 1],
    ['MATCH_TIE_BREAK_10', 'BBBBBBBBBB', '0-10', 1],
    ['MATCH_TIE_BREAK_10', `${'AB'.repeat(9)}A`, '10-9', null],
    ['MATCH_TIE_BREAK_7', `${'AB'.repeat(6)}AA`, '8-6', 0],
  ] as const)('%s %s', (kind, points, expected, winner) => {
    const score = after(oneAll + points, last(kind));
    expect(setsAfter(oneAll + points, last(kind))).toBe(`6-0 0-6 ${expected}`);
    expect(score.wonBy).toBe(winner);
  });

  test('nothing counts after the last point', () => {
    expect(setsAfter('aaaaaaaaaaaaAAAA')).toBe('6-0 6-0');
  });
});

test('Rule 14: who serves changes with each game, in a tie-break after the first point and then every two', () => {
  const serving = (points: string): string => 'AB'[serverOf(after(points), 0)]!;
  expect([...'abab'].map((_game, index) => serving('abab'.slice(0, index))).join('')).toBe('ABAB');
  const tieBreak = Array.from({ length: 8 }, (_point, index) =>
    serving(SIX_ALL + 'AB'.repeat(4).slice(0, index)),
  );
  expect(tieBreak.join('')).toBe('ABBAABBA');
  // Who served the first point of the tie-break receives in the first game of the next set.
  expect(serving(`${SIX_ALL}AAAAAAA`)).toBe('B');
});

describe('now', () => {
  const unit = rsc('QFNL', numbered(1), 'DOUBLES', 'W');

  function pairs(): Feed {
    const feed = new Feed();
    const entries = ['ITA', 'CZE'].map((code, index) => ({
      competitor: {
        code,
        kind: 'PAIR',
        organisation: code,
        name: { team: code },
        members: [1, 2].map((number) => ({
          code: `${code}-${number}`,
          kind: 'ATHLETE',
          organisation: code,
          name: { family: `${code}${number}` },
        })),
      },
      startOrder: index + 1,
    }));
    feed.say(unit, { startList: { entries } });
    return feed;
  }

  test('set, games, points, who serves and who serves next; partners take turns', () => {
    const feed = pairs();
    let id = 0;
    const say = (kind: string, competitor: string, more: object = {}): void => {
      feed.say(unit, { action: { id: String(id), kind, competitor, period: 'S1', ...more } });
      id += 1;
    };
    say('SERVE', 'CZE', { athlete: 'CZE-2' });
    say('PS1', 'CZE');
    const now = () => standingsOf(feed).document('CURRENT', unit).header.now;
    expect(now()).toMatchObject({
      period: 'S1',
      serving: 'CZE-2',
      servesNext: 'ITA-1',
      games: [
        { competitor: 'ITA', score: '0' },
        { competitor: 'CZE', score: '0' },
      ],
      points: [
        { competitor: 'ITA', score: '0' },
        { competitor: 'CZE', score: '15' },
      ],
    });
    const served: (string | undefined)[] = [];
    for (const winner of ['CZE', 'ITA', 'CZE', 'ITA']) {
      for (let point = 0; point < 4; point += 1) if (served.length > 0 || point < 3) say('PT', winner);
      served.push(now()?.serving);
    }
    expect(served).toEqual(['ITA-1', 'CZE-1', 'ITA-2', 'CZE-2']);
  });

  test('a point that is taken back changes everything after it', () => {
    const feed = new Feed();
    const single = matchOf('R32', 1);
    feed.startList(single, ['A', 'B'], 'ATHLETE');
    const seqs = Array.from({ length: 5 }, (_none, index) =>
      feed.say(single, { action: { id: String(index + 1), kind: 'PT', competitor: 'A', period: 'S1' } }),
    );
    const standings = standingsOf(feed);
    const scores = (): string[] =>
      standings
        .document('PLAY_BY_PLAY', single)
        .rows.map(({ action }) => action!.scores.map(({ score }) => score).join(' | '));
    const before = scores();
    expect(before).toEqual([
      '0 0 15 | 0 0 0',
      '0 0 30 | 0 0 0',
      '0 0 40 | 0 0 0',
      '0 1 0 | 0 0 0',
      '0 1 15 | 0 0 0',
    ]);
    const hashes = standings.hashes();
    const wrong = feed.say(single, { action: { id: '2', kind: 'PT', competitor: 'B', period: 'S1' } });
    standings.take(feed.facts.slice(-1));
    expect(scores().at(-1)).toBe('0 1 0 | 0 0 0');
    feed.void(wrong, single);
    standings.take(feed.facts.slice(-1));
    expect(scores()).toEqual(before);
    expect(standings.hashes()).toEqual(hashes);
    expect(seqs).toHaveLength(5);
  });
});

/** `6-4 3-6 [10-8]`, `RET` behind it for who retired. */
function play(
  feed: Feed,
  unit: Rsc,
  sides: readonly [string, string],
  sets: string,
  out?: readonly [string, string],
): void {
  for (const [index, set] of sets.split(' ').filter(Boolean).entries()) {
    const [games = '', tieBreak] = set.split('(');
    for (const [side, value] of games.split('-').entries())
      feed.say(unit, { periodScore: { competitor: sides[side]!, period: `S${index + 1}`, value } });
    for (const [side, value] of (tieBreak?.replace(')', '').split('-') ?? []).entries())
      feed.say(unit, { periodScore: { competitor: sides[side]!, period: `S${index + 1}-TB`, value } });
  }
  if (out !== undefined) feed.say(unit, { irm: { competitor: out[0], code: out[1] } });
  feed.say(unit, { status: { result: 'OFFICIAL' } });
}

describe('a match from set scores', () => {
  const decided = (sets: string, out?: readonly [string, string], setup?: object): string[] => {
    const feed = new Feed();
    const unit = matchOf('R32', 1);
    if (setup !== undefined) feed.say(unit, { setup });
    feed.startList(unit, ['A', 'B'], 'ATHLETE');
    play(feed, unit, ['A', 'B'], sets, out);
    const { rows } = standingsOf(feed).document('RESULT', unit);
    return [...rows].map(({ mark }) => [mark!.result, mark!.wlt, mark!.details.match?.decision].join(' '));
  };

  test.each([
    ['two of three', '6-4 3-6 7-6(7-5)', undefined, undefined, ['2 W SETS', '1 L SETS']],
    ['three of five', '6-4 6-4', undefined, { options: { bestOf: 5 } }, ['2 T ', '0 T ']],
    ['retired: the score stays', '6-4 0-3', ['A', 'RET'], undefined, ['1 L RET', '0 W RET']],
    ['a walkover has no score', '', ['B', 'WO'], undefined, ['0 W WO', '0 L WO']],
    ['default', '6-4', ['A', 'DEF'], undefined, ['1 L DEF', '0 W DEF']],
    ['nobody has won who leads', '6-4', undefined, undefined, ['1 T ', '0 T ']],
    ['a set that nobody has won yet', '6-4 6-5', undefined, undefined, ['1 T ', '0 T ']],
    [
      'a match tie-break',
      '6-4 4-6 10-8',
      undefined,
      { options: { lastSet: 'MATCH_TIE_BREAK_10' } },
      ['2 W SETS', '1 L SETS'],
    ],
  ] as const)('%s', (_how, sets, out, setup, expected) =>
    expect(decided(sets, out, setup)).toEqual(expected),
  );

  test('games of sets and points of tie-breaks are told', () => {
    const feed = new Feed();
    const unit = matchOf('R32', 1);
    feed.startList(unit, ['A', 'B'], 'ATHLETE');
    play(feed, unit, ['A', 'B'], '7-6(9-7) 6-3');
    const { mark } = [...standingsOf(feed).document('RESULT', unit).rows][0]!;
    expect(mark!.details.match!.periods).toEqual([
      { period: 'S1', score: '7' },
      { period: 'S1-TB', score: '9' },
      { period: 'S2', score: '6' },
    ]);
  });
});

describe('what cannot be is held, and what nobody knows is refused', () => {
  const unit = matchOf('R32', 1);

  test.each([
    ['UNKNOWN_PERIOD', { periodScore: { competitor: 'A', period: 'H1', value: '1' } }],
    ['IMPOSSIBLE_SCORE', { periodScore: { competitor: 'A', period: 'S1', value: '-1' } }],
    ['IMPOSSIBLE_SCORE', { periodScore: { competitor: 'A', period: 'S1', value: '100' } }],
    ['UNKNOWN_ACTION', { action: { id: '1', kind: 'GOAL', competitor: 'A' } }],
    ['UNORDERED_ACTION', { action: { id: 'x', kind: 'PT', competitor: 'A' } }],
    ['UNKNOWN_IRM', { irm: { competitor: 'A', code: 'DNF' } }],
  ])('%s', (code, said) => {
    const feed = new Feed();
    feed.startList(unit, ['A', 'B'], 'ATHLETE');
    feed.say(unit, said);
    expect(standingsOf(feed).held).toEqual([code]);
  });

  test('MATCH_IS_OVER: a point after the last one', () => {
    const feed = new Feed();
    feed.say(unit, { setup: { options: { bestOf: 1, set: 'SHORT', lastSet: 'SHORT' } } });
    feed.startList(unit, ['A', 'B'], 'ATHLETE');
    for (let point = 1; point <= 17; point += 1)
      feed.say(unit, { action: { id: String(point), kind: 'PT', competitor: 'A', period: 'S1' } });
    const standings = standingsOf(feed);
    expect(standings.held).toEqual(['MATCH_IS_OVER']);
    expect(standings.document('PLAY_BY_PLAY', unit).rows.length).toBe(16);
  });

  test.each([{ bestOf: 4 }, { lastSet: 'GOLDEN' }, { sets: 3 }])('%o', (options) => {
    const feed = new Feed();
    feed.say(unit, { setup: { options } });
    expect(standingsOf(feed).refused).toHaveLength(1);
  });
});

describe('a draw', () => {
  test.each([4, 5, 8, 33, 64, 128])('of %i positions holds together', (positions) => {
    const entries = Array.from({ length: positions }, (_none, index) => ({
      competitor: { code: `P${index}`, kind: 'ATHLETE' as const, organisation: 'XXX', name: {} },
      startOrder: index + 1,
    }));
    expect(faultsIn(tennis.plan({ event: rsc(), setup: {}, entries })!)).toEqual([]);
  });

  function draw(): Feed {
    const feed = new Feed();
    feed.startList(rsc(), ['P1', '', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'], 'ATHLETE');
    play(feed, matchOf('QFNL', 2), ['P3', 'P4'], '6-4 6-4');
    play(feed, matchOf('QFNL', 3), ['P5', 'P6'], '', ['P6', 'WO']);
    play(feed, matchOf('QFNL', 4), ['P7', 'P8'], '6-4 2-3', ['P7', 'RET']);
    play(feed, matchOf('SFNL', 1), ['P1', 'P3'], '6-0 6-0');
    play(feed, matchOf('SFNL', 2), ['P5', 'P8'], '6-0 0-6 6-7(5-7)');
    play(feed, matchOf('FNL', 2), ['P3', 'P5'], '6-3 6-3');
    play(feed, matchOf('FNL', 1), ['P1', 'P8'], '6-3 3-6 6-3');
    return feed;
  }

  test('byes, walkovers and retirements lead on; a bronze match; equal places for who lost in one round', () => {
    const standings = standingsOf(draw());
    expect(standings.refused).toEqual([]);
    expect(standings.bracket(rsc())).toEqual([
      'QFNL1: P1 | bye',
      'QFNL2: P3 2 | P4 0 -> P3 (SETS)',
      'QFNL3: P5 0 | P6 0 -> P5 (WO)',
      'QFNL4: P7 1 | P8 0 -> P8 (RET)',
      'SFNL1: P1 2 | P3 0 -> P1 (SETS)',
      'SFNL2: P5 1 | P8 2 -> P8 (SETS)',
      'FNL2: P3 2 | P5 0 -> P3 (SETS)',
      'FNL1: P1 2 | P8 1 -> P1 (SETS)',
    ]);
    const places = standings.lines('RANKING', rsc()).map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(places).toEqual(['P1 1', 'P8 2', 'P3 3', 'P5 4', 'P4 5=', 'P6 5=', 'P7 5=']);
    for (const type of ['RANKING', 'BRACKETS'] as const)
      expect(standings.document(type, rsc()).header.status).toBe('OFFICIAL');
  });

  test('a first round that is corrected re-flows to the medals, and undoing it restores every hash', () => {
    const feed = draw();
    const standings = standingsOf(feed);
    const before = standings.hashes();
    const first = feed.say(matchOf('QFNL', 2), {
      periodScore: { competitor: 'P3', period: 'S1', value: '3' },
    });
    const second = feed.say(matchOf('QFNL', 2), {
      periodScore: { competitor: 'P4', period: 'S1', value: '6' },
    });
    const third = feed.say(matchOf('QFNL', 2), {
      periodScore: { competitor: 'P4', period: 'S2', value: '8' },
    });
    standings.take(feed.facts.slice(-3));
    expect(standings.bracket(rsc())[4]).toMatch(/^SFNL1: P1 2 \| P4/);
    expect(standings.hashes()).not.toEqual(before);
    for (const seq of [first, second, third]) feed.void(seq, matchOf('QFNL', 2));
    standings.take(feed.facts.slice(-3));
    expect(standings.hashes()).toEqual(before);
  });
});
