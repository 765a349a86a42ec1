import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDocument, decodeFrame } from '../../src/encode/decode.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import type { Document } from '../../src/model/document.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { arbitraryDocument } from '../support/arbitrary-document.ts';

const contentHash = ({ header, rows }: Document): string => new ContentHash(header, rows).text;

describe.each(FORMATS)('%s', (format) => {
  const encoder = encoderOf(format);

  test('a whole document decodes to the same content, hash and numbering', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const decoded = decodeDocument(format, encoder.whole(document));
        expect(contentHash(decoded)).toBe(document.hash);
        expect({ ...decoded, header: null, rows: null }).toEqual({ ...document, header: null, rows: null });
      }),
      { seed: 20240609, numRuns: 300 },
    );
  });

  test('a frame decodes to the same document as the document alone', () => {
    fc.assert(
      fc.property(arbitraryDocument(3), (document) => {
        const decoded = decodeFrame(format, encoder.frame(document));
        expect(decoded).toEqual({ document: decodeDocument(format, encoder.whole(document)) });
      }),
      { seed: 20240610, numRuns: 100 },
    );
  });
});
