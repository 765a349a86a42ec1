import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { chosenColumns, columnsOf, type FlatColumn } from '../../src/encode/flat/columns.ts';
import { flatRows, lineWhere } from '../../src/encode/flat/rows.ts';
import { writeFlat } from '../../src/encode/flat/write.ts';
import { DOCUMENT_TYPES, type Document } from '../../src/model/document.ts';
import { documentOf, SPRINT, sprinter } from '../support/small-documents.ts';

const ALL = { from: 1, count: 100 };
const objectsOf = (document: Document, columns = columnsOf(document.header)) =>
  JSON.parse(writeFlat.json(columns, flatRows(document, columns, ALL))) as Record<string, string>[];
const chosen = (text: string): FlatColumn[] | null =>
  chosenColumns(text, columnsOf(SPRINT.header), SPRINT.header.type);

describe('flat rows', () => {
  test('say all that is one text, as text, with rank, gap, and what the document is', () => {
    expect(objectsOf(SPRINT)[0]).toMatchObject({
      line: '1',
      competitor: '1234567',
      name: 'JACOBS Marcell',
      bib: '321',
      result: '10.02',
      records: 'WL',
      rank: '1',
      rankEqual: '',
      diff: '',
      title: "Athletics, Men's 100m, Final",
      documentStatus: 'UNOFFICIAL',
      isTest: '',
      isSound: 'Y',
      version: '17',
    });
  });

  test('every row has every column, empty where there is nothing', () => {
    const [first, second] = objectsOf(SPRINT);
    expect(Object.keys(second!)).toEqual(Object.keys(first!));
    expect(second).toMatchObject({ rank: '', result: '', irm: 'DQ', irmReason: 'TR16.8', given: '' });
  });

  test('the number behind a time is there in base units and in milliseconds, as exact as it was measured', () => {
    const row = sprinter(1);
    const timed = (result: string, value: string) => ({ ...row, mark: { ...row.mark, result, value } });
    const documents = [timed('1:43.75', '103.75'), timed('9.7845', '9.7845')].map((each) =>
      documentOf([each]),
    );
    expect(documents.map((document) => objectsOf(document)[0])).toMatchObject([
      { result: '1:43.75', value: '103.75', milliseconds: '103750' },
      { value: '9.7845', milliseconds: '9784.5' },
    ]);
  });

  test('what is no time has no milliseconds', () => {
    const row = sprinter(1);
    const jump = documentOf([{ ...row, mark: { ...row.mark, value: '8.95', resultType: 'DISTANCE' } }]);
    expect(objectsOf(jump)[0]).toMatchObject({ value: '8.95', milliseconds: '' });
  });

  test('what a sport shows of the performance stands under the codes of its columns, twice the same told apart', () => {
    const reaction = { source: 'details.timedRace.reaction', align: 'right', width: 5 } as const;
    const columns = [
      { ...reaction, code: 'REACTION TIME', label: 'RT' },
      { ...reaction, label: 'REACTION TIME' },
      { ...reaction, label: '4' },
    ];
    const document = { ...SPRINT, header: { ...SPRINT.header, columns } };
    expect(objectsOf(document)[0]).toMatchObject({
      REACTION_TIME: '0.158',
      REACTION_TIME_2: '0.158',
      _4: '0.158',
    });
  });

  test.each(DOCUMENT_TYPES)('%s has columns of its own, each named once, that can stand in XML', (type) => {
    const names = columnsOf({ type, columns: [] }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Za-z_][\w.-]*$/.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(8);
  });

  test('a stretch keeps the numbers of its lines', () => {
    const document = documentOf([1, 2, 3, 4, 5].map(sprinter));
    const columns = chosen('line,bib')!;
    expect(flatRows(document, columns, { from: 3, count: 2 })).toEqual([
      ['3', '3'],
      ['4', '4'],
    ]);
    expect(flatRows(document, columns, { from: 9, count: 2 })).toEqual([]);
  });

  test('a line is found by what it says', () => {
    const [bib] = chosen('bib')!;
    expect([lineWhere(SPRINT, bib!, '321'), lineWhere(SPRINT, bib!, '9')]).toEqual([1, 0]);
  });
});

describe('columns of the caller', () => {
  test('come in the order and under the names that were asked for', () => {
    expect(objectsOf(SPRINT, chosen('result:Time.Text, name:Headline.Text,rank')!)[0]).toEqual({
      'Time.Text': '10.02',
      'Headline.Text': 'JACOBS Marcell',
      rank: '1',
    });
  });

  test('a path with commas and colons in its brackets is one column', () => {
    expect(chosen('details.countback.heights[height=2.00,jumpOff=].trials:H1,rank')).toEqual([
      { name: 'H1', source: 'details.countback.heights[height=2.00,jumpOff=].trials' },
      { name: 'rank', source: 'rank' },
    ]);
  });

  test.each(['', ',', 'nothing', 'rank,rank', 'rank:x,name:x', 'rank:', 'constructor', '__proto__.x'])(
    '%j is refused',
    (text) => {
      expect(chosen(text)).toBeNull();
    },
  );
});

describe('forms', () => {
  const row = sprinter(1);
  const nasty = documentOf([
    { ...row, identity: { ...row.identity, name: '<O’NEIL> & "Söhne",\u0007\n=1+1' } },
  ]);
  const columns = chosen('name,rank')!;
  const rows = flatRows(nasty, columns, ALL);

  test('XML is read back by a parser, whatever a name holds', () => {
    const xml = writeFlat.xml(columns, rows);
    const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });
    expect(parser.parse(xml).rows.row).toMatchObject({ name: '<O’NEIL> & "Söhne",\ufffd\n=1+1', rank: '1' });
  });

  test('CSV has the names in its head and quotes what needs it', () => {
    expect(writeFlat.csv(columns, rows)).toBe('name,rank\r\n"<O’NEIL> & ""Söhne"",\u0007\n\'=1+1",1\r\n');
  });

  test('no rows are an empty array, a head, an empty element', () => {
    expect(writeFlat.json(columns, [])).toBe('[]');
    expect(writeFlat.csv(columns, [])).toBe('name,rank\r\n');
    expect(writeFlat.xml(columns, [])).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<rows>\n</rows>\n');
  });
});
