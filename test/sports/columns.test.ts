/** What the lists of the sports show: a column for each height, attempt, split, apparatus and event. */
import { expect, test } from 'vitest';
import { sheetOf } from '../../src/client/sheet.ts';
import { csvOf } from '../../src/encode/csv.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { feedOf } from '../support/case-runner.ts';
import { ROOT } from '../support/source-tree.ts';

function documentOf(feed: readonly object[], channel: string): Document {
  const competition = new OfflineCompetition();
  for (const fact of feed) competition.takeWire(fact as Parameters<OfflineCompetition['takeWire']>[0]);
  return [...competition.documents()].find(({ header }) => channelOf(header) === channel)!;
}

const caseOf = (name: string) => feedOf({ name, folder: `${ROOT}/sports/${name}` });

const line = (texts: readonly string[]): string => texts.map((text) => text || '.').join(' ');

function shownIn(document: Document, lines = 1): string[] {
  const { columns, lines: texts } = sheetOf(document);
  return [columns.map(({ label }) => label), ...texts.slice(0, lines)].map(line);
}

test.each([
  [
    'athletics/cases/c001-high-jump-joint-first',
    'ATHMHIGHJUMP----------FNL-000100--/RESULT',
    'Rank Name NOC 2.30 2.33 2.35 2.37 2.39 Mark At All',
    '1= BARSHIM Mutaz Essa QAT o o o o xxx 2.37 0 0',
  ],
  [
    'athletics/cases/rio-2016-long-jump',
    'ATHMLONGJUMP----------FNL-000100--/RESULT',
    'Rank Name NOC 1 2 3 4 5 6 Mark Wind',
    '1 HENDERSON Jeffrey USA 8.20 7.94 8.10 7.96 8.22 8.38 8.38 +0.2',
  ],
  [
    'athletics/cases/rio-2016-decathlon-five',
    'ATHMDECATH------------------------/CUMULATIVE_RESULT',
    'Rank Name NOC 100 LJ SP HJ 400 110H DT PV JT 1500 Points Behind',
    '1 EATON Ashton USA 985 1045 773 813 1005 1000 777 972 734 789 8893 .',
  ],
  [
    'gymnastics/cases/tokyo-2020-floor-final',
    'GARW1APFX-------------FNL-000100--/RESULT',
    'Rank Name NOC D E ND Score Gap',
    '1 CAREY Jade USA 6.3 8.066 . 14.366 .',
  ],
])('%s is shown as its card', (name, channel, labels, leader) => {
  expect(shownIn(documentOf(caseOf(name), channel))).toEqual([labels, leader]);
});

test('long races show every second or third split, relays the time at each', () => {
  const unit = 'SWMM4X100MMD----------FNL-000100--';
  const [labels] = shownIn(
    documentOf(caseOf('swimming/cases/barcelona-2013-mens-4x100m-medley'), `${unit}/RESULT`),
  );
  expect(labels).toBe('Rank Lane Name NOC R.T. 50m 100m 150m 200m 250m 300m 350m Time Behind');
  const points = Array.from({ length: 30 }, (_none, index) => ({
    code: index === 29 ? 'FIN' : `${(index + 1) * 50}m`,
  }));
  const mile = { source: 'T', seq: 1, unit: 'SWMM1500MFR-----------FNL-000100--', setup: { points } };
  expect(shownIn(documentOf([mile], `${mile.unit}/RESULT`))[0]).toBe(
    'Rank Lane Name NOC R.T. 200m 400m 600m 800m 1000m 1200m 1400m Time Behind Q',
  );
});

const HIGH_JUMP = 'ATHWHIGHJUMP----------FNL-000100--';
const fact = (seq: number, content: object): object => ({ source: 'T', seq, unit: HIGH_JUMP, ...content });
const trial = (seq: number, competitor: string, height: string, outcome: string, more: object = {}): object =>
  fact(seq, { attempt: { competitor, attempt: 1, height, outcome, ...more } });
const entry = (code: string, startOrder: number): object => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'ITA', name: { family: code } },
  startOrder,
});
const OPENING = [
  fact(1, { setup: { heights: ['1.90', '1.94'] } }),
  fact(2, { startList: { entries: [entry('A', 1), entry('B', 2), entry('C', 3)] } }),
  trial(3, 'A', '1.90', 'VALID'),
  trial(4, 'B', '1.92', 'VALID'),
  fact(5, { irm: { competitor: 'C', code: 'DNS' } }),
];

test('bars that were planned are shown before anybody jumps, others as soon as somebody does', () => {
  const card = documentOf(OPENING, `${HIGH_JUMP}/RESULT`);
  expect(shownIn(card, 3)).toEqual([
    'Rank Name NOC 1.90 1.92 1.94 Mark At All',
    '1 B ITA . o . 1.92 0 0',
    '2 A ITA o . . 1.90 0 0',
    '. C ITA . . . DNS . .',
  ]);
});

test('a jump-off stands in a column of its own, at whatever height', () => {
  const jumpOff = [
    trial(6, 'A', '1.92', 'FAILED', { phase: 'JO' }),
    trial(7, 'A', '1.90', 'VALID', { phase: 'JO', attempt: 2 }),
  ];
  expect(shownIn(documentOf([...OPENING, ...jumpOff], `${HIGH_JUMP}/RESULT`), 2)).toEqual([
    'Rank Name NOC 1.90 1.92 1.94 J.O. Mark At All',
    '1 B ITA . o . . 1.92 0 0',
    '2 A ITA o . . x o 1.90 0 0',
  ]);
});

test('CSV has the same columns, all of them, and the invalid result mark apart', () => {
  expect(csvOf(documentOf(OPENING, `${HIGH_JUMP}/RESULT`)).split('\r\n')).toEqual([
    'Rank,Bib,Name,NOC,1.90,1.92,1.94,Mark,At,All,Q,IRM',
    '1,,B,ITA,,o,,1.92,0,0,,',
    '2,,A,ITA,o,,,1.90,0,0,,',
    ',,C,ITA,,,,,,,,DNS',
    '',
  ]);
});

test('a schedule is a table of its lines, in CSV as well', () => {
  const schedule = documentOf(OPENING, `ATH${'-'.repeat(31)}/SCHEDULE`);
  expect(sheetOf(schedule).lines).toEqual([["Women's High Jump, Final", 'Running', 'Live']]);
  expect(csvOf(schedule)).toBe('Start,Unit,State,Result\r\n,"Women\'s High Jump, Final",RUNNING,LIVE\r\n');
});
