import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header } from '../../src/model/document.ts';
import type { Row } from '../../src/model/row.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { differences } from '../../src/versions/differences.ts';
import { arbitraryDocument, arbitraryRow } from '../support/arbitrary-document.ts';
import { arbitraryHistory } from '../support/arbitrary-history.ts';

const copied = <T>(value: T): T => structuredClone(value);

const sameHash = (one: object, other: object): boolean =>
  new ContentHash(one as Header, []).text === new ContentHash(other as Header, []).text;

describe('content hash', () => {
  test('is 16 hex digits and the same for other objects with the same content', () => {
    fc.assert(
      fc.property(arbitraryDocument(), ({ header, rows }) => {
        const { text } = new ContentHash(header, rows);
        expect(text).toMatch(/^[0-9a-f]{16}$/);
        expect(new ContentHash(copied(header), copied(rows)).text).toBe(text);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('kept up to date step by step is the hash made from scratch', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const hash = new ContentHash(first!.header, first!.rows);
        let { rows } = first!;
        for (const content of later) {
          hash.setHeader(content.header);
          hash.change(differences(rows, content.rows), content.rows);
          rows = content.rows;
          expect(hash.text).toBe(new ContentHash(copied(content.header), copied(rows)).text);
        }
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  test('a copy goes its own way', () => {
    const [document] = fc.sample(arbitraryDocument(4), { seed: 3, numRuns: 1 });
    const hash = new ContentHash(document!.header, document!.rows);
    const before = hash.text;
    hash.copy().change(differences(document!.rows, []), []);
    hash.copy().setHeader({ ...document!.header, test: !document!.header.test });
    expect(hash.text).toBe(before);
  });

  test('two rows that change places change the hash', () => {
    fc.assert(
      fc.property(
        arbitraryRow('RESULT', '1'),
        arbitraryRow('RESULT', '2'),
        arbitraryDocument(0),
        (one, other, { header }) => {
          const hashOf = (rows: readonly Row[]): string => new ContentHash(header, rows).text;
          expect(hashOf([one, other])).not.toBe(hashOf([other, one]));
          expect(hashOf([one])).not.toBe(hashOf([one, one]));
        },
      ),
      { seed: 4, numRuns: 100 },
    );
  });

  test('absent, null, false, empty text and empty list are the same; zero and a changed text are not', () => {
    expect(sameHash({ a: 1 }, { a: 1, b: null, c: undefined, d: false, e: '', f: [], g: { h: '' } })).toBe(
      true,
    );
    expect(sameHash({ a: 1 }, { a: 1, b: 0 })).toBe(false);
    expect(sameHash({ a: '1' }, { a: 1 })).toBe(false);
    expect(sameHash({ a: ['x', ''] }, { a: ['x'] })).toBe(false);
    expect(sameHash({ a: 'b', c: 'd' }, { c: 'd', a: 'b' })).toBe(true);
    expect(sameHash({ a: { b: 'c' } }, { a: 'b', c: '' })).toBe(false);
  });
});
