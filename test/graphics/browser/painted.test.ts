/** Every graphic in a browser: it paints what its documents say, nothing moves with a digit, and no name is too long or cut. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Said } from '../../../src/graphics/told.ts';
import type { WireFact } from '../../../src/ingest/wire.ts';
import type { Document, DocumentType } from '../../../src/model/document.ts';
import type { Row } from '../../../src/model/row.ts';
import { connectedBrowser, inBrowser, recordingOf } from '../../pages/browser/pipeline.ts';
import { Feed } from '../../support/feed.ts';
import { feedOf } from '../scenes.ts';
import { type Box, ShownGraphics } from './shown.ts';

const SPRINT = 'ATHM100M--------------FNL-000100--';
const BOUT = 'JUDM66KG--------------FNL-000200--';

/** What is shown of each graphic; the first document is the main one. */
interface Shown {
  readonly documents: readonly Document[];
  readonly said?: Said;
}

const sprint = feedOf('athletics/cases/c007-100m-thousandths');
const judo = new Feed(recordingOf('paris').slice(0, 300));

const weather = new Feed(
  [
    { setup: {} },
    { conditions: { temperature: '24.5', humidity: '60', place: 'STA', at: '2024-06-09T19:00:00Z' } },
  ].map((fact, index) => ({ source: 'T1', seq: index + 1, unit: SPRINT, ...fact }) as unknown as WireFact),
);

const of = (feed: Feed, unit: string, ...types: readonly DocumentType[]): Document[] =>
  types.map((type) => feed.document(type, unit));

/** A race that is run in lanes by a clock, with a name of every kind. */
function raceWith(names: readonly string[], time = '10.11', clock = '11.1'): Document[] {
  const entries = names.map((family, index) => ({
    competitor: { code: `R${index}`, kind: 'ATHLETE', organisation: 'JAM', name: { given: family, family } },
    startOrder: index + 1,
    lane: String(index + 2),
    bib: String(100 + index),
    bests: { PB: '9.80', SB: '9.92' },
  }));
  const said = [
    { setup: {} },
    { startList: { entries } },
    { status: { result: 'LIVE' } },
    { clock: { period: 'RACE', time: clock, running: true } },
    { passing: { competitor: 'R0', point: 'FIN', time } },
    { passing: { competitor: 'R1', point: 'FIN', time: '10.18' } },
  ];
  const facts = said.map((fact, index) => ({ source: 'T1', seq: index + 1, unit: SPRINT, ...fact }));
  return of(new Feed(facts as unknown as WireFact[]), SPRINT, 'RESULT', 'CURRENT');
}

const RECORD: Document = {
  ...sprint.document('RESULT', SPRINT),
  header: {
    ...sprint.document('RESULT', SPRINT).header,
    type: 'RECORDS',
    unit: 'ATHM100M'.padEnd(34, '-'),
    columns: [],
  },
  rows: [
    {
      key: 'WR',
      record: {
        code: '100M',
        recordType: 'WR',
        result: '9.58',
        name: 'Usain BOLT',
        organisation: 'JAM',
        date: '2009-08-16',
      },
    } as Row,
  ],
};

const GRAPHICS: Readonly<
  Record<string, Shown & { readonly lines: readonly (readonly [selector: string, lines: string[]])[] }>
