/** A points series: discards, codes with points, and a last race of the best that counts double. */
import { describe, expect, test } from 'vitest';
import { driftboardRsc, numbered } from './feed.ts';
import { race, wholeSeries } from './feeds.ts';
import { Standings } from './standings.ts';

const EVENT = driftboardRsc();
const SERIES = driftboardRsc('PREL');
const LAST = driftboardRsc('FNL', numbered(1));
describe('a series', () => {
  test('places give points, codes give one more than there are boards, and the worst race goes', () => {
    const feed = wholeSeries();
    const end = feed.facts.findIndex(({ unit }) => unit === LAST);
    const standings = new Standings(feed.facts.slice(0, end));
    expect(standings.lines('CUMULATIVE_RESULT', SERIES)).toEqual([
      'D2 1 4',
      'D1 2 4',
      'D3 3 7',
      'D4 4 11',
      'D5 5 14',
      'D6 6 18',
    ]);
    expect(standings.document('CUMULATIVE_RESULT', SERIES).rows.at(1)!.place!.decidedBy?.clause).toBe('D 6');
  });

  test('the best of it are the start list of the last race, until the venue says otherwise', () => {
    const feed = wholeSeries();
    const end = feed.facts.findIndex(({ unit }) => unit === LAST);
    const standings = new Standings(feed.facts.slice(0, end));
    expect(standings.lines('RESULT', LAST)).toEqual(['D2 -', 'D1 -', 'D3 -', 'D4 -', 'D5 -']);
  });

  test('the last race counts double, is not left out, and places its starters before the others', () => {
    const standings = new Standings(wholeSeries().facts);
    expect(standings.lines('RANKING', EVENT)).toEqual([
      'D2 1 8 GOLD',
      'D3 2 9 SILVER',
      'D1 3 10 BRONZE',
      'D5 4 22',
      'D4 5 23',
      'D6 6 18',
    ]);
    expect(standings.refused).toEqual([]);
  });

  test('a protest in the first race re-scores everything, and withdrawing it restores every hash', () => {
    const feed = wholeSeries();
    const standings = new Standings(feed.facts);
    const before = standings.hashes();
    const protest = feed.say(race(1), { irm: { competitor: 'D2', code: 'DSQ' } });
    standings.take(feed.facts.slice(-1));
    expect(standings.lines('RANKING', EVENT)[0]).not.toBe('D2 1 8 GOLD');
    expect(standings.hashes()).not.toEqual(before);
    feed.void(protest, race(1));
    standings.take(feed.facts.slice(-1));
    expect(standings.hashes()).toEqual(before);
  });
});
