/** Runs in which something was wrong once, as small as they became. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/simulation/faults.ts';
import { run } from '../../src/simulation/run.ts';

const CASES: readonly { readonly was: string; readonly scenario: Scenario }[] = [
  {
    was: 'NO_SUBSCRIBED: channels that began while positions were looked up came before the answer',
    scenario: {
      seed: 14,
      facts: 68,
      faults: [{ at: 3174, kind: 'broker-store-lost', which: 0, ms: 3898 }],
    },
  },
];

test.each(CASES)('$was', async ({ scenario }) => {
  expect((await run(scenario)).violations).toEqual([]);
});
