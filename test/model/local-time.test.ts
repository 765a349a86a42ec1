import { expect, test } from 'vitest';
import { localText, localTime } from '../../src/model/local-time.ts';

test.each([
  ['2024-08-01T05:30:00.000Z', '+02:00', '2024-08-01T07:30:00+02:00'],
  ['2024-08-01T22:30:00.250Z', '+02:00', '2024-08-02T00:30:00.250+02:00'],
  ['2024-07-28T17:00:00+00:00', '-10:00', '2024-07-28T07:00:00-10:00'],
  ['2024-07-28T17:00:00Z', '+05:45', '2024-07-28T22:45:00+05:45'],
  ['2024-07-28T17:00:00Z', undefined, '2024-07-28T17:00:00Z'],
  ['soon', '+02:00', 'soon'],
])('%s at %s is %s', (text, offset, local) => {
  expect(localTime(text, offset)).toBe(local);
});

test('microseconds are cut', () => {
  expect(localText(1_722_490_200_123_999, '+00:00')).toBe('2024-08-01T05:30:00.123+00:00');
});
