/** What graphics of lists say: start list, standings, lanes, medal table. */
import { describe, expect, test } from 'vitest';
import { laneResultContent } from '../../src/graphics/content/lane-result.ts';
import { medalTableContent, medalTablePages } from '../../src/graphics/content/medal-table.ts';
import {
  type StandingsContent,
  standingsContent,
  standingsPages,
} from '../../src/graphics/content/standings.ts';
import { startListContent } from '../../src/graphics/content/start-list.ts';
import { NOTHING } from '../../src/graphics/scene.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { Feed } from '../support/feed.ts';
import { feedOf, sceneAbout, sceneOf, told } from './scenes.ts';

const HIGH_JUMP = 'ATHMHIGHJUMP----------FNL-000100--';
const SPRINT = 'ATHM100M--------------FNL-000100--';

/** A race told by one source. */
const raceOf = (...said: readonly object[]): Feed =>
  new Feed(
    said.map(
      (fact, index) => ({ source: 'T1', seq: index + 1, unit: SPRINT, ...fact }) as unknown as WireFact,
    ),
  );

const entry = (code: string, more: object = {}) => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { given: 'Ada', family: code } },
  startOrder: 1,
  ...more,
});

const lines = (content: StandingsContent | null) =>
  content?.rows.map(({ rank, names, mark, gap }) => [rank, names[0], mark, gap].join(' ').trim());

describe('standings', () => {
  test('have who shares a place with `=`, and gaps as the document says them', () => {
    const scene = sceneOf(feedOf('athletics/cases/c001-high-jump-joint-first'), 'RESULT', HIGH_JUMP);
    expect(lines(standingsContent(scene, told(), 0))).toEqual([
      '1= Mutaz Essa BARSHIM 2.37',
      '1= Gianmarco TAMBERI 2.37',
      '3 Maksim NEDASEKAU 2.37',
    ]);
  });

  test('say how far they may be relied on', () => {
    const scene = sceneOf(feedOf('athletics/cases/c007-100m-thousandths'), 'RESULT', SPRINT);
    const { head, wind } = standingsContent(scene, told(), 0)!;
    expect([head.title, head.kind, head.standing.text, wind]).toEqual([
      "Men's 100m, Final",
      'Result',
      'Official',
      'Wind +1.0 m/s',
    ]);
    const { header } = scene.main!;
    const textOf = (changed: object) =>
      standingsContent(sceneAbout({ ...scene.main!, header: { ...header, ...changed } }), told(), 0)!.head
        .standing;
    const unsound = { ok: false, reasons: ['SEQUENCE_GAP', 'RULING'] };
    expect(textOf({ reliability: unsound })).toMatchObject({ text: 'Provisional', isSound: false });
    expect(textOf({ reliability: unsound, status: 'PROTESTED' })).toMatchObject({ text: 'Under protest' });
    expect(textOf({ status: 'UNOFFICIAL' })).toMatchObject({ text: 'Unofficial', isSound: true });
    expect(textOf({ test: true })).toMatchObject({ text: 'Rehearsal', isTest: true });
  });

  test('have an IRM for a mark, without a place or with one', () => {
    const relay = feedOf('athletics/cases/c097-4x100m-later-disqualified');
    const scene = sceneOf(relay, 'RESULT', 'ATHM4X100M------------FNL-000100--');
    const { rows } = standingsContent(scene, told(), 0)!;
    expect(
      rows.map(({ rank, organisations, mark, isOut }) => [rank, organisations.at(-1), mark, isOut]),
    ).toEqual([
      ['1', 'TTO', '38.06', false],
      ['2', 'JPN', '38.15', false],
      ['3', 'BRA', '38.24', false],
      ['', 'JAM', 'DQ', true],
    ]);
    const [first] = [...scene.main!.rows];
    const ranked = { ...first!, mark: { ...first!.mark!, irm: 'DNF' } };
    const [line] = standingsContent(sceneAbout({ ...scene.main!, rows: [ranked] }), told(), 0)!.rows;
    expect(line).toMatchObject({ rank: '1', mark: 'DNF 38.06', isOut: true });
  });

  test('leave out who has done nothing yet, and are none while nobody has', () => {
    const starters = { startList: { entries: [entry('A'), entry('B', { startOrder: 2 })] } };
    const contentOf = (feed: Feed) => standingsContent(sceneOf(feed, 'RESULT', SPRINT), told(), 0);
    expect(contentOf(raceOf({ setup: {} }, starters))).toBeNull();
    const begun = raceOf({ setup: {} }, starters, {
      passing: { competitor: 'B', point: 'FIN', time: '10.12' },
    });
    expect(lines(contentOf(begun))).toEqual(['1 Ada B 10.12']);
    const out = raceOf({ setup: {} }, starters, { irm: { competitor: 'A', code: 'DNS' } });
    expect(lines(contentOf(out))).toEqual(['Ada A DNS']);
  });

  test('are shown a page at a time, and nothing beyond the last', () => {
    const feed = feedOf('rowing/cases/amsterdam-2014-womens-four');
    const scene = sceneOf(feed, 'RANKING', 'ROWWNOCOX4');
    const four = told({ rows: 4 });
    expect(standingsPages(scene, four)).toBe(3);
    const pages = [0, 1, 2].map((page) => standingsContent(scene, four, page)!);
    expect(pages.map(({ page }) => page)).toEqual(['1/3', '2/3', '3/3']);
    expect(pages.flatMap(({ rows }) => rows.map(({ rank }) => rank)).join(' ')).toBe('1 2 3 4 5 6 7 8 9 10');
    expect(standingsContent(scene, four, 3)).toBeNull();
    expect(standingsContent(NOTHING, four, 0)).toBeNull();
  });

  test('of a pool have what its table is made of, in the words of the language', () => {
    const feed = feedOf('football/cases/euro-2024-group-e');
    const french = { language: 'fr' };
    const scene = sceneOf(feed, 'POOL_STANDING', 'FBLMTEAM11------------GPE', french);
    const { figures, rows } = standingsContent(scene, told(french), 0)!;
    expect(figures).toHaveLength(rows[0]!.figures.length);
    expect(
      rows.map(({ rank, names, mark, qualification }) => [rank, names[0], mark, qualification].join(' ')),
    ).toEqual(['1 ROU 4 Q', '2 BEL 4 Q', '3 SVK 4 ', '4 UKR 4 ']);
    expect(rows[0]!.figures[0]).toBe('3');
  });
});

