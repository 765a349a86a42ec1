/**
 * Every case of every sport: a folder with `feed.ndjson`, `SOURCE.md` and `standings.golden.txt`.
 * `UPDATE_GOLDEN=1 npm test` writes the golden files anew; the diff is what a reviewer reads.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  allCases,
  feedOf,
  shuffled,
  standingsAfter,
  standingsOnTheWay,
  stopsIn,
} from './support/case-runner.ts';

const cases = allCases();
const update = process.env.UPDATE_GOLDEN === '1';

const SHUFFLES = [11, 22, 33];
const STOPS = 12;

test('every sport has cases, so that adding one is adding a folder', () => {
  expect(cases.length).toBeGreaterThan(0);
});

describe.each(cases)('$name', (one) => {
  const golden = join(one.folder, 'standings.golden.txt');
  const feed = feedOf(one);

  test('says where it is from', () => {
    expect(existsSync(join(one.folder, 'SOURCE.md')), `${one.folder}/SOURCE.md is missing`).toBe(true);
  });

  test('ends in the standings of its golden file', () => {
    const standings = standingsAfter(feed);
    if (update) writeFileSync(golden, standings);
    const found = existsSync(golden)
      ? readFileSync(golden, 'utf8')
      : 'no golden file: run with UPDATE_GOLDEN=1';
    expect(standings).toBe(found);
  });

  test('ends in the same standings when its facts arrive in any order', () => {
    const standings = standingsAfter(feed);
    for (const seed of SHUFFLES)
      expect(standingsAfter(shuffled(feed, seed)), `shuffled with seed ${seed}`).toBe(standings);
  });

  test('is on the way, fact by fact, what it would be from scratch', () => {
    const stops = stopsIn(feed.length, STOPS);
    const onTheWay = standingsOnTheWay(feed, stops);
    stops.forEach((stop, index) => {
      expect(onTheWay[index], `after ${stop} facts`).toBe(standingsAfter(feed.slice(0, stop)));
    });
  });
});
