import { describe, expect, test } from 'vitest';
import { Followed } from '../../src/scoreboard/followed.ts';
import { layoutOf } from '../../src/scoreboard/layout.ts';
import { packetsOf } from '../../src/scoreboard/packets.ts';
import { singleBytes } from '../../src/scoreboard/single-bytes.ts';
import { documentOf, SPRINT, sprinter } from '../support/small-documents.ts';

const ROW = {
  length: 24,
  fields: [
    { column: 'rank', at: 1, length: 2, align: 'right' },
    { column: 'name', at: 4, length: 12 },
    { column: 'result', at: 17, length: 7, align: 'right' },
  ],
};
const SAID = {
  channel: 'ATHM100M--------------FNL-000100--/RESULT',
  start: '02',
  end: '03',
  rows: 3,
  row: ROW,
};
const layoutWith = (changed: object) => layoutOf(JSON.stringify({ ...SAID, ...changed }));
const shown = (changed: object, document = SPRINT as typeof SPRINT | null, isLive = true) =>
  packetsOf(layoutWith(changed), { document, isLive }).map((bytes) => Buffer.from(bytes).toString('latin1'));

const FIRST = ' 1 JACOBS Marce   10.02 ';
const SECOND = "   O'NEIL               ";
const BLANK = ' '.repeat(24);

describe('packets', () => {
  test('a board is one packet of all rows, those without anybody blank', () => {
    expect(shown({})).toEqual([`\u0002${FIRST}${SECOND}${BLANK}\u0003`]);
  });

  test('row by row each has a start and an end, the head first', () => {
    const head = { fields: [{ column: 'documentStatus', at: 1, length: 10 }] };
    expect(shown({ packet: 'row', head })).toEqual([
      '\u0002UNOFFICIAL\u0003',
      `\u0002${FIRST}\u0003`,
      `\u0002${SECOND}\u0003`,
      `\u0002${BLANK}\u0003`,
    ]);
  });

  test('bytes are counted from 0 where a machine does so', () => {
    const fields = [{ column: 'rank', at: 0, length: 1 }];
    expect(shown({ firstByte: 0, rows: 1, row: { fields }, start: '', end: '0D 0A' })).toEqual(['1\r\n']);
  });

  test('left, right and in the middle', () => {
    const fields = ['left', 'right', 'center'].map((align, index) => ({
      column: 'rank',
      at: 1 + index * 4,
      length: 4,
      align,
    }));
    expect(shown({ rows: 1, row: { fields }, start: '', end: '' })).toEqual(['1      1 1  ']);
  });

  test('nothing is published: as many bytes, all blank', () => {
    expect(shown({}, null)).toEqual([`\u0002${BLANK.repeat(3)}\u0003`]);
  });

  test('a rehearsal is blank unless it may be shown', () => {
    const rehearsal = { ...SPRINT, header: { ...SPRINT.header, test: true } };
    expect(shown({}, rehearsal)).toEqual(shown({}, null));
    expect(shown({ test: true }, rehearsal)).toEqual(shown({}));
  });

  test('a column that the document does not have is named with those that it has', () => {
    expect(() => shown({ row: { fields: [{ column: 'heights', at: 1, length: 2 }] } })).toThrow(
      /heights is no column here; there are feed line competitor/,
    );
  });
});

describe('feed', () => {
  const layout = layoutWith({
    rows: 1,
    row: { fields: [{ column: 'feed', at: 1, length: 4 }] },
    start: '',
    end: '',
  });
  const feedOf = (followed: Followed): string =>
    packetsOf(layout, followed)
      .map((bytes) => Buffer.from(bytes).toString())
      .join();
  const keepalive = (behind: number | null, state: 'ok' | 'silent' | 'late' | 'unknown' = 'ok') => ({
    at: '2026-11-29T05:00:00.000Z',
    behind,
    sources: [{ source: 'timing', state, lastFactAgeMs: 5 }],
    positions: {},
  });

  test('is lost until an edge says that results keep up, and again without a connection', () => {
    const followed = new Followed();
    followed.took(SPRINT);
    expect(feedOf(followed)).toBe('LOST');
    followed.heard(keepalive(0));
    expect(feedOf(followed)).toBe('LIVE');
    followed.lost();
    expect(feedOf(followed)).toBe('LOST');
  });

  test.each([
    [keepalive(null), 'LOST'],
    [keepalive(11), 'LOST'],
    [keepalive(0, 'late'), 'LOST'],
    [keepalive(0, 'unknown'), 'LOST'],
    [keepalive(3), 'LIVE'],
    // The document says of it that it cannot be relied on.
    [keepalive(0, 'silent'), 'LIVE'],
  ])('%j is %s', (said, feed) => {
    const followed = new Followed();
    followed.heard(said);
    expect(feedOf(followed)).toBe(feed);
  });
});

describe('letters', () => {
  test.each([
    ['BĚLOHLÁVEK Šárka', 'ascii', 'BELOHLAVEK Sarka'],
    ['Ødegård Åse, Strauß', 'ascii', 'Odegard Ase, Strauss'],
    ['Ødegård', 'latin1', 'Ødegård'],
    ['Šárka', 'latin1', 'Sárka'],
    ['李娜', 'ascii', '??'],
    ['a\u0003b\u007f\u0085', 'latin1', 'a?b??'],
    ['e\u0301', 'latin1', 'é'],
  ] as const)('%j in %s is %j', (text, encoding, bytes) => {
    expect(singleBytes(text, encoding)).toBe(bytes);
  });

  test('a field has its length in bytes, whatever becomes of the letters', () => {
    const row = sprinter(1);
    const document = documentOf([{ ...row, identity: { ...row.identity, name: 'STRAUẞENBERGER' } }]);
    const [packet] = shown({ rows: 1 }, document);
    expect(packet).toBe('\u0002 1 STRAUSSENBER   10.01 \u0003');
  });
});

describe('a layout that is none', () => {
  test.each([
    ['{', /the layout is no JSON/],
    ['[]', /the layout is an object/],
    [{ colour: 1 }, /colour is no part/],
    [{ row: { fields: [{ ...ROW.fields[0], allign: 'left' }] } }, /row.fields\[0\].allign is no part/],
    [{ channel: 'ATH/RESULT' }, /channel is <RSC>/],
    [{ packet: 'page' }, /packet is one of board, row/],
    [{ start: '2' }, /start is bytes/],
    [{ rows: 0 }, /rows is a whole number from 1/],
    [{ firstByte: 2 }, /firstByte is a whole number from 0 to 1/],
    [{ repeatMs: -1 }, /repeatMs/],
    [{ test: 'yes' }, /test is true or false/],
    [{ encoding: 'utf8' }, /encoding is one of/],
    [{ row: {} }, /row.fields is a list/],
    [{ row: { length: 1, fields: ROW.fields } }, /length is a whole number from 23/],
    [
      { row: { fields: [{ column: 'rank', at: 0, length: 1 }] } },
      /row.fields\[0\].*at is a whole number from 1/,
    ],
    [{ row: { fields: [{ column: '', at: 1, length: 1 }] } }, /column/],
    [
      { row: { fields: [ROW.fields[0], { column: 'bib', at: 2, length: 2 }] } },
      /fields\[1\] lies over fields\[0\]/,
    ],
  ] as const)('%j: %s', (changed, message) => {
    const text = typeof changed === 'string' ? changed : JSON.stringify({ ...SAID, ...changed });
    expect(() => layoutOf(text)).toThrow(message);
  });
});
