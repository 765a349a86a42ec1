import { describe, expect, test } from 'vitest';
import { encoderOf } from '../../src/encode/format.ts';
import { PastFrames } from '../../src/fanout/frames/past-frames.ts';
import { contentOf } from '../../src/fanout/frames/websocket-frame.ts';
import { wireOf } from '../../src/fanout/frames/wire.ts';
import type { Document } from '../../src/model/document.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, sprinters } from './published-documents.ts';

const JSON_WIRE = wireOf('json', 'plain');

function versions(count: number): Document[] {
  const versioned = VersionedDocument.first('k3f9', header(FINAL_100M), sprinters(), '2024-06-09T20:00:00Z');
  return Array.from({ length: count }, (_none, index) =>
    index === 0
      ? versioned.current
      : versioned.publish(
          { ...header(FINAL_100M), info: { wind: `+0.${index}` } },
          versioned.current.rows,
          versioned.current.asOf,
        )!.document,
  );
}

describe('frames of the past', () => {
  test('are made once for all who read them, and are those of the very version', () => {
    const past = new PastFrames(encoderOf, 262_144);
    const [first, second] = versions(2) as [Document, Document];
    const frame = past.of(JSON_WIRE, first);
    expect(past.of(JSON_WIRE, first)).toBe(frame);
    expect(past.of(JSON_WIRE, second)).not.toBe(frame);
    expect(Buffer.from(contentOf(frame)).toString()).toBe(
      Buffer.from(encoderOf('json').frame(first)).toString(),
    );
  });

  test('differ by format and packing, and by content where a number was published again', () => {
    const past = new PastFrames(encoderOf, 262_144);
    const [first, second] = versions(2) as [Document, Document];
    const again = { ...second, version: 1 };
    const frames = [
      past.of(JSON_WIRE, first),
      past.of(wireOf('protobuf', 'plain'), first),
      past.of(wireOf('json', 'sse'), first),
      past.of(JSON_WIRE, again),
    ];
    expect(new Set(frames).size).toBe(4);
    expect(past.of(wireOf('json', 'deflated'), first)).toBe(frames[0]);
  });

  test('keep within their bound: the longest unused go', () => {
    const documents = versions(10);
    const bytes = encoderOf('json').frame(documents[0]!).length;
    const past = new PastFrames(encoderOf, 262_144, bytes * 4);
    const first = past.of(JSON_WIRE, documents[0]!);
    const second = past.of(JSON_WIRE, documents[1]!);
    expect(past.of(JSON_WIRE, documents[0]!)).toBe(first);
    past.of(JSON_WIRE, documents[2]!);
    past.of(JSON_WIRE, documents[3]!);
    expect(past.of(JSON_WIRE, documents[0]!)).toBe(first);
    expect(past.of(JSON_WIRE, documents[1]!)).not.toBe(second);
  });
});
