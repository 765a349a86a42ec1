import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import type { Rows } from '../../src/model/row-list.ts';
import { type EdgeBench, onAir, type TestScreen } from './edge-bench.ts';
import { FINAL_100M } from './published-documents.ts';
import { framesIn } from './socket-pair.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const DELAYS = [0, 700, 5_000, 60_000];

type Step =
  | { readonly step: 'publish'; readonly times: number }
  | { readonly step: 'pass'; readonly ms: number }
  | { readonly step: 'change'; readonly delayMs: number; readonly screen: 0 | 1 }
  | { readonly step: 'stall'; readonly screen: 0 | 1 }
  | { readonly step: 'read'; readonly screen: 0 | 1 };

const screen = fc.constantFrom(0, 1) as fc.Arbitrary<0 | 1>;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constant('publish' as const), times: fc.integer({ min: 1, max: 8 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 9_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('change' as const),
      delayMs: fc.constantFrom(...DELAYS),
      screen,
    }),
  },
  { arbitrary: fc.record({ step: fc.constant('stall' as const), screen }), weight: 1 },
  { arbitrary: fc.record({ step: fc.constant('read' as const), screen }), weight: 1 },
);

test('SC6 SC7 SC10 at random: nothing early, nothing back, every one whole, and the end state is there', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), run), {
    seed: 20240609,
    numRuns: 150,
  });
}, 120_000);

async function run(steps: readonly Step[]): Promise<void> {
  // Who does not read for a while is closed in mode `every` (SC14): not what this is about.
  const { bench, publisher } = await onAir({ unreadMs: 3_600_000 });
  /** When each version was published. */
  const published = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const watched = [watch(bench, 'live'), watch(bench, 'every')];
  for (const { screen: each, mode } of watched)
    await each.subscribe(CHANNEL, { mode, delta: true, delayMs: 700 });
  for (const each of steps) {
    if (each.step === 'publish') {
      for (let count = 0; count < each.times; count += 1) {
        await publisher.renew(turned(publisher), {}, new Date(bench.timing.now()).toISOString());
        published.push(bench.timing.now());
      }
      await bench.timing.settle();
    } else if (each.step === 'pass') await bench.timing.pass(each.ms);
    else {
      const { screen: of, delays } = watched[each.screen]!;
      if (each.step === 'stall') of.pair.stall();
      else if (each.step === 'read') await of.readAll();
      else {
        delays.push({ from: bench.timing.now(), delayMs: each.delayMs });
        await of.say({ change: { id: 1, delayMs: each.delayMs } });
        await of.readAll();
      }
    }
  }
  for (const { screen: of } of watched) await of.readAll();
  await bench.timing.pass(61_000);
  for (const { screen: of, delays, sent } of watched) {
    await of.readAll();
    const versions = of.versions();
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
    expect(versions.at(-1)).toBe(publisher.current.version);
    for (const { version, at } of sent) {
      const { delayMs } = delays.findLast(({ from }) => from <= at)!;
      // What went out at the very moment of a change still had the delay before it.
      const allowed = Math.min(
        delayMs,
        ...delays.filter(({ from }) => from === at).map((each) => each.delayMs),
      );
      const isAtChange = delays.some(({ from }) => from === at);
      if (!isAtChange) expect(at - published[version]!).toBeGreaterThanOrEqual(allowed);
    }
  }
  const copies = new Copies();
  for (const frame of watched[0]!.screen.pair.data())
    expect(['document', 'delta']).toContain(copies.take(frame).kind);
  expect(copies.get(CHANNEL)?.hash).toBe(publisher.current.hash);
  expect(watched[1]!.screen.versions()).toEqual(
    Array.from({ length: publisher.current.version }, (_none, index) => index + 1),
  );
  expect(watched[1]!.screen.pair.said('gap')).toEqual([]);
  await bench.stop();
}

/** The same rows, the last one first. */
function turned({ current: { rows } }: { current: { rows: Rows<object> } }): never {
  return [rows.at(-1), ...[...rows].slice(0, -1)] as never;
}

interface Watched {
  readonly screen: TestScreen;
  readonly mode: 'live' | 'every';
  readonly delays: { from: number; delayMs: number }[];
  readonly sent: { version: number; at: number }[];
}

function watch(bench: EdgeBench, mode: 'live' | 'every'): Watched {
  const of = bench.screen('json', 20_000);
  const sent: { version: number; at: number }[] = [];
  const note = (part: Uint8Array): void => {
    const text = Buffer.from(part).toString('latin1');
    const version = /\{"(?:document|delta)":\{.*?"version":(\d+)/.exec(text)?.[1];
    if (version !== undefined) sent.push({ version: Number(version), at: bench.timing.now() });
  };
  const write = of.pair.write.bind(of.pair);
  of.pair.write = (frames) => {
    for (const frame of framesIn(frames)) note(frame);
    return write(frames);
  };
  return { screen: of, mode, delays: [{ from: Number.NEGATIVE_INFINITY, delayMs: 700 }], sent };
}
