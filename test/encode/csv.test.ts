import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/encode/csv.ts';
import type { Column } from '../../src/model/row.ts';
import { documentOf, SPRINT, sprinter } from '../support/small-documents.ts';

const column = (label: string, source: string): Column => ({ label, source, align: 'left', width: 8 });

const csvWith = (columns: readonly Column[], name: string): string => {
  const row = sprinter(1);
  const document = documentOf([{ ...row, identity: { ...row.identity, name } }]);
  return csvOf({ ...document, header: { ...document.header, columns } });
};

const NAME = [column('Name', 'name')];

describe('CSV', () => {
  test('RFC 4180 has the columns of the header as first line, CRLF, one line a row', () => {
    const columns = [
      column('#', 'rank'),
      column('Reaction', 'details.timedRace.reaction'),
      column('Rec', 'records'),
    ];
    expect(csvOf({ ...SPRINT, header: { ...SPRINT.header, columns } })).toBe(
      '#,Reaction,Rec\r\n1,0.158,WL\r\n,,\r\n',
    );
  });

  test.each([
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('RFC 4180 the cell %j is written %j', (name, cell) => {
    expect(csvWith(NAME, name)).toBe(`Name\r\n${cell}\r\n`);
  });

  test.each(['=1+1', '@SUM(A1)', '+cmd|x', '-2+3', '\tx', '=HYPERLINK("http://x")'])(
    'a spreadsheet does not take %j for a formula',
    (name) => {
      expect(csvWith(NAME, name)).toMatch(/^Name\r\n"?'/);
    },
  );

  test.each([
    ['Smith;=1+1', `"Smith;'=1+1"`],
    [';@SUM(A1);-2+3;+0.12', `";'@SUM(A1);'-2+3;+0.12"`],
    ['a\t=1+1', `"a\t'=1+1"`],
    ['two\n=1+1', `"two\n'=1+1"`],
    ['a;-;b', '"a;-;b"'],
  ])('nor one that separates by other characters, in %j', (name, written) => {
    expect(csvWith(NAME, name)).toBe(`Name\r\n${written}\r\n`);
  });

  test.each(['+0.12', '-0.3', '-', '+1:02.30'])('the value %s stays as it is', (name) => {
    expect(csvWith(NAME, name)).toBe(`Name\r\n${name}\r\n`);
  });

  test('a source that is not there, or is not the row own field, gives an empty cell', () => {
    const columns = [
      column('A', 'details.judged.parts'),
      column('B', 'constructor.name'),
      column('C', 'sortOrder'),
    ];
    expect(csvWith(columns, 'x')).toBe('A,B,C\r\n,,1\r\n');
  });
});
