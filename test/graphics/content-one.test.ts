/** What graphics of one competitor or one moment say: lower third, result strap, record, weather. */
import { describe, expect, test } from 'vitest';
import { lowerThirdContent } from '../../src/graphics/content/lower-third.ts';
import { recordStrapContent } from '../../src/graphics/content/record-strap.ts';
import { resultStrapContent } from '../../src/graphics/content/result-strap.ts';
import { weatherContent } from '../../src/graphics/content/weather.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { Feed } from '../support/feed.ts';
import { feedOf, sceneAbout, sceneOf, told } from './scenes.ts';

const HIGH_JUMP = 'ATHMHIGHJUMP----------FNL-000100--';
const SPRINT = 'ATHM100M--------------FNL-000100--';

const facts = (unit: string, ...said: readonly object[]): WireFact[] =>
  said.map(
    (fact, index) => ({ source: unit.slice(0, 8), seq: index + 1, unit, ...fact }) as unknown as WireFact,
  );

const jumper = (code: string, startOrder: number, more: object = {}) => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'ITA', name: { given: 'Gianmarco', family: code } },
  startOrder,
  ...more,
});

describe('whom it is about', () => {
  const jumping = (...said: readonly object[]) =>
    new Feed(
      facts(
        HIGH_JUMP,
        { setup: { heights: ['2.30', '2.33'] } },
        {
          startList: { entries: [jumper('A', 1, { bests: { PB: '2.40' } }), jumper('B', 2, { bib: '12' })] },
        },
        ...said,
      ),
    );
  const tried = (competitor: string, outcome: string, attempt = 1) => ({
    attempt: { competitor, attempt, outcome, height: '2.30' },
  });
  const shownIn = (feed: Feed, said: object = {}) =>
    lowerThirdContent(sceneOf(feed, 'RESULT', HIGH_JUMP), told({ ...said }));

  test('is nobody before it has begun, then who is in action', () => {
    expect(shownIn(jumping())).toBeNull();
    const { who, notes, head } = shownIn(jumping(tried('A', 'VALID')))!;
    expect([who.key, ...notes, head.title]).toEqual(['B', 'No. 12', 'Attempt 1', "Men's High Jump, Final"]);
  });

  test('is who is told, if he is in the document', () => {
    const { who, notes } = shownIn(jumping(tried('A', 'VALID')), { competitor: 'A' })!;
    expect(who).toEqual({
      key: 'A',
      names: ['Gianmarco A', 'G. A', 'A G'],
      organisations: ['Italy', 'ITA'],
      flag: 'ITA',
    });
    expect(notes).toEqual(['PB 2.40']);
    expect(shownIn(jumping(), { competitor: 'NOBODY' })).toBeNull();
  });

  test('is who leads once it is over, and nobody where the lead is shared', () => {
    const sprint = sceneOf(feedOf('athletics/cases/c007-100m-thousandths'), 'RESULT', SPRINT);
    expect(lowerThirdContent(sprint, told())!.who.names[0]).toBe('Noah LYLES');
    const shared = sceneOf(feedOf('athletics/cases/c001-high-jump-joint-first'), 'RESULT', HIGH_JUMP);
    expect(lowerThirdContent(shared, told())).toBeNull();
    expect(resultStrapContent(shared, told())).toBeNull();
    expect(resultStrapContent(shared, told({ competitor: 'TAM' }))!.line.rank).toBe('1=');
  });

  test('is a team with its members, and who does not start is not announced as if he did', () => {
    const relay = sceneOf(
      feedOf('swimming/cases/lead-off-record'),
      'RESULT',
      'SWMM4X100MFR----------FNL-000100--',
    );
    const { who, members } = lowerThirdContent(relay, told())!;
    expect([who.names, members.map(({ names }) => names[0])]).toEqual([['CHN'], ['C1', 'C2', 'C3', 'C4']]);
    const out = jumping({ irm: { competitor: 'B', code: 'DNS' } });
    expect(shownIn(out, { competitor: 'B' })!.notes).toEqual(['No. 12', 'Did not start']);
  });
});

