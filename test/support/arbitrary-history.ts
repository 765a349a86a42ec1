/** A document's life: versions that follow each other by the changes that competitions make. */
import fc from 'fast-check';
import type { Header } from '../../src/model/document.ts';
import type { Row } from '../../src/model/row.ts';
import {
  arbitraryHeader,
  arbitraryIdentity,
  arbitraryMark,
  arbitraryPlace,
  arbitraryRow,
} from './arbitrary-document.ts';

export interface Content {
  readonly header: Header;
  readonly rows: readonly Row[];
}

const place = fc.nat({ max: 1000 });
const competitor = fc.integer({ min: 1, max: 12 }).map(String);

const reordered =
  (change: (rows: readonly Row[]) => readonly Row[]) =>
  ({ header, rows }: Content): Content => ({ header, rows: change(rows) });

const changed = (at: number, change: (row: Row) => Row) =>
  reordered((rows) => rows.map((row, index) => (index === at % rows.length ? change(row) : row)));

function moved(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows[from % (rows.length || 1)];
  return row === undefined ? rows : rows.filter((other) => other !== row).toSpliced(to % rows.length, 0, row);
}

const arbitraryChange: fc.Arbitrary<(content: Content) => Content> = fc.oneof(
  fc.tuple(place, arbitraryMark).map(([at, mark]) => changed(at, (row) => ({ ...row, mark }))),
  fc
    .tuple(place, arbitraryPlace)
    .map(([at, newPlace]) => changed(at, (row) => ({ ...row, place: newPlace }))),
  fc
    .tuple(place, arbitraryIdentity('?'))
    .map(([at, identity]) =>
      changed(at, (row) => ({ ...row, identity: { ...identity, competitor: row.identity.competitor } })),
    ),
  fc.tuple(place, place).map(([from, to]) => reordered((rows) => moved(rows, from, to))),
  fc.constant(reordered((rows) => rows.toReversed())),
  place.map((at) => reordered((rows) => rows.filter((_, index) => index !== at % (rows.length || 1)))),
  fc.tuple(place, competitor.chain(arbitraryRow)).map(([at, row]) =>
    reordered((rows) => {
      const others = rows.filter(({ identity }) => identity.competitor !== row.identity.competitor);
      return others.toSpliced(at % (others.length + 1), 0, row);
    }),
  ),
  arbitraryHeader.map((header) => (content: Content) => ({ ...content, header })),
  fc.constant((content: Content) => content),
);

const arbitraryStart: fc.Arbitrary<Content> = fc.record({
  header: arbitraryHeader,
  rows: fc.uniqueArray(competitor, { maxLength: 8 }).chain((codes) => fc.tuple(...codes.map(arbitraryRow))),
});

/** Each content made from the one before by one to three changes. */
export const arbitraryHistory: fc.Arbitrary<readonly Content[]> = fc
  .tuple(
    arbitraryStart,
    fc.array(fc.array(arbitraryChange, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
  )
  .map(([start, steps]) => {
    const contents = [start];
    for (const step of steps)
      contents.push(step.reduce((content, change) => change(content), contents.at(-1)!));
    return contents;
  });
