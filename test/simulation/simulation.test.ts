/** The whole pipeline under faults that a seed decides about. The long campaign: `npx splitsecond simulate --seeds 100000`. */
import { describe, expect, test } from 'vitest';
import { campaign } from '../../src/simulation/campaign.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { type FaultKind, scenarioOf } from '../../src/simulation/faults.ts';
import { run } from '../../src/simulation/run.ts';

/** Each group with seeds of its own, so that one that fails is named. */
const GROUPS: Readonly<Record<string, readonly FaultKind[]>> = {
  'engines that are killed, stand still, are cut off, or whose clock is wrong': [
    'engine-killed',
    'engine-paused',
    'engine-cut',
    'engine-stalled',
    'engine-clock',
    'live-path',
  ],
  'edges that are killed, stand still or are cut off': [
    'edge-killed',
    'edge-paused',
    'edge-cut',
    'edge-stalled',
    'live-path',
  ],
  'a venue that is killed or cut off, and screens that are slow or cut off': [
    'venue-killed',
    'venue-cut',
    'venue-stalled',
    'screen-cut',
    'screen-stalled',
    'screen-paused',
  ],
  'a broker that is restarted, elects or is full': ['broker-restarted', 'broker-elects', 'broker-full'],
  'a broker that comes back with less, or with nothing': [
    'broker-crashed',
    'broker-rolled-back',
    'broker-store-lost',
    'engine-killed',
    'edge-cut',
    'venue-killed',
  ],
  'facts that are cut, with engines that start and a broker that comes back with less': [
    'facts-cut',
    'facts-cut',
    'engine-killed',
    'engine-cut',
    'venue-killed',
    'broker-crashed',
    'broker-rolled-back',
    'broker-store-lost',
  ],
  'an upgrade of the engines, with others of all': [
    'upgrade',
    'engine-killed',
    'engine-cut',
    'edge-killed',
    'edge-cut',
    'venue-killed',
    'screen-cut',
    'broker-restarted',
    'broker-elects',
  ],
};
const SEEDS = 30;
const PATIENCE_MS = 900_000;

describe('whatever breaks, nothing is lost, doubled, out of order or stale without a word', () => {
  test.each(Object.entries(GROUPS))(
    '%s',
    async (_name, kinds) => {
      const { failures, runs } = await campaign({ from: 1, seeds: SEEDS, kinds });
      expect(failures.map(({ scenario, violations }) => [JSON.stringify(scenario), violations[0]])).toEqual(
        [],
      );
      expect(runs).toBe(SEEDS);
    },
    PATIENCE_MS,
  );
});

test(
  'the same seed is the same run, to the last version on the last screen',
  async () => {
    const scenario = scenarioOf(11, new Dice(11));
    const first = await run(scenario);
    expect(await run(scenario)).toEqual(first);
    expect((await run(scenarioOf(12, new Dice(12)))).trace).not.toBe(first.trace);
  },
  PATIENCE_MS,
);
