import { constants, deflateRawSync } from 'node:zlib';
import { closeContent, frameBytes, OPCODE } from '../../src/conformance/wire/frame-bytes.ts';

/** What has to come of it: a close code, the echo of a word (`heard`), or ping frames answered (`pong`). */
export type Outcome = number | 'heard' | `pong ${string}`;

export interface FrameCase {
  /** RFC 6455, where not said otherwise. */
  readonly clause: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly outcome: Outcome;
  /** `permessage-deflate` is negotiated. */
  readonly deflate?: true;
  /** Written byte by byte. */
  readonly dripped?: true;
}

const { TEXT, BINARY, CONTINUATION, CLOSE, PING, PONG } = OPCODE;
const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts);
const frame = (opcode: number, content: Uint8Array | string = '', more: object = {}): Buffer =>
  frameBytes({ opcode, content, ...more });
const part = (opcode: number, content: Uint8Array | string = ''): Buffer =>
  frame(opcode, content, { fin: false });
const close = (code: number, reason: Uint8Array | string = ''): Buffer =>
  frame(CLOSE, closeContent(code, reason));

/** A word whose echo shows that it was understood; letters of one to four bytes. */
export const WORD = '{"ping":{"id":"aé€😀"}}';
const word = Buffer.from(WORD);
const euro = word.indexOf(Buffer.from('€'));
const emoji = word.indexOf(Buffer.from('😀'));
const deflated = (content: Uint8Array): Buffer =>
  deflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
const RSV1 = { rsv: 4 };
const bytes125 = 'p'.repeat(125);
const LIMIT = 65_536;
const of = (byte: number, length: number): Buffer => Buffer.alloc(length, byte);
const padded = (length: number): Buffer => join(word, of(0x20, length - word.length));
const eachByte = (content: Buffer): Buffer =>
  join(
    ...[...content].map((byte, index) =>
      frameBytes({
        opcode: index === 0 ? TEXT : CONTINUATION,
        content: Buffer.from([byte]),
        fin: index === content.length - 1,
      }),
    ),
  );

