/** Short texts out of bytes, which are remembered in few places. */
import { expect, test } from 'vitest';
import { shortText } from '../../src/encode/short-texts.ts';

const utf8 = new TextEncoder();

function read(text: string): string | null {
  const bytes = utf8.encode(`before${text}behind`);
  return shortText(bytes, 6, bytes.length - 6);
}

test('each is what the bytes say, however many share a place', () => {
  // Many more than are remembered, so that each place is taken again and again; and twice, so that some are found.
  const texts = Array.from({ length: 20_000 }, (_none, index) => `${(index * 7919) % 10_007}.${index % 60}`);
  for (const text of [...texts, ...texts.toReversed(), '', 'P1', 'P1']) expect(read(text)).toBe(text);
});

test('one that begins like another is not taken for it', () => {
  for (const text of ['AB', 'ABC', 'A', 'BC', '\u0000', '\u0000A', '']) expect(read(text)).toBe(text);
});

test('what is not ASCII alone is for the decoder', () => {
  expect(read('Zoë')).toBe(null);
  expect(read('Zoe')).toBe('Zoe');
});
