import { randomBytes } from 'node:crypto';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { brokenServer } from './broken-server.ts';
import { brokerContract } from './contract.ts';
import { faultContract } from './fault-contract.ts';
import { fact, upTo } from './messages.ts';
import { startTestServer, until } from './nearby-server.ts';

let server: EmbeddedServer;

beforeAll(async () => {
  server = await startTestServer({ maxPayloadBytes: 8 * 1024 * 1024 });
});

afterAll(async () => {
  await server.stop();
});

/** Every test begins with an empty memory. */
async function forgetEverything(): Promise<void> {
  const nats = await connect({ servers: server.url });
  const jsm = await jetstreamManager(nats);
  for await (const { config } of jsm.streams.list()) await jsm.streams.delete(config.name);
  await nats.close();
}

let kill = false;

brokerContract('NATS JetStream', async () => {
  await forgetEverything();
  return {
    connect: () => NatsBroker.open({ url: server.url }),
    interrupt: async () => {
      // In turns with a farewell and with SIGKILL.
      kill = !kill;
      await server.restart({ kill });
    },
    dispose: async () => {},
  };
});

faultContract('NATS JetStream', brokenServer);

describe('opening a broker', () => {
  test('where nobody listens fails with BROKER_UNREACHABLE', async () => {
    await expect(NatsBroker.open({ url: 'nats://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'BROKER_UNREACHABLE',
      message: expect.stringContaining('nats://127.0.0.1:9'),
    });
  });

  test('without JetStream fails with JETSTREAM_NOT_ENABLED and says what to do', async () => {
    const plain = await startTestServer({ jetstream: false });
    try {
      await expect(NatsBroker.open({ url: plain.url })).rejects.toMatchObject({
        code: 'JETSTREAM_NOT_ENABLED',
        message: expect.stringContaining('nats-server -js'),
      });
    } finally {
      await plain.stop();
    }
  });

  test('with more replicas than servers fails with BROKER_OUT_OF_RESOURCES', async () => {
    await forgetEverything();
    await expect(NatsBroker.open({ url: server.url, replicas: 3 })).rejects.toMatchObject({
      code: 'BROKER_OUT_OF_RESOURCES',
    });
  });

  test('at something that is no address fails with BROKER_UNREACHABLE and shows no password', async () => {
    await expect(NatsBroker.open({ url: 'nats://me:secret@' })).rejects.toMatchObject({
      code: 'BROKER_UNREACHABLE',
      message: expect.not.stringContaining('secret'),
    });
  });

  test('with a login works, without it or with a wrong one fails with BROKER_REFUSED_LOGIN', async () => {
    const authorization = { users: [{ user: 'engine', password: 'p@ss' }] };
    const closed = await startTestServer({ configuration: { authorization } });
    const at = (login: string) => NatsBroker.open({ url: closed.url.replace('//', `//${login}`) });
    try {
      await expect(at('')).rejects.toMatchObject({ code: 'BROKER_REFUSED_LOGIN' });
      await expect(at('engine:wrong@')).rejects.toMatchObject({
        code: 'BROKER_REFUSED_LOGIN',
        message: expect.not.stringContaining('wrong'),
      });
      const broker = await at('engine:p%40ss@');
      expect(await broker.lastFactSeq()).toBe(0);
      await broker.close();
    } finally {
      await closed.stop();
    }
  });

  test('D12 a login that may publish only under one venue cannot speak for another', async () => {
    const own = { publish: ['venue.STA.>', '$JS.API.>'], subscribe: ['>'] };
    const users = [
      { user: 'all', password: 'x' },
      { user: 'sta', password: 'x', permissions: own },
    ];
    const closed = await startTestServer({ configuration: { authorization: { users } } });
    const first = await NatsBroker.open({ url: closed.url.replace('//', '//all:x@') });
    const stadium = await NatsBroker.open({ url: closed.url.replace('//', '//sta:x@') });
    const fact = { unit: '', contentType: 'application/json' as const, data: Buffer.from('{}') };
    expect(await stadium.publishFact({ ...fact, venue: 'STA', messageId: 'A:1:1' })).toMatchObject({
      streamSeq: 1,
    });
    await expect(stadium.publishFact({ ...fact, venue: 'POOL', messageId: 'A:1:2' })).rejects.toMatchObject({
      code: 'BROKER_NOT_PERMITTED',
    });
    await Promise.all([first.close(), stadium.close()]);
    await closed.stop();
  });

  test('by many programs at once makes the streams once, with one time of creation', async () => {
    await forgetEverything();
    const brokers = await Promise.all([1, 2, 3, 4].map(() => NatsBroker.open({ url: server.url })));
    expect(new Set(brokers.map(({ historyBegan }) => historyBegan)).size).toBe(1);
    await Promise.all(brokers.map((broker) => broker.close()));
  });
});

test('what is not ours under our subjects is passed over', async () => {
  await forgetEverything();
  const broker = await NatsBroker.open({ url: server.url });
  const seen: number[] = [];
  await broker.consumeResults({ fromSeq: 1 }, (message) => seen.push(message.version));
  const stranger = await connect({ servers: server.url });
  for (const subject of [
    'results.RESULT',
    'results.x',
    'results.a.b.c.d',
    'results.RESULT.ATHM100M--------------FNL-000200--',
    '$KV.DOCUMENTS.x',
    '$KV.DOCUMENTS.RESULT.x',
  ])
    stranger.publish(subject, randomBytes(20));
  await stranger.flush();
  await stranger.close();
  const channel = 'ATHM100M--------------FNL-000100--/RESULT';
  await broker.publishResult({
    channel,
    epoch: '1',
    first: 1,
    version: 1,
    hash: '',
    form: 'whole',
    data: new Uint8Array(),
  });
  await until('ours came', () => seen.length === 1);
  expect([...(await broker.lastResults()).keys()]).toEqual([channel]);
  expect(await broker.lastResult('ATHM100M--------------FNL-000200--/RESULT')).toEqual({
    place: 4,
    last: null,
  });
  expect(await broker.keptDocuments()).toEqual([]);
  await broker.close();
});

test('a broker that comes back with its store is the same, one with an empty store is another', async () => {
  const first = await startTestServer();
  const broker = await NatsBroker.open({ url: first.url });
  let replaced = 0;
  broker.onReplaced(() => (replaced += 1));
  const times: boolean[] = [];
  broker.onConnectionChange((connected) => times.push(connected));
  await first.restart({ kill: true });
  await until('it is connected again', () => broker.connected && times.at(-1) === true);
  // Answered by the same server after the question that the reconnect asks.
  await broker.lastFactSeq();
  expect(replaced).toBe(0);
  await first.stop();
  const second = await startTestServer({ port: first.port });
  try {
    await until('the loss is found', () => replaced === 1);
  } finally {
    await broker.close();
    await second.stop();
  }
});

test('the newest version of each channel is found, however many come while it is looked for', async () => {
  const own = await startTestServer();
  const [engine, edge] = [await NatsBroker.open({ url: own.url }), await NatsBroker.open({ url: own.url })];
  const channels = Array.from(
    { length: 200 },
    (_none, index) => `ATHM100M--------------HEAT${String(index).padStart(4, '0')}00--/RESULT`,
  );
  const publish = (version: number): Promise<unknown> =>
    Promise.all(
      channels.map((channel) =>
        engine.publishResult({
          channel,
          epoch: '1',
          first: version,
          version,
          hash: '',
          form: 'whole',
          data: new Uint8Array(300),
        }),
      ),
    );
  let stored = 0;
  let isOver = false;
  const publishing = (async () => {
    for (; !isOver; stored += 1) await publish(stored + 1);
  })();
  await until('there is something', () => stored > 3);
  for (let times = 0; times < 10; times += 1) {
    const before = stored;
    const last = await edge.lastResults();
    expect(last.size).toBe(channels.length);
    for (const { version } of last.values()) expect(version).toBeGreaterThanOrEqual(before);
  }
  isOver = true;
  await publishing;
  await Promise.all([engine.close(), edge.close()]);
  await own.stop();
});

describe('a history that takes long to read', () => {
  test('holds up no answer', async () => {
    await forgetEverything();
    const broker = await NatsBroker.open({ url: server.url });
    try {
      const count = 400;
      for (const seq of upTo(count)) await broker.publishFact(fact(seq));
      let handled = 0;
      const all = new Promise<void>((resolve) => {
        void broker.consumeFacts({ fromSeq: 1 }, () => {
          const until = performance.now() + 2;
          while (performance.now() < until);
          handled += 1;
          if (handled === count) resolve();
        });
      });
      await until('the first was handled', () => handled > 0);
      await broker.lastFactSeq();
      expect(handled).toBeLessThan(count);
      await all;
    } finally {
      await broker.close();
    }
  });
});
