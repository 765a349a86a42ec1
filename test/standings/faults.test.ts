/** Small feeds, each with what is right: one for each kind of fault that was found. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf, listRows } from '../../src/model/document.ts';
import { SPORTS } from '../../src/sports.ts';
import { shuffled } from '../support/case-runner.ts';
import { Feed } from '../support/feed.ts';

const FEEDS = new URL('./feeds/', import.meta.url);

const feedOf = (name: string): Feed => Feed.of(new URL(`${name}.ndjson`, FEEDS), SPORTS);

const factsOf = (file: string): WireFact[] =>
  readFileSync(new URL(file, FEEDS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WireFact);

/** Of every document that lists somebody, by channel. */
const hashesAfter = (facts: readonly WireFact[]): Map<string, string> =>
  new Map(
    [...new Feed(facts, SPORTS).documents()]
      // What was told on the way depends on the way.
      .filter(({ rows, header }) => rows.length > 0 && header.type !== 'COMMUNICATION')
      .map(({ header, hash }): [string, string] => [channelOf(header), hash])
      .sort(),
  );

test('swm-dns-no-medal: who did not start the final has no rank and no medal, in any document', () => {
  const feed = feedOf('swm-dns-no-medal');
  const event = 'SWMW1500MFR';
  expect(feed.lines('RANKING', event)).toEqual(['A 1 15:50.00 GOLD', 'B 2 16:00.00 SILVER', 'C DNS']);
  expect(feed.lines('MEDALLISTS', event)).toEqual(['A 1 15:50.00 GOLD', 'B 2 16:00.00 SILVER']);
  for (const unit of ['SWMW1500MFR-----------FNL-', 'SWMW1500MFR-----------FNL-000100'])
    expect(feed.lines(unit.endsWith('-') ? 'PHASE_RESULT' : 'RESULT', unit).at(-1)).toBe('C DNS');
  expect(feed.medals()).toEqual(['1 A 1-0-0', '2 B 0-1-0']);
});

test('ath-medals-only-from-the-final: two classified in the final leave no bronze for the semi-final', () => {
  const feed = feedOf('ath-medals-only-from-the-final');
  expect(feed.lines('RANKING', 'ATHM100M')).toEqual([
    'A 1 10.00 GOLD',
    'B 2 10.10 SILVER',
    'D 4 10.40',
    'C DNF',
  ]);
  expect(feed.lines('MEDALLISTS', 'ATHM100M')).toHaveLength(2);
});

test('swm-dns-in-heats-no-place: no place for who did not start, was disqualified, nor a medal from the heats', () => {
  const feed = feedOf('swm-dns-in-heats-no-place');
  expect(feed.lines('RANKING', 'SWMW100MFR')).toEqual([
    'A1 1 53.50 GOLD',
    'B1 2 53.60 SILVER',
    'B2 4 54.50',
    'A3 5 54.60',
    'A2 DSQ',
    'A4 DNS',
    'B4 DNS',
    'B3 DSQ',
  ]);
  expect(feed.lines('MEDALLISTS', 'SWMW100MFR')).toHaveLength(2);
});

test('swm-two-per-nation-equal: two of a nation are equal for one place, and both stay open', () => {
  expect(feedOf('swm-two-per-nation-equal').lines('PHASE_RESULT', 'SWMW100MFR------------HEAT')).toEqual([
    'A1 1 54.00 Q',
    'B1 2 54.10 Q',
    'A2 3= 54.30 ?',
    'B2 3= 54.30 ?',
    'A3 5 54.60 Q',
    'B3 6 54.70',
    'B4 7 54.90',
    'A4 8 55.00',
  ]);
});

test('swm-heat-cancelled: a cancelled heat neither counts nor is waited for', () => {
  const feed = feedOf('swm-heat-cancelled');
  expect(feed.document('PHASE_RESULT', 'SWMW100MFR------------HEAT').header.status).toBe('OFFICIAL');
  expect(feed.lines('PHASE_RESULT', 'SWMW100MFR------------HEAT')).toEqual([
    'A 1 54.00 Q',
    'B 2 54.20 Q',
    'C 3 54.40',
    'S1 4 55.00',
  ]);
});

