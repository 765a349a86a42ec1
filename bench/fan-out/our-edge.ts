/** The edge under measurement, in a process of its own: everything on, fed by a broker in the same process. */

import { startEdge } from '../../src/edge.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { type ProgrammeName, programmeOf } from './programme.ts';
import { serve } from './pump.mjs';

const [, , name, frames] = process.argv;
const { opening, batches } = await programmeOf(name as ProgrammeName, Number(frames));
const network = new BrokerModel();
const engine = network.connect();
for (const result of opening) await engine.publishResult(result);
const edge = await startEdge({ broker: network.connect() });

serve({
  url: edge.streamUrl,
  batches,
  publish: ({ results }) => {
    for (const result of results) void engine.publishResult(result);
  },
  written: () => edge.hub.counts.messages,
  status: () => ({
    screens: edge.hub.screens.size,
    hashes: [...edge.shelf.channels()].map((channel) => edge.shelf.current(channel)?.hash),
    outboundBytes: [...edge.hub.screens].map(({ outboundBytes }) => outboundBytes),
    ...process.memoryUsage(),
  }),
});
