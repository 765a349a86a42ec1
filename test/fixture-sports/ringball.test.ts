/** Matches, pools, brackets and a repechage, from the first score to the medals. */
import { describe, expect, test } from 'vitest';
import { faultsIn } from '../../src/rules/plan.ts';
import { Feed, numbered, ringballRsc } from './feed.ts';
import { playPools, team, wholeEvent } from './feeds.ts';
import { ringball } from './ringball/ringball.ts';
import { Standings } from './standings.ts';

const EVENT = ringballRsc('TEAM');

test('the plans hold together', () => {
  const entries = Array.from({ length: 13 }, (_none, index) => ({
    competitor: { code: `P${index}`, kind: 'ATHLETE' as const, organisation: 'XXX', name: {} },
    startOrder: index + 1,
  }));
  for (const event of ['TEAM', 'SINGLES', 'DUEL'])
    expect(faultsIn(ringball.plan({ event: ringballRsc(event), setup: {}, entries })!)).toEqual([]);
});

describe('a pool becomes a bracket', () => {
  test('a table is made of decided matches, and who goes on is said when all are', () => {
    const feed = new Feed();
    playPools(feed);
    const standings = new Standings(feed.facts);
    expect(standings.lines('POOL_STANDING', ringballRsc('TEAM', 'GPA'))).toEqual([
      'A1 1 6 Q',
      'A2 2 4 Q',
      'A3 3 2 Q',
      'A4 4 0 Q',
    ]);
    expect(standings.refused).toEqual([]);
  });

  test('slots are empty until their pools are over, and then fill themselves, crosswise', () => {
    const feed = new Feed();
    playPools(feed);
    const last = feed.facts.length - 1;
    const standings = new Standings(feed.facts.slice(0, last));
    expect(standings.bracket(EVENT).slice(0, 2)).toEqual(['QFNL1: A1 | ?', 'QFNL2: ? | A2']);
    standings.take(feed.facts.slice(last));
    expect(standings.bracket(EVENT).slice(0, 4)).toEqual([
      'QFNL1: A1 | B4',
      'QFNL2: B3 | A2',
      'QFNL3: B1 | A4',
      'QFNL4: A3 | B2',
    ]);
    expect(standings.lines('RESULT', team('QFNL', 1))).toEqual(['A1 -', 'B4 -']);
  });

  test('winners and losers go where the plan says, up to the medals', () => {
    const standings = new Standings(wholeEvent().facts);
    expect(standings.bracket(EVENT)).toEqual([
      'QFNL1: A1 3 | B4 0 -> A1 (RINGS)',
      'QFNL2: B3 1 | A2 1 -> A2 (PSO)',
      'QFNL3: B1 2 | A4 1 -> B1 (RINGS)',
      'QFNL4: A3 0 | B2 0 -> A3 (DSQ)',
      'SFNL1: A1 1 | A2 0 -> A1 (RINGS)',
      'SFNL2: B1 4 | A3 2 -> B1 (RINGS)',
      'REP11: B4 2 | B3 0 -> B4 (RINGS)',
      'REP12: A4 0 | B2 1 -> B2 (RINGS)',
      'FNL2: B4 0 | A3 2 -> A3 (RINGS)',
      'FNL3: B2 0 | A2 1 -> A2 (RINGS)',
      'FNL1: A1 2 | B1 3 -> B1 (RINGS)',
    ]);
    expect(standings.lines('RANKING', EVENT)).toEqual([
      'B1 1 3 W GOLD',
      'A1 2 2 L SILVER',
      'A3 3= 2 W BRONZE',
      'A2 3= 1 W BRONZE',
      'B4 5= 0 L',
      'B2 5= 0 L',
      'B3 7= 0 L',
      'A4 7= 0 L',
    ]);
    expect(standings.lines('MEDALLISTS', EVENT)).toHaveLength(4);
    expect(standings.document('MEDALLISTS', EVENT).header.status).toBe('OFFICIAL');
    expect(standings.refused).toEqual([]);
  });

  test('a bronze that is decided is a medal, also while the final is to come', () => {
    const facts = wholeEvent().facts;
    const standings = new Standings(facts.slice(0, facts.length - 3));
    expect(standings.lines('MEDALLISTS', EVENT)).toEqual(['A3 3= 2 W BRONZE', 'A2 3= 1 W BRONZE']);
    expect(standings.document('MEDALLISTS', EVENT).header.status).toBe('INTERMEDIATE');
  });
});

