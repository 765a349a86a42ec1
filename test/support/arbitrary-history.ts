/** A document's life: versions that follow each other by the changes that competitions make. */
import fc from 'fast-check';
import type { DocumentType, Header } from '../../src/model/document.ts';
import type { Row } from '../../src/model/row.ts';
import { rowsOf } from '../../src/model/shape/table.ts';
import {
  arbitraryHeader,
  arbitraryPart,
  arbitraryRow,
  arbitraryRowsWith,
  arbitraryType,
} from './arbitrary-document.ts';

export interface Content {
  readonly header: Header;
  readonly rows: readonly Row[];
}

type Change = (content: Content) => Content;

const place = fc.nat({ max: 1000 });
const key = fc.integer({ min: 1, max: 12 }).map(String);

const reordered =
  (change: (rows: readonly Row[]) => readonly Row[]): Change =>
  ({ header, rows }) => ({ header, rows: change(rows) });

const changed = (at: number, change: (row: Row) => Row): Change =>
  reordered((rows) => rows.map((row, index) => (index === at % rows.length ? change(row) : row)));

function moved(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows[from % (rows.length || 1)];
  return row === undefined ? rows : rows.filter((other) => other !== row).toSpliced(to % rows.length, 0, row);
}

const arbitraryChange = (type: DocumentType): fc.Arbitrary<Change> =>
  fc.oneof(
    ...rowsOf(type).parts.map((part) =>
      fc
        .tuple(place, arbitraryPart(part))
        .map(([at, now]) => changed(at, (row) => ({ ...row, [part]: now }))),
    ),
    fc.tuple(place, place).map(([from, to]) => reordered((rows) => moved(rows, from, to))),
    fc.constant(reordered((rows) => rows.toReversed())),
    place.map((at) => reordered((rows) => rows.filter((_, index) => index !== at % (rows.length || 1)))),
    fc
      .tuple(
        place,
        key.chain((each) => arbitraryRow(type, each)),
      )
      .map(([at, row]) =>
        reordered((rows) => {
          const others = rows.filter((other) => other.key !== row.key);
          return others.toSpliced(at % (others.length + 1), 0, row);
        }),
      ),
    arbitraryHeader(type).map((header) => (content: Content) => ({ ...content, header })),
    fc.constant((content: Content) => content),
  );

const arbitraryStart = (type: DocumentType): fc.Arbitrary<Content> =>
  fc.record({
    header: arbitraryHeader(type),
    rows: arbitraryRowsWith(type, fc.uniqueArray(key, { maxLength: 8 })),
  });

/** Of a document of one type: each content made from the one before by one to three changes. */
export const historyOf = (type: DocumentType): fc.Arbitrary<readonly Content[]> =>
  fc
    .tuple(
      arbitraryStart(type),
      fc.array(fc.array(arbitraryChange(type), { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
    )
    .map(([start, steps]) => {
      const contents = [start];
      for (const step of steps)
        contents.push(step.reduce((content, change) => change(content), contents.at(-1)!));
      return contents;
    });

/** Of a document of any type. */
export const arbitraryHistory: fc.Arbitrary<readonly Content[]> = arbitraryType.chain(historyOf);