describe('a result strap', () => {
  test('has place, mark, gap, and what decided between equal marks', () => {
    const scene = sceneOf(feedOf('athletics/cases/c007-100m-thousandths'), 'RESULT', SPRINT);
    const { line, notes } = resultStrapContent(scene, told({ competitor: 'THO' }))!;
    expect([line.rank, line.mark, line.isOut]).toEqual(['2', '9.79', false]);
    expect(notes[0]).toBe('Behind Noah LYLES: lower time (TR 18.2)');
    expect(resultStrapContent(scene, told())!.notes.join()).not.toContain('Behind');
  });

  test('has the medal in words where the list gives medals', () => {
    const scene = sceneOf(feedOf('athletics/cases/c007-100m-thousandths'), 'RANKING', 'ATHM100M');
    expect(resultStrapContent(scene, told({ competitor: 'KER' }))!.medalName).toBe('Bronze');
    const french = { language: 'fr' };
    const inFrench = sceneOf(feedOf('athletics/cases/c007-100m-thousandths'), 'RANKING', 'ATHM100M', french);
    expect(resultStrapContent(inFrench, told({ ...french, competitor: 'KER' }))!.medalName).toBe('Bronze');
  });

  test('says why there is no mark, and is none before there is anything to say', () => {
    const relay = feedOf('athletics/cases/c097-4x100m-later-disqualified');
    const scene = sceneOf(relay, 'RESULT', 'ATHM4X100M------------FNL-000100--');
    const { line, notes } = resultStrapContent(scene, told({ competitor: 'ATHM4X100M--JAM01' }))!;
    expect([line.rank, line.mark, line.gap, notes[0]]).toEqual([
      '',
      'DQ',
      '',
      expect.stringMatching(/^Disqualified/),
    ]);
    const [first] = [...scene.main!.rows];
    const nothing = {
      ...first!,
      mark: { ...first!.mark!, result: null },
      place: { ...first!.place!, ranked: false },
    };
    const waiting = sceneAbout({ ...scene.main!, rows: [nothing] });
    expect(resultStrapContent(waiting, told({ competitor: first!.key }))).toBeNull();
  });

  test('says in words who goes on, and what was set', () => {
    const scene = sceneOf(
      feedOf('athletics/cases/c009-100m-open-tie'),
      'RESULT',
      'ATHW100M--------------FNL-000100--',
    );
    const [first] = [...scene.main!.rows];
    const record = { ...first!, mark: { ...first!.mark!, records: ['WR', 'XX'] } };
    const set = sceneAbout({ ...scene.main!, rows: [record] });
    expect(resultStrapContent(set, told())).toMatchObject({
      qualificationName: 'Qualified by place',
      recordNames: ['World record', 'XX'],
      line: { records: ['WR', 'XX'], qualification: 'Q' },
    });
  });
});

describe('a record', () => {
  const scene = sceneOf(feedOf('swimming/cases/lead-off-record'), 'RECORDS', 'SWMM100MFR');

  test('that was set here comes before the one that it beat, and is not ratified yet', () => {
    expect(recordStrapContent(scene, told())).toMatchObject({
      records: ['World record'],
      news: 'New',
      mark: '46.79',
      who: { key: 'C1', organisations: ['CHN'] },
      notes: ['Not yet ratified'],
    });
  });

  test('that stands has who holds it since when; one without a name has nobody', () => {
    const { main } = scene;
    const held = {
      code: 'WR',
      recordType: 'WR',
      result: '46.80',
      name: 'A. BERG',
      date: '2019-07-25',
      place: 'Gwangju',
    };
    const table = (...records: readonly object[]) =>
      sceneAbout({ ...main!, rows: records.map((record, index) => ({ key: `${index}`, record })) as never });
    expect(recordStrapContent(table(held), told())).toMatchObject({
      news: '',
      who: { names: ['A. BERG'] },
      notes: ['Gwangju', '25 Jul 2019'],
    });
    const { name: _, ...unnamed } = held;
    expect(recordStrapContent(table(unnamed), told())!.who).toBeNull();
    expect(recordStrapContent(table(), told())).toBeNull();
    expect(recordStrapContent(table(held), told({ competitor: 'C1' }))).toBeNull();
  });

  test('of several kinds that fell with one mark is told once, with all of them', () => {
    const set = { code: 'WR', result: '46.79', name: 'C1', competitor: 'C1', unconfirmed: true };
    const rows = ['WR', 'OR'].map((recordType) => ({ key: recordType, record: { ...set, recordType } }));
    const { records } = recordStrapContent(sceneAbout({ ...scene.main!, rows: rows as never }), told())!;
    expect(records).toEqual(['World record', 'Olympic record']);
  });
});

describe('the weather', () => {
  const readings = (...said: readonly object[]) =>
    sceneOf(
      new Feed(facts(SPRINT, { setup: {} }, ...said.map((conditions) => ({ conditions })))),
      'CONDITIONS',
      'ATH',
    );

  test('is the newest reading of it; the wind of a race is none', () => {
    const scene = readings(
      { temperature: '24.5', humidity: '60', place: 'STA', at: '2024-06-09T19:00:00Z' },
      { temperature: '23', place: 'STA', at: '2024-06-09T19:30:00Z' },
      { wind: '1.2', place: 'FOP', at: '2024-06-09T19:45:00Z' },
    );
    const { location, at, readings: shown } = weatherContent(scene, told())!;
    expect([location, at]).toEqual(['STA', '19:30 UTC']);
    expect(shown).toEqual([{ key: 'temperature', label: 'Temperature', value: '23', unit: '°C' }]);
  });

  test('is none where nothing was measured', () => {
    const scene = readings({ temperature: '24', place: 'STA', at: '2024-06-09T19:00:00Z' });
    expect(weatherContent(scene, told({ language: 'fr' }))!.readings[0]!.label).toBe('Température');
    expect(weatherContent(sceneAbout({ ...scene.main!, rows: [] }), told())).toBeNull();
  });
});
