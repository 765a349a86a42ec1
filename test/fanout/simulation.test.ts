import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import type { Position } from '../../src/model/position.ts';
import { EdgeBench, type TestScreen } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, type Publisher, sprinters } from './published-documents.ts';

/** What happens to a version on the live path. */
const FATES = ['arrives', 'lost', 'twice', 'late'] as const;

type Step =
  | { readonly step: 'publish'; readonly document: 0 | 1; readonly times: number }
  | { readonly step: 'fate'; readonly fate: (typeof FATES)[number] }
  | { readonly step: 'stall' | 'read' | 'break' | 'resync'; readonly screen: 0 | 1 | 2 }
  | { readonly step: 'settle' | 'epoch' };

const which = fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('publish' as const),
      document: fc.constantFrom(0, 1) as fc.Arbitrary<0 | 1>,
      times: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constant('fate' as const), fate: fc.constantFrom(...FATES) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constantFrom('stall', 'read', 'break', 'resync') as fc.Arbitrary<
        'stall' | 'read' | 'break' | 'resync'
      >,
      screen: which,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ step: 'settle' as const }) },
  { weight: 1, arbitrary: fc.constant({ step: 'epoch' as const }) },
);

/** A subscriber that comes back with what it holds whenever its connection ends. */
class ReturningScreen {
  readonly copies = new Copies();
  readonly seen: string[] = [];
  readonly gaps: unknown[] = [];
  mismatches = 0;
  #screen!: TestScreen;
  #read = 0;
  readonly #bench: EdgeBench;
  readonly #mode: 'live' | 'every';
  readonly #positions = new Map<string, Position>();

  constructor(bench: EdgeBench, mode: 'live' | 'every') {
    this.#bench = bench;
    this.#mode = mode;
  }

  async join(): Promise<void> {
    this.#screen = this.#bench.screen(this.#mode === 'live' ? 'protobuf' : 'json', 3_000);
    this.#read = 0;
    const positions = Object.fromEntries(this.#positions);
    await this.#screen.subscribe('ATH*', { mode: this.#mode, delta: true, positions });
  }

  stall(): void {
    this.#screen.pair.stall();
  }

  async read(): Promise<void> {
    await this.#screen.readAll();
    this.#take();
    if (this.#screen.pair.closed === null) return;
    await this.break();
    await this.read();
  }

  async break(): Promise<void> {
    this.#take();
    this.gaps.push(...this.#screen.pair.said('gap'));
    this.#screen.screen.gone(1006);
    await this.join();
  }

  resync(channel: string): Promise<void> {
    return this.#screen.say({ resync: { channel } });
  }

  /** What has really arrived. */
  #take(): void {
    const frames = this.#screen.pair.data(this.#mode === 'live' ? 'protobuf' : 'json');
    for (const frame of frames.slice(this.#read)) {
      const update = this.copies.take(frame);
      if (update.kind === 'mismatch') this.mismatches += 1;
      if (update.kind !== 'document' && update.kind !== 'delta') continue;
      const { epoch, version } = update.document;
      this.#positions.set(update.channel, { epoch, version });
      this.seen.push(`${update.channel} ${epoch} ${version}`);
    }
    this.#read = frames.length;
  }
}

async function run(steps: readonly Step[]): Promise<void> {
  const bench = new EdgeBench({ outboundBytes: 150_000, wordsPerSecond: 100_000 });
  const publishers: [Publisher, Publisher] = [bench.publisher(), bench.publisher(header(FINAL_200M))];
  const published: Publisher[] = [...publishers];
  for (const publisher of publishers) await publisher.begin();
  await bench.start();
  let fate: (typeof FATES)[number] = 'arrives';
  const late: (() => void)[] = [];
  bench.network.live = (_message, deliver) => {
    if (fate === 'late') late.push(deliver);
    else if (fate !== 'lost') deliver();
    if (fate === 'twice') deliver();
  };
  const screens = [
    new ReturningScreen(bench, 'live'),
    new ReturningScreen(bench, 'every'),
    new ReturningScreen(bench, 'live'),
  ];
  for (const screen of screens) await screen.join();
  let epochs = 0;
  for (const each of steps) {
    if (each.step === 'publish') await publishers[each.document].touch(each.times);
    else if (each.step === 'fate') fate = each.fate;
    else if (each.step === 'stall') screens[each.screen]!.stall();
    else if (each.step === 'read') await screens[each.screen]!.read();
    else if (each.step === 'break') await screens[each.screen]!.break();
    else if (each.step === 'resync') await screens[each.screen]!.resync(publishers[0].channel);
    else if (each.step === 'settle') await bench.timing.settle();
    else {
      await bench.timing.settle();
      epochs += 1;
      publishers[0] = bench.publisher(header(FINAL_100M), sprinters(), `new${epochs}`);
      published.push(publishers[0]);
      await publishers[0].begin();
    }
    for (const { outboundBytes } of bench.hub.screens) expect(outboundBytes).toBeLessThanOrEqual(150_000);
  }
  for (const deliver of late) deliver();
  await bench.timing.pass(2_000);
  for (const screen of screens) await screen.read();
  for (const { channel, current } of publishers) {
    expect(bench.shelf.current(channel)?.hash).toBe(current.hash);
    for (const { copies } of screens)
      expect(copies.get(channel)).toMatchObject({
        epoch: current.epoch,
        version: current.version,
        hash: current.hash,
      });
  }
  for (const { seen, mismatches } of screens) {
    expect(mismatches).toBe(0);
    expect(new Set(seen).size).toBe(seen.length);
  }
  if (epochs === 0) {
    expect(screens[1]!.gaps).toEqual([]);
    for (const { channel, history } of published) {
      const versions = screens[1]!.seen.filter((line) => line.startsWith(`${channel} `));
      expect(versions).toEqual(history.map(({ epoch, version }) => `${channel} ${epoch} ${version}`));
    }
  }
  await bench.stop();
}

describe('whatever the network and the screens do, every screen ends with what is published', () => {
  test('SC6 SC7 SC8 SC9 SC14 at random: nothing twice, nothing back, no hole, no byte above the bound', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), run), {
      seed: 20240609,
      numRuns: 60,
    });
  }, 120_000);
});
