/** An edge of ours with a stimulus, for tests: documents that are large and many enough to show every rule. */

import type { Stimulus } from '../../../src/conformance/server/stage.ts';
import type { EdgeOptions } from '../../../src/edge.ts';
import { FINAL_100M, FINAL_200M, FREE_50M, header, sprinters } from '../../fanout/published-documents.ts';
import { type RunningEdge, runningEdge } from '../../fanout/running-edge.ts';

/** Some 300 KiB as JSON: longer than a fragment, so that a few fill a socket. */
const ROWS = 1_000;
const PADDING = 'x'.repeat(60);

export async function edgeWithStimulus(
  options: Partial<EdgeOptions> = {},
  rows = ROWS,
): Promise<{ running: RunningEdge; stimulus: Stimulus }> {
  const running = await runningEdge(
    {
      keepaliveMs: 400,
      limits: { firstWordMs: 1_500, unreadMs: 1_500 },
      sourceHealth: {
        of: () => [{ source: 'STA-TIMING-1', state: 'ok', lastFactAgeMs: 20 }],
        behindMs: () => 0,
      },
      ...options,
    },
    sprinters(rows, PADDING),
  );
  for (const each of [header(FINAL_200M), header(FINAL_100M, 'RANKING'), header(FREE_50M)])
    await running.publish(each);
  let opened = 0;
  const stimulus: Stimulus = {
    channel: running.publisher.channel,
    change: async (times) => {
      for (let count = 0; count < times; count += 1) {
        await running.publisher.touch();
        // One version a tick, as an engine publishes them.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    },
    open: async () => {
      opened += 1;
      const unit = `ATHM400M--------------FNL-${String(opened).padStart(6, '0')}--`;
      return (await running.publish(header(unit))).channel;
    },
    stop: () => running.edge.close(),
    close: () => running.stop(),
  };
  return { running, stimulus };
}
