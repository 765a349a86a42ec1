import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Conversion } from '../../../src/verify/converters/conversion.ts';
import { gymnasticsConverters } from '../../../src/verify/converters/gymnastics.ts';
import { referenceOf } from '../../../src/verify/converters/gymnastics-reference.ts';
import { HEADER } from '../../../src/verify/converters/gymnastics-source.ts';

const [converter] = gymnasticsConverters;
const folder = mkdtempSync(join(tmpdir(), 'gymnastics-'));
afterAll(() => rmSync(folder, { recursive: true }));

function converted(...lines: string[]): readonly Conversion[] {
  const path = join(folder, 'meet.csv');
  writeFileSync(path, [HEADER, ...lines].join('\n'));
  return converter!.convert(path) as readonly Conversion[];
}

const MEET = 'Cup,1 May 2022,"Town, Land"';

test('a table is recognised by its header, not by its name', () => {
  expect(converter!.recognises('anything.csv', `${HEADER}\n`)).toBe(true);
  expect(converter!.recognises('gymnastics.csv', 'Rank,Name\n')).toBe(false);
});

test('nothing that the officials worked out is in the facts', () => {
  const [meet] = converted(`${MEET},final,w,FX,77,FIRST,One,ITA,5.1,8.033,0.1,13.033`);
  const facts = [...meet!.facts].map((fact) => JSON.stringify(fact));
  expect(facts.join()).not.toMatch(/13\.033|77|rank/i);
  expect(facts.filter((fact) => fact.includes('"score"'))).toHaveLength(3);
  expect(meet!.lists[0]!.rows[0]).toMatchObject({ competitor: 'ITA-FIRST-One', rank: 77 });
});

test('each meet of a table is a competition of its own', () => {
  const meets = converted(
    `${MEET},final,w,FX,1,FIRST,One,ITA,5.1,8.033,,13.133`,
    'Other,2 May 2022,"Town, Land",final,w,FX,1,FIRST,One,ITA,5.1,8.033,,13.133',
  );
  expect(meets.map(({ lists }) => lists.map(({ channel }) => channel))).toEqual([
    ['GARW1APFX-------------FNL-000100--/RESULT'],
    ['GARW1APFX-------------FNL-000100--/RESULT'],
  ]);
});

test('the rounds of a qualification are one, although names are spelt differently', () => {
  const [meet] = converted(
    `${MEET},qual,w,BB,1,JESUS SANTOS,Melanie,FRA,5.3,7.933,,13.233`,
    `${MEET},AAqual,w,BB,1,de JESUS,,FRA,5.3,7.933,,13.233`,
  );
  const startLists = [...meet!.facts].filter((fact) => 'startList' in fact) as {
    startList: { entries: object[] };
  }[];
  expect(startLists.map(({ startList }) => startList.entries.length)).toEqual([1, 1, 1]);
});

const row = (code: string, rank: number | null, score: number, published = score) => ({
  code,
  rank,
  lines: [],
  byMarks: [score, 8, 5],
  byScores: [published, 8, 5],
  agrees: score === published,
});

test('a printed place is explained only where the source contradicts itself', () => {
  const sound = referenceOf([row('A', 1, 14), row('B', 2, 13), row('C', 3, 12)], { inverted: false });
  expect(['A', 'B', 'C'].map((code) => sound.reason(code))).toEqual([null, null, null]);
  const hole = referenceOf([row('A', 1, 14), row('B', 3, 13)], { inverted: false });
  expect(hole.reason('B')).toMatch(/^ROWS_MISSING/);
  const contradictory = referenceOf([row('A', 2, 14, 12), row('B', 1, 13)], { inverted: false });
  expect(contradictory.reason('B')).toMatch(/^SCORE_IS_NOT_THE_SUM/);
  const bonus = referenceOf([row('A', 2, 14), row('B', 1, 13)], { inverted: false });
  expect(bonus.reason('B')).toMatch(/^NOT_BY_PUBLISHED_SCORE/);
});
