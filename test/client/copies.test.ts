import { describe, expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import type { Decoded } from '../../src/encode/decoded.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const CHANNEL = channelOf(header(FINAL_100M));

/** Versions of one document, as whole and as delta frames. */
function history(epoch: string, versions: number) {
  const rows = sprinters();
  const copy = VersionedDocument.first(epoch, header(FINAL_100M), rows, '2024-06-09T20:00:00.000Z');
  const documents: Document[] = [copy.current];
  const series = [copy];
  for (let version = 2; version <= versions; version += 1) {
    const changed = copy.current.rows.map((row, at) =>
      at === version % rows.length ? { ...row, mark: { ...row.mark!, result: `10.${version}` } } : row,
    );
    copy.publish(copy.current.header, changed, `2024-06-09T20:00:0${version}.000Z`);
    documents.push(copy.current);
  }
  const whole = (version: number): Decoded => ({ document: documents[version - 1]! });
  const delta = (base: number): Decoded => ({
    delta: series[0]!.deltaSince(base)!,
    channel: CHANNEL,
    epoch,
  });
  return { whole, delta, documents };
}

describe('copies that several edges keep', () => {
  test('D7 a delta of an edge that is behind the copy leads to the newest version', () => {
    const copies = new Copies();
    const { whole, delta, documents } = history('k3f9', 6);
    copies.take(whole(1), 0);
    copies.take(whole(4), 1);
    const update = copies.take(delta(1), 0);
    expect(update).toMatchObject({ kind: 'delta', document: documents[5] });
    // What the caller is told is what changed since what it was shown.
    expect(update).toMatchObject({ delta: { base: 4, version: 6 } });
    expect(copies.take(delta(1), 1).kind).toBe('known');
  });

  test('what begins at a newer version than the copy is asked for at the edge that sent it, once', () => {
    const copies = new Copies();
    const { whole, delta } = history('k3f9', 6);
    copies.take(whole(1), 0);
    expect(copies.take(delta(3), 1).kind).toBe('mismatch');
    expect(copies.take(delta(5), 1).kind).toBe('known');
    expect(copies.get(CHANNEL)?.version).toBe(1);
    expect(copies.take(whole(6), 1).kind).toBe('document');
  });

  test('a copy that does not have its hash is not taken, and the one before stays', () => {
    const copies = new Copies();
    const { whole, documents } = history('k3f9', 2);
    copies.take(whole(1));
    const wrong = { document: { ...documents[1]!, rows: documents[0]!.rows } };
    expect(copies.take(wrong).kind).toBe('mismatch');
    expect(copies.take(wrong).kind).toBe('known');
    expect(copies.get(CHANNEL)).toBe(documents[0]);
  });

  test('a document that was asked for is shown although its version is known', () => {
    const copies = new Copies();
    const { whole } = history('k3f9', 1);
    copies.take(whole(1));
    expect(copies.take(whole(1)).kind).toBe('known');
    copies.await(CHANNEL, 0, true);
    expect(copies.take(whole(1)).kind).toBe('document');
    expect(copies.take(whole(1)).kind).toBe('known');
  });

  test('a newer epoch replaces an older one, whichever edge brings it, and never the other way round', () => {
    const copies = new Copies();
    const [before, after] = [history('1-0001', 3), history('1-0002', 3)];
    expect(copies.take(before.whole(3), 1).kind).toBe('document');
    expect(copies.take(after.whole(1), 0).kind).toBe('document');
    expect(copies.take(before.whole(3), 1).kind).toBe('known');
    expect(copies.take(before.delta(2), 0).kind).toBe('known');
    expect(copies.get(CHANNEL)).toMatchObject({ epoch: '1-0002', version: 1 });
  });

  test('a delta of an epoch that is newer than that of the copy is asked for whole', () => {
    const copies = new Copies();
    copies.take(history('1-0001', 3).whole(3), 1);
    expect(copies.take(history('1-0002', 3).delta(1), 1).kind).toBe('mismatch');
  });
});
