import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { listsOf } from '../../bench/storm/race.ts';
import { versionIn } from '../../bench/venue-to-screen/frame-version.ts';
import { MessageReader } from '../../bench/venue-to-screen/message-reader.ts';
import { encoderOf } from '../../src/encode/format.ts';
import { prepareFrame, prepareText } from '../../src/fanout/frames/websocket-frame.ts';
import { channelOf } from '../../src/model/document.ts';

const [list] = listsOf(1, 30, 20);
const version = list!.versions[10]!;
const { document, delta } = version;
const channel = channelOf(document.header);

const FRAGMENT_BYTES = 1_000;
const DEFLATED = true;

const framed = (content: Uint8Array, binary = false): Buffer =>
  Buffer.concat(prepareFrame(content, binary, FRAGMENT_BYTES).parts);

/** A message in fragments with a control message between the first and the second. */
function interrupted(content: Uint8Array): Buffer {
  const { parts } = prepareFrame(content, false, FRAGMENT_BYTES);
  return Buffer.concat([parts[0]!, Buffer.from([0x89, 0]), ...parts.slice(1)]);
}

function deflated(content: Uint8Array): Buffer {
  const flushed = deflateRawSync(content, { finishFlush: 2 });
  return Buffer.concat(prepareFrame(flushed.subarray(0, -4), false, FRAGMENT_BYTES, DEFLATED).parts);
}

const whole = encoderOf('json').frame(document);
const change = encoderOf('json').deltaFrame(channel, document.epoch, delta!)!;
const xml = encoderOf('odf').frame(document);
const STREAM = Buffer.concat([
  Buffer.concat(prepareText('{"welcome":{}}').parts),
  framed(change),
  deflated(change),
  interrupted(whole),
  framed(encoderOf('protobuf').deltaFrame(channel, document.epoch, delta!)!, true),
  framed(xml),
  Buffer.from([0x81, 0]),
]);

interface Seen {
  readonly bytes: number;
  readonly deflated: boolean;
  readonly version: number | null;
}

/** What a reader finds when the stream comes in pieces of so many bytes. */
function seenIn(pieceBytes: number): Seen[] {
  const seen: Seen[] = [];
  const reader = new MessageReader((message) => {
    const form = message.head.subarray(0, 12).includes('"channel"') ? 'whole ODF' : 'delta JSON';
    seen.push({
      bytes: message.bytes,
      deflated: message.deflated,
      version: message.bytes === 0 ? null : versionIn(form, message),
    });
  });
  for (let at = 0; at < STREAM.length; at += pieceBytes) {
    // A socket's buffer is used again for the next piece.
    const piece = Buffer.from(STREAM.subarray(at, at + pieceBytes));
    reader.take(piece);
    piece.fill(0xff);
  }
  return seen;
}

describe('what a timed screen reads', () => {
  test('every message once, at its last byte, with the version that it brings', () => {
    const { version: number } = document;
    const seen = seenIn(STREAM.length);
    expect(seen.map((each) => each.version)).toEqual([null, number, number, number, number, number, null]);
    expect(seen.map((each) => each.deflated)).toEqual([false, false, true, false, false, false, false]);
    expect([seen[1], seen[3], seen[5]].map((each) => each!.bytes)).toEqual([
      change.length,
      whole.length,
      xml.length,
    ]);
  });

  test('however the stream is cut', () => {
    const uncut = seenIn(STREAM.length);
    for (const pieceBytes of [1, 2, 3, 7, 255, 511, 512, 513, 1_004, 4_096])
      expect(seenIn(pieceBytes), `pieces of ${pieceBytes} bytes`).toEqual(uncut);
  });
});
