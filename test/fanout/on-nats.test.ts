import { afterEach, describe, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { startEdge } from '../../src/edge.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { FINAL_100M, FINAL_200M, header, Publisher, sprinters } from './published-documents.ts';
import { until } from './running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

describe('an edge on NATS JetStream', () => {
  test('D10 SC6 SC7 SC8 starts complete, follows live, reads history, and survives a restart of the edge', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const connect = async () => {
      const broker = await NatsBroker.open({ url: server.url });
      stops.push(() => broker.close());
      return broker;
    };
    const engines = [await connect(), await connect()];
    const [one, other] = engines.map((engine) => new Publisher(engine, header(FINAL_100M), sprinters()));
    for (const publisher of [one!, other!]) {
      await publisher.begin();
      await publisher.touch(10);
    }
    await one!.keep();
    const second = new Publisher(engines[0]!, header(FINAL_200M), sprinters());
    await second.begin();
    const edge = await startEdge({ broker: await connect() });
    stops.push(() => edge.close());
    expect(edge.shelf.current(CHANNEL)?.hash).toBe(one!.current.hash);
    expect(edge.shelf.current(second.channel)?.hash).toBe(second.current.hash);

    const every: number[] = [];
    const subscriber = new Subscriber({ url: edge.streamUrl, openSocket: openNodeSocket });
    stops.push(() => subscriber.close());
    subscriber.follow(CHANNEL, ({ version }) => every.push(version), {
      mode: 'every',
      after: { epoch: 'k3f9', version: 3 },
    });
    subscriber.follow('*/RANKING', () => {});
    await until(() => every.length === 8);
    for (let count = 0; count < 20; count += 1) await Promise.all([one!.touch(), other!.touch()]);
    await until(() => every.at(-1) === 31);

    await edge.close();
    await one!.touch(5);
    const next = await startEdge({ broker: await connect(), port: edge.port });
    stops.push(() => next.close());
    await until(() => every.at(-1) === 36);
    expect(every).toEqual(Array.from({ length: 33 }, (_none, index) => index + 4));
    const past = (await (await fetch(`${next.httpUrl}/v1/documents/${CHANNEL}?at=7`)).json()) as {
      hash: string;
    };
    expect(past.hash).toBe(one!.history[6]?.hash);
    expect(next.hub.counts.conflicts).toBe(0);
  });
});
