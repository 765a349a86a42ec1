/** An engine of a newer revision beside one of an older: what screens have is followed by the newest state, and never by one from before. */
import { afterEach, expect, test } from 'vitest';
import type { ResultMessage } from '../../src/broker/broker.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { Document } from '../../src/model/document.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import { endAll, engineOn, publishedBy, type RunningEngine, settled } from './engines-on-a-network.ts';

afterEach(endAll);

const FEED: readonly WireFact[] = feedOf(
  allCases().find(({ name }) => name.endsWith('copenhagen-2017-mens-50m-breaststroke'))!,
);
const HALF = FEED.length >> 1;

const lastOf = (messages: readonly ResultMessage[]): Map<string, ResultMessage> =>
  new Map(messages.map((message) => [message.channel, message]));

const wholeOf = ({ data }: ResultMessage): Document => {
  const [first] = decodeResult(data);
  if (first === undefined || !('document' in first)) throw new Error('it is not whole');
  return first.document;
};

async function readingHalf(): Promise<{
  network: BrokerModel;
  older: RunningEngine;
  say: (fact: WireFact) => Promise<unknown>;
}> {
  const network = new BrokerModel();
  const say = publishedBy(network);
  const older = await engineOn(network, undefined, 'older');
  for (const fact of FEED.slice(0, HALF)) await say(fact);
  await settled(network, older);
  return { network, older, say };
}

/** Facts come to it only until this many have, and go on with `letOn`. */
async function heldUp(
  network: BrokerModel,
  most: number,
): Promise<{ newer: RunningEngine; letOn: () => void }> {
  let letOn: () => void = () => {};
  const on = new Promise<void>((resolve) => {
    letOn = resolve;
  });
  const newer = await engineOn(
    network,
    (connection) => {
      const consume = connection.consumeFacts.bind(connection);
      connection.consumeFacts = (options, handler) =>
        consume(options, (message) => {
          if (message.streamSeq <= most) handler(message);
          else void on.then(() => handler(message));
        });
    },
    'newer',
  );
  return { newer, letOn };
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('each channel of the newer epoch begins with the newest state, whole', async () => {
  const { network, older } = await readingHalf();
  const before = lastOf(network.results.stored);
  const count = network.results.stored.length;
  const newer = await engineOn(network, undefined, 'newer');
  await newer.engine.current;
  const after = network.results.stored.slice(count);
  expect(new Set(after.map(({ epoch }) => epoch))).toEqual(new Set([newer.engine.epoch]));
  expect(after.map(({ channel }) => channel).toSorted()).toEqual([...before.keys()].toSorted());
  for (const message of after) {
    expect([message.channel, wholeOf(message).hash]).toEqual([
      message.channel,
      before.get(message.channel)!.hash,
    ]);
  }
  expect([...older.log, ...newer.log].filter(({ level }) => level === 'error')).toEqual([]);
});

test('while it reads, the older one goes on and nothing of the newer is stored; facts that come meanwhile are in what it shows first', async () => {
  const { network, older, say } = await readingHalf();
  const { newer, letOn } = await heldUp(network, HALF - 3);
  for (const fact of FEED.slice(HALF)) await say(fact);
  await settled(network, older);
  const before = lastOf(network.results.stored);
  expect([...before.values()].every(({ epoch }) => epoch === older.engine.epoch)).toBe(true);
  letOn();
  await newer.engine.current;
  const firsts = new Map<string, ResultMessage>();
  for (const message of network.results.stored)
    if (message.epoch === newer.engine.epoch && !firsts.has(message.channel))
      firsts.set(message.channel, message);
  expect([...firsts.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  for (const [channel, message] of firsts)
    expect([channel, wholeOf(message).hash]).toEqual([channel, before.get(channel)!.hash]);
});

test('when the older one stops meanwhile the newer takes over as soon as it is current', async () => {
  const { network, older, say } = await readingHalf();
  const { newer, letOn } = await heldUp(network, HALF - 3);
  await older.engine.close();
  for (const fact of FEED.slice(HALF)) await say(fact);
  await turns(20);
  letOn();
  await newer.engine.current;
  await settled(network, newer);
  expect(newer.engine.counts()).toMatchObject({ lastStreamSeq: FEED.length, pending: 0 });
  const newest = [...lastOf(network.results.stored).values()];
  expect(newest.filter(({ epoch }) => epoch !== newer.engine.epoch)).toEqual([]);
});
