/** What the commentator screen makes of documents. */
import { describe, expect, test } from 'vitest';
import { unitNow } from '../../src/client/unit-now.ts';
import { type Header, listRows } from '../../src/model/document.ts';
import { type Details, NO_DETAILS, NO_PLACE, type StoredRow } from '../../src/model/row.ts';
import { lookUp } from '../../src/pages/view/bib-lookup.ts';
import { gapColumns, gapText } from '../../src/pages/view/gap.ts';
import { missedSince, nothingKept, shownOf, toggled } from '../../src/pages/view/hold.ts';
import { addressOf, backToNow, FIRST_LAYOUT, layoutFrom, withUnit } from '../../src/pages/view/layout.ts';
import {
  NO_NOTES,
  notesFile,
  notesFrom,
  ownMark,
  together,
  withFavourite,
  withNote,
} from '../../src/pages/view/own-notes.ts';
import { startersOf } from '../../src/pages/view/start-list.ts';
import { opennessOf } from '../../src/pages/view/unit-openness.ts';
import { whatChanged } from '../../src/pages/view/what-changed.ts';
import { PAGE_WORDS } from '../../src/pages/words/page-words.ts';
import { FINAL_100M, FINAL_200M, header, sprinters } from '../fanout/published-documents.ts';

const FINAL_400M = 'ATHM400M--------------FNL-000100--';

const ofUnit = (rows: readonly StoredRow[], changed: Partial<Header> = {}) => ({
  header: { ...header(FINAL_100M), ...changed },
  rows,
});
const waits = (row: StoredRow): StoredRow => ({
  ...row,
  mark: { ...row.mark, result: null, details: NO_DETAILS },
  place: NO_PLACE,
});

describe('what changed since somebody looked', () => {
  const rows = sprinters(4);

  test('is nothing where nothing is other, whatever came meanwhile', () => {
    expect(whatChanged(ofUnit(rows), ofUnit(rows.map((row) => structuredClone(row))))).toEqual([]);
  });

  test('tells marks first, with both, then who only moved, with both ranks', () => {
    const last = { ...rows[3]!, mark: { ...rows[3]!.mark, result: '9.50' } };
    const changes = whatChanged(ofUnit(rows), ofUnit([last, ...rows.slice(0, 3)]));
    expect(changes.map(({ key, kind, oldRank, newRank }) => [key, kind, oldRank, newRank])).toEqual([
      [last.key, 'MARK', 4, 1],
      [rows[0]!.key, 'MOVED', 1, 2],
      [rows[1]!.key, 'MOVED', 2, 3],
      [rows[2]!.key, 'MOVED', 3, 4],
    ]);
    expect(changes[0]).toMatchObject({ oldMark: rows[3]!.mark.result, newMark: '9.50' });
  });

  test('tells a disqualification, who has come and who has gone', () => {
    const out: StoredRow = {
      ...rows[0]!,
      mark: { ...rows[0]!.mark, irm: 'DQ', result: null },
      place: NO_PLACE,
    };
    const changes = whatChanged(ofUnit(rows.slice(0, 3)), ofUnit([rows[1]!, rows[3]!, out]));
    const byKey = Object.fromEntries(changes.map((change) => [change.key, change]));
    expect(byKey[out.key]).toMatchObject({ kind: 'MARK', newMark: 'DQ', oldRank: 1, newRank: null });
    expect(byKey[rows[3]!.key]?.kind).toBe('NEW');
    expect(byKey[rows[2]!.key]?.kind).toBe('GONE');
  });
});

