/** SC8: what an edge says to a screen that comes from another one, with time and delivery in the test's hands. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import type { Truth, Wants } from '../../src/simulation/conversation.ts';
import { EdgeBench } from '../fanout/edge-bench.ts';
import { FINAL_100M, header, type Publisher, sprinters } from '../fanout/published-documents.ts';
import { Moving } from './moving.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const LIVE: Wants = { mode: 'live', delta: true, format: 'json' };
const EVERY: Wants = { mode: 'every', delta: false, format: 'json' };
const benches: EdgeBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop();
});

/** Nothing reaches an edge by itself any more: it is behind, and does not know. */
function deafen(broker: ModelConnection): void {
  broker.listenResults = async () => ({ stop: async () => {} });
  broker.consumeResults = async () => ({ stop: async () => {} });
}

interface Pair {
  readonly ahead: EdgeBench;
  readonly behind: EdgeBench;
  readonly publisher: Publisher;
  readonly truth: Truth;
}

const resumed = (screen: Moving): boolean[] => screen.talk.subscribed.map((each) => each.resumed);

/** Two edges on one broker, of which the other is left behind at version 3 while the first goes on to version 9. */
async function twoEdges(): Promise<Pair> {
  const ahead = new EdgeBench();
  const publisher = ahead.publisher();
  await publisher.begin();
  await publisher.touch(2);
  await ahead.start();
  const behind = new EdgeBench({}, ahead);
  deafen(behind.broker);
  await behind.start();
  benches.push(ahead, behind);
  await publisher.touch(6);
  await ahead.timing.settle();
  return { ahead, behind, publisher, truth: () => publisher.history };
}

describe.each([
  ['live', LIVE],
  ['every', EVERY],
] as const)('SC8 %s: a screen moves to another edge', (_name, wants) => {
  test('that is as far: resumed, and nothing is sent', async () => {
    const { ahead, truth } = await twoEdges();
    const second = new EdgeBench({}, ahead);
    benches.push(second);
    await second.start();
    const screen = new Moving(wants, truth, CHANNEL);
    await screen.moveTo(ahead);
    const before = screen.talk.shown.length;
    await screen.moveTo(second);
    expect(resumed(screen)).toEqual([false, true]);
    expect(screen.talk.shown).toHaveLength(before);
    expect(screen.talk.violations).toEqual([]);
  });

  test('that is further: resumed, with what is between', async () => {
    const { ahead, behind, publisher, truth } = await twoEdges();
    const screen = new Moving(wants, truth, CHANNEL);
    await screen.moveTo(behind);
    await screen.moveTo(ahead);
    expect(resumed(screen)).toEqual([false, true]);
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('that is behind: it reads on before it answers, and then resumes', async () => {
    const { ahead, behind, publisher, truth } = await twoEdges();
    const screen = new Moving(wants, truth, CHANNEL);
    await screen.moveTo(ahead);
    expect(behind.shelf.current(CHANNEL)?.version).toBe(3);
    const moving = screen.moveTo(behind);
    await behind.timing.pass(1_000);
    await moving;
    expect(resumed(screen)).toEqual([false, true]);
    expect(behind.shelf.current(CHANNEL)?.version).toBe(9);
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('that is behind and cannot ask: not resumed, nothing older is shown, and then it goes on', async () => {
    const { ahead, behind, publisher, truth } = await twoEdges();
    const screen = new Moving(wants, truth, CHANNEL);
    await screen.moveTo(ahead);
    behind.broker.disconnect();
    await screen.moveTo(behind);
    expect(resumed(screen)).toEqual([false, false]);
    expect(screen.talk.positions()[CHANNEL]?.version).toBe(9);
    behind.broker.reconnect();
    await publisher.touch(3);
    // As a screen does it that comes back later.
    const moving = screen.moveTo(behind);
    await behind.timing.pass(1_000);
    await moving;
    await screen.listen();
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('in an epoch that this one does not know yet: it reads on before it answers, and never shows the old one again', async () => {
    const { ahead, behind } = await twoEdges();
    const renewed = ahead.publisher(header(FINAL_100M), sprinters(), 'next');
    await renewed.begin();
    await renewed.touch(3);
    await ahead.timing.settle();
    const screen = new Moving(wants, () => renewed.history, CHANNEL);
    await screen.moveTo(ahead);
    const moving = screen.moveTo(behind);
    await behind.timing.pass(1_000);
    await moving;
    expect(resumed(screen)).toEqual([false, true]);
    expect(screen.talk.shown.every((line) => line.includes(' next '))).toBe(true);
    expect(screen.talk.endsOtherThan([renewed.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('with a version that nobody has published: not resumed, and it starts with what there is', async () => {
    const { ahead, publisher, truth } = await twoEdges();
    const screen = new Moving(wants, truth, CHANNEL);
    await screen.moveTo(ahead, { [CHANNEL]: { epoch: 'k3f9', version: 4_000 } });
    expect(resumed(screen)).toEqual([false]);
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    await publisher.touch();
    await screen.listen();
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });
});

test('SC8 a broker that does not answer does not keep a screen waiting for more than 5 s', async () => {
  const { ahead, behind, truth } = await twoEdges();
  const screen = new Moving(LIVE, truth, CHANNEL);
  await screen.moveTo(ahead);
  behind.broker.lastResult = () => new Promise(() => {});
  await screen.moveTo(behind);
  await behind.timing.pass(4_999);
  await screen.listen();
  expect(resumed(screen)).toEqual([false]);
  await behind.timing.pass(1);
  await screen.listen();
  expect(resumed(screen)).toEqual([false, false]);
  expect(screen.talk.positions()[CHANNEL]?.version).toBe(9);
  expect(screen.talk.violations).toEqual([]);
});

test('SC8 a thousand screens that are further ask the broker once', async () => {
  const { behind } = await twoEdges();
  let asked = 0;
  const ask = behind.broker.lastResult.bind(behind.broker);
  behind.broker.lastResult = (channel) => {
    asked += 1;
    return ask(channel);
  };
  const screens = Array.from({ length: 1_000 }, () => behind.screen());
  const after = { epoch: 'k3f9', version: 9 };
  const joining = screens.map((screen) => screen.subscribe(CHANNEL, { delta: true, after }));
  await behind.timing.pass(1_000);
  await Promise.all(joining);
  expect(screens.every((screen) => screen.pair.said('subscribed')[0].resumed)).toBe(true);
  // Those who ask while a question is under way share the next one.
  expect(asked).toBeLessThanOrEqual(2);
});

test('SC8 every: a hole in the middle of what is left in the stream is found before anything is said', async () => {
  const { ahead, publisher, truth } = await twoEdges();
  const { stored } = ahead.network.results;
  stored.splice(
    stored.findIndex(({ version }) => version === 7),
    1,
  );
  const screen = new Moving(EVERY, truth, CHANNEL);
  await screen.moveTo(ahead, { [CHANNEL]: { epoch: 'k3f9', version: 4 } });
  expect(resumed(screen)).toEqual([false]);
  expect(screen.talk.gaps).toMatchObject([{ from: 7, to: 8 }]);
  expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
  expect(screen.talk.violations).toEqual([]);
});
