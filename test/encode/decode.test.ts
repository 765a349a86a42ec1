import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameType } from '../../src/conformance/stated/read-frame.ts';
import { decodeDocument, decodeFrame } from '../../src/encode/decode.ts';
import { DecodeError } from '../../src/encode/decode-error.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import { documentOf, SPRINT, sprinter } from '../support/small-documents.ts';

describe('decoding', () => {
  test.each(FORMATS)(
    '%s: random bytes are refused with BAD_DOCUMENT or read, never anything else',
    (format) => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
          for (const decode of [decodeFrame, decodeDocument]) {
            try {
              decode(format, bytes);
            } catch (error) {
              expect(error).toBeInstanceOf(DecodeError);
              expect((error as DecodeError).code).toBe('BAD_DOCUMENT');
            }
          }
        }),
        { seed: 51, numRuns: 300 },
      );
    },
  );

  test.each(['json', 'odf'] as const)('%s: a frame cut short anywhere is refused', (format) => {
    const text = Buffer.from(encoderOf(format).frame(SPRINT)).toString().trimEnd();
    for (let length = 0; length < text.length; length += 7) {
      expect(() => decodeFrame(format, text.slice(0, length))).toThrow(DecodeError);
    }
  });

  test.each(['[]', '{}', 'null', '{"delta":{"rows":1}}', '{"document":{"rows":[1]}}'])(
    'JSON %s is refused',
    (text) => {
      expect(() => decodeFrame('json', text)).toThrow(DecodeError);
    },
  );

  test('XML with a DOCTYPE is refused unread', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><OdfBody DocumentType="DT_RESULT">&a;</OdfBody>';
    expect(() => decodeDocument('odf', bomb)).toThrow(/DOCTYPE/);
  });

  test('a reader that knows only the schema reads rows with their sort order', () => {
    const rows = [sprinter(1), sprinter(2), sprinter(3)];
    const { document } = frameType.decode(encoderOf('protobuf').frame(documentOf(rows))).toJSON() as {
      document: { rows: { sortOrder: number; key: string; mark: { result: string } }[] };
    };
    expect(document.rows.map((row) => [row.sortOrder, row.key, row.mark.result])).toEqual(
      rows.map(({ key, mark }, index) => [index + 1, key, mark.result]),
    );
  });

  test('fields of a later schema are passed over', () => {
    const unknown = Buffer.from([0xfa, 0x7f, 0x01, 0x78]);
    const bytes = Buffer.concat([encoderOf('protobuf').whole(SPRINT), unknown]);
    expect(decodeDocument('protobuf', bytes)).toEqual(SPRINT);
    const text = Buffer.from(encoderOf('json').whole(SPRINT)).toString();
    expect(decodeDocument('json', text.replace('{', '{"later":1,'))).toEqual(SPRINT);
  });
});
