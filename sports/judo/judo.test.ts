/** What a contest, a bracket and a team match come to, by clause. */
import { describe, expect, test } from 'vitest';
import { formatRsc } from '../../src/model/rsc.ts';
import { faultsIn } from '../../src/rules/plan.ts';
import { Feed, numbered } from '../../test/fixture-sports/feed.ts';
import { Standings } from '../../test/fixture-sports/standings.ts';
import { judo } from './judo.ts';

const rsc = (phase = '', unit = '', event = '66KG', gender = 'M'): string =>
  formatRsc({ discipline: 'JUD', gender, event, phase, unit });
const contest = (phase: string, number: number): string => rsc(phase, numbered(number));
const EVENT = rsc();

const standingsOf = (feed: Feed): Standings => new Standings(feed.facts, [judo]);

/** `A WAZ,S,S - B IPP`: calls for white and for blue; `DNS` and `DSQ` are marks. */
function fight(feed: Feed, unit: string, said: string, how: { rule?: string; period?: string } = {}): void {
  if (how.rule !== undefined) feed.say(unit, { setup: { rule: how.rule } });
  for (const [index, side] of said.split(' - ').entries()) {
    const [competitor = '', calls = ''] = side.split(' ');
    for (const [place, kind] of calls.split(',').entries()) {
      if (kind === '') continue;
      if (kind === 'DNS' || kind === 'DSQ') feed.say(unit, { irm: { competitor, code: kind } });
      else {
        const id = `${index}-${place}`;
        feed.say(unit, { action: { id, kind, competitor, period: how.period ?? 'REG' } });
      }
    }
  }
  feed.say(unit, { status: { result: 'OFFICIAL' } });
}

/** `score won decision` of both sides. */
function decided(said: string, rule = 'JUD.CONTEST@2025'): string[] {
  const feed = new Feed();
  const unit = contest('R32', 1);
  feed.startList(unit, ['A', 'B'], 'ATHLETE');
  fight(feed, unit, said, { rule });
  const { rows } = standingsOf(feed).document('RESULT', unit);
  return [...rows].map(({ mark }) => [mark!.result, mark!.wlt, mark!.details.match?.decision].join(' '));
}

describe('a contest is won', () => {
  test.each([
    ['by ippon', 'A IPP - B WAZ', ['100 W IPP', '010 L IPP']],
    ['by two waza-ari, which are an ippon', 'A WAZ,WAZ - B WAZ', ['100 W IPP', '010 L IPP']],
    ['by waza-ari, however many yuko', 'A WAZ - B YUK,YUK,YUK', ['010 W WAZ', '003 L WAZ']],
    ['by yuko', 'A YUK - B S,S', ['001 W YUK', '000 L YUK']],
    ['by three shidos', 'A WAZ,S,S,S - B S', ['010 L PEN', '100 W PEN']],
    ['by hansoku-make', 'A H - B', ['000 L PEN', '100 W PEN']],
    ['by kiken-gachi, an injury or giving up', 'A WAZ,KIK - B', ['010 L KIK', '100 W KIK']],
    ['by fusen-gachi, over who is not there', 'A DNS - B', ['000 L FUS', '100 W FUS']],
    ['by exclusion', 'A WAZ - B DSQ', ['100 W PEN', '000 L PEN']],
    ['by nobody: both get their third shido', 'A S,S,S - B S,S,S', ['100 L PEN', '100 L PEN']],
    ['by nobody: neither is there', 'A DNS - B DNS', ['100 L FUS', '100 L FUS']],
    ['by nobody while nothing separates them', 'A WAZ,S,S - B WAZ', ['010 T ', '010 T ']],
  ])('%s', (_how, said, expected) => expect(decided(said)).toEqual(expected));

  test.each([
    ['2018', 'A WAZ,S,S - B', ['01 W WAZ', '00 L WAZ'], 'shidos do not count against a score'],
    ['2018', 'A S,S - B', ['00 T ', '00 T '], 'nor alone: golden score goes on'],
    ['2013', 'A S,S - B S', ['000 L PEN', '000 W PEN'], 'fewer shidos win'],
    ['2013', 'A S,S,S - B YUK', ['000 L YUK', '001 W YUK'], 'three are not yet hansoku-make'],
    ['2013', 'A S,S,S,S - B', ['000 L PEN', '100 W PEN'], 'four are'],
  ])('by the rules of %s: %s', (year, said, expected) =>
    expect(decided(said, `JUD.CONTEST@${year}`)).toEqual(expected),
  );
});

