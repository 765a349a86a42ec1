import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame } from '../../src/encode/decode.ts';
import { encoderOf } from '../../src/encode/format.ts';
import { decodeResult, encodeDeltaResult, encodeWholeResult } from '../../src/encode/result-codec.ts';
import type { Delta } from '../../src/model/delta.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { arbitraryHistory, type Content } from '../support/arbitrary-history.ts';

const AS_OF = '2024-06-09T20:53:11.104Z';

function published([first, ...later]: readonly Content[]) {
  const series = VersionedDocument.first('k3f9', first!.header, first!.rows, AS_OF);
  const documents: Document[] = [series.current];
  for (const { header, rows } of later) {
    const version = series.publish(header, rows, AS_OF, { of: 1, reason: null, moved: ['1'] });
    if (version !== null) documents.push(version.document);
  }
  return { series, documents };
}

describe.each(['json', 'protobuf'] as const)('deltas as %s', (format) => {
  const encoder = encoderOf(format);
  const screenWith = (bytes: Uint8Array): VersionedDocument => {
    const decoded = decodeFrame(format, bytes);
    if (!('document' in decoded)) throw new Error('not a document');
    return new VersionedDocument(decoded.document);
  };
  const throughWire = (delta: Delta, { header }: Document): Delta => {
    const channel = channelOf(header);
    const decoded = decodeFrame(format, encoder.deltaFrame(channel, 'k3f9', delta)!);
    if (!('delta' in decoded)) throw new Error('not a delta');
    expect([decoded.channel, decoded.epoch]).toEqual([channel, 'k3f9']);
    return decoded.delta;
  };

  test('SC9 a screen at any older version has exactly the hash of now after one delta', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const { series, documents } = published(history);
        for (const old of documents.slice(0, -1)) {
          const screen = screenWith(encoder.frame(old));
          expect(screen.apply(throughWire(series.deltaSince(old.version)!, old))).toBe(true);
          expect(screen.current.hash).toBe(series.current.hash);
          expect(screen.current.correction).toEqual(series.current.correction);
        }
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  test('a delta decodes to what was encoded', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const { series, documents } = published(history);
        for (const { version } of documents.slice(0, -1)) {
          const delta = series.deltaSince(version)!;
          expect(throughWire(delta, series.current)).toEqual(delta);
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });
});

test('ODF-style XML has no deltas', () => {
  expect(encoderOf('odf').deltaFrame('C/RESULT', 'k3f9', {} as Delta)).toBeNull();
});

test('what engines publish on the broker is read back: whole, then delta', () => {
  fc.assert(
    fc.property(arbitraryHistory, (history) => {
      const { series, documents } = published(history);
      const first = documents[0]!;
      const read = { document: { ...first, rows: [...first.rows] } };
      expect(decodeResult(encodeWholeResult(first))).toEqual([read]);
      if (documents.length < 2) return;
      const delta = series.deltaSince(1)!;
      const channel = channelOf(series.current.header);
      const said = encodeDeltaResult(delta, channel, 'k3f9');
      expect(decodeResult(said)).toEqual([{ delta, channel, epoch: 'k3f9' }]);
      // Several versions in one message are those of each, one after the other.
      const both = decodeResult(Buffer.concat([encodeWholeResult(documents[0]!), said]));
      expect(both).toEqual([read, { delta, channel, epoch: 'k3f9' }]);
    }),
    { seed: 23, numRuns: 60 },
  );
});
