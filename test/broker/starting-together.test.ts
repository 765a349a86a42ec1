/** Several programs that start first, at the same moment: one of them makes the streams, and all of them run. */
import { JetStreamApiError, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterEach, describe, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { makeStreams } from '../../src/broker/nats/streams.ts';
import { startTestCluster } from './cluster.ts';
import { startTestServer } from './nearby-server.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** How many memories they found. */
async function opened(urls: readonly string[], replicas: number): Promise<number> {
  const brokers = await Promise.all(urls.map((url) => NatsBroker.open({ url, replicas })));
  await Promise.all(brokers.map((broker) => broker.close()));
  return new Set(brokers.map(({ historyBegan }) => historyBegan)).size;
}

/** A manager whose server, when asked to make a stream that another program is making, gives one of its two answers. */
function slower(jsm: JetStreamManager, answer: { err_code: number; description: string }): JetStreamManager {
  const add: JetStreamManager['streams']['add'] = async (wanted) => {
    await jsm.streams.add(wanted);
    throw new JetStreamApiError({ code: 400, ...answer });
  };
  const streams = new Proxy(jsm.streams, {
    get: (all, name) => (name === 'add' ? add : Reflect.get(all, name).bind(all)),
  });
  return new Proxy(jsm, { get: (all, name) => (name === 'streams' ? streams : Reflect.get(all, name)) });
}

describe('a broker that is empty', { timeout: 120_000 }, () => {
  test('is set up once by twelve programs at a single server', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    expect(
      await opened(
        Array.from({ length: 12 }, () => server.url),
        1,
      ),
    ).toBe(1);
  });

  test('is set up once by programs that do not wait until a cluster of three has formed', async () => {
    const cluster = await startTestCluster();
    stops.push(() => cluster.stop());
    const urls = [...cluster.servers, ...cluster.servers].map(({ url }) => url);
    expect(await opened(urls, 3)).toBe(1);
  });

  test.each([
    { err_code: 10065, description: 'subjects overlap with an existing stream' },
    { err_code: 10058, description: 'stream name already in use' },
  ])('is found by who is told "$description"', async (answer) => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const nats = await connect({ servers: server.url });
    stops.push(() => nats.close());
    const jsm = slower(await jetstreamManager(nats), answer);
    await expect(makeStreams(jetstream(nats), jsm, { replicas: 1 })).resolves.toBe(undefined);
  });
});