describe('how open a unit is', () => {
  const [first, second, third] = sprinters(3);

  test.each([
    ['nobody has done anything', [waits(first!), waits(second!)], 'START_LIST', 'NOT_STARTED', 2],
    ['somebody has', [first!, waits(second!)], 'LIVE', 'NOT_ALL_STARTED', 1],
    ['all have, and it is not over', [first!, second!, third!], 'LIVE', 'OPEN', 0],
    ['all have, and it waits to be confirmed', [first!, second!], 'UNCONFIRMED', 'OPEN', 0],
    ['officials stand by it', [first!, second!], 'OFFICIAL', 'DECIDED', 0],
    ['it is protested against', [first!, second!], 'PROTESTED', 'UNDER_PROTEST', 0],
    ['it is provisional', [first!, second!], 'PROVISIONAL', 'DECIDED', 0],
    [
      'it is over, and somebody has neither mark nor reason',
      [first!, waits(second!)],
      'UNOFFICIAL',
      'DECIDED',
      0,
    ],
    ['it is under way, and nothing has come of anybody', [waits(first!)], 'LIVE', 'NOT_ALL_STARTED', 1],
  ] as const)('where %s', (_what, rows, status, openness, stillOut) => {
    expect(opennessOf(ofUnit(rows, { status }))).toEqual({ openness, stillOut });
  });

  test('a protest is never called decided, also while the result still says that it is official', () => {
    const reliability = { ok: false, reasons: ['UNDER_PROTEST'] as const };
    expect(opennessOf(ofUnit([first!], { status: 'OFFICIAL', reliability })).openness).toBe('UNDER_PROTEST');
  });

  const withDetails = (row: StoredRow, details: Details): StoredRow => ({
    ...row,
    mark: { ...row.mark, details },
  });

  test('the details of a race are there before it, and say nothing; its gun starts all', () => {
    const rows = [first!, second!].map((row) => withDetails(waits(row), { timedRace: { passings: [] } }));
    const at = (changed: Partial<Header>) => opennessOf(ofUnit(rows, changed)).openness;
    expect(at({ status: 'START_LIST' })).toBe('NOT_STARTED');
    expect(at({ status: 'LIVE' })).toBe('NOT_ALL_STARTED');
    expect(at({ status: 'LIVE', info: { started: '2024-06-09T20:53:00Z' } })).toBe('OPEN');
  });

  test('both sides of a match have begun when one has, and nobody of them is still out', () => {
    const rows = [first!, waits(second!)].map((row) => withDetails(row, { match: { periods: [] } }));
    expect(opennessOf(ofUnit(rows, { status: 'LIVE' }))).toEqual({ openness: 'OPEN', stillOut: 0 });
  });

  test('who has passed a point and not finished has started, and is still out', () => {
    const passings = [{ point: '200', time: '23.1' }];
    const onTheWay = waits(first!);
    const row = { ...onTheWay, mark: { ...onTheWay.mark, details: { timedRace: { passings } } } };
    expect(opennessOf(ofUnit([row]))).toEqual({ openness: 'OPEN', stillOut: 1 });
  });
});

test('what is held stays, counts what has come since, and goes back to the newest', () => {
  const [one, three] = [
    { epoch: 'k', version: 1 },
    { epoch: 'k', version: 3 },
  ];
  const kept = toggled(nothingKept<typeof one>(), one, 1_000);
  expect([shownOf(kept, three), missedSince(kept, three)]).toEqual([one, 2]);
  expect(missedSince(kept, { epoch: 'l', version: 1 })).toBeNull();
  expect(shownOf(toggled(kept, three, 2_000), three)).toBe(three);
  expect(toggled(nothingKept(), null, 1_000).kept).toBeNull();
});

test('the gap to the leader has a column where the list of the sport has none, and gaps are said', () => {
  const words = { language: 'en', discipline: '', columns: { BEHIND: 'Gap' } };
  const document = ofUnit(sprinters(2), { gap: { as: 'NUMBER', decimals: 2 } });
  const [column] = gapColumns(document, words);
  expect(column?.column.label).toBe('Gap');
  const [leader, other] = listRows({
    ...document,
    rows: sprinters(2).map((row, index) => ({
      ...row,
      mark: { ...row.mark, value: ['8.38', '8.24'][index]! },
    })),
  });
  expect([leader!, other!].map((row) => column!.textOf(row))).toEqual(['', '-0.14']);
  expect(gapText(other!.place.diff, PAGE_WORDS.en!)).toBe('-0.14 to the leader');
  expect(gapText(leader!.place.diff, PAGE_WORDS.en!)).toBe('');
  const behind = { label: 'Behind', source: 'diff', align: 'right', width: 8 } as const;
  expect(gapColumns(ofUnit([], { gap: document.header.gap!, columns: [behind] }), words)).toEqual([]);
  expect(gapColumns(ofUnit([]), words)).toEqual([]);
});