// biome-ignore format: one case one line
const PLAIN: readonly (readonly [clause: string, name: string, outcome: Outcome, bytes: Buffer])[] = [
  ['5.2', 'one frame', 'heard', frame(TEXT, word)],
  ['5.2', 'a length of 16 bits that would fit into 7', 'heard', frame(TEXT, word, { lengthBytes: 2 })],
  ['5.2', 'a length of 64 bits that would fit into 7', 'heard', frame(TEXT, word, { lengthBytes: 8 })],
  ['5.2', 'a word as long as a word may be', 'heard', frame(TEXT, padded(LIMIT))],
  ['5.4', 'two fragments', 'heard', join(part(TEXT, word.subarray(0, 5)), frame(CONTINUATION, word.subarray(5)))],
  ['5.4', 'one fragment a byte', 'heard', eachByte(word)],
  ['5.4', 'an empty first, an empty middle and an empty last fragment', 'heard', join(part(TEXT), part(CONTINUATION), part(CONTINUATION, word), frame(CONTINUATION))],
  ['5.4', 'a fragment that ends inside a letter of three bytes', 'heard', join(part(TEXT, word.subarray(0, euro + 1)), frame(CONTINUATION, word.subarray(euro + 1)))],
  ['5.4', 'a fragment that ends inside a letter of four bytes', 'heard', join(part(TEXT, word.subarray(0, emoji + 3)), frame(CONTINUATION, word.subarray(emoji + 3)))],
  ['5.5', 'a ping between fragments is answered before the message is whole', 'pong between', join(part(TEXT, word.subarray(0, 9)), frame(PING, 'between'))],
  ['5.4', 'ping and pong between fragments leave the message whole', 'heard', join(part(TEXT, word.subarray(0, 9)), frame(PING, 'x'), part(CONTINUATION), frame(PONG, 'y'), frame(CONTINUATION, word.subarray(9)))],
  ['5.5.2', 'a ping without content', 'pong ', frame(PING)],
  ['5.5.2', 'a ping of 125 bytes', `pong ${bytes125}`, frame(PING, bytes125)],
  ['5.5.3', 'a pong that nobody asked for', 'heard', join(frame(PONG, 'unasked'), frame(TEXT, word))],
  ['5.5', 'a ping of 126 bytes', 1002, frame(PING, `${bytes125}p`)],
  ['5.5', 'a pong of 126 bytes', 1002, frame(PONG, `${bytes125}p`)],
  ['5.5', 'a close frame of 126 bytes', 1002, close(1000, 'c'.repeat(124))],
  ['5.5', 'a ping in fragments', 1002, join(part(PING, 'a'), frame(CONTINUATION, 'b'))],
  ['5.5', 'a close frame in fragments', 1002, join(part(CLOSE, closeContent(1000)), frame(CONTINUATION))],
  ['5.5', 'a ping that claims a length of 16 bits', 1002, frame(PING, 'a', { lengthBytes: 2 })],
  ['5.1', 'a frame without a mask', 1002, frame(TEXT, word, { masked: false })],
  ['5.1', 'a ping without a mask', 1002, frame(PING, 'a', { masked: false })],
  ['5.1', 'a close frame without a mask', 1002, frame(CLOSE, closeContent(1000), { masked: false })],
  ['5.1', 'an empty frame without a mask', 1002, frame(TEXT, '', { masked: false })],
  ['5.2', 'RSV1 although nothing is negotiated', 1002, frame(TEXT, word, RSV1)],
  ['5.2', 'RSV2', 1002, frame(TEXT, word, { rsv: 2 })],
  ['5.2', 'RSV3', 1002, frame(TEXT, word, { rsv: 1 })],
  ['5.2', 'RSV1-3 on a ping', 1002, frame(PING, 'a', { rsv: 7 })],
  ['5.2', 'RSV1 on a close frame', 1002, frame(CLOSE, closeContent(1000), RSV1)],
  ['5.2', 'RSV1 on a continuation', 1002, join(part(TEXT, 'a'), frame(CONTINUATION, 'b', RSV1))],
  ['5.2', 'opcode 3, reserved for data', 1002, frame(3, word)],
  ['5.2', 'opcode 7, reserved for data', 1002, frame(7)],
  ['5.2', 'opcode 11, reserved for control', 1002, frame(11)],
  ['5.2', 'opcode 15, reserved for control', 1002, frame(15, 'a')],
  ['5.2', 'opcode 3 between fragments', 1002, join(part(TEXT, 'a'), frame(3, 'b'))],
  ['5.4', 'a continuation of nothing', 1002, frame(CONTINUATION, word)],
  ['5.4', 'a continuation after a whole message', 1002, join(frame(TEXT, word), frame(CONTINUATION, word))],
  ['5.4', 'a new message inside a fragmented one', 1002, join(part(TEXT, 'a'), frame(TEXT, word))],
  ['5.4', 'a binary message inside a fragmented text', 1002, join(part(TEXT, 'a'), frame(BINARY, 'b'))],
  ['5.5.1', 'close frame 1000', 1000, close(1000)],
  ['5.5.1', 'close frame 1000 with a reason of 123 bytes', 1000, close(1000, 'r'.repeat(123))],
  ['5.5.1', 'close frame without a code', 1005, frame(CLOSE)],
  ['7.4.2', 'close code 3000', 3000, close(3000)],
  ['7.4.2', 'close code 4999', 4999, close(4999)],
  ['5.5.1', 'close frame of one byte', 1002, frame(CLOSE, 'x')],
  ['7.4.1', 'close code 0', 1002, close(0)],
  ['7.4.1', 'close code 999', 1002, close(999)],
  ['7.4.1', 'close code 1004, reserved', 1002, close(1004)],
  ['7.4.1', 'close code 1005, never on the wire', 1002, close(1005)],
  ['7.4.1', 'close code 1006, never on the wire', 1002, close(1006)],
  ['7.4.1', 'close code 1015, never on the wire', 1002, close(1015)],
  ['7.4.2', 'close code 1100, not assigned', 1002, close(1100)],
  ['7.4.2', 'close code 2000, for extensions', 1002, close(2000)],
  ['7.4.2', 'close code 65535', 1002, close(65_535)],
  ['5.5.1', 'a close reason that is not UTF-8', 1007, close(1000, of(0xff, 3))],
  ['5.5.1', 'data after close is not read', 1000, join(close(1000), frame(TEXT, word))],
  ['5.5.1', 'a close frame after a close frame is not read', 1000, join(close(1000), close(1002))],
  ['5.5.1', 'a close frame inside a fragmented message', 1000, join(part(TEXT, 'a'), close(1000))],
  ['8.1', 'a byte that UTF-8 does not have', 1007, frame(TEXT, of(0xff, 1))],
  ['8.1', 'a letter that ends too soon', 1007, frame(TEXT, word.subarray(0, euro + 1))],
  ['8.1', 'a letter that ends too soon, in fragments', 1007, join(part(TEXT, word.subarray(0, euro + 1)), frame(CONTINUATION))],
  ['8.1', 'a continuation byte alone', 1007, frame(TEXT, of(0x80, 1))],
  ['8.1', 'a slash in two bytes (overlong)', 1007, frame(TEXT, Buffer.from('c0af', 'hex'))],
  ['8.1', 'half of a surrogate pair', 1007, frame(TEXT, Buffer.from('eda080', 'hex'))],
  ['8.1', 'a letter above U+10FFFF', 1007, frame(TEXT, Buffer.from('f4908080', 'hex'))],
  ['7.4.1', 'a frame one byte longer than a word may be', 1009, frame(TEXT, of(0x20, LIMIT + 1))],
  ['7.4.1', 'fragments that together are longer than a word may be', 1009, join(part(TEXT, of(0x20, LIMIT)), frame(CONTINUATION, 'x'))],
  ['5.2', 'a header that claims 2 GiB', 1009, frame(TEXT, 'x', { claimedLength: 2n ** 31n })],
  ['5.2', 'a header that claims more than 2^53 bytes', 1009, frame(TEXT, 'x', { claimedLength: 2n ** 60n })],
  ['5.2', 'a header whose length has the top bit set', 1009, frame(TEXT, 'x', { claimedLength: 2n ** 63n })],
  ['5.2', 'a continuation that claims 4 GiB', 1009, join(part(TEXT, 'a'), frame(CONTINUATION, 'x', { claimedLength: 2n ** 32n }))],
  ['5.2', 'bytes that are no frame', 1002, of(0xff, 64)],
];