describe('a start list', () => {
  const lanes = (...all: readonly string[]) => ({
    startList: { entries: all.map((lane, index) => entry(`R${lane}`, { lane, startOrder: index + 1 })) },
  });

  test('goes by lanes, and the second comes before the tenth', () => {
    const scene = sceneOf(raceOf({ setup: {} }, lanes('10', '2', '9')), 'RESULT', SPRINT);
    const { rows, head } = startListContent(scene, told(), 0)!;
    expect([head.kind, ...rows.map(({ position }) => position)]).toEqual(['Start list', '2', '9', '10']);
  });

  test('has bests in columns that are the same on each page, and marks who does not start', () => {
    const entries = [
      entry('A', { bests: { PB: '9.80', SB: '9.92' } }),
      entry('B', { startOrder: 2 }),
      entry('C', { startOrder: 3, bests: { PB: '9.99' } }),
    ];
    const race = raceOf({ setup: {} }, { startList: { entries } }, { irm: { competitor: 'B', code: 'DNS' } });
    const scene = sceneOf(race, 'RESULT', SPRINT);
    const pages = [0, 1].map((page) => startListContent(scene, told({ rows: 2 }), page)!);
    expect(pages.map(({ bestKinds }) => bestKinds)).toEqual([
      ['PB', 'SB'],
      ['PB', 'SB'],
    ]);
    expect(
      pages.flatMap(({ rows }) => rows.map(({ key, bests, irm }) => [key, ...bests, irm].join(' ').trim())),
    ).toEqual(['A 9.80 9.92', 'B   DNS', 'C 9.99']);
    expect(startListContent(scene, told({ rows: 2 }), 2)).toBeNull();
  });

  test('says when it begins by clocks at the venue, and that it is cancelled', () => {
    const race = raceOf(
      { setup: { scheduledStart: '2024-06-09T20:53:00Z' } },
      lanes('1'),
      { schedule: { status: 'CANCELLED' } },
      { unit: 'GEN'.padEnd(34, '-'), competition: { code: 'X', utcOffset: '+02:00' } },
    );
    const { start, head } = startListContent(sceneOf(race, 'RESULT', SPRINT), told(), 0)!;
    expect([start, head.standing.text]).toEqual(['22:53', 'Cancelled']);
  });
});

describe('lanes', () => {
  test('stay in their order whoever wins, and who has not come in stands in theirs', () => {
    const entries = ['1', '2', '3'].map((lane) => entry(`R${lane}`, { lane, startOrder: Number(lane) }));
    const starters = [{ setup: {} }, { startList: { entries } }];
    const contentOf = (...said: readonly object[]) =>
      laneResultContent(sceneOf(raceOf(...starters, ...said), 'RESULT', SPRINT), told());
    expect(contentOf()).toBeNull();
    const content = contentOf(
      { passing: { competitor: 'R3', point: 'FIN', time: '10.02' } },
      { passing: { competitor: 'R2', point: 'FIN', time: '10.10' } },
    )!;
    expect(content.rows.map(({ lane, rank, mark, gap }) => [lane, rank, mark, gap].join(' ').trim())).toEqual(
      ['1', '2 2 10.10 +0.08', '3 1 10.02'],
    );
  });

  test('are none of a race that is not run in lanes', () => {
    const scene = sceneOf(
      feedOf('athletics/cases/c011-5000m-jury'),
      'RESULT',
      'ATHW5000M-------------RND1000200--',
    );
    expect(standingsContent(scene, told(), 0)).not.toBeNull();
    expect(laneResultContent(scene, told())).toBeNull();
  });
});

test('a medal table has organisations by name and code, with shared places', () => {
  const feed = feedOf('athletics/cases/c009-100m-open-tie');
  const scene = sceneOf(feed, 'MEDALS', 'GEN', { language: 'fr' });
  const content = medalTableContent(scene, told({ language: 'fr' }), 0)!;
  expect([content.head.title, content.decided, ...content.labels].join(' | ')).toBe(
    'Tableau des médailles | 1 épreuves sur 1 | Or | Argent | Bronze | Total',
  );
  expect(content.rows).toEqual([
    { key: 'USA', rank: '1', names: ['États-Unis', 'USA'], counts: ['1', '1', '2', '4'] },
  ]);
  expect(medalTablePages(scene, told())).toBe(1);
  expect(medalTableContent(sceneAbout({ ...scene.main!, rows: [] }), told(), 0)).toBeNull();
});
