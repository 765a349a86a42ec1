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
  {
    was: 'NEVER_READY: in a new store the two revisions of an upgrade came in the other order, and the older one was the newer one from then on',
    scenario: {
      seed: 2165,
      facts: 6,
      faults: [
        { at: 6690, kind: 'broker-store-lost', which: 0, ms: 2848 },
        { at: 7987, kind: 'upgrade', which: 0, ms: 3075 },
      ],
    },
  },
];

test.each(CASES)('$was', async ({ scenario }) => {
  expect((await run(scenario)).violations).toEqual([]);
});