test('both with a third shido have lost, and the board shows neither of them an ippon of their own', () => {
  const feed = new Feed();
  const unit = contest('R32', 1);
  feed.startList(unit, ['A', 'B'], 'ATHLETE');
  fight(feed, unit, 'A S,S,S - B S,S,S');
  const counts = [...standingsOf(feed).document('RESULT', unit).rows].map(({ mark }) =>
    mark!.details.match!.counts!.map(({ code, count }) => `${code}${count}`).join(' '),
  );
  expect(counts).toEqual(['IPP0 WAZ0 YUK0 S3 H0', 'IPP0 WAZ0 YUK0 S3 H0']);
});

describe('held until somebody lets it through', () => {
  test.each([
    [
      'a yuko where the rules know none',
      { action: { id: '1', kind: 'YUK', competitor: 'A' } },
      'UNKNOWN_ACTION',
    ],
    ['a third waza-ari', { action: { id: '9', kind: 'WAZ', competitor: 'A' } }, 'IMPOSSIBLE_SCORE'],
    [
      'a period that there is not',
      { action: { id: '1', kind: 'S', competitor: 'A', period: 'H1' } },
      'UNKNOWN_PERIOD',
    ],
    [
      'a clock beyond regular time',
      { clock: { period: 'REG', time: '241', running: true } },
      'IMPOSSIBLE_CLOCK',
    ],
  ])('%s', (_what, said, code) => {
    const feed = new Feed();
    const unit = contest('R32', 1);
    feed.startList(unit, ['A', 'B'], 'ATHLETE');
    feed.say(unit, { setup: { rule: 'JUD.CONTEST@2018' } });
    for (const id of ['5', '6']) feed.say(unit, { action: { id, kind: 'WAZ', competitor: 'A' } });
    const standings = standingsOf(feed);
    expect(standings.refused).toEqual([]);
    feed.say(unit, said);
    standings.take(feed.facts.slice(-1));
    expect(standings.held).toEqual([code]);
    expect(standings.document('RESULT', unit).rows.at(0)!.mark!.result).toBe('10');
  });
});

test('clock, period and score are what is happening now', () => {
  const feed = new Feed();
  const unit = contest('SFNL', 1);
  feed.startList(unit, ['A', 'B'], 'ATHLETE');
  feed.say(unit, { action: { id: '1', kind: 'S', competitor: 'B', period: 'REG' } });
  feed.say(unit, { clock: { period: 'GS', time: '75', running: true } });
  const { header } = standingsOf(feed).document('CURRENT', unit);
  expect(header.now).toMatchObject({ period: 'GS', clock: '1:15', running: true, clockRuns: 'UP' });
  expect(header.now!.scores!.map(({ score }) => score)).toEqual(['000', '000']);
});

test('calls are told one by one, each with the board after it', () => {
  const feed = new Feed();
  const unit = contest('SFNL', 1);
  feed.startList(unit, ['A', 'B'], 'ATHLETE');
  fight(feed, unit, 'A S,WAZ - B YUK,S,S,S');
  const rows = [...standingsOf(feed).document('PLAY_BY_PLAY', unit).rows];
  expect(
    rows.map(({ action }) => `${action!.kind} ${action!.scores.map(({ score }) => score).join('-')}`),
  ).toEqual(['S 000-000', 'WAZ 010-000', 'YUK 010-001', 'S 010-001', 'S 010-001', 'S 100-001']);
});

/** Eleven judoka in a draw of sixteen: five have a bye. White wins, unless it says otherwise. */
function drawn(): Feed {
  const feed = new Feed();
  const codes = ['P1', '', 'P3', 'P4', 'P5', '', 'P7', 'P8', 'P9', '', 'P11', '', 'P13', 'P14', 'P15', ''];
  feed.startList(EVENT, codes, 'ATHLETE');
  return feed;
}

function toTheQuarterFinals(feed: Feed): void {
  fight(feed, contest('8FNL', 2), 'P3 IPP - P4');
  fight(feed, contest('8FNL', 4), 'P7 - P8 IPP');
  fight(feed, contest('8FNL', 7), 'P13 WAZ - P14');
}

function toTheEnd(
  feed: Feed,
  quarterFinals = QUARTER_FINALS,
  repechage = 'P3 WAZ - P8',
  bronze = 'P3 S,S,S - P9',
): void {
  toTheQuarterFinals(feed);
  for (const [index, said] of quarterFinals.entries()) fight(feed, contest('QFNL', index + 1), said);
  fight(feed, contest('SFNL', 1), 'P1 IPP - P5');
  fight(feed, contest('SFNL', 2), 'P9 - P13 WAZ', { period: 'GS' });
  fight(feed, contest('REP1', 1), repechage);
  fight(feed, contest('REP1', 2), 'P11 - P15 IPP');
  fight(feed, contest('FNL', 2), bronze);
  fight(feed, contest('FNL', 3), 'P15 WAZ - P5');
  fight(feed, contest('FNL', 1), 'P1 - P13 IPP');
}

