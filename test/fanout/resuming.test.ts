import { describe, expect, test } from 'vitest';
import { encodeWholeResult } from '../../src/encode/result-codec.ts';
import { epochOf } from '../../src/model/epoch.ts';
import { EdgeBench, onAir } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, type Publisher, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('resuming', () => {
  test('SC8 live: from a version that is known, one delta to now', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(9);
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true, after: { epoch: 'k3f9', version: 4 } });
    expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    expect(screen.pair.data()).toMatchObject([
      { delta: { base: 4, version: 10, hash: publisher.current.hash } },
    ]);
  });

  test('SC8 live: another epoch, or a version from before this edge, is a fresh start and says so', async () => {
    const bench = new EdgeBench();
    const publisher = bench.publisher();
    await publisher.begin();
    await publisher.touch(9);
    await publisher.keep();
    await bench.start();
    for (const after of [
      { epoch: 'old', version: 4 },
      { epoch: 'k3f9', version: 4 },
    ]) {
      const screen = bench.screen();
      await screen.subscribe(CHANNEL, { delta: true, after });
      expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
      expect(screen.pair.data()).toMatchObject([{ document: { version: 10 } }]);
    }
  });

  test('SC8 live: a version that was never published is a fresh start and says so', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true, after: { epoch: 'k3f9', version: 3 } });
    expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
    expect(screen.pair.data()).toMatchObject([{ document: { version: 1 } }]);
  });

  test('SC8 several channels of a pattern resume from their own positions', async () => {
    const { bench, publisher } = await onAir();
    const other = bench.publisher(header(FINAL_200M));
    await other.begin();
    await publisher.touch(3);
    await bench.timing.settle();
    const screen = bench.screen();
    const positions = {
      [CHANNEL]: { epoch: 'k3f9', version: 2 },
      [other.channel]: { epoch: 'k3f9', version: 1 },
    };
    await screen.subscribe('ATH*', { delta: true, positions });
    expect(screen.pair.said('subscribed')[0]).toMatchObject({ resumed: true, channels: 2 });
    expect(screen.pair.data()).toMatchObject([{ delta: { base: 2, version: 4 } }]);
  });

  test('SC7 SC8 every: all later versions from the stream, whole, then live, without a hole', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(150);
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: 20 } });
    await publisher.touch(5);
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    expect(screen.versions()).toEqual(Array.from({ length: 136 }, (_none, index) => index + 21));
    const hashes = screen.pair.data().map((frame) => 'document' in frame && frame.document.hash);
    expect(hashes).toEqual(publisher.history.slice(20).map(({ hash }) => hash));
  });

  test('SC8 every: what the stream has lost is named as a gap, never passed over', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(9);
    await bench.timing.settle();
    bench.network.results.stored.splice(0, 8);
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: 2 } });
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
    expect(screen.pair.said('gap')).toEqual([{ id: 1, channel: CHANNEL, epoch: 'k3f9', from: 3, to: 9 }]);
    expect(screen.versions()).toEqual([10]);
  });

  test('SC8 every: a channel that began while the screen was away comes from its first version on', async () => {
    const { bench, publisher } = await onAir();
    const other = bench.publisher(header(FINAL_200M));
    await other.begin();
    await other.touch(18);
    await bench.timing.settle();
    const screen = bench.screen();
    const positions = { [CHANNEL]: { epoch: 'k3f9', version: 1 } };
    await screen.subscribe('ATH*', { mode: 'every', positions });
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    expect(screen.pair.said('gap')).toEqual([]);
    expect(screen.versions()).toEqual(Array.from({ length: 19 }, (_none, index) => index + 1));
    await publisher.touch();
    await screen.readAll();
    expect(screen.versions().at(-1)).toBe(2);
  });

  test('SC8 every: of a channel that began while the screen was away, what is gone is said', async () => {
    const { bench } = await onAir();
    const other = bench.publisher(header(FINAL_200M));
    await other.begin();
    await other.touch(18);
    await bench.timing.settle();
    const { stored } = bench.network.results;
    const ofOther = stored.filter(({ channel }) => channel === other.channel).slice(0, 10);
    for (const each of ofOther) stored.splice(stored.indexOf(each), 1);
    const screen = bench.screen();
    await screen.subscribe('ATH*', {
      mode: 'every',
      positions: { [CHANNEL]: { epoch: 'k3f9', version: 1 } },
    });
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
    expect(screen.pair.said('gap')).toMatchObject([{ channel: other.channel, from: 1, to: 18 }]);
    expect(screen.versions()).toEqual([19]);
  });

  test('SC7 every: a channel that joins late comes with all of its versions, however many it shows at first', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe('ATH*', { mode: 'every' });
    bench.broker.disconnect();
    const other = bench.publisher(header(FINAL_200M));
    await other.begin();
    await other.touch(4);
    bench.broker.reconnect();
    await bench.timing.pass(1_000);
    await screen.readAll();
    expect(screen.versions()).toEqual([1, 1, 2, 3, 4, 5]);
  });

  test('SC7 every: a newer epoch that is heard before it is stored hides nothing that the older one still stores', async () => {
    const { bench, screen, before, after } = await heardBeforeStored();
    await bench.timing.pass(1_000);
    await before.touch();
    await after.begin();
    await bench.timing.pass(1_000);
    await screen.readAll();
    const shown = screen.pair.data().map((frame) => 'document' in frame && frame.document);
    expect(shown.map((each) => each && [each.epoch, each.version])).toEqual([
      [before.current.epoch, 1],
      [before.current.epoch, 2],
      [after.current.epoch, 1],
    ]);
    expect(screen.pair.said('gap')).toEqual([]);
  });

  test('SC8 every: of an epoch that the stream never leaves it is said after 10 s that more may be missing', async () => {
    const { bench, screen, before } = await heardBeforeStored();
    await bench.timing.pass(25_000);
    await screen.readAll();
    expect(screen.pair.said('gap')).toMatchObject([{ epoch: before.current.epoch, from: 2, to: null }]);
    expect(screen.versions()).toEqual([1, 1]);
  });

  test('SC8 every: a position of another epoch is a gap to its end, then the newest', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'old', version: 2 } });
    expect(screen.pair.said('gap')).toEqual([{ id: 1, channel: CHANNEL, epoch: 'old', from: 3, to: null }]);
    expect(screen.versions()).toEqual([1]);
  });
});

/** A screen in mode `every`, and the first version of a newer epoch that went over the short path and was not stored. */
async function heardBeforeStored() {
  const bench = new EdgeBench();
  const [before, after] = [1, 2].map((generation) =>
    bench.publisher(header(FINAL_100M), sprinters(), epochOf(bench.broker.historyBegan, generation, 'rules')),
  ) as [Publisher, Publisher];
  await before.begin();
  await bench.start();
  const screen = bench.screen();
  await screen.subscribe(CHANNEL, { mode: 'every' });
  const first = after.message('whole', encodeWholeResult(after.current));
  await expect(bench.engine.publishResult(first, 99)).rejects.toMatchObject({ code: 'NOT_NEXT' });
  return { bench, screen, before, after };
}
