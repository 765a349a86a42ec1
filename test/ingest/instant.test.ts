import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from '../../src/model/instant.ts';

test.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2024-06-09T20:53:11.104233Z', 1_717_966_391_104_233],
  ['2024-06-09T20:53:11.104233999Z', 1_717_966_391_104_233],
  ['2024-06-09T22:53:11.1+02:00', 1_717_966_391_100_000],
  ['2024-06-09T15:23:11-05:30', 1_717_966_391_000_000],
  ['2016-12-31T23:59:60Z', 1_483_228_800_000_000],
  ['2024-02-29T00:00:00Z', 1_709_164_800_000_000],
])('RFC 3339 5.6 %s is %d microseconds', (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test.each([
  '2023-02-29T00:00:00Z',
  '2024-04-31T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2024-00-10T00:00:00Z',
  '2024-01-00T00:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T00:60:00Z',
  '2024-01-01T00:00:61Z',
  '2024-01-01T00:00:00+24:00',
  '2024-01-01T00:00:00.1234567890Z',
  '2024-01-01T00:00:00',
  '2024-01-01',
  '0050-01-01T00:00:00Z',
  '',
])('"%s" is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('an instant written out and read again is the same', () => {
  const instant = fc.integer({ min: Date.UTC(1900, 0) * 1000, max: Date.UTC(2200, 0) * 1000 });
  fc.assert(
    fc.property(instant, (micro) => {
      expect(parseInstant(formatInstant(micro))).toBe(micro);
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test('milliseconds are always written, microseconds when there are any', () => {
  expect(formatInstant(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(formatInstant(1)).toBe('1970-01-01T00:00:00.000001Z');
});
