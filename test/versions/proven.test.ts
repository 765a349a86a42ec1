/** An engine publishes no delta that does not lead to its hash, whatever went wrong before. */
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/row.ts';
import { RowList } from '../../src/model/row-list.ts';
import { Series } from '../../src/standings/series.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { type Version, VersionedDocument } from '../../src/versions/versioned.ts';
import { SPRINT, sprinter } from '../support/small-documents.ts';

const AS_OF = '2024-06-09T20:53:11.104Z';
const { header } = SPRINT;
const marked = (number: number, result: string): Row => {
  const { sortOrder: _, ...row } = sprinter(number) as ReturnType<typeof sprinter> & { sortOrder?: number };
  return { ...row, mark: { ...row.mark, result } };
};

/** A copy as an edge keeps it: led by each version, which it takes only when it has the hash. */
function led(versions: readonly Version[]): VersionedDocument {
  let copy = VersionedDocument.proven(versions[0]!.document);
  for (const { document, delta } of versions.slice(1)) {
    if (delta === null) copy = VersionedDocument.proven(document);
    else if (!copy.apply(delta)) throw new Error(`version ${document.version} cannot be followed`);
  }
  return copy;
}

function published(lists: readonly (readonly Row[])[]): Version[] {
  const series = new Series('k3f9');
  return lists.flatMap((rows) => series.publish(header, RowList.of(rows), AS_OF) ?? []);
}

describe('rows of one key twice, which no rule should make', () => {
  const [anna, bert, again] = [marked(1, '10.1'), marked(2, '10.2'), marked(1, '10.3')];
  const lists = [
    [anna, again, bert],
    [bert, anna, again],
    [anna, marked(2, '9.9'), again],
    [marked(1, '9.8'), bert],
    [bert],
  ];

  test('each version can be followed, and has the hash of its content', () => {
    const versions = published(lists);
    expect(versions).toHaveLength(lists.length);
    for (const { document } of versions)
      expect(document.hash).toBe(new ContentHash(document.header, document.rows).text);
    expect(led(versions).current.hash).toBe(versions.at(-1)!.document.hash);
  });

  test('what cannot be led to goes out whole, and no older base leads to it', () => {
    const whole = published(lists).filter(({ document, delta }) => document.version > 1 && delta === null);
    expect(whole.length).toBeGreaterThan(0);
    const copy = VersionedDocument.first('k3f9', header, RowList.of(lists[0]!), AS_OF);
    for (const rows of lists.slice(1)) {
      const next = copy.publishProven(header, RowList.of(rows), AS_OF, null);
      if (next?.delta !== null) continue;
      const { version } = next.document;
      expect(copy.deltaSince(version - 1)).toBeNull();
    }
  });
});

test('an ordinary version goes out as what changed', () => {
  const rows = Array.from({ length: 700 }, (_, index) => marked(index + 1, `10.${index}`));
  const lists = [
    rows,
    ...[3, 650, 0].map((at) => rows.map((row, index) => (index === at ? marked(at + 1, '9.9') : row))),
  ];
  const versions = published(lists);
  expect(versions.map(({ delta }) => delta?.rows.length ?? null)).toEqual([null, 1, 2, 2]);
  expect(led(versions).current.hash).toBe(versions.at(-1)!.document.hash);
});
