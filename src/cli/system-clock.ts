import { setTimeout as sleep } from 'node:timers/promises';
import { WAIT_MOST_MS } from '../timing.ts';
import type { ReplayClock } from '../venue/replay.ts';

/** The machine's clock: microseconds since 1970, and waiting that a signal can cut short. */
export const systemClock: ReplayClock = {
  now: () => Math.round((performance.timeOrigin + performance.now()) * 1_000),
  async wait(ms, signal) {
    await sleep(Math.min(ms, WAIT_MOST_MS), undefined, signal === undefined ? {} : { signal }).catch(
      () => {},
    );
  },
};
