import { describe, expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import { EdgeBench, onAir, type TestScreen } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

/** Screens that follow the same and are current. */
async function inStep(
  bench: EdgeBench,
  count: number,
  options: object = { delta: true },
  highWater = 16_384,
) {
  const screens = Array.from({ length: count }, () => bench.screen('json', highWater));
  for (const screen of screens) await screen.subscribe('*', options);
  await bench.timing.settle();
  return screens;
}

/** What the screens have after everything that came is applied and proved. */
function copiesOf(screen: TestScreen): Copies {
  const copies = new Copies();
  for (const frame of screen.pair.data()) expect(copies.take(frame).kind).not.toBe('mismatch');
  return copies;
}

const allInStep = (screens: readonly TestScreen[]): boolean => screens.every(({ screen }) => screen.isInStep);

/** The bytes that were written to each of them since. */
function writtenTo(screens: readonly TestScreen[]): Uint8Array[][] {
  return screens.map(({ pair }) => {
    const written: Uint8Array[] = [];
    const write = pair.write.bind(pair);
    pair.write = (frames) => {
      written.push(frames);
      return write(frames);
    };
    return written;
  });
}

describe('screens in step', () => {
  test('what one gets, all get: one write each, of the very same bytes, whatever the number of channels', async () => {
    const { bench, publisher } = await onAir();
    const other = bench.publisher(header(FINAL_200M));
    await other.begin();
    const screens = await inStep(bench, 3);
    expect(allInStep(screens)).toBe(true);
    const written = writtenTo(screens);
    await publisher.touch();
    await other.touch();
    await bench.timing.settle();
    expect(written.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(written[1]![0]).toBe(written[0]![0]);
    expect(written[2]![0]).toBe(written[0]![0]);
    for (const screen of screens)
      for (const { channel, current } of [publisher, other])
        expect(copiesOf(screen).get(channel)?.hash).toBe(current.hash);
    await bench.stop();
  });

  test('the counts are those of all of them', async () => {
    const { bench, publisher } = await onAir();
    await inStep(bench, 3);
    const before = { ...bench.counts };
    await publisher.touch();
    await bench.timing.settle();
    expect(bench.counts.messages - before.messages).toBe(3);
    expect(bench.counts.bytes).toBeGreaterThan(before.bytes + 3 * 100);
    await bench.stop();
  });

  test('D9 one whose socket is full falls out, gets one delta from where it was, and joins again', async () => {
    const { bench, publisher } = await onAir();
    const screens = await inStep(bench, 3, { delta: true }, 400);
    const [slow, ...others] = screens as [TestScreen, ...TestScreen[]];
    slow.pair.stall();
    slow.pair.bufferedMax = 0;
    for (let version = 0; version < 20; version += 1) {
      await publisher.touch();
      await bench.timing.settle();
    }
    expect(slow.screen.isInStep).toBe(false);
    expect(allInStep(others)).toBe(true);
    for (const other of others) expect(copiesOf(other).get(CHANNEL)?.version).toBe(21);
    expect(slow.pair.bufferedMax).toBeLessThan(2_000);
    await slow.readAll();
    const deltas = slow.pair.data().filter((frame) => 'delta' in frame);
    expect(deltas.length).toBeLessThan(5);
    expect(copiesOf(slow).get(CHANNEL)).toMatchObject({ version: 21, hash: publisher.current.hash });
    expect(slow.screen.isInStep).toBe(true);
    await bench.stop();
  });

  test.each([
    ['resync', { resync: { channel: CHANNEL } }],
    ['a rate', { change: { id: 1, ratePerSecond: 5 } }],
    ['a delay', { change: { id: 1, delayMs: 200 } }],
    ['another subscription', { subscribe: { id: 2, channel: CHANNEL, delta: true } }],
    ['unsubscribe', { unsubscribe: { id: 1 } }],
  ])('%s concerns the one who says it', async (_word, said) => {
    const { bench, publisher } = await onAir();
    const screens = await inStep(bench, 3);
    const [one, ...others] = screens as [TestScreen, ...TestScreen[]];
    const before = others.map(({ pair }) => pair.received.length);
    await one.say(said);
    expect(others.map(({ pair }) => pair.received.length)).toEqual(before);
    expect(allInStep(others)).toBe(true);
    await publisher.touch();
    await bench.timing.pass(1_000);
    const isGone = 'unsubscribe' in said;
    expect(copiesOf(one).get(CHANNEL)?.version).toBe(isGone ? 1 : 2);
    if ('resync' in said) expect(one.pair.data().filter((frame) => 'document' in frame)).toHaveLength(2);
    for (const other of others) expect(copiesOf(other).get(CHANNEL)?.hash).toBe(publisher.current.hash);
    await bench.stop();
  });

  test('a channel that comes up later reaches each of them whole, once', async () => {
    const { bench } = await onAir();
    const screens = await inStep(bench, 3);
    const later = bench.publisher(header(FINAL_200M));
    await later.begin();
    await bench.timing.settle();
    for (const screen of screens) {
      expect(screen.versions()).toEqual([1, 1]);
      expect(copiesOf(screen).get(later.channel)?.hash).toBe(later.current.hash);
    }
    expect(allInStep(screens)).toBe(true);
    await bench.stop();
  });

  test('a new epoch reaches each of them whole', async () => {
    const { bench } = await onAir();
    const screens = await inStep(bench, 2);
    const again = bench.publisher(header(FINAL_100M), sprinters(), 'new1');
    await again.begin();
    await bench.timing.settle();
    for (const screen of screens) expect(copiesOf(screen).get(CHANNEL)?.epoch).toBe('new1');
    await bench.stop();
  });

  test('SC14 a document that is longer than a write goes to each at the pace of its socket', async () => {
    const bench = new EdgeBench({ outboundBytes: 100_000 });
    const publisher = bench.publisher(header(FINAL_100M), sprinters(400, 'x'.repeat(1_000)));
    await publisher.begin();
    await bench.start();
    const screens = await inStep(bench, 3, { delta: false }, 16_000);
    for (const screen of screens) await screen.readAll();
    expect(allInStep(screens)).toBe(true);
    const slow = screens[0]!;
    slow.pair.stall();
    await publisher.touch();
    await bench.timing.settle();
    expect(screens[1]!.versions()).toEqual([1, 2]);
    expect(slow.versions()).toEqual([1]);
    await publisher.touch();
    await bench.timing.settle();
    expect(slow.screen.isInStep).toBe(false);
    for (let turn = 0; turn < 200; turn += 1) {
      slow.pair.read();
      slow.screen.drained();
      await bench.timing.settle();
    }
    expect(slow.versions()).toEqual([1, 2, 3]);
    expect(slow.pair.bufferedMax).toBeLessThanOrEqual(100_000);
    expect(slow.screen.isInStep).toBe(true);
    await bench.stop();
  });

  test.each([
    ['every', { mode: 'every' }],
    ['a rate', { ratePerSecond: 5 }],
    [
      'a place in a channel that is still to come',
      { positions: { [`${FINAL_200M}/RESULT`]: { epoch: 'e', version: 3 } } },
    ],
  ])('%s is a place of its own', async (_name, options) => {
    const { bench } = await onAir();
    const screens = await inStep(bench, 2, options);
    expect(screens.some(({ screen }) => screen.isInStep)).toBe(false);
    await bench.stop();
  });

  test('under load, frames of several turns go out in one write, and who falls out meanwhile gets them first', async () => {
    const { bench, publisher } = await onAir();
    const screens = await inStep(bench, 3);
    const [one, other] = screens as [TestScreen, TestScreen];
    const write = other.pair.write.bind(other.pair);
    other.pair.write = (frames) => {
      bench.timing.worked += 4;
      return write(frames);
    };
    await publisher.touch();
    await bench.timing.settle();
    const written = writtenTo(screens);
    for (let version = 3; version <= 5; version += 1) {
      await publisher.touch();
      await bench.timing.turn();
    }
    expect(written.map(({ length }) => length)).toEqual([0, 0, 0]);
    one.screen.heard(JSON.stringify({ change: { id: 1, ratePerSecond: 100 } }));
    expect(one.versions()).toEqual([1, 2, 3, 4, 5]);
    await publisher.touch();
    await bench.timing.pass(100);
    expect(other.versions()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(written[1]).toHaveLength(1);
    for (const screen of screens) expect(copiesOf(screen).get(CHANNEL)?.hash).toBe(publisher.current.hash);
    expect(one.versions().at(-1)).toBe(6);
    await bench.stop();
  });

  test('the last one to leave leaves nothing behind', async () => {
    const { bench } = await onAir();
    const screens = await inStep(bench, 3);
    const { followers } = bench.hub.live.channels.get(CHANNEL)!;
    expect(followers.size).toBe(1);
    for (const { screen } of screens) screen.gone(1_000);
    expect(followers.size).toBe(0);
    await bench.stop();
  });

  test('SC13 their keep-alive names the positions of all their channels', async () => {
    const { bench, publisher } = await onAir();
    const screens = await inStep(bench, 2);
    await publisher.touch();
    await bench.timing.pass(6_000);
    for (const { pair } of screens) {
      expect(pair.said('keepalive').at(-1).positions).toEqual({ [CHANNEL]: { epoch: 'k3f9', version: 2 } });
    }
    await bench.stop();
  });
});
