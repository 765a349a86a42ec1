/** Archives (`.lxf`), encodings and bounds: how the text of a file is come by. */
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../src/venue/import/import-error.ts';
import { importIof } from '../../src/venue/import/iof.ts';
import { importLenex } from '../../src/venue/import/lenex.ts';
import { xmlRecords } from '../../src/venue/import/xml-records.ts';
import { LENEX_2 } from './lenex-sample.ts';

interface Packed {
  readonly name: string;
  readonly text: string;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** What the archive claims. */
  readonly size?: number;
  readonly crc?: number;
}

/** A ZIP archive as meet managers write it (APPNOTE 4.3). */
function zip(...files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const content = Buffer.from(file.text);
    const packed = file.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(file.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(file.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(file.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(file.crc ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(file.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004'), common, name, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, name);
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

const MEET: Packed = { name: 'meet.lef', text: LENEX_2 };
const factsOf = (file: Uint8Array | string): unknown[] => [...importLenex(file).facts];

function errorOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof ImportError) return `${error.code} ${error.message}`;
    throw error;
  }
}

describe('archives', () => {
  test('an archive gives the facts of the file in it, deflated or stored, beside files of other kinds', () => {
    const facts = factsOf(LENEX_2);
    expect(factsOf(zip(MEET))).toEqual(facts);
    expect(factsOf(zip({ ...MEET, stored: true }, { name: 'readme.txt', text: 'x' }))).toEqual(facts);
  });

  test.each([
    ['no file of the format', zip({ name: 'a.txt', text: 'x' }), /there is no such file/],
    ['two of them', zip(MEET, { ...MEET, name: 'b.lef' }), /several: meet\.lef, b\.lef/],
    ['an encrypted one', zip({ ...MEET, encrypted: true }), /encrypted/],
    ['one that is too large', zip({ ...MEET, size: 65 * 1024 * 1024 }), /larger than/],
    [
      'one that is larger than it says',
      zip({ name: 'a.lef', text: ' '.repeat(65 * 1024 * 1024), size: 9 }),
      /larger|damaged/,
    ],
    ['a damaged one', zip({ ...MEET, crc: 1 }), /damaged/],
    ['an archive that was cut off', zip(MEET).subarray(0, 400), /cut off/],
    [
      'an archive whose list leads nowhere',
      Buffer.concat([zip(MEET).subarray(0, 60), zip(MEET).subarray(-22)]),
      /cut off|damaged/,
    ],
  ])('%s is refused', (_, archive, why) => {
    expect(errorOf(() => importLenex(archive))).toMatch(/^LENEX_ZIP/);
    expect(errorOf(() => importLenex(archive))).toMatch(why);
  });
});

describe('encodings', () => {
  const text = LENEX_2.replace('Ammann', 'Müller𠮷');
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, whatever the file says', utf16],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16()],
    ['UTF-16 without a mark', utf16.subarray(2)],
    ['UTF-8 that says it is UTF-16', Buffer.from(text.replace('UTF-8', 'utf-16'))],
  ])('%s is read', (_, bytes) => {
    expect(JSON.stringify(factsOf(bytes))).toContain('"family":"Müller𠮷"');
  });

  test('bytes that are not UTF-8 are told by line', () => {
    const latin = Buffer.from(LENEX_2.replace('Ammann', 'M\u00fcller'), 'latin1');
    expect(errorOf(() => importLenex(latin))).toMatch(/^LENEX_ENCODING line 15: /);
  });
});

describe('records', () => {
  const format = { name: 'T', roots: ['R'], records: new Set(['P']) };
  const read = (...blocks: readonly string[]): unknown[] =>
    [...xmlRecords(blocks.join(''), format)].map(({ element, within }) => [
      element.line,
      element.attributes.a ?? element.text,
      within.map(({ name }) => name).join('/'),
    ]);

  test('one has its line, its text and those around it', () => {
    const xml =
      '<?xml version="1.0"?>\n<!-- <P a="0"/> -->\n<n:R>\n<G x="a>b">\n<P a="1"/>\n<P><![CDATA[<P>&amp;]]> &amp; <P/></P></G>\n<P a=\'>\'></P></n:R>\n';
    expect(read(xml)).toEqual([
      [5, '1', 'R/G'],
      [6, '<P>&amp; &', 'R/G'],
      [7, '>', 'R'],
    ]);
  });

  test.each([
    [
      'an element that is not closed',
      '<R><G>',
      'T_MALFORMED the file is not well-formed XML: line 1: G is not closed',
    ],
    [
      'another one closed',
      '<R>\n<G></H></R>',
      'T_MALFORMED the file is not well-formed XML: line 2: </H> closes G',
    ],
    [
      'a record that is cut off',
      '<R>\n<P><a>',
      'T_MALFORMED the file is not well-formed XML: line 2: it is cut off',
    ],
    ['a fault in a record', '<R>\n<P>\n<a></b></P></R>', /line 3: Expected closing tag 'a'/],
    ['a second root', '<R/><R/>', /second root/],
    ['text outside', '<R/>x', /text outside/],
    ['an entity', '<!DOCTYPE R [<!ENTITY a "b">]><R/>', /^T_DOCTYPE line 1/],
    ['a DOCTYPE within', '<R><!DOCTYPE R></R>', /^T_DOCTYPE/],
    ['elements in each other', `<R><P>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</P></R>`, /nested deeper/],
    ['another root', '<P/>', /^NOT_T/],
    ['one record larger than any', `<R><P>${'x'.repeat(5 * 1024 * 1024)}</P></R>`, /^T_TOO_LARGE/],
  ])('%s is refused', (_, xml, why) => {
    expect(errorOf(() => read(xml))).toMatch(why);
  });

  test('where blocks end makes no difference', () => {
    const bytes = Buffer.from(LENEX_2.replace('<SESSIONS>', `<!-- ${'é'.repeat(200_000)} --><SESSIONS>`));
    expect(factsOf(bytes)).toEqual(factsOf(LENEX_2));
  });

  test('IOF lists come in archives, too', () => {
    const text = '<ResultList iofVersion="3.0"/>';
    expect([...importIof(zip({ name: 'list.xml', text })).facts]).toEqual([]);
  });
});
