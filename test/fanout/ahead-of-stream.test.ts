/** A screen that has seen what the broker has lost, at an edge that has started after the loss and before anybody has found it. */
import { expect, test } from 'vitest';
import { epochOf } from '../../src/model/epoch.ts';
import { EdgeBench } from './edge-bench.ts';
import { FINAL_100M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const BEGAN = Date.UTC(2024, 5, 9) * 1_000;
const EPOCH = epochOf(BEGAN, 1, 'rev');
const NEWER = epochOf(BEGAN + 60_000_000, 1, 'rev');

async function withVersions(count: number): Promise<EdgeBench> {
  const bench = new EdgeBench();
  const publisher = bench.publisher(header(FINAL_100M), sprinters(), EPOCH);
  await publisher.begin();
  if (count > 1) await publisher.touch(count - 1);
  return bench.start();
}

const AHEAD = [
  ['a version that the stream has not got any more', { epoch: EPOCH, version: 9 }],
  ['an epoch that the broker has forgotten', { epoch: epochOf(BEGAN, 2, 'rev'), version: 1 }],
] as const;

test.each(AHEAD)(
  'SC8 live: with %s a screen is shown nothing older, and the newer history once it comes',
  async (_name, after) => {
    const bench = await withVersions(6);
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true, after });
    await bench.timing.pass(5_000);
    expect(screen.pair.data()).toEqual([]);
    await bench.publisher(header(FINAL_100M), sprinters(), NEWER).begin();
    await bench.timing.settle();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
    expect(screen.pair.data()).toMatchObject([{ document: { epoch: NEWER, version: 1 } }]);
  },
);

test('SC8 every: the rest of the lost history is a gap, and the newer one follows', async () => {
  const bench = await withVersions(6);
  const screen = bench.screen();
  await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: EPOCH, version: 9 } });
  const publisher = bench.publisher(header(FINAL_100M), sprinters(), NEWER);
  await publisher.begin();
  await publisher.touch(2);
  await bench.timing.settle();
  expect(screen.pair.said('gap')).toEqual([{ id: 1, channel: CHANNEL, epoch: EPOCH, from: 10, to: null }]);
  expect(screen.versions().at(-1)).toBe(3);
});

test('SC8 live: where no newer history comes the screen begins anew', async () => {
  const bench = await withVersions(6);
  const screen = bench.screen();
  await screen.subscribe(CHANNEL, { delta: true, after: { epoch: EPOCH, version: 9 } });
  await bench.timing.pass(11_000);
  expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
  expect(screen.pair.data()).toMatchObject([{ document: { epoch: EPOCH, version: 6 } }]);
});
