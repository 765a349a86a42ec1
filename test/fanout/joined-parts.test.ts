import { expect, test } from 'vitest';
import { JoinedParts } from '../../src/fanout/sending/joined-parts.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('the same frames in the same order are joined once and shared, others are joined anew', () => {
  const joined = new JoinedParts();
  const [a, b] = [bytes('a'), bytes('b')];
  const first = joined.of([a, b]);
  expect(Buffer.from(first).toString()).toBe('ab');
  expect(joined.of([a, b])).toBe(first);
  expect(Buffer.from(joined.of([b, a])).toString()).toBe('ba');
  expect(Buffer.from(joined.of([a])).toString()).toBe('a');
  // Equal bytes in another buffer are another frame.
  expect(joined.of([bytes('a')])).not.toBe(joined.of([a]));
});
