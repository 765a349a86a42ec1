/** What graphics of a contest say: clock, score bug, bracket. */
import { describe, expect, test } from 'vitest';
import { bracketContent, bracketPages } from '../../src/graphics/content/bracket.ts';
import { clockContent } from '../../src/graphics/content/clock.ts';
import { scoreBugContent } from '../../src/graphics/content/score-bug.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { Feed } from '../support/feed.ts';
import { feedOf, sceneAbout, sceneOf, told } from './scenes.ts';

const RACE = 'ATHM1500M-------------FNL-000100--';

const race = (...said: readonly object[]): Feed =>
  new Feed(
    [
      {
        setup: {
          points: [
            { code: '800m', distance: '800' },
            { code: 'FIN', distance: '1500' },
          ],
        },
      },
      { startList: { entries: ['A', 'B', 'C'].map((code, index) => runner(code, index + 1)) } },
      ...said,
    ].map((fact, index) => ({ source: 'T1', seq: index + 1, unit: RACE, ...fact }) as unknown as WireFact),
  );

const runner = (code: string, startOrder: number) => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { given: 'Ada', family: code } },
  startOrder,
});

const passed = (competitor: string, point: string, time: string) => ({
  passing: { competitor, point, time },
});
const clockAt = (time: string, isRunning = true) => ({ clock: { period: 'RACE', time, running: isRunning } });

describe('a clock', () => {
  const shownIn = (feed: Feed, said: object = {}) =>
    clockContent(sceneOf(feed, 'RESULT', RACE), told({ ...said }));

  test('is none before there is one', () => {
    expect(shownIn(race())).toBeNull();
  });

  test('has who passed the foremost point, frozen with rank and gap, and how many are to come', () => {
    const { clock, point } = shownIn(
      race(
        { status: { result: 'LIVE' } },
        clockAt('130.0'),
        passed('B', '800m', '125.0'),
        passed('A', '800m', '126.5'),
      ),
    )!;
    expect(clock).toMatchObject({ text: '2:10.0', isRunning: true });
    expect(point).toMatchObject({
      label: '800m',
      passed: [
        { who: { key: 'B' }, rank: '1', time: '2:05.00', gap: '' },
        { who: { key: 'A' }, rank: '2', gap: '+1.50' },
      ],
      toCome: '1 to come',
      since: 125_000_000,
    });
  });

  test('has who passed last where not all have room', () => {
    const all = [passed('B', '800m', '125.0'), passed('A', '800m', '126.5'), passed('C', '800m', '127.0')];
    const { point } = shownIn(race({ status: { result: 'LIVE' } }, ...all), { rows: 2 })!;
    expect(point!.passed.map(({ who, rank }) => `${rank} ${who.key}`)).toEqual(['1 B', '3 C']);
    expect([point!.toCome, point!.since]).toEqual(['', null]);
  });

  test('goes on to the finish with the first who is there, and stands where the venue stops it', () => {
    const finished = [
      passed('B', '800m', '125.0'),
      passed('A', '800m', '126.5'),
      passed('A', 'FIN', '240.5'),
    ];
    const { clock, point } = shownIn(
      race({ status: { result: 'LIVE' } }, ...finished, clockAt('240.5', false)),
    )!;
    expect(clock).toMatchObject({ text: '4:00.5', isRunning: false });
    expect(point).toMatchObject({
      label: 'Finish',
      passed: [{ who: { key: 'A' }, rank: '1', time: '4:00.50' }],
      toCome: '2 to come',
    });
  });

  test('says what is to beat and whose it is, and nobody where it is shared', () => {
    const jump = 'ATHMHIGHJUMP----------FNL-000100--';
    const tried = (competitor: string) => ({
      attempt: { competitor, attempt: 1, outcome: 'VALID', height: '2.30' },
    });
    const toBeat = (...said: readonly object[]) => {
      const facts = [
        { setup: { heights: ['2.30', '2.33'] } },
        { startList: { entries: ['A', 'B', 'C'].map((code, index) => runner(code, index + 1)) } },
        ...said,
      ].map((fact, index) => ({ source: 'T1', seq: index + 1, unit: jump, ...fact }) as unknown as WireFact);
      return clockContent(sceneOf(new Feed(facts), 'RESULT', jump), told())!.toBeat;
    };
    expect(toBeat(tried('A'))).toMatchObject({ label: 'To beat', mark: '2.30', who: { key: 'A' } });
    expect(toBeat(tried('A'), tried('B'))).toMatchObject({ mark: '2.30', who: null });
  });
});

