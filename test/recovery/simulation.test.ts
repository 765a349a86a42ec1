/** All faults mixed, from a seed: edges, their connections, the stream, the live path and the screens, under virtual time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenRows, readRowChoice } from '../../src/fanout/channels/row-choice.ts';
import type { Document } from '../../src/model/document.ts';
import type { Wants } from '../../src/simulation/conversation.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { EdgeBench } from '../fanout/edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, type Publisher, sprinters } from '../fanout/published-documents.ts';
import { Moving } from './moving.ts';

const EDGES = 3;
const OUTBOUND_BYTES = 150_000;
const FATES = ['arrives', 'lost', 'twice', 'late'] as const;
const CHOICE = readRowChoice({ top: 3 })!;

const see = (document: Document): Document => {
  const rows = chosenRows(CHOICE, document);
  const hash = new ContentHash(document.header, rows).text;
  return { ...document, epoch: `${document.epoch}~${CHOICE.tag}`, rows, hash };
};

/** How the screens of a run follow. */
const SCREENS: readonly (readonly [Wants, object])[] = [
  [{ mode: 'live', delta: true, format: 'protobuf' }, {}],
  [{ mode: 'live', delta: false, format: 'json' }, {}],
  [{ mode: 'every', delta: false, format: 'json' }, {}],
  [{ mode: 'every', delta: false, format: 'json' }, { delayMs: 2_000 }],
  [{ mode: 'live', delta: true, format: 'json' }, { delayMs: 2_000 }],
  [{ mode: 'live', delta: true, format: 'json', see }, { rows: { top: 3 } }],
];

type Step =
  | { readonly step: 'publish'; readonly document: number; readonly times: number }
  | { readonly step: 'fate'; readonly fate: (typeof FATES)[number] }
  | { readonly step: 'pass'; readonly ms: number }
  | { readonly step: 'move'; readonly screen: number; readonly edge: number }
  | { readonly step: 'leave' | 'stall' | 'read' | 'damage' | 'resync'; readonly screen: number }
  | { readonly step: 'disconnect' | 'reconnect' | 'restart'; readonly edge: number }
  | { readonly step: 'epoch' | 'truncate' };

const screen = fc.nat({ max: SCREENS.length - 1 });
const edge = fc.nat({ max: EDGES - 1 });
const document = fc.nat({ max: 1 });
const of = <Name extends string>(...names: Name[]): fc.Arbitrary<Name> => fc.constantFrom(...names);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ step: of('publish'), document, times: fc.integer({ min: 1, max: 30 }) }),
  },
  { weight: 2, arbitrary: fc.record({ step: of('fate'), fate: of(...FATES) }) },
  { weight: 4, arbitrary: fc.record({ step: of('pass'), ms: fc.integer({ min: 0, max: 3_000 }) }) },
  { weight: 6, arbitrary: fc.record({ step: of('move'), screen, edge }) },
  {
    weight: 6,
    arbitrary: fc.record({ step: of('leave', 'stall', 'read', 'damage', 'resync'), screen }),
  },
  { weight: 4, arbitrary: fc.record({ step: of('disconnect', 'reconnect', 'restart'), edge }) },
  { weight: 2, arbitrary: fc.record({ step: of('epoch', 'truncate') }) },
);

class World {
  readonly edges: EdgeBench[];
  readonly publishers: Publisher[];
  readonly all: Publisher[];
  readonly screens: Moving[];
  readonly damaged = new Set<Moving>();
  fate: (typeof FATES)[number] = 'arrives';
  readonly #late: (() => void)[] = [];
  #epochs = 0;

  private constructor(first: EdgeBench, publishers: Publisher[]) {
    this.edges = [first];
    this.publishers = publishers;
    this.all = [...publishers];
    const truth = (channel: string) =>
      this.all.filter((publisher) => publisher.channel === channel).flatMap(({ history }) => history);
    this.screens = SCREENS.map(([wants, options]) => new Moving(wants, truth, 'ATH*', options));
    first.network.live = (_message, deliver) => {
      if (this.fate === 'late') this.#late.push(deliver);
      else if (this.fate !== 'lost') deliver();
      if (this.fate === 'twice') deliver();
    };
  }

  static async begun(): Promise<World> {
    const first = new EdgeBench(LIMITS);
    const publishers = [first.publisher(), first.publisher(header(FINAL_200M))];
    for (const publisher of publishers) await publisher.begin();
    await first.start();
    const world = new World(first, publishers);
    while (world.edges.length < EDGES) world.edges.push(await new EdgeBench(LIMITS, first).start());
    for (const each of world.screens) await each.moveTo(first);
    return world;
  }

  get timing() {
    return this.edges[0]!.timing;
  }

