/** How connections come back: each by itself, in the window it was given, and not at all when that is of no use. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConnectionState, EdgeState } from '../../src/client/connection.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { CLOSE, closeReason } from '../../src/fanout/connections/close-codes.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { VirtualEdges } from './edges.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let edges: VirtualEdges;
let subscriber: Subscriber;
let states: [ConnectionState, readonly EdgeState[]][];

beforeEach(async () => {
  edges = await new VirtualEdges().start();
  states = [];
});
afterEach(async () => {
  subscriber.close();
  await edges.stop();
});

async function follow(chances: number[], url: readonly string[] = edges.urls): Promise<number[]> {
  const { openSocket, after } = edges;
  const versions: number[] = [];
  subscriber = new Subscriber({
    url,
    openSocket,
    after,
    chance: () => chances.shift() ?? 0,
    onState: (state, each) => states.push([state, each]),
  });
  subscriber.follow(CHANNEL, ({ version }) => versions.push(version));
  await edges.until(() => versions.length === 1 && subscriber.edges.every(({ state }) => state === 'live'));
  return versions;
}

const closeAll = async (
  edge: 0 | 1,
  code: (typeof CLOSE)[keyof typeof CLOSE],
  text: string,
): Promise<void> => {
  for (const screen of edges.benches[edge].hub.screens) screen.close(closeReason(code, text));
  await edges.pass(0);
};

test('SC16 each connection waits within the window that it was given, by its own chance', async () => {
  await follow([0.25, 0.75]);
  await closeAll(0, CLOSE.DRAINING, 'draining; reconnect within 0-4000 ms');
  await closeAll(1, CLOSE.DRAINING, 'draining; reconnect within 0-4000 ms');
  expect(states.at(-1)).toMatchObject([
    { state: 'waiting', ms: 1_000 },
    [
      { state: 'waiting', ms: 1_000, code: 4000 },
      { state: 'waiting', ms: 3_000, code: 4000 },
    ],
  ]);
  await edges.pass(1_050);
  expect(subscriber.edges.map(({ state }) => state)).toEqual(['live', 'waiting']);
  await edges.pass(2_000);
  expect(subscriber.edges.map(({ state }) => state)).toEqual(['live', 'live']);
});

test('SC15 an edge that says not to come back is left alone, and the other one goes on', async () => {
  const versions = await follow([]);
  await closeAll(0, CLOSE.REVOKED, 'taken back');
  await edges.pass(30_000);
  expect(edges.links[0].opened).toBe(1);
  expect(subscriber.state).toEqual({ state: 'live' });
  expect(subscriber.edges[0]).toMatchObject({ state: 'closed', code: 4102, reason: 'taken back' });
  await edges.touch(2);
  await edges.until(() => versions.at(-1) === 3);
  await closeAll(1, CLOSE.REVOKED, 'taken back');
  expect(subscriber.state).toMatchObject({ state: 'closed', code: 4102 });
});

test('an edge that is never there is tried less and less often, and the other one is not disturbed', async () => {
  edges.revive(0);
  await edges.kill(1);
  const { openSocket, after } = edges;
  const versions: number[] = [];
  subscriber = new Subscriber({ url: edges.urls, openSocket, after, chance: () => 0 });
  subscriber.follow(CHANNEL, ({ version }) => versions.push(version));
  await edges.pass(120_000);
  expect(edges.links[0].opened).toBe(1);
  // 125, 250 ... 4,000 ms, then every 5 s.
  expect(edges.links[1].opened).toBeGreaterThan(20);
  expect(edges.links[1].opened).toBeLessThan(32);
  await edges.touch();
  await edges.until(() => versions.at(-1) === 2);
});

test('a connection on which nothing comes any more is given up, and its edge is connected anew', async () => {
  const versions = await follow([], [edges.urls[0]]);
  edges.links[0].fate = 'late';
  await edges.touch();
  await edges.pass(14_900);
  expect(edges.links[0].opened).toBe(1);
  edges.links[0].fate = 'late';
  await edges.pass(1_000);
  edges.links[0].fate = 'arrives';
  await edges.until(() => versions.at(-1) === 2);
  expect(edges.links[0].opened).toBe(2);
  expect(states.map(([{ state }]) => state)).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
});

test('what is closed stays closed, and tells nothing more', async () => {
  const versions = await follow([]);
  subscriber.close();
  const told = states.length;
  await edges.touch(3);
  await edges.pass(20_000);
  expect(versions).toEqual([1]);
  expect(states).toHaveLength(told);
  expect(subscriber.state).toEqual({ state: 'closed', code: 1000, reason: 'done' });
});
