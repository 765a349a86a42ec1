import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/conformance/stated/content-hash.ts';
import { applied, type Copy } from '../../../src/conformance/stated/copy.ts';
import { type Ranked, ranksOf } from '../../../src/conformance/stated/ranks.ts';
import { readJson, readProtobuf, type Told } from '../../../src/conformance/stated/read-frame.ts';
import { encoderOf } from '../../../src/encode/format.ts';
import { channelOf } from '../../../src/model/document.ts';
import { VersionedDocument } from '../../../src/versions/versioned.ts';
import { arbitraryHistory } from '../../support/arbitrary-history.ts';

const readers: Record<'json' | 'protobuf', (bytes: Uint8Array) => Told> = {
  json: (bytes) => readJson(JSON.parse(Buffer.from(bytes).toString())),
  protobuf: readProtobuf,
};

test('ranks and gaps follow from the order as the contract describes it, to what a whole document says', () => {
  fc.assert(
    fc.property(arbitraryHistory, (states) => {
      for (const { header, rows } of states) {
        const { current } = VersionedDocument.first('k3f9', header, rows, '2024-06-09T20:53:11.104Z');
        const frame = JSON.parse(Buffer.from(encoderOf('json').frame(current)).toString());
        const { document } = readJson(frame) as { document: Copy };
        const told = (frame.document.rows as Ranked[]).filter((row) => 'rankEqual' in row);
        if (told.length === 0) continue;
        expect(ranksOf(document)).toEqual(
          told.map(({ rank, rankEqual, diff }) => ({ rank, rankEqual, diff })),
        );
      }
    }),
    { seed: 94, numRuns: 200 },
  );
});

describe('hash and deltas as the contract describes them', () => {
  test.each(['json', 'protobuf'] as const)(
    'SC9 %s: an implementation from the description alone comes to the same hash at every version',
    (format) => {
      const encoder = encoderOf(format);
      fc.assert(
        fc.property(arbitraryHistory, ([first, ...later]) => {
          const series = VersionedDocument.first(
            'k3f9',
            first!.header,
            first!.rows,
            '2024-06-09T20:53:11.104Z',
          );
          const whole = readers[format](encoder.frame(series.current));
          let copy = (whole as { document: Copy }).document;
          expect(contentHash(copy)).toBe(series.current.hash);
          for (const { header, rows } of later) {
            const delta = series.publish(header, rows, '2024-06-09T20:53:12.000Z')?.delta;
            if (delta == null) continue;
            const told = readers[format](encoder.deltaFrame(channelOf(header), 'k3f9', delta)!);
            copy = applied(copy, (told as { delta: Parameters<typeof applied>[1] }).delta);
            expect(contentHash(copy)).toBe(delta.hash);
          }
        }),
        { seed: 93, numRuns: 200 },
      );
    },
  );
});
