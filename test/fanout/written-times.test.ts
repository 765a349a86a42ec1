import { expect, test } from 'vitest';
import { WrittenTimes } from '../../src/fanout/sending/written-times.ts';

test('the 99th of 100 writings counts, of the last minute and of the newest thousand', () => {
  const times = new WrittenTimes();
  expect(times.p99(0)).toBe(null);
  for (let index = 1; index <= 100; index += 1) times.note(index, 1_000);
  expect(times.p99(1_000)).toBe(100);
  for (let index = 0; index < 100; index += 1) times.note(1, 2_000);
  expect(times.p99(2_000)).toBe(99);
  expect([times.p99(61_500), times.p99(62_000)]).toEqual([1, null]);
  for (let index = 0; index < 2_000; index += 1) times.note(3, 63_000);
  expect(times.p99(63_000)).toBe(3);
});