describe('the layout', () => {
  test('is the same from its address', () => {
    const layout = {
      ...FIRST_LAYOUT,
      view: 'results' as const,
      discipline: 'ATH',
      units: [FINAL_100M, FINAL_200M],
      delayS: 8,
      isMirrored: true,
      competitor: '1234567',
    };
    expect(layoutFrom(addressOf(layout))).toEqual(layout);
    expect(layoutFrom('')).toEqual(FIRST_LAYOUT);
  });

  test('leaves out what cannot be', () => {
    expect(layoutFrom('#view=all&discipline=../&units=x,y&delay=1e9&mirror=yes')).toEqual({
      ...FIRST_LAYOUT,
      delayS: 600,
    });
    expect(layoutFrom('#delay=-3').delayS).toBe(0);
    expect(layoutFrom('#delay=soon').delayS).toBe(0);
  });

  test('has three units at most, the oldest goes, and one that is there is taken away', () => {
    const units = ['A', 'B', 'C'];
    expect(withUnit({ ...FIRST_LAYOUT, units }, 'D', true).units).toEqual(['B', 'C', 'D']);
    expect(withUnit({ ...FIRST_LAYOUT, units }, 'B', true).units).toEqual(['A', 'C']);
    expect(withUnit({ ...FIRST_LAYOUT, units }, 'D', false).units).toEqual(['D']);
  });
});

test('back to now keeps sport, hold-back and units side by side, and leaves a unit that was looked at alone', () => {
  const lost = {
    ...FIRST_LAYOUT,
    view: 'athlete' as const,
    discipline: 'ATH',
    delayS: 8,
    competitor: '1234567',
  };
  const now = { ...FIRST_LAYOUT, discipline: 'ATH', delayS: 8 };
  expect(backToNow({ ...lost, units: [FINAL_100M] })).toEqual(now);
  const units = [FINAL_100M, FINAL_200M];
  expect(backToNow({ ...lost, units })).toEqual({ ...now, units });
});

test('two units that are under way do not take turns: the one that is shown stays until it is over', () => {
  const result = (unit: string, asOf: string, status: Header['status'] = 'LIVE') => ({
    header: { ...header(unit), status },
    rows: [],
    asOf,
  });
  expect(unitNow([result(FINAL_100M, '1'), result(FINAL_200M, '2')], null)).toBe(FINAL_200M);
  expect(unitNow([result(FINAL_100M, '3'), result(FINAL_200M, '2')], FINAL_200M)).toBe(FINAL_200M);
  expect(unitNow([result(FINAL_100M, '3'), result(FINAL_200M, '4', 'OFFICIAL')], FINAL_200M)).toBe(
    FINAL_100M,
  );
  expect(unitNow([result(FINAL_100M, '3', 'START_LIST'), result(FINAL_200M, '2', 'OFFICIAL')], null)).toBe(
    FINAL_200M,
  );
  expect(unitNow([], FINAL_100M)).toBeNull();
});

test('after the unit that was shown first comes the one that began next, whoever looks and whatever moved last', () => {
  const result = (unit: string, started: string, asOf: string, status: Header['status'] = 'LIVE') => ({
    header: { ...header(unit), info: { started: `2024-06-09T20:0${started}:00Z` }, status },
    rows: [],
    asOf,
  });
  const units = ['A', 'B', 'C', 'D'].map((code) => FINAL_100M.replace('000100', `00010${code}`));
  const [before, first, next, last] = units as [string, string, string, string];
  const live = [result(last, '4', '1'), result(before, '1', '9'), result(next, '3', '2')];
  const over = result(first, '2', '8', 'OFFICIAL');
  for (const results of [live, live.toReversed()]) {
    expect(unitNow([...results, result(first, '2', '1')], first)).toBe(first);
    expect(unitNow([...results, over], first)).toBe(next);
    expect(unitNow([over, ...results.filter(({ header: { unit } }) => unit === before)], first)).toBe(before);
  }
  // Where nothing is under way: what moved last.
  expect(unitNow([result(next, '3', '9', 'OFFICIAL'), over], first)).toBe(next);
});

