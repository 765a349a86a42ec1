import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startEdge } from '../../src/edge.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { systemTiming, type Timing } from '../../src/timing.ts';

test('an edge that cannot listen says so and leaves no timer running', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  let running = 0;
  const timing: Timing = {
    ...systemTiming,
    every: (ms, run) => {
      running += 1;
      const stop = systemTiming.every(ms, run);
      return () => {
        running -= 1;
        stop();
      };
    },
  };
  const { port } = taken.address() as AddressInfo;
  const starting = startEdge({ broker: new BrokerModel().connect(), port, timing });
  await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(running).toBe(0);
  await new Promise((closed) => taken.close(closed));
});