// biome-ignore format: one case one line
const DEFLATED: typeof PLAIN = [
  ['RFC 7692 6.1', 'a deflated word', 'heard', frame(TEXT, deflated(word), RSV1)],
  ['RFC 7692 6.1', 'a plain word where deflate is negotiated', 'heard', frame(TEXT, word)],
  ['RFC 7692 6.1', 'a deflated word in fragments, RSV1 on the first only', 'heard', join(frameBytes({ opcode: TEXT, content: deflated(word).subarray(0, 7), fin: false, rsv: 4 }), frame(CONTINUATION, deflated(word).subarray(7)))],
  ['RFC 7692 6.1', 'RSV1 on a continuation', 1002, join(frameBytes({ opcode: TEXT, content: deflated(word).subarray(0, 7), fin: false, rsv: 4 }), frame(CONTINUATION, deflated(word).subarray(7), RSV1))],
  ['RFC 7692 6.1', 'RSV1 on a ping', 1002, frame(PING, 'a', RSV1)],
  ['RFC 7692 7.2.2', 'two deflated words, each without the window of the other', 'heard', join(frame(TEXT, deflated(Buffer.from('{"ping":{}}')), RSV1), frame(TEXT, deflated(word), RSV1))],
  ['RFC 7692 7.2.2', 'a word in stored blocks', 'heard', frame(TEXT, deflateRawSync(word, { level: 0, finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4), RSV1)],
  ['RFC 7692 7.2.2', 'a block of the reserved type', 1007, frame(TEXT, of(0x07, 8), RSV1)],
  ['RFC 7692 7.2.2', 'a stored block whose lengths do not agree', 1007, frame(TEXT, Buffer.from('0005000000', 'hex'), RSV1)],
  ['RFC 7692 7.2.2', 'a distance to before the beginning', 1007, frame(TEXT, Buffer.from('02020000', 'hex'), RSV1)],
  ['RFC 7692 7.2.2', 'random bytes called deflated', 1007, frame(TEXT, Buffer.from('f3a9c1d2e4b5968778695a4b3c2d1e0f', 'hex'), RSV1)],
  ['8.1', 'deflated bytes that are not UTF-8', 1007, frame(TEXT, deflated(of(0xff, 40)), RSV1)],
  ['7.4.1', 'a word that inflates to 1 MiB', 1009, frame(TEXT, deflated(of(0x20, 2 ** 20)), RSV1)],
  ['7.4.1', 'fragments that inflate to 1 MiB', 1009, join(frameBytes({ opcode: TEXT, content: deflated(of(0x20, 2 ** 20)).subarray(0, 50), fin: false, rsv: 4 }), frame(CONTINUATION, deflated(of(0x20, 2 ** 20)).subarray(50)))],
];

const casesOf = (rows: typeof PLAIN, more: Partial<FrameCase>): FrameCase[] =>
  rows.map(([clause, name, outcome, bytes]) => ({ clause, name, outcome, bytes, ...more }));

/** Every case once, and what is short once more byte by byte: where the network cuts must not matter. */
export const FRAME_CASES: readonly FrameCase[] = [
  ...casesOf(PLAIN, {}),
  ...casesOf(DEFLATED, { deflate: true }),
  ...[...casesOf(PLAIN, {}), ...casesOf(DEFLATED, { deflate: true })]
    .filter(({ bytes }) => bytes.length <= 400)
    .map((each) => ({ ...each, name: `${each.name}, byte by byte`, dripped: true as const })),
];
