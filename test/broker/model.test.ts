import { expect, test } from 'vitest';
import type { ResultMessage } from '../../src/broker/broker.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { brokenModel } from './broken-model.ts';
import { brokerContract } from './contract.ts';
import { faultContract } from './fault-contract.ts';

brokerContract('the model', async () => brokenModel());

brokerContract('the model over a network', async () => brokenModel({ isFar: true }));

faultContract('the model', async (options) => brokenModel(options));

faultContract('the model over a network', async (options) => brokenModel({ ...options, isFar: true }));

const CHANNEL = 'ATHM100M--------------FNL-000100--/RESULT';
const version = (number: number): ResultMessage => ({
  channel: CHANNEL,
  epoch: '1',
  first: number,
  version: number,
  hash: '',
  form: 'whole',
  data: new Uint8Array(),
});

test('the live path can lose, repeat and hold back; the stream stays complete', async () => {
  const network = new BrokerModel();
  const engine = network.connect();
  const edge = network.connect();
  const held: (() => void)[] = [];
  network.live = ({ version: number }, deliver) => {
    if (number === 1) deliver();
    if (number === 3) held.push(deliver, deliver);
  };
  const heard: number[] = [];
  const complete: number[] = [];
  await edge.listenResults((message) => heard.push(message.version));
  await edge.consumeResults({ fromSeq: 1 }, (message) => complete.push(message.version));
  for (const number of [1, 2, 3]) await engine.publishResult(version(number));
  for (const deliver of held) deliver();
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([1, 3, 3]);
  expect(complete).toEqual([1, 2, 3]);
});

test("the broker's clock is the test's", async () => {
  let clock = 5_000_000;
  const network = new BrokerModel({ now: () => clock });
  const broker = network.connect();
  clock = 6_000_000;
  const times: number[] = [];
  await broker.consumeFacts({ fromSeq: 1 }, ({ storedAt }) => times.push(storedAt));
  await broker.publishFact({
    venue: 'STA',
    unit: CHANNEL.slice(0, 34),
    messageId: 'A:1:1',
    contentType: 'application/json',
    data: new Uint8Array(),
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect([broker.historyBegan, ...times]).toEqual([5_000_000, 6_000_000]);
});