test('ath-dq-for-the-event: it acts on every unit within, and gives nobody a place in a round that is over', () => {
  const feed = feedOf('ath-dq-for-the-event');
  expect(feed.lines('RANKING', 'ATHW200M')).toEqual(['B 1 22.50 GOLD', 'C 3 22.30', 'A DQ']);
  expect(feed.lines('MEDALLISTS', 'ATHW200M')).toEqual(['B 1 22.50 GOLD']);
  expect(feed.lines('RESULT', 'ATHW200M--------------FNL-000100')).toEqual(['B 1 22.50', 'A DQ']);
  const round = ['B 1 22.20 Q', 'C 2 22.30', 'A DQ'];
  expect(feed.lines('RESULT', 'ATHW200M--------------RND1000100')).toEqual(round);
  expect(feed.lines('PHASE_RESULT', 'ATHW200M--------------RND1')).toEqual(round);
  const [, , annulled] = listRows(feed.document('RANKING', 'ATHW200M'));
  expect(annulled!.mark).toMatchObject({ result: null, irm: 'DQ', irmReason: 'ADR' });
});

test('ath-rerun-for-time-places: the time of the re-run competes for the places by time, and the heat shows it', () => {
  const feed = feedOf('ath-rerun-for-time-places');
  expect(feed.lines('RESULT', 'ATHW4X100M------------RND1000200')).toEqual([
    'GBR 1 41.93 Q',
    'GER 2 42.18 Q',
    'NGR 3 42.55 Q',
    'TTO 4 42.62 q',
    'USA - 41.77 q',
    'BRA DQ',
  ]);
  const phase = feed.lines('PHASE_RESULT', 'ATHW4X100M------------RND1');
  expect(phase).toContain('USA 1 41.77 q');
  expect(phase).toContain('CHN 9 42.70');
});

test('ath-lot-for-a-place: a lot decides a shared place where there is no lane for both', () => {
  expect(feedOf('ath-lot-for-a-place').lines('RESULT', 'ATHM5000M-------------RND1000100')).toEqual([
    'A1 1 13:20.10 Q',
    'A2 2= 13:21.12',
    'A3 2= 13:21.12 Q',
    'A4 4 13:22.00',
  ]);
});

test('advance-two-lines-by-place: a later line gives nobody another mark', () => {
  const feed = feedOf('advance-two-lines-by-place');
  expect(feed.complaints).toEqual([]);
  expect(feed.lines('RESULT', 'ROWWSCULL1------------REP-000100')).toEqual([
    'IRL 1 7:30.10 FA',
    'GBR 2 7:30.20 FA',
    'SUI 3 7:35.00 FB',
    'SRB 4 7:36.00 FB',
    'GRE 5 7:37.00 FB',
    'SWE 6 7:38.00 FB',
    'CAN DNS',
  ]);
});

test('a boat that does not finish final A keeps its last place, and final B is measured from its own winner', () => {
  const feed = feedOf('advance-two-lines-by-place');
  expect(feed.lines('RANKING', 'ROWWSCULL1').slice(0, 10)).toEqual([
    'NZL 1 7:20.00 GOLD',
    'RUS 2 7:21.00 SILVER',
    'USA 3= 7:22.50 BRONZE',
    'CZE 3= 7:22.50 BRONZE',
    'IRL 5 7:23.00',
    'GBR 6',
    'SUI 7 7:19.00',
    'SRB 8 7:21.00',
    'GRE 9 7:21.50',
    'SWE 10 7:22.50',
  ]);
  const finals = listRows(feed.document('PHASE_RESULT', 'ROWWSCULL1------------FNL-'));
  expect(finals.map(({ key, place }) => `${key} ${place.rank} ${place.diff}`)).toEqual([
    'NZL 1 null',
    'RUS 2 +1.00',
    'USA 3 +2.50',
    'CZE 3 +2.50',
    'IRL 5 +3.00',
    'GBR null null',
    'SUI 7 null',
    'SRB 8 +2.00',
    'GRE 9 +2.50',
    'SWE 10 +3.50',
  ]);
});

test('swm-relay-heat-swimmers: who swam for the team in the heats has the medal, too', () => {
  const feed = feedOf('swm-relay-heat-swimmers');
  const [usa] = listRows(feed.document('MEDALLISTS', 'SWMM4X100MFR'));
  const members = usa!.identity.members!.map(({ competitor }) => competitor);
  expect(members).toContain('u5');
  expect(new Set(members).size).toBe(members.length);
  const [inFinal] = listRows(feed.document('RESULT', 'SWMM4X100MFR----------FNL-000100'));
  expect(inFinal!.identity.members!.map(({ competitor }) => competitor)).not.toContain('u5');
});

test.each(readdirSync(FEEDS))('%s in any order ends in the same documents', (file) => {
  const facts = factsOf(file);
  const expected = hashesAfter(facts);
  for (let seed = 1; seed <= 12; seed += 1) expect(hashesAfter(shuffled(facts, seed))).toEqual(expected);
  expect(hashesAfter([...facts, ...facts])).toEqual(expected);
});