const QUARTER_FINALS = ['P1 IPP - P3', 'P5 WAZ - P8', 'P9 IPP - P11', 'P13 YUK - P15'];

const places = (standings: Standings): string[] =>
  standings.lines('RANKING', EVENT).map((line) => {
    const [code, rank, ...rest] = line.split(' ');
    return [code, rank, rest.find((word) => /GOLD|SILVER|BRONZE/.test(word))].filter(Boolean).join(' ');
  });

describe('an event from the draw to the medals', () => {
  test('every event has a plan that holds together', () => {
    const entries = Array.from({ length: 100 }, (_none, index) => ({
      competitor: { code: `P${index}`, kind: 'ATHLETE' as const, organisation: 'XXX', name: {} },
      startOrder: index + 1,
    }));
    for (const [event, gender] of [
      ['66KG', 'M'],
      ['O78KG', 'W'],
      ['TEAM6', 'X'],
    ])
      for (const few of [[], entries.slice(0, 3), entries.slice(0, 33), entries])
        expect(faultsIn(judo.plan({ event: rsc('', '', event, gender), setup: {}, entries: few })!)).toEqual(
          [],
        );
    expect(judo.plan({ event: rsc('', '', '66KG', 'W'), setup: {}, entries: [] })).toBeNull();
  });

  test('byes go on without a contest, and the bracket fills itself from the draw', () => {
    const feed = drawn();
    toTheQuarterFinals(feed);
    expect(standingsOf(feed).bracket(EVENT).slice(8, 12)).toEqual([
      'QFNL1: P1 | P3',
      'QFNL2: P5 | P8',
      'QFNL3: P9 | P11',
      'QFNL4: P13 | P15',
    ]);
  });

  test('quarter-final losers meet again, and the winners meet the semi-final loser of the other half', () => {
    const feed = drawn();
    toTheEnd(feed);
    const standings = standingsOf(feed);
    expect(standings.bracket(EVENT).slice(12)).toEqual([
      'SFNL1: P1 100 | P5 000 -> P1 (IPP)',
      'SFNL2: P9 000 | P13 010 -> P13 (WAZ)',
      'REP11: P3 010 | P8 000 -> P3 (WAZ)',
      'REP12: P11 000 | P15 100 -> P15 (IPP)',
      'FNL2: P3 000 | P9 100 -> P9 (PEN)',
      'FNL3: P15 010 | P5 000 -> P15 (WAZ)',
      'FNL1: P1 000 | P13 100 -> P13 (IPP)',
    ]);
    expect(places(standings)).toEqual([
      'P13 1 GOLD',
      'P1 2 SILVER',
      'P9 3= BRONZE',
      'P15 3= BRONZE',
      'P3 5=',
      'P5 5=',
      'P8 7=',
      'P11 7=',
      'P4 9=',
      'P7 9=',
      'P14 9=',
    ]);
    expect(standings.refused).toEqual([]);
  });

  test('hansoku-make by shidos, giving up and not being there cost the contest and not the repechage', () => {
    for (const loss of ['S,S,S', 'H', 'KIK', 'DNS']) {
      const feed = drawn();
      toTheQuarterFinals(feed);
      fight(feed, contest('QFNL', 1), `P1 - P3 ${loss}`);
      fight(feed, contest('QFNL', 2), 'P5 IPP - P8');
      expect(standingsOf(feed).bracket(EVENT)[14], loss).toBe('REP11: P3 | P8');
    }
  });

  test('who is excluded from the competition is in no repechage, has no place, and the opponent there goes on', () => {
    const feed = drawn();
    toTheEnd(feed, ['P1 - P3 DSQ', ...QUARTER_FINALS.slice(1)], '', 'P8 - P9 IPP');
    const standings = standingsOf(feed);
    expect(standings.bracket(EVENT)[14]).toMatch(/^REP11: bye \| P8/);
    expect(standings.bracket(EVENT)[16]).toMatch(/^FNL2: P8/);
    expect(places(standings).at(-1)).toBe('P3 DSQ');
  });

  test('two who both lose leave nobody to go on: whoever waits has a bye, in the repechage too', () => {
    const feed = drawn();
    toTheQuarterFinals(feed);
    fight(feed, contest('QFNL', 1), 'P1 S,S,S - P3 S,S,S');
    fight(feed, contest('QFNL', 2), 'P5 IPP - P8');
    const bracket = standingsOf(feed).bracket(EVENT);
    expect(bracket[12]).toBe('SFNL1: bye | P5');
    expect(bracket[18]).toMatch(/^FNL1: P5 \|/);
    expect(bracket[14]).toMatch(/^REP11: bye \| P8/);
    expect(bracket[16]).toBe('FNL2: P8 | ?');
  });

  test('they share the places of those who lost in the repechage, and a final without an opponent is won', () => {
    const feed = drawn();
    toTheQuarterFinals(feed);
    for (const [index, said] of ['P1 S,S,S - P3 S,S,S', ...QUARTER_FINALS.slice(1)].entries())
      fight(feed, contest('QFNL', index + 1), said);
    fight(feed, contest('SFNL', 2), 'P9 S,S,S - P13 DSQ');
    fight(feed, contest('REP1', 2), 'P11 - P15 IPP');
    for (const number of [2, 3, 1]) fight(feed, contest('FNL', number), '');
    const standings = standingsOf(feed);
    expect(standings.bracket(EVENT).at(-1)).toBe('FNL1: P5 000 | bye -> P5');
    expect(places(standings)).toEqual([
      'P5 1 GOLD',
      'P8 3= BRONZE',
      'P15 3= BRONZE',
      'P9 5',
      'P11 7=',
      'P1 7=',
      'P3 7=',
      'P4 10=',
      'P7 10=',
      'P14 10=',
      'P13 DSQ',
    ]);
  });
});

