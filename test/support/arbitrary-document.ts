/** Documents of every type as fast-check makes them, from the declaration of their rows and headers. */
import fc from 'fast-check';
import { DOCUMENT_TYPES, type Document, type DocumentType, type Header } from '../../src/model/document.ts';
import type { Row } from '../../src/model/row.ts';
import { DOCUMENT } from '../../src/model/shape/frame.ts';
import { HEADER } from '../../src/model/shape/header.ts';
import { type PartName, partShape, rowsOf } from '../../src/model/shape/table.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { arbitraryCode, arbitraryOf, arbitraryRsc } from './arbitrary-shape.ts';

export const arbitraryPart = (part: PartName): fc.Arbitrary<object> => arbitraryOf(partShape(part));

export const arbitraryRow = (type: DocumentType, key: string): fc.Arbitrary<Row> =>
  fc.record({
    key: fc.constant(key),
    ...Object.fromEntries(rowsOf(type).parts.map((part) => [part, arbitraryPart(part)])),
  }) as fc.Arbitrary<Row>;

/** Rows with these keys. */
export const arbitraryRowsWith = (
  type: DocumentType,
  keys: fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<readonly Row[]> =>
  keys.chain((some) => fc.tuple(...some.map((key) => arbitraryRow(type, key))));

const arbitraryRows = (type: DocumentType, maxLength: number): fc.Arbitrary<readonly Row[]> => {
  const key = rowsOf(type).key === 'unit' ? arbitraryRsc : arbitraryCode;
  return arbitraryRowsWith(type, fc.uniqueArray(key, { maxLength }));
};

export const arbitraryType = fc.constantFrom(...DOCUMENT_TYPES);

export const arbitraryHeader = (type: DocumentType): fc.Arbitrary<Header> =>
  arbitraryOf<Header>(HEADER).map((header) => ({ ...header, type }));

const arbitraryCorrection = arbitraryOf<NonNullable<Document['correction']>>(
  DOCUMENT.fields.correction.kind.shape,
);

export const arbitraryDocument = (maxRows = 6): fc.Arbitrary<Document> =>
  arbitraryType.chain((type) =>
    fc
      .record({
        version: fc.integer({ min: 1, max: 100_000 }),
        asOf: fc.constantFrom('2024-06-09T20:53:11.104Z', '1999-12-31T00:00:00.000Z'),
        correction: fc.option(arbitraryCorrection, { nil: null }),
        header: arbitraryHeader(type),
        rows: arbitraryRows(type, maxRows),
      })
      .map((document) => ({
        epoch: 'k3f9',
        hash: new ContentHash(document.header, document.rows).text,
        ...document,
      })),
  );