describe('corrections', () => {
  test('an early match that is corrected re-flows everything after it, and undoing that restores every hash', () => {
    const feed = wholeEvent();
    const standings = new Standings(feed.facts);
    const before = standings.hashes();
    // A4 beats A1 after all: the order of the pool, the bracket and all that follows is another one.
    const unit = ringballRsc('TEAM', 'GPA', numbered(3));
    const wrong = feed.say(unit, { periodScore: { competitor: 'A4', period: 'H2', value: '9' } });
    standings.take(feed.facts.slice(-1));
    expect(standings.lines('POOL_STANDING', ringballRsc('TEAM', 'GPA'))[0]).toBe('A1 1 4 Q');
    const swung = new Feed();
    swung.facts.push(...feed.facts);
    const again = swung.say(ringballRsc('TEAM', 'GPA', numbered(1)), {
      periodScore: { competitor: 'A2', period: 'H2', value: '9' },
    });
    standings.take(swung.facts.slice(-1));
    expect(standings.bracket(EVENT)[0]).toMatch(/^QFNL1: A2/);
    expect(standings.hashes()).not.toEqual(before);
    swung.void(again, ringballRsc('TEAM', 'GPA', numbered(1)));
    swung.void(wrong, unit);
    standings.take(swung.facts.slice(-2));
    expect(standings.hashes()).toEqual(before);
  });

  test('one fact makes one version of a document, however many ways lead to it', () => {
    const feed = wholeEvent();
    const standings = new Standings(feed.facts);
    feed.say(team('QFNL', 1), { periodScore: { competitor: 'B4', period: 'H2', value: '5' } });
    const versions = standings.take(feed.facts.slice(-1));
    const channels = versions.map(({ document: { header } }) => `${header.type} ${header.unit}`);
    expect(new Set(channels).size).toBe(channels.length);
    expect(standings.bracket(EVENT).slice(4, 5)).toEqual(['SFNL1: B4 0 | A2 0']);
  });

  test("the venue's start list replaces what the plan proposes", () => {
    const feed = wholeEvent();
    feed.startList(team('SFNL', 1), ['A1', 'B3']);
    feed.result(team('SFNL', 1), ['A1', 'B3'], '0-2');
    const standings = new Standings(feed.facts);
    expect(standings.bracket(EVENT)[4]).toBe('SFNL1: A1 0 | B3 2 -> B3 (RINGS)');
    expect(standings.bracket(EVENT).at(-1)).toMatch(/^FNL1: B3/);
  });

  test('a match that is cancelled decides nothing, and what hangs on it is open again', () => {
    const feed = wholeEvent();
    feed.say(team('SFNL', 2), { schedule: { status: 'CANCELLED' } });
    const standings = new Standings(feed.facts);
    expect(standings.bracket(EVENT).at(-1)).toMatch(/^FNL1: A1( \d)? \| \?/);
  });
});

