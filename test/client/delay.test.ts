import { afterEach, expect, test } from 'vitest';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import type { Says } from '../../src/model/server-words.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let running: RunningEdge | null = null;
let subscriber: Subscriber | null = null;

afterEach(async () => {
  subscriber?.close();
  await running?.stop();
  running = null;
});

test('SC10 a followed channel is delayed, and goes forward when the delay is taken away', async () => {
  running = await runningEdge();
  const says: Says[] = [];
  subscriber = new Subscriber({
    url: running.edge.streamUrl,
    openSocket: openNodeSocket,
    onControl: (words) => says.push(words),
  });
  const versions: number[] = [];
  const stop = subscriber.follow(CHANNEL, ({ version }) => versions.push(version), {
    delayMs: 600_000,
    ratePerSecond: 50,
  });
  await until(() => versions.length === 1);
  await running.publisher.touch(2);
  const { hub } = running.edge;
  await until(() => hub.live.channels.get(CHANNEL)?.current.version === 3);
  expect(versions).toEqual([1]);
  stop.change({ delayMs: 0, ratePerSecond: 0 });
  await until(() => versions.at(-1) === 3);
  expect(says.filter((words) => 'changed' in words)).toEqual([
    { changed: { id: 1, ratePerSecond: 0, delayMs: 0 } },
  ]);
  expect(subscriber.mismatches).toBe(0);
});
