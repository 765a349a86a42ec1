/** A tournament from its groups to the medals: the knock-out fills itself, and a corrected match re-flows all that hangs on it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRejection } from '../../src/ingest/rejection.ts';
import { isOfType } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { numbered } from '../../test/fixture-sports/feed.ts';
import { Standings } from '../../test/fixture-sports/standings.ts';
import { football } from './football.ts';

const rsc = (phase = '', unit = ''): Rsc =>
  formatRsc({ discipline: 'FBL', gender: 'W', event: 'TEAM11', phase, unit });

/** All facts of a case, and what a venue says after them. */
class Told {
  readonly facts: Fact[] = [];

  constructor(name: string) {
    const feed = readFileSync(new URL(`cases/${name}/feed.ndjson`, import.meta.url), 'utf8');
    for (const line of feed.trimEnd().split('\n')) this.#take(line);
  }

  say(unit: Rsc, said: object): number {
    const seq = this.facts.length + 1;
    this.#take(JSON.stringify({ source: 'T1', seq, unit, ...said }));
    return seq;
  }

  #take(line: string): void {
    const fact = factOfLine(Buffer.from(line), this.facts.length + 1);
    if (isRejection(fact)) throw new Error(`${line}: ${fact.code}`);
    this.facts.push(fact);
  }
}

const wholeTournament = (): Told => new Told('best-third-placed');
const standingsOf = ({ facts }: Told): Standings => new Standings(facts, [football]);

test('groups, best thirds and the table of combinations make the knock-out, up to the medals', () => {
  const standings = standingsOf(wholeTournament());
  expect(standings.refused).toEqual([]);
  expect(standings.lines('POOL_STANDING', rsc('THRD'))).toEqual(['A3 1 3 q', 'B3 2 3 q', 'C3 3 1']);
  expect(standings.bracket(rsc())).toEqual([
    'QFNL1: A1 2 | B3 1 -> A1 (FT)',
    'QFNL2: C1 1 | A3 0 -> C1 (AET)',
    'QFNL3: B1 1 | C2 1 -> C2 (PSO)',
    'QFNL4: A2 0 | B2 1 -> B2 (FT)',
    'SFNL1: A1 2 | C1 1 -> A1 (FT)',
    'SFNL2: C2 0 | B2 3 -> B2 (FT)',
    'FNL2: C1 1 | C2 0 -> C1 (FT)',
    'FNL1: A1 2 | B2 1 -> A1 (AET)',
  ]);
});

test('a side that hangs on the best thirds says so while nobody stands there', () => {
  const { facts } = wholeTournament();
  const standings = new Standings(facts.slice(0, 4), [football]);
  const document = standings.document('BRACKETS', rsc());
  if (!isOfType(document, 'BRACKETS')) throw new Error('no bracket');
  expect(document.rows.at(0)!.sides.sides).toEqual([
    { from: { unit: rsc('GPA'), outcome: 'RANK', rank: 1 } },
    { from: { unit: rsc('THRD'), outcome: 'ONE_OF' } },
  ]);
});

test('final places: medals, then who lost equally far by all matches, then the groups', () => {
  const standings = standingsOf(wholeTournament());
  const places = standings.lines('RANKING', rsc()).map((line) => line.split(' ').slice(0, 2).join(' '));
  expect(places).toEqual([
    'A1 1',
    'B2 2',
    'C1 3',
    'C2 4',
    'B1 5',
    'A2 6',
    'A3 7',
    'B3 8',
    'C3 9',
    'C4 10',
    'B4 11',
    'A4 12',
  ]);
  expect(standings.document('RANKING', rsc()).header.status).toBe('OFFICIAL');
  expect(standings.lines('MEDALLISTS', rsc())).toHaveLength(3);
});

describe('a correction of an early match', () => {
  test('re-flows tables, thirds, bracket and medals, and undoing it restores every hash', () => {
    const told = wholeTournament();
    const standings = standingsOf(told);
    const before = standings.hashes();
    const wrong = told.say(rsc('GPA', numbered(1)), {
      periodScore: { competitor: 'A2', period: 'TOT', value: '9' },
    });
    standings.take(told.facts.slice(-1));
    expect(standings.lines('POOL_STANDING', rsc('GPA'))[0]).toBe('A2 1 9 Q');
    // Others stand in the quarter-finals now, and a match of others decides nothing.
    expect(standings.bracket(rsc())[0]).toBe('QFNL1: A2 0 | B3 1');
    expect(standings.bracket(rsc()).at(-1)).not.toMatch(/A1 2/);
    expect(standings.hashes()).not.toEqual(before);
    told.say(rsc('GPA', numbered(1)), { void: { seq: wrong } });
    standings.take(told.facts.slice(-1));
    expect(standings.hashes()).toEqual(before);
  });

  test('a group that is open again takes its teams out of the knock-out', () => {
    const told = wholeTournament();
    const standings = standingsOf(told);
    const before = standings.hashes();
    const live = told.say(rsc('GPC', numbered(6)), { status: { result: 'LIVE' } });
    standings.take(told.facts.slice(-1));
    expect(
      standings
        .bracket(rsc())
        .slice(0, 3)
        .map((line) => line.replaceAll(/ \d/g, '')),
    ).toEqual(['QFNL1: A1 | ?', 'QFNL2: ? | ?', 'QFNL3: B1 | ?']);
    told.say(rsc('GPC', numbered(6)), { void: { seq: live } });
    standings.take(told.facts.slice(-1));
    expect(standings.hashes()).toEqual(before);
  });
});

test('who comes third is nobody while the thirds are level at the last place: a lot is a fact', () => {
  const told = wholeTournament();
  // C3 wins its last match as high as B3 did: two thirds are level for one place.
  told.say(rsc('GPC', numbered(2)), { periodScore: { competitor: 'C3', period: 'TOT', value: '2' } });
  told.say(rsc('GPC', numbered(3)), { periodScore: { competitor: 'C1', period: 'TOT', value: '3' } });
  told.say(rsc('GPC', numbered(6)), { periodScore: { competitor: 'C3', period: 'TOT', value: '0' } });
  told.say(rsc('GPC', numbered(6)), { periodScore: { competitor: 'C2', period: 'TOT', value: '2' } });
  const standings = standingsOf(told);
  const level = standings.lines('POOL_STANDING', rsc('THRD'));
  expect(level[0]).toBe('A3 1 3 q');
  told.say(rsc('THRD'), { order: { id: 'THIRDS', why: 'LOT', competitors: ['C3', 'B3'] } });
  standings.take(told.facts.slice(-1));
  expect(standings.bracket(rsc())[0]).toMatch(/^QFNL1: A1/);
});

test('a match that was tied is played again: the replay stands for it in the next round', () => {
  const standings = standingsOf(new Told('replay-after-a-tie'));
  const men = formatRsc({ discipline: 'FBL', gender: 'M', event: 'TEAM11' });
  expect(standings.bracket(men).map((line) => line.split(' -> ')[0])).toEqual([
    'SFNL1: ITA 1 | ESP 0',
    'SFNL2: AUT 2 | HUN 1',
    'FNL2: ESP | HUN',
    'FNL1: ITA | AUT',
  ]);
});