test('a number finds who wears it before those whose number only begins so, and a name finds its bearer', () => {
  const rows = sprinters(3).map((row, index) => ({
    ...row,
    identity: {
      ...row.identity,
      bib: ['12', '1', '123'][index]!,
      name: ['BERG Ada', 'LÜND Eva', 'BERGMAN-ÅS Ida'][index]!,
    },
  }));
  const found = (asked: string): string[] => lookUp(asked, [{ rows }, { rows }]).map(({ name }) => name);
  expect(found('1')).toEqual(['LÜND Eva', 'BERG Ada', 'BERGMAN-ÅS Ida']);
  expect(found('12')).toEqual(['BERG Ada', 'BERGMAN-ÅS Ida']);
  expect(found('berg')).toEqual(['BERG Ada', 'BERGMAN-ÅS Ida']);
  expect(['lund', 'eva', 'lünd e', 'as', 'ida'].map((asked) => found(asked).join())).toEqual([
    'LÜND Eva',
    'LÜND Eva',
    'LÜND Eva',
    'BERGMAN-ÅS Ida',
    'BERGMAN-ÅS Ida',
  ]);
  expect(found(' ')).toEqual([]);
});

test('a start list is in the order of lanes, and says how somebody came here and what else was done', () => {
  const semi = 'ATHM100M--------------SFNL000200--';
  const rows = sprinters(2).map((row, index) => ({
    ...row,
    identity: {
      ...row.identity,
      lane: ['10', '2'][index]!,
      previous: semi,
      bests: { SB: '9.95', PB: '9.80' },
    },
  }));
  const before = { header: header(semi), rows: sprinters(1) };
  const sprint = { header: { ...header(FINAL_200M), status: 'OFFICIAL' as const }, rows: sprinters(2) };
  const toCome = { header: { ...header(FINAL_400M), status: 'START_LIST' as const }, rows: sprinters(2) };
  const starters = startersOf(ofUnit(rows), [ofUnit(rows), sprint, toCome, before]);
  expect(starters.map(({ position }) => position)).toEqual(['2', '10']);
  expect(starters[1]!.bests).toEqual(['PB 9.80', 'SB 9.95']);
  expect(starters[1]!.cameFrom?.row.mark.result).toBe(before.rows[0]!.mark.result);
  expect(starters[0]!.cameFrom).toBeNull();
  expect(starters.map(({ soFar }) => soFar.map(({ header: { unit } }) => unit))).toEqual([
    [FINAL_200M],
    [FINAL_200M],
  ]);
});

describe('own notes', () => {
  const own = withFavourite(withNote(NO_NOTES, '1', 'broke her arm in May'), 'NOR');

  test('are the same from their file, and a file that is none is refused', () => {
    expect(notesFrom(notesFile(own))).toEqual(own);
    for (const text of ['', '{', '[]', '{"notes":{}}', '{"format":"other","notes":{},"favourites":[]}'])
      expect(notesFrom(text)).toBeNull();
  });

  test('of two devices stand together, and nothing is lost', () => {
    const other = withNote(withNote(NO_NOTES, '1', 'new coach'), '2', 'debut');
    const both = together(own, other);
    expect(both.notes).toEqual({ 1: 'broke her arm in May\nnew coach', 2: 'debut' });
    expect(together(both, other)).toEqual(both);
  });

  test('mark whoever has one, and favourites by themselves or by their organisation', () => {
    expect(ownMark(own, '1', 'ITA')).toBe('✎');
    expect(ownMark(own, '1', 'NOR')).toBe('★✎');
    expect(ownMark(own, '2', 'NOR')).toBe('★');
    expect(ownMark(own, '2')).toBe('');
  });

  test('go when they are emptied, and a favourite when it is touched again', () => {
    expect(withNote(own, '1', ' ').notes).toEqual({});
    expect(withFavourite(own, 'NOR').favourites).toEqual([]);
  });
});
