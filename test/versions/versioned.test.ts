import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delta } from '../../src/model/delta.ts';
import { RowList } from '../../src/model/row-list.ts';
import { rowsOf } from '../../src/model/shape/table.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { patchedRows } from '../../src/versions/patched-rows.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { arbitraryHistory, type Content } from '../support/arbitrary-history.ts';
import { SPRINT } from '../support/small-documents.ts';

const AS_OF = '2024-06-09T20:53:11.104Z';
const EPOCH = 'k3f9';

const begun = ({ header, rows }: Content): VersionedDocument =>
  VersionedDocument.first(EPOCH, header, rows, AS_OF);

describe('versioned document', () => {
  test('versions rise by one per change of content, and each hash is the one made from scratch', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = begun(first!);
        for (const { header, rows } of later) {
          const before = series.current;
          const published = series.publish(header, rows, AS_OF);
          const scratch = new ContentHash(structuredClone(header), structuredClone(rows)).text;
          expect(series.current.hash).toBe(scratch);
          if (published === null) expect(scratch).toBe(before.hash);
          else expect(published.document.version).toBe(before.version + 1);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test('D7 the delta from any older version gives the rows, header and hash of now', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = begun(first!);
        const olds = [series.current];
        for (const { header, rows } of later) {
          if (series.publish(header, rows, AS_OF) !== null) olds.push(series.current);
        }
        for (const old of olds.slice(0, -1)) {
          const delta = series.deltaSince(old.version)!;
          const patched = patchedRows(old.rows, delta, rowsOf(old.header.type).parts)!;
          expect([...patched]).toEqual([...series.current.rows]);
          const screen = new VersionedDocument(old);
          expect(screen.apply(delta)).toBe(true);
          expect(screen.current).toEqual(series.current);
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  test('D7 the delta from an older version leads from every version between to the same state', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = begun(first!);
        const seen = [series.current];
        for (const { header, rows } of later) {
          if (series.publish(header, rows, AS_OF) === null) continue;
          for (const { version } of seen) {
            const delta = series.deltaSince(version)!;
            for (const between of seen.filter((each) => each.version >= version)) {
              const screen = new VersionedDocument(between);
              expect(screen.apply(delta)).toBe(true);
              expect(screen.current).toEqual(series.current);
              expect(screen.apply(delta)).toBe(false);
            }
          }
          seen.push(series.current);
        }
      }),
      { seed: 16, numRuns: 150 },
    );
  });

  test('a delta of a copy that passed over versions leads to the right state from those too, or changes nothing', () => {
    let refused = 0;
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = begun(first!);
        const copy = begun(first!);
        const seen = [series.current];
        for (const { header, rows } of later) {
          if (series.publish(header, rows, AS_OF) !== null) seen.push(series.current);
        }
        const { version, header, rows } = series.current;
        if (copy.publish(header, rows, AS_OF, null, version) === null) return;
        for (const between of seen.slice(0, -1)) {
          const screen = new VersionedDocument(between);
          if (screen.apply(copy.deltaSince(1)!)) expect(screen.current).toEqual(series.current);
          else {
            refused += 1;
            expect(screen.current).toBe(between);
          }
        }
      }),
      { seed: 18, numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  test('the delta that comes with a version is the one from the version before', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = begun(first!);
        for (const { header, rows } of later) {
          const published = series.publish(header, rows, AS_OF);
          if (published !== null)
            expect(published.delta).toEqual(series.deltaSince(published.document.version - 1));
        }
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  test('a copy that followed by deltas gives deltas itself: from every version it has seen', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const engine = begun(first!);
        const edge = new VersionedDocument(engine.current);
        const olds = [engine.current];
        for (const { header, rows } of later) {
          const published = engine.publish(header, rows, AS_OF);
          if (published === null) continue;
          expect(edge.apply(published.delta!)).toBe(true);
          olds.push(engine.current);
        }
        for (const old of olds.slice(0, -1)) {
          const screen = new VersionedDocument(old);
          expect(screen.apply(edge.deltaSince(old.version)!)).toBe(true);
          expect(screen.current.hash).toBe(engine.current.hash);
        }
      }),
      { seed: 14, numRuns: 150 },
    );
  });

  test('rows that did not change keep their parts as the same objects through a delta', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const engine = begun(first!);
        for (const { header, rows } of later) {
          const before = engine.current.rows;
          const published = engine.publish(header, rows, AS_OF);
          const patches = new Map(published?.delta?.rows.map((patch) => [patch.key, patch]));
          for (const row of engine.current.rows) {
            const old = before.find(({ key }) => key === row.key);
            const patch = patches.get(row.key);
            for (const part of rowsOf(engine.current.header.type).parts)
              if (old !== undefined && patch?.[part] === undefined) expect(row[part]).toBe(old[part]);
          }
        }
      }),
      { seed: 15, numRuns: 60 },
    );
  });

  test('a delta against a newer base, or one that does not give its hash, changes nothing', () => {
    const [history] = fc.sample(
      arbitraryHistory.filter(([first, ...later]) => {
        const series = begun(first!);
        return later.some(({ header, rows }) => series.publish(header, rows, AS_OF) !== null);
      }),
      { seed: 16, numRuns: 1 },
    );
    const [first, ...later] = history!;
    const series = begun(first!);
    const base = series.current;
    for (const { header, rows } of later) series.publish(header, rows, AS_OF);
    const delta = series.deltaSince(base.version)!;
    const screen = new VersionedDocument(base);
    const wrong: readonly Delta[] = [
      { ...delta, base: delta.base + 1 },
      { ...delta, hash: '0000000000000000' },
    ];
    for (const each of wrong) {
      expect(screen.apply(each)).toBe(false);
      expect(screen.current).toBe(base);
    }
    expect(screen.apply(delta)).toBe(true);
  });

  test('there is no delta from a version that was not seen, nor from now or later', () => {
    const [history] = fc.sample(arbitraryHistory, { seed: 17, numRuns: 1 });
    const { header, rows } = history![0]!;
    const hash = new ContentHash(header, rows).text;
    const document = { epoch: EPOCH, version: 5, hash, asOf: AS_OF, correction: null, header, rows };
    const series = new VersionedDocument(document);
    expect([4, 5, 6].map((base) => series.deltaSince(base))).toEqual([null, null, null]);
    series.publish({ ...header, test: !header.test }, rows, AS_OF);
    expect(series.deltaSince(5)?.rows).toEqual([]);
    expect(series.deltaSince(4)).toBeNull();
  });

  test('a patch for a row that is not there and not brought whole is refused', () => {
    const [history] = fc.sample(arbitraryHistory, { seed: 18, numRuns: 1 });
    const { rows } = history![0]!;
    const patch = { key: 'nobody', sortOrder: 1 };
    const delta = { rows: [patch], removed: [] } as unknown as Delta;
    expect(patchedRows(RowList.of(rows), delta, ['mark'])).toBeNull();
  });

  test('of a list whose rows come and go for ever it leads on from versions not long ago, and has forgotten what left long before', () => {
    const { header, rows } = SPRINT;
    const newsOf = (number: number): Content['rows'] => [{ ...[...rows][0]!, key: `news ${number}` }];
    const series = begun({ header, rows: newsOf(0) });
    const copies: VersionedDocument['current'][] = [];
    for (let number = 1; number <= 5_000; number += 1) {
      copies.push(series.current);
      series.publish(header, newsOf(number), AS_OF);
    }
    expect(series.deltaSince(1)).toBeNull();
    const oldest = copies.findIndex(({ version }) => series.deltaSince(version) !== null);
    expect(copies.length - oldest).toBeLessThanOrEqual(1_002);
    expect(copies.length - oldest).toBeGreaterThanOrEqual(500);
    for (const copy of copies.slice(oldest).filter((_, index) => index % 97 === 0)) {
      const screen = new VersionedDocument(copy);
      expect(screen.apply(series.deltaSince(copy.version)!)).toBe(true);
      expect(screen.current).toEqual(series.current);
    }
  });
});
