/** SC7, SC14: five thousand starters in mode `every`, where one version is longer than the bound. */
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/fanout/limits.ts';
import { EdgeBench, type TestScreen } from './edge-bench.ts';
import { FINAL_100M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const STARTERS = 5_000;
const BURST = 5;

async function burst(beforeReading: (bench: EdgeBench) => Promise<void> = async () => {}) {
  const bench = new EdgeBench();
  const publisher = bench.publisher(header(FINAL_100M), sprinters(STARTERS));
  await publisher.begin();
  await bench.start();
  const screen = bench.screen();
  await screen.subscribe(CHANNEL, { mode: 'every' });
  screen.pair.stall();
  await publisher.touch(BURST);
  await bench.timing.settle();
  await beforeReading(bench);
  return { bench, screen };
}

/** Takes one part of a message every nine seconds. */
async function readSlowly(bench: EdgeBench, screen: TestScreen, until: number): Promise<void> {
  for (let turn = 0; turn < 100 && screen.versions().at(-1) !== until; turn += 1) {
    await bench.timing.pass(9_000);
    screen.pair.read();
    screen.screen.drained();
    await bench.timing.settle();
  }
}

test('a slow reader gets every version of a burst, within the bound, without a gap or a close', async () => {
  const { bench, screen } = await burst();
  await readSlowly(bench, screen, 1 + BURST);
  expect(screen.pair.closed).toBeNull();
  expect(screen.pair.said('gap')).toEqual([]);
  expect(screen.versions()).toEqual(Array.from({ length: 1 + BURST }, (_none, index) => index + 1));
  expect(screen.pair.bufferedMax).toBeLessThanOrEqual(DEFAULT_LIMITS.outboundBytes);
  await bench.stop();
});

test('what is kept for a slow reader comes although the stream has lost it', async () => {
  const { bench, screen } = await burst(async ({ network }) => {
    network.results.stored.splice(0);
  });
  await screen.readAll();
  expect(screen.pair.said('gap')).toEqual([]);
  expect(screen.versions()).toEqual(Array.from({ length: 1 + BURST }, (_none, index) => index + 1));
  await bench.stop();
});

test('who comes back and of whose versions the stream has lost some is told which, and gets the others', async () => {
  const { bench, screen } = await burst();
  // Nobody is behind any more: nothing is kept here.
  await screen.readAll();
  bench.network.results.stored.splice(0, BURST);
  const late = bench.screen();
  await late.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: 2 } });
  await late.readAll();
  expect(late.pair.said('subscribed')[0].resumed).toBe(false);
  expect(late.pair.said('gap')).toMatchObject([{ from: 3, to: BURST }]);
  expect(late.versions()).toEqual([1 + BURST]);
  await bench.stop();
});