describe('a draw with byes', () => {
  const single = (phase: string, number: number): string => ringballRsc('SINGLES', phase, numbered(number));

  test('who has nobody to meet goes on without a match', () => {
    const feed = new Feed();
    feed.startList(ringballRsc('SINGLES'), ['P1', '', 'P3', 'P4', 'P5', 'P6', '', 'P8'], 'ATHLETE');
    const standings = new Standings(feed.facts);
    expect(standings.bracket(ringballRsc('SINGLES'))).toEqual([
      'QFNL1: P1 | bye',
      'QFNL2: P3 | P4',
      'QFNL3: P5 | P6',
      'QFNL4: bye | P8',
      'SFNL1: P1 | ?',
      'SFNL2: ? | P8',
      'FNL1: ? | ?',
    ]);
    feed.result(single('QFNL', 2), ['P3', 'P4'], '1-0');
    feed.result(single('QFNL', 3), ['P5', 'P6'], 'DSQ-DNS');
    const later = new Standings(feed.facts);
    expect(later.bracket(ringballRsc('SINGLES')).slice(4)).toEqual([
      'SFNL1: P1 | P3',
      'SFNL2: bye | P8',
      'FNL1: ? | P8',
    ]);
  });

  test('losers of a round share its place, and both semi-final losers a bronze', () => {
    const feed = new Feed();
    feed.startList(ringballRsc('SINGLES'), ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'], 'ATHLETE');
    feed.result(single('QFNL', 1), ['P1', 'P2'], '1-0');
    feed.result(single('QFNL', 2), ['P3', 'P4'], '1-0');
    feed.result(single('QFNL', 3), ['P5', 'P6'], '1-0');
    feed.result(single('QFNL', 4), ['P7', 'P8'], '1-0');
    feed.result(single('SFNL', 1), ['P1', 'P3'], '1-0');
    feed.result(single('SFNL', 2), ['P5', 'P7'], '1-0');
    feed.result(single('FNL', 1), ['P1', 'P5'], '0-1');
    const lines = new Standings(feed.facts).lines('RANKING', ringballRsc('SINGLES'));
    expect(
      lines.map((line) =>
        line
          .split(' ')
          .filter((word) => !/^[\dWL]$/.test(word) || word.length > 1)
          .join(' '),
      ),
    ).toEqual(['P5 GOLD', 'P1 SILVER', 'P3 3= BRONZE', 'P7 3= BRONZE', 'P2 5=', 'P4 5=', 'P6 5=', 'P8 5=']);
  });
});

describe('a unit that holds units', () => {
  test('a duel is won by who wins more of its contests', () => {
    const feed = new Feed();
    feed.startList(ringballRsc('DUEL'), ['T1', 'T2', 'T3', 'T4']);
    for (const [part, score] of ['1-0', '0-2', '3-1'].entries()) {
      const contest = ringballRsc('DUEL', 'SFNL', numbered(1, part + 1));
      feed.startList(contest, [`T1-${part + 1}`, `T2-${part + 1}`], 'ATHLETE');
      feed.result(contest, [`T1-${part + 1}`, `T2-${part + 1}`], score);
    }
    feed.say(ringballRsc('DUEL', 'SFNL', numbered(1)), { status: { result: 'OFFICIAL' } });
    const standings = new Standings(feed.facts);
    expect(standings.lines('RESULT', ringballRsc('DUEL', 'SFNL', numbered(1)))).toEqual([
      'T1 - 2 W',
      'T2 - 1 L',
    ]);
    expect(standings.bracket(ringballRsc('DUEL'))).toEqual([
      'SFNL1: T1 2 | T2 1 -> T1 (CONTESTS)',
      'SFNL2: T3 | T4',
      'FNL2: T2 | ?',
      'FNL1: T1 | ?',
    ]);
  });
});

describe('now, and what has happened', () => {
  const unit = ringballRsc('TEAM', 'GPA', numbered(1));

  function running(): Feed {
    const feed = new Feed();
    feed.startList(unit, ['A1', 'A2']);
    feed.say(unit, { clock: { period: 'H1', time: '75', running: true } });
    feed.say(unit, {
      action: { id: '1', kind: 'RING', competitor: 'A1', athlete: 'A1-2', period: 'H1', clock: '1:15' },
    });
    feed.say(unit, { periodScore: { competitor: 'A1', period: 'H1', value: '1' } });
    return feed;
  }

  test('clock, period and score are a part of their own, and go with the result', () => {
    const feed = running();
    const standings = new Standings(feed.facts);
    const { header, rows } = standings.document('CURRENT', unit);
    expect(header.now).toEqual({
      period: 'H1',
      clock: '1:15',
      running: true,
      scores: [
        { competitor: 'A1', score: '1' },
        { competitor: 'A2', score: '0' },
      ],
    });
    expect(rows.map(({ key }) => key)).toEqual(['A1', 'A2']);
    feed.result(unit, ['A1', 'A2'], '1-0');
    standings.take(feed.facts.slice(-3));
    expect(standings.document('CURRENT', unit).rows.length).toBe(0);
    expect(standings.document('CURRENT', unit).header.now).toBeUndefined();
  });

  test('a clock that ticks makes a version of CURRENT and of nothing else', () => {
    const feed = running();
    const standings = new Standings(feed.facts);
    feed.say(unit, { clock: { period: 'H1', time: '76', running: true } });
    const versions = standings.take(feed.facts.slice(-1));
    expect(versions.map(({ document }) => document.header.type)).toEqual(['CURRENT']);
  });

  test('actions are told in their order, with the score after each', () => {
    const feed = running();
    feed.say(unit, { action: { id: '2', kind: 'FOUL', competitor: 'A2' } });
    feed.say(unit, { action: { id: '3', kind: 'RING', competitor: 'A2' } });
    const { rows } = new Standings(feed.facts).document('PLAY_BY_PLAY', unit);
    expect(
      rows.map(({ key, action }) => [key, action!.kind, action!.scores.map(({ score }) => score).join('-')]),
    ).toEqual([
      ['1', 'RING', '1'],
      ['2', 'FOUL', ''],
      ['3', 'RING', '1-1'],
    ]);
  });
});
