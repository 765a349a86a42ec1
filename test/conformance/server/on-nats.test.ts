import { afterEach, expect, test } from 'vitest';
import { NatsBroker } from '../../../src/broker/nats/broker.ts';
import { tableOf } from '../../../src/conformance/report.ts';
import { venueFacts } from '../../../src/conformance/server/stimulus.ts';
import { examineServer } from '../../../src/conformance/server/suite.ts';
import { startEdge } from '../../../src/edge.ts';
import { startEngine } from '../../../src/engine.ts';
import { startTestServer } from '../../broker/nearby-server.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const SILENT = { info() {}, warn() {}, error() {}, debug() {} };

test('SC1-SC20 facts told to a real nats-server show every rule of the whole pipeline', async () => {
  const server = await startTestServer();
  stops.push(() => server.stop());
  const connect = async (): Promise<NatsBroker> => {
    const broker = await NatsBroker.open({ url: server.url });
    stops.push(() => broker.close());
    return broker;
  };
  const engine = await startEngine({ broker: await connect(), log: SILENT });
  stops.push(() => engine.close());
  const edge = await startEdge({
    broker: await connect(),
    keepaliveMs: 1_000,
    limits: { firstWordMs: 2_000, unreadMs: 1_500 },
  });
  let isStopped = false;
  const stop = async (): Promise<void> => {
    isStopped = true;
    await edge.close();
  };
  stops.push(() => (isStopped ? null : edge.close()));
  const stimulus = await venueFacts(server.url, stop);
  stops.push(() => stimulus.close());
  const shown = await examineServer(edge.streamUrl, stimulus);
  expect(
    shown.filter(({ outcome }) => outcome !== 'passed'),
    tableOf(shown),
  ).toEqual([]);
}, 240_000);