> = {
  'lower-third': {
    documents: of(sprint, SPRINT, 'RESULT'),
    lines: [['.line', ['USA | Noah LYLES | United States']]],
  },
  'start-list': {
    documents: raceWith(['Berg', 'Li']),
    lines: [['.row', ['2 | JAM | Berg BERG | 100 | 9.80 | 9.92', '3 | JAM | Li LI | 101 | 9.80 | 9.92']]],
  },
  standings: {
    documents: of(sprint, SPRINT, 'RESULT'),
    lines: [
      ['.head', ["Men's 100m, Final | Result | Official"]],
      [
        '.row',
        [
          '1 | USA | Noah LYLES | 9.79',
          '2 | JAM | Kishane THOMPSON | +0.00 | 9.79',
          '3 | USA | Fred KERLEY | +0.02 | 9.81',
        ],
      ],
      ['.foot', ['Wind +1.0 m/s']],
    ],
  },
  'lane-result': {
    documents: raceWith(['Berg', 'Li', 'Sow']),
    lines: [
      [
        '.row',
        ['2 | 1 | JAM | Berg BERG | 10.11', '3 | 2 | JAM | Li LI | +0.07 | 10.18', '4 | JAM | Sow SOW'],
      ],
    ],
  },
  clock: {
    documents: raceWith(['Berg', 'Li', 'Sow']),
    lines: [
      ['.time', ['11.1']],
      ['.row', ['1 | JAM | B. BERG | 10.11', '2 | JAM | L. LI | +0.07']],
    ],
  },
  'score-bug': { documents: of(judo, BOUT, 'RESULT'), lines: [] },
  'medal-table': {
    documents: of(sprint, 'GEN', 'MEDALS'),
    lines: [['.row', ['1 | USA | United States | 1 | 0 | 1 | 2', '2 | JAM | Jamaica | 0 | 1 | 0 | 1']]],
  },
  bracket: { documents: of(judo, 'JUDM66KG', 'BRACKETS'), lines: [] },
  'result-strap': {
    documents: of(sprint, SPRINT, 'RESULT'),
    said: { competitor: 'KER' },
    lines: [['.line', ['3 | USA | Fred KERLEY | United States | 9.81 | +0.02']]],
  },
  'record-strap': {
    documents: [RECORD],
    lines: [
      ['.band', ['World record']],
      ['.line', ['JAM | Usain BOLT | 16 Aug 2009 | 9.58']],
    ],
  },
  weather: {
    documents: of(weather, 'ATH', 'CONDITIONS'),
    lines: [
      ['.reading', ['24.5 | Temperature | °C', '60 | Humidity | %']],
      ['.foot', ['STA  ·  19:00 UTC']],
    ],
  },
};

/** Names that are hard to paint: very long ones, and ones in other scripts. */
const LONG = ['Wolfeschlegelsteinhausenbergerdorff', 'Srivaddhanaprabha Suvarnabhumi'];
const SCRIPTS = ['محمد عبد الرحمن', '王 小龍', 'श्रीकृष्णमूर्ति', 'ประสิทธิ์ชัย', 'Ở Ẩn Đỗ', 'ÅÇÉ ǅǅ'];
/** Of a graphic of one competitor several are looked at; the first two have a result. */
const WHOM: Readonly<Record<string, readonly string[]>> = {
  'lower-third': ['R0', 'R1', 'R2', 'R4', 'R5'],
  'result-strap': ['R0', 'R1'],
};
const TEXTS_ALONE = '.stage * { visibility: hidden; } .fitted, .fitted * { visibility: visible !important; }';
const OF_NAMES = ['lower-third', 'start-list', 'standings', 'lane-result', 'clock', 'result-strap'];

