import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import type { Document } from '../../src/model/document.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { arbitraryHistory } from '../support/arbitrary-history.ts';
import { documentOf, sprinter } from '../support/small-documents.ts';

const cloned = (document: Document): Document => ({
  ...structuredClone({ ...document, rows: [] }),
  rows: structuredClone([...document.rows]),
});

describe.each(FORMATS)('fragments of %s', (format) => {
  const encoder = encoderOf(format);

  test('a version put together from kept fragments has the bytes of one encoded from scratch', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = VersionedDocument.first(
          'k3f9',
          first!.header,
          first!.rows,
          '2024-06-09T20:53:11.104Z',
        );
        encoder.frame(series.current);
        for (const { header, rows } of later) {
          series.publish(header, rows, '2024-06-09T20:53:12.000Z');
          const kept = encoder.frame(series.current);
          const fromScratch = encoder.frame(cloned(series.current));
          expect(Buffer.compare(kept, fromScratch)).toBe(0);
        }
      }),
      { seed: 41, numRuns: 100 },
    );
  });

  test('a row that two events show says in each what belongs to it', () => {
    const row = sprinter(1);
    const hundred = documentOf([row]);
    const other = { ...hundred, header: { ...hundred.header, unit: 'ATHM200M--------------FNL-000100--' } };
    const [one, two, again] = [hundred, other, hundred].map((document) => encoder.whole(document));
    expect(Buffer.compare(two!, encoder.whole(cloned(other)))).toBe(0);
    expect(Buffer.compare(again!, one!)).toBe(0);
  });

  test('bytes that were handed out stay as they were when the next document is encoded', () => {
    const first = encoder.frame(documentOf([sprinter(1), sprinter(2)]));
    const copy = Buffer.from(first);
    encoder.frame(documentOf([sprinter(3)], 2));
    expect(Buffer.compare(first, copy)).toBe(0);
  });

  test('a document larger than the first buffer is whole', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => sprinter(index + 1));
    const text = Buffer.from(encoder.whole(documentOf(rows))).toString();
    for (const number of [1, 750, 1500]) expect(text).toContain(String(1_000_000 + number));
  });
});
