/** D10: an edge that was away for so long that the stream has let go of what it missed. */
import { afterEach, describe, expect, test } from 'vitest';
import { EdgeBench } from '../fanout/edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, type Publisher, sprinters } from '../fanout/published-documents.ts';
import { Moving } from './moving.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const benches: EdgeBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop();
});

async function onAir(): Promise<{ bench: EdgeBench; publisher: Publisher; other: Publisher }> {
  const bench = new EdgeBench();
  const publisher = bench.publisher();
  const other = bench.publisher(header(FINAL_200M));
  await publisher.begin();
  await other.begin();
  await bench.start();
  benches.push(bench);
  return { bench, publisher, other };
}

/** The stream keeps the newest entries only. */
function cutTo({ network }: EdgeBench, entries: number): void {
  network.results.drop(network.results.stored.length - entries);
}

describe('an edge that comes back to a stream that was cut', () => {
  test('takes the last word on a quiet channel from what is kept', async () => {
    const { bench, publisher, other } = await onAir();
    bench.broker.disconnect();
    await publisher.touch(5);
    await publisher.keep();
    await other.touch(3);
    cutTo(bench, 2);
    bench.broker.reconnect();
    await bench.timing.pass(10_000);
    expect(bench.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
    expect(bench.shelf.current(other.channel)?.version).toBeLessThan(other.current.version);
    // Of the other one nothing was kept, and what is left does not lead on: it comes with the next whole document.
    await other.keep();
    await other.touch();
    await bench.timing.pass(10_000);
    expect(bench.shelf.current(other.channel)?.hash).toBe(other.current.hash);
  });

  test('does not fall back to a kept document of an epoch that it never saw and that is over', async () => {
    const { bench, publisher } = await onAir();
    bench.broker.disconnect();
    const second = bench.publisher(header(FINAL_100M), sprinters(), 'second');
    await second.begin();
    await second.touch(4);
    await second.keep();
    const third = bench.publisher(header(FINAL_100M), sprinters(), 'third');
    await third.begin();
    cutTo(bench, 3);
    bench.broker.reconnect();
    await bench.timing.pass(10_000);
    expect(bench.shelf.current(CHANNEL)).toMatchObject({ epoch: 'third', hash: third.current.hash });
    expect(publisher.current.epoch).toBe('k3f9');
  });

  test('tells a screen in mode every that the rest of an epoch cannot be shown any more', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(2);
    await bench.timing.settle();
    const truth = () => [...publisher.history, ...next.history];
    const next = bench.publisher(header(FINAL_100M), sprinters(), 'next');
    const screen = new Moving({ mode: 'every', delta: false, format: 'json' }, truth, CHANNEL);
    await screen.moveTo(bench);
    bench.broker.disconnect();
    await publisher.touch(4);
    await next.begin();
    await next.touch(2);
    await next.keep();
    cutTo(bench, 3);
    bench.broker.reconnect();
    await bench.timing.pass(10_000);
    await screen.listen();
    expect(screen.talk.gaps).toMatchObject([{ epoch: 'k3f9', from: 4, to: null }]);
    expect(screen.talk.shown.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'k3f9 3',
      'next 1',
      'next 2',
      'next 3',
    ]);
    expect(screen.talk.violations).toEqual([]);
  });
});
