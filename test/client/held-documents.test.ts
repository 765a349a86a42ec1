import { describe, expect, test } from 'vitest';
import { Epochs } from '../../src/client/epochs.ts';
import { HeldDocuments } from '../../src/client/held-documents.ts';
import type { Decoded } from '../../src/encode/decoded.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { VersionedDocument } from '../../src/standings/versioned.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const CHANNEL = channelOf(header(FINAL_100M));

/** Versions of one document, as whole and as delta frames. */
function history(epoch: string, versions: number) {
  const rows = sprinters();
  const held = VersionedDocument.first(epoch, header(FINAL_100M), rows, '2024-06-09T20:00:00.000Z');
  const documents: Document[] = [held.current];
  const series = [held];
  for (let version = 2; version <= versions; version += 1) {
    const changed = held.current.rows.map((row, at) =>
      at === version % rows.length ? { ...row, mark: { ...row.mark, result: `10.${version}` } } : row,
    );
    held.publish(held.current.header, changed, `2024-06-09T20:00:0${version}.000Z`);
    documents.push(held.current);
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
  test('D7 a delta of an edge that is behind what is held leads to the newest version', () => {
    const held = new HeldDocuments(new Epochs(2));
    const { whole, delta, documents } = history('k3f9', 6);
    held.take(whole(1), 0);
    held.take(whole(4), 1);
    const update = held.take(delta(1), 0);
    expect(update).toMatchObject({ kind: 'delta', document: documents[5] });
    // What the caller is told is what changed since what it was shown.
    expect(update).toMatchObject({ delta: { base: 4, version: 6 } });
    expect(held.take(delta(1), 1).kind).toBe('known');
  });

  test('what begins at a newer version than the one held is asked for at the edge that sent it, once', () => {
    const held = new HeldDocuments(new Epochs(2));
    const { whole, delta } = history('k3f9', 6);
    held.take(whole(1), 0);
    expect(held.take(delta(3), 1).kind).toBe('mismatch');
    expect(held.take(delta(5), 1).kind).toBe('known');
    expect(held.get(CHANNEL)?.version).toBe(1);
    expect(held.take(whole(6), 1).kind).toBe('document');
  });

  test('a copy that does not have its hash is not taken, and what is held stays', () => {
    const held = new HeldDocuments();
    const { whole, documents } = history('k3f9', 2);
    held.take(whole(1));
    const wrong = { document: { ...documents[1]!, rows: documents[0]!.rows } };
    expect(held.take(wrong).kind).toBe('mismatch');
    expect(held.take(wrong).kind).toBe('known');
    expect(held.get(CHANNEL)).toBe(documents[0]);
  });

  test('a document that was asked for is shown although its version is known', () => {
    const held = new HeldDocuments();
    const { whole } = history('k3f9', 1);
    held.take(whole(1));
    expect(held.take(whole(1)).kind).toBe('known');
    held.await(CHANNEL, 0, true);
    expect(held.take(whole(1)).kind).toBe('document');
    expect(held.take(whole(1)).kind).toBe('known');
  });

  test('an edge that comes back with another epoch has left the old one, whatever the others still serve', () => {
    const epochs = new Epochs(2);
    const held = new HeldDocuments(epochs);
    const [old, next] = [history('old', 3), history('new', 3)];
    held.take(old.whole(3), 0);
    held.take(old.whole(3), 1);
    epochs.serves(1, CHANNEL, 'old');
    epochs.lost(0);
    // Of an edge that says so for the first time it would not be believed: the other one has newer facts.
    expect(held.take(next.whole(1), 0).kind).toBe('document');
    const fresh = new Epochs(2);
    const other = new HeldDocuments(fresh);
    other.take(old.whole(3), 1);
    expect(other.take(next.whole(1), 0).kind).toBe('known');
    epochs.lost(0);
    epochs.lost(1);
    expect(held.take(old.whole(3), 1).kind).toBe('known');
    expect(held.get(CHANNEL)?.epoch).toBe('new');
  });

  test('an epoch that an edge has left comes back only when all edges serve it', () => {
    const epochs = new Epochs(2);
    const held = new HeldDocuments(epochs);
    const [old, next] = [history('old', 3), history('new', 3)];
    expect(held.take(old.whole(1), 0).kind).toBe('document');
    expect(held.take(next.whole(1), 0).kind).toBe('document');
    expect(held.take(old.whole(2), 1).kind).toBe('known');
    epochs.lost(0);
    expect(held.take(old.whole(3), 1).kind).toBe('known');
    expect(held.get(CHANNEL)?.epoch).toBe('new');
    expect(held.take(old.whole(2), 0).kind).toBe('document');
    expect(held.get(CHANNEL)).toMatchObject({ epoch: 'old', version: 2 });
  });
});
