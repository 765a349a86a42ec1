/** An engine calls itself current when what the history led to is stored, not when it has been read. */
import { afterEach, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import { endAll, engineOn, publishedBy } from './engines-on-a-network.ts';

afterEach(endAll);

const FEED: readonly WireFact[] = feedOf(
  allCases().find(({ name }) => name.endsWith('copenhagen-2017-mens-50m-breaststroke'))!,
);

test('results that are not stored yet are missing, however far the facts were read', async () => {
  const network = new BrokerModel();
  const say = publishedBy(network);
  for (const fact of FEED) await say(fact);
  let letOn: () => void = () => {};
  const on = new Promise<void>((resolve) => {
    letOn = resolve;
  });
  const { engine } = await engineOn(network, (connection) => {
    const publish = connection.publishResult.bind(connection);
    connection.publishResult = (...message) => on.then(() => publish(...message));
  });
  while (engine.counts().lastStreamSeq < FEED.length) await new Promise((resolve) => setImmediate(resolve));
  const reading = expect.objectContaining({ code: 'READING_HISTORY', of: FEED.length });
  expect(engine.health().missing).toContainEqual(reading);
  letOn();
  await engine.current;
  expect(engine.health().missing).not.toContainEqual(reading);
});
