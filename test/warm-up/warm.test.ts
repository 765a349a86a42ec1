import { afterEach, expect, test, vi } from 'vitest';
import { warm } from '../../src/cli/processes/warm.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['', 1],
  ['0', 1],
  ['1', 0],
])('with SPLITSECOND_COLD=%j a program rehearses %i times', async (value, times) => {
  vi.stubEnv('SPLITSECOND_COLD', value);
  const rehearse = vi.fn(async () => {});
  await warm(rehearse);
  expect(rehearse).toHaveBeenCalledTimes(times);
});
