import { describe, expect, test } from 'vitest';
import type { Header } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { changedRows } from '../../src/pages/view/changed-rows.ts';
import { NEWS_MS, type TableLines, tableLines } from '../../src/pages/view/table-lines.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const WORDS = { language: 'en', discipline: '' };
const AT = 1_000_000;

const lines = (
  rows: readonly Row[],
  previous: TableLines | null = null,
  now = AT,
  changed: Partial<Header> = {},
): TableLines => tableLines({ header: { ...header(FINAL_100M), ...changed }, rows }, WORDS, previous, now);

const withMark = (row: Row, result: string): Row => ({ ...row, mark: { ...row.mark!, result } });

describe('the lines of a table', () => {
  test('stay the same objects while they say the same', () => {
    const rows = sprinters();
    const before = lines(rows);
    const changed = [withMark(rows[0]!, '9.50'), ...rows.slice(1)];
    const after = lines(changed, before);
    expect(after.lines[0]).not.toBe(before.lines[0]);
    expect(after.lines.slice(1).every((line, index) => line === before.lines[index + 1])).toBe(true);
    expect(after.columns).toBe(before.columns);
  });

  test('whose own mark changed are new, with the rank before and now; those that only moved are not', () => {
    const rows = sprinters();
    const before = lines(rows);
    const last = withMark(rows.at(-1)!, '9.50');
    const after = lines([last, ...rows.slice(0, -1)], before);
    expect(after.lines[0]!.news).toEqual({ at: AT, oldRank: 8, newRank: 1 });
    expect(after.lines.slice(1).map(({ news }) => news)).toEqual(after.lines.slice(1).map(() => null));
    expect(after.lines[1]!.rank).toBe(2);
  });

  test('are new for as long as people need to see it, also through versions that change others', () => {
    const rows = sprinters();
    const first = [withMark(rows[0]!, '9.50'), ...rows.slice(1)];
    const shown = lines(first, lines(rows));
    const later = lines([first[0]!, withMark(rows[1]!, '9.60'), ...rows.slice(2)], shown, AT + 1_000);
    expect(later.lines[0]!.news?.at).toBe(AT);
    const old = lines([...first], later, AT + NEWS_MS);
    expect(old.lines[0]!.news).toBeNull();
  });

  test('are not new when a document comes whole, or in other words', () => {
    const rows = sprinters();
    const before = lines(rows);
    const copies = rows.map((row) => structuredClone(row));
    expect(lines(copies, before).lines.some(({ news }) => news !== null)).toBe(false);
    const french = tableLines({ header: header(FINAL_100M), rows }, { ...WORDS, language: 'fr' }, before, AT);
    expect(french.lines.some(({ news }) => news !== null)).toBe(false);
  });

  test('are not new when the page itself has something to add, as the heat of each', () => {
    const rows = sprinters();
    const withHeat = (heat: string, previous: TableLines | null): TableLines => {
      const column = { label: 'Heat', source: 'unit', align: 'left', width: 6 } as const;
      const added = [{ column, before: 'result', textOf: () => heat }];
      return tableLines({ header: header(FINAL_100M), rows }, WORDS, previous, AT, added);
    };
    const after = withHeat('Heat 3', withHeat('', null));
    expect(after.lines[0]!.texts).toContain('Heat 3');
    expect(after.lines.some(({ news }) => news !== null)).toBe(false);
  });

  test('of somebody without a place are told apart by the reason, not by the missing rank', () => {
    const [first, second, ...others] = sprinters();
    const out: Row = { ...first!, mark: { ...first!.mark, irm: 'DQ', result: null }, place: NO_PLACE };
    const waits: Row = { ...second!, mark: { ...second!.mark, result: null }, place: NO_PLACE };
    const shown = lines([...others, out, waits]);
    expect(shown.lines.at(-2)!.isUnplaced).toBe(true);
    expect(shown.lines.at(-1)!.isUnplaced).toBe(false);
  });

  test('show a column only where it has a text, and an attempt also before there is one', () => {
    const columns = [
      { label: 'Wind', source: 'details.bestOf.wind', align: 'right', width: 4 },
      { label: '1', source: 'details.bestOf.attempts[attempt=1].mark', align: 'right', width: 4 },
    ] as const;
    const shown = lines(sprinters(), null, AT, { columns: [...header(FINAL_100M).columns, ...columns] });
    expect(shown.shown.map((index) => shown.columns[index]!.label)).toEqual(['Rank', 'Name', 'Result', '1']);
  });
});

test('a row that is drawn is changed by what is its own, for a while', () => {
  const rows = sprinters();
  const moved = { ...rows[1]!, place: { ...rows[1]!.place, tied: true } };
  const after = { rows: [withMark(rows[0]!, '9.50'), moved, ...rows.slice(2)] };
  const changed = changedRows({ rows }, after, new Map(), AT);
  expect([...changed.keys()]).toEqual([rows[0]!.key]);
  expect(changedRows(after, after, changed, AT + NEWS_MS - 1).size).toBe(1);
  expect(changedRows(after, after, changed, AT + NEWS_MS).size).toBe(0);
});
