import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import { type EdgeBench, onAir, type TestScreen } from './edge-bench.ts';
import { FINAL_100M } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('SC10 ratePerSecond', () => {
  test('SC10 the next update comes 1/n s after the last one, and is the newest by then', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { ratePerSecond: 5, delta: true });
    for (let count = 0; count < 10; count += 1) {
      await publisher.touch();
      await bench.timing.pass(50);
    }
    expect(screen.versions()).toEqual([1, 5, 9]);
    await bench.timing.pass(200);
    expect(screen.versions()).toEqual([1, 5, 9, 11]);
  });

  test('SC10 after a quiet time an update goes out at once', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { ratePerSecond: 0.1 });
    await bench.timing.pass(10_000);
    await publisher.touch();
    await bench.timing.settle();
    expect(screen.versions()).toEqual([1, 2]);
  });

  test('SC10 resync does not wait, and screens without a rate do not either', async () => {
    const { bench, publisher } = await onAir();
    const [slow, quick] = [bench.screen(), bench.screen()];
    await slow.subscribe(CHANNEL, { ratePerSecond: 1 });
    await quick.subscribe(CHANNEL);
    await publisher.touch();
    await bench.timing.settle();
    expect([slow.versions(), quick.versions()]).toEqual([[1], [1, 2]]);
    await slow.say({ resync: { channel: CHANNEL } });
    expect(slow.versions()).toEqual([1, 2]);
  });

  test('SC10 the rate changes while subscribed, also in the middle of a rest', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { ratePerSecond: 0.1 });
    await publisher.touch();
    await screen.say({ change: { id: 1, ratePerSecond: 10 } });
    expect(screen.pair.said('changed')).toEqual([{ id: 1, ratePerSecond: 10, delayMs: 0 }]);
    await bench.timing.pass(99);
    expect(screen.versions()).toEqual([1]);
    await bench.timing.pass(1);
    expect(screen.versions()).toEqual([1, 2]);
    await publisher.touch();
    await screen.say({ change: { id: 1, ratePerSecond: 0 } });
    expect(screen.versions()).toEqual([1, 2, 3]);
  });

  test('SC10 a rate is refused in mode every, and for a subscription that is not there', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' }, 1);
    await screen.say({ change: { id: 1, ratePerSecond: 5 } });
    await screen.say({ change: { id: 2, ratePerSecond: 5 } });
    expect(screen.pair.said('error')).toMatchObject([{ code: 'BAD_OPTION' }, { code: 'NOT_SUBSCRIBED' }]);
  });
});

type Step =
  | { readonly step: 'publish'; readonly times: number }
  | { readonly step: 'pass'; readonly ms: number }
  | { readonly step: 'rate'; readonly ratePerSecond: number }
  | { readonly step: 'stall' | 'read' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ step: fc.constant('publish' as const), times: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ step: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 700 }) }),
  fc.record({ step: fc.constant('rate' as const), ratePerSecond: fc.constantFrom(0, 0.5, 2, 7, 50) }),
  fc.record({ step: fc.constantFrom('stall' as const, 'read' as const) }),
);

test('SC10 at random: never closer than the rate, never back, and the end state is there', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), run), {
    seed: 20240609,
    numRuns: 100,
  });
}, 60_000);

async function run(steps: readonly Step[]): Promise<void> {
  const { bench, publisher } = await onAir();
  const screen = bench.screen('json', 2_000);
  const times = sendingTimes(bench, screen);
  await screen.subscribe(CHANNEL, { ratePerSecond: 2, delta: true });
  /** The rates that counted, with the times from which they did. */
  const rates = [{ from: 0, ratePerSecond: 2 }];
  for (const each of steps) {
    if (each.step === 'publish') await publisher.touch(each.times);
    else if (each.step === 'pass') await bench.timing.pass(each.ms);
    else if (each.step === 'rate') {
      rates.push({ from: bench.timing.now(), ratePerSecond: each.ratePerSecond });
      await screen.say({ change: { id: 1, ratePerSecond: each.ratePerSecond } });
    } else if (each.step === 'stall') screen.pair.stall();
    else await screen.readAll();
  }
  await screen.readAll();
  await bench.timing.pass(2_000);
  await screen.readAll();
  const copies = new Copies();
  for (const frame of screen.pair.data()) expect(copies.take(frame).kind).not.toBe('mismatch');
  expect(copies.get(CHANNEL)?.hash).toBe(publisher.current.hash);
  const versions = screen.versions();
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  for (const [index, at] of times.entries()) {
    const before = times[index - 1];
    const { from, ratePerSecond } = rates.findLast((rate) => rate.from <= at)!;
    if (before === undefined || from >= before || ratePerSecond === 0) continue;
    expect(at - before).toBeGreaterThanOrEqual(1_000 / ratePerSecond);
  }
  await bench.stop();
}

/** When data was handed to the socket. */
function sendingTimes(bench: EdgeBench, { pair }: TestScreen): number[] {
  const times: number[] = [];
  const write = pair.write.bind(pair);
  pair.write = (part) => {
    const text = Buffer.from(part).toString('latin1');
    if (text.includes('{"document"') || text.includes('{"delta"')) times.push(bench.timing.now());
    return write(part);
  };
  return times;
}