inBrowser('graphics', () => {
  let graphics: ShownGraphics;
  beforeAll(async () => {
    graphics = await ShownGraphics.in(await connectedBrowser());
  });
  afterAll(() => graphics.end());

  test.each(Object.entries(GRAPHICS))(
    '%s paints what its documents say',
    async (name, { documents, said, lines }) => {
      await graphics.show(name, documents, said);
      for (const [selector, wanted] of lines) expect(await graphics.lines(selector)).toEqual(wanted);
      expect(await graphics.overflowing()).toEqual([]);
      const [box] = await graphics.boxes('.box');
      expect(isSafe(box!)).toBe(true);
    },
  );

  test('a match has both sides with their scores, and a bracket every match of a page with its sides', async () => {
    await graphics.show('score-bug', GRAPHICS['score-bug']!.documents);
    const sides = await graphics.lines('.side');
    const [result] = GRAPHICS['score-bug']!.documents;
    for (const { identity } of result!.rows) expect(sides.join()).toContain(identity!.organisation);
    await graphics.show('bracket', GRAPHICS.bracket!.documents);
    expect((await graphics.boxes('.round')).length).toBe(4);
    expect((await graphics.boxes('.match')).length).toBe(15);
    expect((await graphics.boxes('.side')).length).toBe(30);
    const [box] = await graphics.boxes('.rounds');
    for (const match of await graphics.boxes('.card')) expect(isIn(match, box!)).toBe(true);
  });

  test.each(['standings', 'lane-result', 'clock'])('nothing in %s moves with a digit', async (name) => {
    const wheres = async () =>
      (await graphics.boxes('.box *')).map(({ x, y, width, height }) => [x, y, width, height]);
    await graphics.show(name, raceWith(['Berg', 'Li', 'Sow'], '10.11', '11.1'));
    const before = await wheres();
    await graphics.update(raceWith(['Berg', 'Li', 'Sow'], '10.08', '48.8'));
    expect(await graphics.lines('.mark, .time')).not.toEqual([]);
    expect(await wheres()).toEqual(before);
  });

  test('a row stays the same element when it moves, and stands where its place is', async () => {
    await graphics.show('standings', raceWith(['Berg', 'Li', 'Sow'], '10.11'));
    await graphics.page.evaluate(`graphic.shadowRoot.querySelector('.row').dataset.was = 'first'`);
    await graphics.update(raceWith(['Berg', 'Li', 'Sow'], '10.44'));
    expect(await graphics.lines('.row')).toEqual([
      '1 | JAM | Li LI | 10.18',
      '2 | JAM | Berg BERG | +0.26 | 10.44',
    ]);
    const [was] = await graphics.boxes('[data-was=first]');
    expect(was!.text).toContain('Berg');
    await graphics.update(raceWith(['Berg', 'Li', 'Sow'], '10.11'), { rows: 1, page: 2 });
    expect(await graphics.lines('.row')).toEqual(['2 | JAM | Li LI | +0.07 | 10.18']);
  });

  test.each(OF_NAMES)(
    'names of %s are shortened before they are cut, whatever their script',
    async (name) => {
      for (const competitor of WHOM[name] ?? ['R0']) {
        await graphics.show(name, raceWith([...LONG, ...SCRIPTS]), { competitor });
        expect(await graphics.overflowing()).toEqual([]);
        const shown = await graphics.picture(TEXTS_ALONE);
        expect(await graphics.picture(`${TEXTS_ALONE} .fitted { overflow: visible !important; }`)).toBe(
          shown,
        );
      }
    },
  );

  describe('at 3840 by 2160', () => {
    test('everything is twice as large, and within the same margins', async () => {
      const large = await ShownGraphics.in(await connectedBrowser(), { width: 3840, height: 2160 });
      const documents = raceWith(['Berg', 'Li', 'Sow']);
      await graphics.show('lane-result', documents);
      await large.show('lane-result', documents);
      const [one, other] = [
        await graphics.boxes('.box, .row, .mark'),
        await large.boxes('.box, .row, .mark'),
      ];
      expect(other.map(({ x, y, width, height }) => [x, y, width, height])).toEqual(
        one.map(({ x, y, width, height }) => [2 * x, 2 * y, 2 * width, 2 * height]),
      );
      await large.end();
    });
  });
});

/** Five per cent of width and height are what no receiver need show. */
const isSafe = (box: Box): boolean => isIn(box, { text: '', x: 96, y: 54, width: 1728, height: 972 });

const isIn = (box: Box, around: Box): boolean =>
  box.x >= around.x &&
  box.y >= around.y &&
  box.x + box.width <= around.x + around.width &&
  box.y + box.height <= around.y + around.height;