  async take(each: Step): Promise<void> {
    if (each.step === 'publish') await this.publishers[each.document]!.touch(each.times);
    else if (each.step === 'fate') this.fate = each.fate;
    else if (each.step === 'pass') await this.timing.pass(each.ms);
    else if ('screen' in each) await this.#ofScreen(each, this.screens[each.screen]!);
    else if ('edge' in each) await this.#ofEdge(each.step, each.edge);
    else if (each.step === 'epoch') await this.#newEpoch();
    else await this.#truncate();
    for (const { hub } of this.edges)
      for (const { outboundBytes } of hub.screens) expect(outboundBytes).toBeLessThanOrEqual(OUTBOUND_BYTES);
  }

  /** All that was broken is whole again; whoever is away comes back, and whoever was closed. */
  async heal(): Promise<void> {
    for (const { broker } of this.edges) broker.reconnect();
    for (const deliver of this.#late) deliver();
    this.fate = 'arrives';
    await this.timing.pass(20_000);
    for (const [index, each] of this.screens.entries()) {
      await each.listen();
      if (!each.isOpen || this.damaged.has(each)) await this.#join(each, this.edges[index % EDGES]!);
    }
    await this.timing.pass(20_000);
    for (const each of this.screens) {
      await each.listen();
      // Closed once more while it was reading what it had missed.
      for (let times = 0; !each.isOpen && times < 20; times += 1) {
        await this.#join(each, this.edges[0]!);
        await this.timing.pass(5_000);
        await each.listen();
      }
    }
  }

  async end(): Promise<void> {
    for (const bench of this.edges) await bench.stop();
  }

  /** A damaged copy is known for one as soon as something follows: then the screen asks for the whole. */
  async #join(each: Moving, bench: EdgeBench): Promise<void> {
    const positions = this.damaged.has(each) ? {} : each.talk.positions();
    this.damaged.delete(each);
    await each.moveTo(bench, positions);
  }

  async #ofScreen(each: Extract<Step, { screen: number }>, moving: Moving): Promise<void> {
    if (each.step === 'move') await this.#join(moving, this.edges[each.edge]!);
    else if (each.step === 'leave') moving.leave();
    else if (each.step === 'stall') moving.stall();
    else if (each.step === 'read') await moving.listen();
    else if (each.step === 'resync') await moving.resync(this.publishers[0]!.channel);
    else if (SCREENS[this.screens.indexOf(moving)]![0].delta && moving.damage(FINAL))
      this.damaged.add(moving);
  }

  async #ofEdge(what: 'disconnect' | 'reconnect' | 'restart', index: number): Promise<void> {
    const bench = this.edges[index]!;
    if (what === 'disconnect') bench.broker.disconnect();
    else if (what === 'reconnect') bench.broker.reconnect();
    else if (index > 0) {
      // The first edge owns network and time, and stays.
      for (const each of this.screens) if (each.isAt(bench)) each.leave();
      await bench.stop();
      this.edges[index] = await new EdgeBench(LIMITS, this.edges[0]).start();
    }
  }

  async #newEpoch(): Promise<void> {
    this.#epochs += 1;
    const publisher = this.edges[0]!.publisher(header(FINAL_100M), sprinters(), `new${this.#epochs}`);
    this.publishers[0] = publisher;
    this.all.push(publisher);
    await publisher.begin();
  }

  async #truncate(): Promise<void> {
    // What is not in the stream any more has been kept before.
    const there = await this.edges[0]!.engine.lastResults();
    for (const publisher of this.publishers) if (there.has(publisher.channel)) await publisher.keep();
    const { results } = this.edges[0]!.network;
    const stored = [...results.stored];
    results.drop(Math.floor(stored.length / 2));
    // What is left leads nowhere before a version that stands alone.
    const stands = new Set<string>();
    for (const [index, message] of stored.entries()) {
      const isLeft = index >= stored.length - results.stored.length;
      if (isLeft && message.form === 'whole') stands.add(message.channel);
      if (!stands.has(message.channel)) for (const { talk } of this.screens) talk.loses(message);
    }
  }
}

const FINAL = `${FINAL_100M}/RESULT`;
const LIMITS = { outboundBytes: OUTBOUND_BYTES, wordsPerSecond: 100_000 };

async function run(steps: readonly Step[]): Promise<void> {
  const world = await World.begun();
  for (const each of steps) await world.take(each);
  await world.heal();
  for (const { channel, current } of world.publishers)
    for (const { shelf } of world.edges) expect(shelf.current(channel)?.hash).toBe(current.hash);
  for (const { talk, wasDamaged } of world.screens) {
    const forbidden = talk.violations.filter(({ rule }) => !(wasDamaged && rule === 'WRONG_HASH'));
    expect(forbidden).toEqual([]);
    expect(talk.endsOtherThan(world.publishers.map(({ current }) => current))).toEqual([]);
  }
  await world.end();
}

describe('whatever breaks, and in whatever order', () => {
  test('SC6 to SC10, SC14, SC18: never resumed with a hole, nothing back or twice, and in the end every screen shows what was published last', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), run), {
      seed: 20240609,
      numRuns: 80,
    });
  }, 240_000);
});