describe('a score bug', () => {
  test('has both sides as they started, sets, points of the game, and who serves', () => {
    const scene = sceneOf(
      feedOf('tennis/cases/point-by-point'),
      'RESULT',
      'TENMSINGLES-----------R32-000100--',
    );
    const { sides, parts } = scoreBugContent(scene, told())!;
    expect(sides.map(({ key, score }) => [key, score])).toEqual([
      ['ANNA', '1'],
      ['BETH', '0'],
    ]);
    expect(sides.filter(({ serves }) => serves)).toHaveLength(1);
    expect(parts.every(({ texts }) => texts.length === 2)).toBe(true);
  });

  test('says by what it was decided, in words', () => {
    const feed = feedOf('football/cases/euro-2024-group-e');
    const scene = sceneOf(feed, 'RESULT', 'FBLMTEAM11------------GPE-000100--');
    const { sides, decision, clock } = scoreBugContent(scene, told())!;
    expect([sides.map(({ score, outcome }) => `${score} ${outcome}`), decision, clock]).toEqual([
      ['3 W', '0 L'],
      'In regular time',
      null,
    ]);
  });

  test('is none while one side is not known, and of what is no match', () => {
    const feed = feedOf('football/cases/euro-2024-group-e');
    expect(scoreBugContent(sceneOf(feed, 'RESULT', 'FBLMTEAM11------------8FNL000400--'), told())).toBeNull();
    expect(scoreBugContent(sceneOf(race(passed('A', 'FIN', '240.5')), 'RESULT', RACE), told())).toBeNull();
  });
});

describe('a bracket', () => {
  const judo = feedOf('judo/cases/paris-2024-mens-66kg');
  const scene = sceneOf(judo, 'BRACKETS', 'JUDM66KG');
  const pages = (rows: number) =>
    Array.from(
      { length: bracketPages(scene, told({ rows })) },
      (_, page) => bracketContent(scene, told({ rows }), page)!,
    );
  const shape = (content: NonNullable<ReturnType<typeof bracketContent>>) =>
    content.rounds.map(({ matches }) => matches.length).join(' ');

  test('is cut into parts that lead to one match each, and goes on where all are on one page', () => {
    const [first, ...others] = pages(8);
    expect(shape(first!)).toBe('8 4 2 1');
    expect(first!.page).toBe(`1/${others.length + 1}`);
    expect(first!.rounds[0]!.matches[0]!.leads).toBe('PAIR');
    expect(first!.rounds.at(-1)!.matches[0]!.leads).toBeNull();
    const drawn = pages(8).flatMap(({ rounds }) =>
      rounds.flatMap(({ matches }) => matches.map(({ key }) => key)),
    );
    const all = judo.document('BRACKETS', 'JUDM66KG').rows.map(({ key }) => key);
    expect([...new Set(drawn)].sort()).toEqual([...all].sort());
    expect(pages(8).every(({ rounds }) => rounds.every(({ matches }) => matches.length <= 8))).toBe(true);
  });

  test('has short forms of names from the participants, the winner, and no more than is there', () => {
    const final = pages(8)
      .flatMap(({ rounds }) => rounds)
      .flatMap(({ matches }) => matches)
      .find(({ key }) => key === 'JUDM66KG--------------FNL-000100--')!;
    expect(final.sides.map(({ names, hasWon }) => [names.length > 1, hasWon])).toEqual([
      [true, expect.any(Boolean)],
      [true, expect.any(Boolean)],
    ]);
    expect(final.sides.filter(({ hasWon }) => hasWon)).toHaveLength(1);
    expect(bracketContent(scene, told(), 1_000)).toBeNull();
    expect(bracketContent(sceneAbout({ ...scene.main!, rows: [] }), told(), 0)).toBeNull();
  });

  test('says what an open place waits for', () => {
    const open = sceneOf(feedOf('football/cases/euro-2024-group-e'), 'BRACKETS', 'FBLMTEAM11');
    const sides = bracketContent(open, told(), 0)!.rounds.flatMap(({ matches }) =>
      matches.flatMap((match) => match.sides),
    );
    expect(sides.find(({ stands }) => stands === 'COMPETITOR')!.names[0]).toMatch(/BEL|ROU/);
    expect(sides.at(-1)).toMatchObject({
      stands: 'OPEN',
      names: [expect.stringMatching(/^winner of /i)],
      organisation: '',
    });
  });
});
