import { describe, expect, test } from 'vitest';
import { isSteady, ratioOf } from '../../bench/support/steady.ts';

describe('a ratio is measured until it is steady', () => {
  test('it is steady when two more rounds hardly change its median', () => {
    expect(isSteady([1, 1])).toBe(false);
    expect(isSteady([1, 1.01, 1])).toBe(true);
    expect(isSteady([0.9, 1.2, 1])).toBe(false);
    expect(isSteady([0.9, 1.2, 1, 1.01, 0.99])).toBe(true);
  });

  test('its spread is the least and the most of any round', () => {
    expect(ratioOf([1.2, 0.9, 1])).toEqual({ median: 1, least: 0.9, most: 1.2 });
  });
});
