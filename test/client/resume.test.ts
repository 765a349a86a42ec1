import { afterEach, describe, expect, test } from 'vitest';
import type { OpenSocket, SocketLike } from '../../src/client/connection.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { protobufReader } from '../../src/client/protobuf.ts';
import { subscribeWords } from '../../src/client/subscribe-words.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { readWord } from '../../src/fanout/screens/words.ts';
import type { Document } from '../../src/model/document.ts';
import type { Position } from '../../src/model/position.ts';
import type { Says, Subscribed } from '../../src/model/server-words.ts';
import { onAir } from '../fanout/edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, sprinters } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';

const unit = (number: number): string => `ATHM100M--------------HEAT${String(number).padStart(4, '0')}----`;
const manyPositions = (count: number, epoch = 'k3f9'): Record<string, Position> =>
  Object.fromEntries(
    Array.from({ length: count }, (_none, at) => [`${unit(at)}/RESULT`, { epoch, version: 7 }]),
  );

let running: RunningEdge | null = null;
let subscriber: Subscriber | null = null;

afterEach(async () => {
  subscriber?.close();
  await running?.stop();
  running = null;
});

describe('positions that are longer than a word', () => {
  const following = { id: 3, pattern: '*', options: {}, onDocument: () => {} };

  test('SC8 few positions go into subscribe itself', () => {
    const words = subscribeWords(following, manyPositions(3), 65_536).map((text) => readWord(text));
    expect(words).toMatchObject([
      { word: 'subscribe', positions: new Map(Object.entries(manyPositions(3))) },
    ]);
  });

  test('SC8 many go ahead of it, each word within the limit, and none is lost', () => {
    const positions = {
      ...manyPositions(2_000),
      ...{ [`${FINAL_100M}/RESULT`]: { epoch: 'old', version: 1 } },
    };
    const texts = subscribeWords(following, positions, 8_192);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8_192);
    const words = texts.map((text) => readWord(text));
    expect(words.at(-1)).toMatchObject({ word: 'subscribe', id: 3, positions: new Map() });
    const named = words
      .slice(0, -1)
      .flatMap((word) => (word.word === 'positions' ? [...word.positions] : []));
    expect(Object.fromEntries(named)).toEqual(positions);
  });

  test('SC8 positions that go ahead of a subscription count as its own, once', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await publisher.touch(4);
    const { epoch } = publisher.current;
    await screen.say({ positions: { id: 1, epoch, versions: { [publisher.channel]: 5 } } });
    await screen.subscribe('*', { delta: true });
    await screen.say({ unsubscribe: { id: 1 } });
    await screen.subscribe('*', { delta: true });
    expect(screen.pair.said('subscribed').map(({ resumed }) => resumed)).toEqual([true, false]);
    expect(screen.versions()).toEqual([5]);
    await bench.stop();
  });

  test('SC8 more positions than a screen may name are refused, and it is served all the same', async () => {
    const { bench, publisher } = await onAir({ positionsAhead: 2 });
    const screen = bench.screen();
    const versions = { [`${unit(1)}/RESULT`]: 1, [`${unit(2)}/RESULT`]: 1, [`${unit(3)}/RESULT`]: 1 };
    await screen.say({ positions: { id: 1, epoch: 'k3f9', versions } });
    await screen.subscribe('*');
    expect(screen.pair.said('error')).toMatchObject([{ code: 'TOO_MANY_POSITIONS', id: 1 }]);
    expect(screen.versions()).toEqual([publisher.current.version]);
    await bench.stop();
  });
});

/** A subscriber whose connections the test can break, and how its subscriptions were answered. */
function breakable(url: string, extra: object = {}) {
  const sockets: SocketLike[] = [];
  const says: Says[] = [];
  const openSocket: OpenSocket = (address, subprotocol) => {
    const socket = openNodeSocket(address, subprotocol);
    sockets.push(socket);
    return socket;
  };
  const made = new Subscriber({
    url,
    openSocket,
    chance: () => 0,
    onControl: (words) => says.push(words),
    ...extra,
  });
  subscriber = made;
  const answers = (): Subscribed[] =>
    says.flatMap((words) => ('subscribed' in words ? [words.subscribed] : []));
  const cut = (): void => (sockets.at(-1) as unknown as { terminate(): void }).terminate();
  return { made, says, sockets, answers, cut };
}

test('SC8 a screen of a thousand channels resumes all of them, and gets only what is new', async () => {
  running = await runningEdge();
  for (let number = 0; number < 1_000; number += 1) await running.publish(header(unit(number)), sprinters(2));
  const { made, says, answers, cut } = breakable(running.edge.streamUrl, { reader: protobufReader });
  const shown: string[] = [];
  made.follow('*', ({ version }, _delta, channel) => shown.push(`${channel} ${version}`));
  await until(() => shown.length === 1_001);
  cut();
  await running.publisher.touch();
  await until(() => shown.length === 1_002);
  expect(answers().map(({ resumed, channels }) => [resumed, channels])).toEqual([
    [false, 1_001],
    [true, 1_001],
  ]);
  expect(shown.at(-1)).toBe(`${running.publisher.channel} 2`);
  expect(says.filter((words) => 'error' in words)).toEqual([]);
});

test('SC8 several subscriptions resume, each where it was, with channels that came later', async () => {
  running = await runningEdge();
  const { made, answers, cut } = breakable(running.edge.streamUrl);
  const live: Document[] = [];
  const every: number[] = [];
  made.follow('SWM*/RESULT', (document) => live.push(document));
  made.follow(`${FINAL_100M}/RESULT`, ({ version }) => every.push(version), { mode: 'every' });
  made.follow('ATHM200M*', (document) => live.push(document));
  await until(() => answers().length === 3 && every.length === 1);
  const later = await running.publish(header(FINAL_200M));
  await until(() => live.length === 1);
  for (let round = 0; round < 2; round += 1) {
    cut();
    await running.publisher.touch(3);
    await later.touch(2);
    const { version } = running.publisher.current;
    await until(() => every.at(-1) === version && live.at(-1)?.version === later.current.version);
  }
  expect(every).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(live.map(({ version }) => version)).toEqual([1, 3, 5]);
  const resumed = (id: number): boolean[] =>
    answers()
      .filter((each) => each.id === id)
      .map((each) => each.resumed);
  // The first pattern takes in nothing yet: there is nothing to resume.
  expect([1, 2, 3].map(resumed)).toEqual([
    [false, false, false],
    [false, true, true],
    [false, true, true],
  ]);
});

test('SC15 4408 brings the screen back to where it was, with nothing left out', async () => {
  running = await runningEdge();
  const { made, sockets } = breakable(running.edge.streamUrl);
  const every: number[] = [];
  made.follow(`${FINAL_100M}/RESULT`, ({ version }) => every.push(version), { mode: 'every' });
  await until(() => every.length === 1);
  for (const screen of running.edge.hub.screens) screen.tooFarBehind();
  await running.publisher.touch(3);
  await until(() => every.length === 4);
  expect(every).toEqual([1, 2, 3, 4]);
  expect(sockets).toHaveLength(2);
});