describe('corrections', () => {
  test('an early contest that is corrected re-flows everything after it, and undoing that restores every hash', () => {
    const feed = drawn();
    toTheEnd(feed);
    const standings = standingsOf(feed);
    const before = standings.hashes();
    const unit = contest('8FNL', 2);
    const seq = feed.say(unit, { action: { id: '0-1', kind: 'H', competitor: 'P3', period: 'REG' } });
    standings.take(feed.facts.slice(-1));
    expect(standings.bracket(EVENT)[8]).toMatch(/^QFNL1: P1 \d+ \| P4/);
    expect(standings.bracket(EVENT)[14]).toMatch(/^REP11: P4/);
    expect(standings.hashes()).not.toEqual(before);
    feed.void(seq, unit);
    standings.take(feed.facts.slice(-1));
    expect(standings.hashes()).toEqual(before);
  });

  test('a champion who is disqualified afterwards has no place, and what was fought stays as it was fought', () => {
    const feed = drawn();
    toTheEnd(feed);
    const standings = standingsOf(feed);
    const bracket = standings.bracket(EVENT);
    feed.say(EVENT, { irm: { competitor: 'P13', code: 'DSQ' } });
    standings.take(feed.facts.slice(-1));
    expect(standings.bracket(EVENT)).toEqual(bracket);
    expect(places(standings).slice(0, 3)).toEqual(['P1 2 SILVER', 'P9 3= BRONZE', 'P15 3= BRONZE']);
    expect(places(standings)).toContain('P13 DSQ');
  });
});

describe('mixed teams', () => {
  const TEAMS = rsc('', '', 'TEAM6', 'X');
  const teams = (phase: string, number: number, part = 0): string =>
    rsc(phase, numbered(number, part), 'TEAM6', 'X');

  /** `W`, `B` or `-` for each contest of a match: white's, blue's, or nobody's. */
  function match(feed: Feed, unit: readonly [phase: string, number: number], won: string): void {
    for (const [index, winner] of [...won].entries()) {
      const part = teams(...unit, index + 1);
      const [white, blue] = [`T1-${(index % 3) + 1}`, `T2-${(index % 3) + 1}`];
      feed.startList(part, [white, blue], 'ATHLETE');
      fight(
        feed,
        part,
        { W: `${white} IPP - ${blue}`, B: `${white} - ${blue} WAZ` }[winner] ??
          `${white} S,S,S - ${blue} S,S,S`,
      );
    }
    feed.say(teams(...unit), { status: { result: 'OFFICIAL' } });
  }

  test.each([
    ['four contests are enough', 'WWBWW', ['T1 - 4 W', 'T2 - 1 L']],
    ['three each: one more decides', 'WBWBWBB', ['T1 - 3 L', 'T2 - 4 W']],
    ['a contest that both lose is won by nobody', 'W-BBBB', ['T1 - 1 L', 'T2 - 4 W']],
  ])('%s', (_what, won, expected) => {
    const feed = new Feed();
    feed.startList(TEAMS, ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8']);
    match(feed, ['QFNL', 1], won);
    const standings = standingsOf(feed);
    expect(standings.lines('RESULT', teams('QFNL', 1))).toEqual(expected);
    const winner = expected[0]!.endsWith('W') ? 'T1' : 'T2';
    expect(standings.bracket(TEAMS)[4]).toBe(`SFNL1: ${winner} | ?`);
    expect(standings.bracket(TEAMS)[6]).toBe(`REP11: ${winner === 'T1' ? 'T2' : 'T1'} | ?`);
  });
});
