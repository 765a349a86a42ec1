import { describe, expect, test } from 'vitest';
import { isLeak, type Reading, trendOf } from './trend.ts';

const MIB = 1024 * 1024;

/** A reading a second, for ten minutes. */
const readings = (value: (at: number) => number): Reading[] =>
  Array.from({ length: 600 }, (_none, at) => ({ at, value: value(at) }));

describe('a leak of a soak', () => {
  test('is what grows on, second by second', () => {
    const trend = trendOf(readings((at) => 100 * MIB + at * 0.1 * MIB));
    expect(trend.slope / MIB).toBeCloseTo(360, 0);
    expect(isLeak(trend, 600, 16 * MIB)).toBe(true);
  });

  test('is not what grows in the beginning and stays, nor what is collected now and then', () => {
    const grown = trendOf(readings((at) => Math.min(100, 50 + at) * MIB));
    expect(isLeak(grown, 600, 16 * MIB)).toBe(false);
    const sawtooth = trendOf(readings((at) => (100 + (at % 50)) * MIB));
    expect(isLeak(sawtooth, 600, 16 * MIB)).toBe(false);
  });

  test('is found in a sawtooth whose ground rises', () => {
    expect(isLeak(trendOf(readings((at) => (100 + (at % 50) + at / 10) * MIB)), 600, 16 * MIB)).toBe(true);
  });

  test('is found in handles that are never closed', () => {
    expect(isLeak(trendOf(readings((at) => 40 + Math.floor(at / 20))), 600, 8)).toBe(true);
    expect(isLeak(trendOf(readings((at) => 40 + (at % 3))), 600, 8)).toBe(false);
  });
});
