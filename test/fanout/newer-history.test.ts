import { expect, test } from 'vitest';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { ResultFeed } from '../../src/fanout/channels/result-feed.ts';
import { Shelf } from '../../src/fanout/channels/shelf.ts';
import { epochOf } from '../../src/model/epoch.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { systemTiming } from '../../src/timing.ts';
import { FINAL_100M, FINAL_200M, header, Publisher, sprinters } from './published-documents.ts';

test('an edge shows nothing that is left of a history of which the broker has lost a part', async () => {
  const network = new BrokerModel();
  const engine = network.connect();
  const known = engine.historyBegan;
  const old = epochOf(known, 1, 'revision');
  const before = [header(FINAL_100M), header(FINAL_200M)].map(
    (first) => new Publisher(engine, first, sprinters(), old),
  );
  for (const publisher of before) {
    await publisher.begin();
    await publisher.touch(2);
  }
  await before[0]!.keep();
  network.store.beginHistory(known, network.now());

  const broker = network.connect();
  const shelf = new Shelf();
  const feed = new ResultFeed(broker, shelf, decodeResult, systemTiming, {
    renewed() {},
    conflict() {},
    gapFilled() {},
    trouble() {},
  });
  await feed.start();
  expect([...shelf.channels()]).toEqual([]);
  // An engine that has not noticed yet goes on with it for a moment.
  await before[0]!.touch(1);
  await feed.catchUp(before[0]!.channel, { epoch: old, version: 1 });
  expect([...shelf.channels()]).toEqual([]);

  const next = epochOf(broker.historyBegan, 1, 'revision');
  const after = new Publisher(engine, header(FINAL_100M), sprinters(), next);
  await after.begin();
  await expect.poll(() => shelf.current(after.channel)?.epoch).toBe(next);
  await feed.stop();
});
