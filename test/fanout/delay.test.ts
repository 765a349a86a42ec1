import { describe, expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import { EdgeBench, onAir } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('SC10 delayMs', () => {
  test('SC10 a screen sees what was shown delayMs ago, as deltas, in order', async () => {
    const { bench, publisher } = await onAir();
    const [delayed, live] = [bench.screen(), bench.screen()];
    await delayed.subscribe(CHANNEL, { delayMs: 10_000, delta: true });
    await live.subscribe(CHANNEL, { delta: true });
    for (let count = 0; count < 5; count += 1) {
      await publisher.touch();
      await bench.timing.pass(1_000);
    }
    expect(live.versions()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(delayed.versions()).toEqual([1]);
    await bench.timing.pass(4_999);
    expect(delayed.versions()).toEqual([1]);
    await bench.timing.pass(1);
    expect(delayed.versions()).toEqual([1, 2]);
    await bench.timing.pass(2_000);
    expect(delayed.versions()).toEqual([1, 2, 3, 4]);
    await bench.timing.pass(2_000);
    expect(delayed.versions()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(delayed.pair.data().slice(1)).toEqual(live.pair.data().slice(1));
  });

  test('SC10 SC13 the keep-alive names what is shown, not what is new', async () => {
    const { bench, publisher } = await onAir();
    const [delayed, live] = [bench.screen(), bench.screen()];
    await delayed.subscribe(CHANNEL, { delayMs: 60_000 });
    await live.subscribe(CHANNEL);
    await publisher.touch();
    await bench.timing.pass(5_000);
    expect(delayed.pair.said('keepalive')[0].positions[CHANNEL].version).toBe(1);
    expect(live.pair.said('keepalive')[0].positions[CHANNEL].version).toBe(2);
  });

  test('SC10 a screen that joins late sees the past from the stream, as one that was there', async () => {
    const { bench, publisher } = await onAir();
    const first = bench.screen();
    await first.subscribe(CHANNEL, { delayMs: 30_000 });
    for (let count = 0; count < 20; count += 1) {
      const asOf = new Date(bench.timing.now()).toISOString();
      await publisher.renew(publisher.current.rows, { info: { wind: `${count}.0` } }, asOf);
      await bench.timing.pass(1_000);
    }
    const late = bench.screen();
    await late.subscribe(CHANNEL, { delayMs: 10_001, mode: 'every' });
    await readFromStream(bench);
    expect(late.versions()).toEqual([11]);
    await bench.timing.pass(3_000);
    expect(late.versions()).toEqual([11, 12, 13, 14]);
    const later = bench.screen();
    await later.subscribe(CHANNEL, { delayMs: 10_001 });
    expect(later.versions()).toEqual([14]);
    await bench.timing.pass(30_000);
    for (const screen of [first, late, later]) expect(screen.versions().at(-1)).toBe(21);
    expect(late.versions()).toEqual(Array.from({ length: 11 }, (_none, index) => index + 11));
  });

  test('SC8 SC10 who comes while the past of a channel is looked for resumes as the one for whom it is', async () => {
    const { bench, publisher } = await onAir();
    const now = new Date(bench.timing.now()).toISOString();
    await publisher.renew(publisher.current.rows, { info: { wind: '1.0' } }, now);
    await bench.timing.settle();
    const screens = [bench.screen(), bench.screen()];
    const after = { epoch: 'k3f9', version: 1 };
    await Promise.all(
      screens.map((screen) => screen.subscribe(CHANNEL, { delayMs: 30_000, delta: true, after })),
    );
    await readFromStream(bench);
    for (const { pair } of screens)
      expect(pair.said('subscribed')).toMatchObject([{ resumed: true, channels: 1 }]);
  });

  test('SC7 SC10 mode every: each version once and in order, also when they follow too closely to be kept apart', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delayMs: 600_000, mode: 'every' });
    for (let count = 0; count < 40; count += 1) {
      await publisher.touch(3);
      await bench.timing.pass(20);
    }
    expect(screen.versions()).toEqual([1]);
    await bench.timing.pass(600_000);
    expect(screen.versions()).toEqual(Array.from({ length: 121 }, (_none, index) => index + 1));
    expect(screen.pair.said('gap')).toEqual([]);
  });

  test('SC8 SC10 a position resumes, also one that the delayed channel has not come to yet', async () => {
    const { bench, publisher } = await onAir();
    await bench.screen().subscribe(CHANNEL, { delayMs: 5_000 });
    for (let count = 0; count < 3; count += 1) {
      await publisher.touch();
      await bench.timing.pass(300);
    }
    const after = { epoch: 'k3f9', version: 3 };
    const [live, every] = [bench.screen(), bench.screen()];
    await live.subscribe(CHANNEL, { delayMs: 5_000, delta: true, after });
    await every.subscribe(CHANNEL, { delayMs: 5_000, mode: 'every', after });
    for (const screen of [live, every]) expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    await publisher.touch();
    await bench.timing.pass(5_000);
    expect(live.versions().at(-1)).toBe(5);
    expect(live.pair.data().every((frame) => 'delta' in frame)).toBe(true);
    expect(every.versions()).toEqual([4, 5]);
  });

  test('SC10 a longer delay keeps what is shown until the channel has come to it, a shorter one goes forward', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true });
    await publisher.touch();
    await screen.say({ change: { id: 1, delayMs: 3_000 } });
    expect(screen.pair.said('changed')).toEqual([{ id: 1, ratePerSecond: 0, delayMs: 3_000 }]);
    await publisher.touch();
    await bench.timing.pass(2_999);
    expect(screen.versions()).toEqual([1, 2]);
    await bench.timing.pass(1);
    expect(screen.versions()).toEqual([1, 2, 3]);
    await publisher.touch(2);
    await screen.say({ change: { id: 1, delayMs: 0 } });
    expect(screen.versions()).toEqual([1, 2, 3, 5]);
    const copies = new Copies();
    for (const frame of screen.pair.data()) expect(['document', 'delta']).toContain(copies.take(frame).kind);
    expect(copies.get(CHANNEL)?.hash).toBe(publisher.current.hash);
  });

  test('SC10 a new document comes on air delayMs after it was published, in one channel and in a pattern', async () => {
    const { bench } = await onAir();
    const [one, several] = [bench.screen(), bench.screen()];
    await one.subscribe(`${FINAL_200M}/RESULT`, { delayMs: 2_000 });
    await several.subscribe('ATH*', { delayMs: 2_000 });
    const second = bench.publisher(header(FINAL_200M), sprinters(), 'k3f9', new Date(bench.timing.now()));
    await second.begin();
    await bench.timing.pass(1_999);
    expect([one.versions(), several.versions()]).toEqual([[], [1]]);
    await bench.timing.pass(1);
    expect([one.versions(), several.versions()]).toEqual([[1], [1, 1]]);
  });

  test('SC10 another epoch comes after the delay, and a screen that has it already never goes back', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delayMs: 2_000 });
    await publisher.touch();
    await bench.timing.pass(1_000);
    const next = bench.publisher(header(FINAL_100M), sprinters(), 'new1', new Date(bench.timing.now()));
    await next.begin();
    await screen.say({ change: { id: 1, delayMs: 0 } });
    await screen.say({ change: { id: 1, delayMs: 2_000 } });
    await bench.timing.pass(1_500);
    await next.touch();
    await bench.timing.pass(10_000);
    const seen = screen.pair
      .data()
      .map((frame) => 'document' in frame && [frame.document.epoch, frame.document.version]);
    expect(seen).toEqual([
      ['k3f9', 1],
      ['new1', 1],
      ['new1', 2],
    ]);
  });

  test('SC10 screens with the same delay share one timeline and its frames; it goes with the last of them', async () => {
    const { bench, publisher } = await onAir();
    const before = bench.hub.live.channels.get(CHANNEL)!.followers.size;
    const screens = Array.from({ length: 20 }, () => bench.screen());
    for (const screen of screens) await screen.subscribe(CHANNEL, { delayMs: 1_000 });
    expect(bench.hub.live.channels.get(CHANNEL)!.followers.size).toBe(before + 1);
    await publisher.touch();
    await bench.timing.pass(1_000);
    for (const screen of screens) expect(screen.versions()).toEqual([1, 2]);
    for (const screen of screens) await screen.say({ unsubscribe: { id: 1 } });
    expect(bench.hub.live.channels.get(CHANNEL)!.followers.size).toBe(before);
  });

  test('SC10 channels that nobody holds back any more are let go, though the delay is still in use', async () => {
    const { bench } = await onAir();
    await bench.publisher(header(FINAL_200M)).begin();
    await bench.timing.settle();
    const followed = (unit: string) => bench.hub.live.channels.get(`${unit}/RESULT`)!.followers.size;
    const [all, one] = [bench.screen(), bench.screen()];
    await all.subscribe('*', { delayMs: 1_000, rows: { top: 3 } });
    await one.subscribe(CHANNEL, { delayMs: 1_000 });
    expect([followed(FINAL_100M), followed(FINAL_200M)]).toEqual([1, 1]);
    await all.say({ unsubscribe: { id: 1 } });
    expect([followed(FINAL_100M), followed(FINAL_200M)]).toEqual([1, 0]);
    await one.say({ change: { id: 1, delayMs: 2_000 } });
    expect(followed(FINAL_100M)).toBe(1);
    one.screen.gone(1006);
    expect(followed(FINAL_100M)).toBe(0);
  });

  test('SC10 one delay for a channel on one connection, and a bound on different delays', async () => {
    const bench = await new EdgeBench({ views: 2 }).start();
    const screen = bench.screen();
    await bench.publisher().begin();
    await bench.timing.settle();
    await screen.subscribe(CHANNEL, {}, 1);
    await screen.subscribe('ATH*', { delayMs: 5 }, 2);
    for (const [index, delayMs] of [1, 2, 3].entries())
      await screen.subscribe('SWM*', { delayMs }, 10 + index);
    expect(screen.pair.said('error')).toMatchObject([
      { code: 'OTHER_MODE', id: 2 },
      { code: 'TOO_MANY_VIEWS', id: 12 },
    ]);
    screen.screen.gone(1006);
    const next = bench.screen();
    await next.subscribe('SWM*', { delayMs: 9 });
    expect(next.pair.said('error')).toEqual([]);
  });
});

/** Reading many versions takes more turns than one settling. */
async function readFromStream(bench: EdgeBench): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await bench.timing.settle();
}
