import { describe, expect, test } from 'vitest';
import { prepareFrame, prepareText } from '../../src/fanout/frames/websocket-frame.ts';
import { readFrame } from './socket-pair.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const header = (bytes: Uint8Array, length: number): string => hex(bytes.subarray(0, length));

describe('RFC 6455, 5.2: frames of a server, literal bytes', () => {
  test('a short text has its length in the second byte and no mask', () => {
    expect(hex(prepareText('Hello').parts[0]!)).toBe('810548656c6c6f');
  });

  test('a short binary message', () => {
    expect(hex(prepareFrame(Buffer.from([1, 2, 3]), true).parts[0]!)).toBe('8203010203');
  });

  test('nothing at all is still a frame', () => {
    expect(hex(prepareFrame(Buffer.alloc(0), true).parts[0]!)).toBe('8200');
  });

  test.each([
    [125, '827d', 2],
    [126, '827e007e', 4],
    [65_535, '827effff', 4],
    [65_536, '827f0000000000010000', 10],
  ])('a length of %i', (length, expected, headerBytes) => {
    const { parts, bytes } = prepareFrame(Buffer.alloc(length, 7), true);
    expect(header(parts[0]!, headerBytes)).toBe(expected);
    expect(bytes).toBe(length + headerBytes);
  });

  test('a long message is cut: first with the kind, then continuations, FIN on the last', () => {
    const { parts } = prepareFrame(Buffer.alloc(250, 7), false, 100);
    expect(parts.map((part) => header(part, 2))).toEqual(['0164', '0064', '8032']);
    const content = Buffer.concat(parts.map((part) => readFrame(Buffer.from(part)).content));
    expect(content.equals(Buffer.alloc(250, 7))).toBe(true);
  });

  test('a message of exactly one fragment is not followed by an empty one', () => {
    expect(prepareFrame(Buffer.alloc(100), true, 100).parts).toHaveLength(1);
  });
});
