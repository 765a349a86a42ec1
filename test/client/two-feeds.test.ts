import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protobufReader } from '../../src/client/protobuf.ts';
import { type ChannelGap, Subscriber } from '../../src/client/subscriber.ts';
import type { Document } from '../../src/model/document.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { VirtualEdges } from './edges.ts';
import type { Fate } from './faulty-link.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

type Edge = 0 | 1;
type Step =
  /** Both edges get versions, or one: then the other one lags until it gets them, too. */
  | { readonly step: 'publish'; readonly edge: Edge | 'both'; readonly times: number }
  | { readonly step: 'fate'; readonly edge: Edge; readonly fate: Fate }
  | { readonly step: 'release'; readonly edge: Edge; readonly most: number }
  | { readonly step: 'cut' | 'kill' | 'revive' | 'epoch'; readonly edge: Edge }
  | { readonly step: 'pass'; readonly ms: number };

const edge = fc.constantFrom<Edge>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('publish' as const),
      edge: fc.constantFrom<Edge | 'both'>(0, 1, 'both', 'both', 'both'),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('fate' as const),
      edge,
      fate: fc.constantFrom<Fate>('arrives', 'data lost', 'late'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('release' as const),
      edge,
      most: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constantFrom('cut' as const, 'kill' as const, 'revive' as const), edge }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ step: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 8_000 }) }),
  },
);

async function publish(edges: VirtualEdges, edge: Edge | 'both', times: number): Promise<void> {
  if (edge === 'both') await level(edges);
  for (const each of edge === 'both' ? ([0, 1] as const) : [edge]) await edges.publishers[each].touch(times);
}

/** The edge that lags gets what the other one has. */
async function level(edges: VirtualEdges): Promise<void> {
  const [one, two] = edges.publishers.map(({ current }) => indexOf(current.epoch)) as [number, number];
  if (one !== two) await edges.renewEpoch(one < two ? 0 : 1, epochOf(Math.max(one, two)));
  const newest = edges.truth.current.version;
  for (const publisher of edges.publishers) {
    const missing = newest - publisher.current.version;
    if (missing > 0) await publisher.touch(missing);
  }
}

/** Epochs in this test are `k3f9` and then numbered ones, in their order. */
const indexOf = (epoch: string): number => (epoch === 'k3f9' ? 0 : Number(epoch.slice(1)));
const epochOf = (index: number): string => `n${String(index).padStart(4, '0')}`;

/** The edge moves on to the next epoch; no edge is two ahead of the other, or one ahead of what the caller has seen. */
async function nextEpoch(edges: VirtualEdges, edge: Edge, seen: number): Promise<void> {
  const [own, other] = [edge, 1 - edge].map((each) => indexOf(edges.publishers[each]!.current.epoch));
  if (own! > other! || own! > seen) return;
  await edges.renewEpoch(edge, epochOf(own! + 1));
}

async function take(edges: VirtualEdges, each: Step, seen: number): Promise<void> {
  switch (each.step) {
    case 'publish':
      await publish(edges, each.edge, each.times);
      return edges.pass(0);
    case 'fate':
      edges.links[each.edge].fate = each.fate;
      return;
    case 'release':
      edges.links[each.edge].release(each.most);
      return edges.pass(0);
    case 'cut':
      edges.links[each.edge].cut();
      return edges.pass(0);
    case 'epoch':
      return nextEpoch(edges, each.edge, seen);
    case 'kill':
      return edges.kill(each.edge);
    case 'revive':
      return edges.revive(each.edge);
    case 'pass':
      return edges.pass(each.ms);
  }
}

/** Both edges get everything, and the ways to them are good again. */
async function makeGood(edges: VirtualEdges): Promise<void> {
  await level(edges);
  for (const each of [0, 1] as const) {
    edges.links[each].fate = 'arrives';
    edges.links[each].release();
    await edges.revive(each);
  }
}

/** Never back; in mode `every` nothing is passed over without a word. */
function expectNext(
  before: Document,
  document: Document,
  mode: 'live' | 'every',
  gaps: readonly ChannelGap[],
): void {
  const isSameEpoch = before.epoch === document.epoch;
  if (isSameEpoch) expect(document.version).toBeGreaterThan(before.version);
  else expect(indexOf(document.epoch)).toBeGreaterThan(indexOf(before.epoch));
  if (mode === 'live') return;
  const first = isSameEpoch ? before.version + 1 : 1;
  if (document.version === first) return;
  const told = gaps.filter(({ epoch }) => epoch === before.epoch || epoch === document.epoch);
  expect(told.length).toBeGreaterThan(0);
}

async function run(
  steps: readonly Step[],
  mode: 'live' | 'every',
  isCompact: boolean,
): Promise<{ documents: Document[]; gaps: ChannelGap[] }> {
  const edges = await new VirtualEdges({ outboundBytes: 400_000 }).start();
  const { urls: url, openSocket, after } = edges;
  const reader = isCompact ? { reader: protobufReader } : {};
  const subscriber = new Subscriber({ url, openSocket, after, chance: () => 0.5, ...reader });
  const documents: Document[] = [];
  const gaps: ChannelGap[] = [];
  subscriber.follow(CHANNEL, (document) => documents.push(document), {
    mode,
    onGap: (gap) => gaps.push(gap),
  });
  await edges.pass(0);
  const seen = (): number => indexOf(documents.at(-1)?.epoch ?? 'k3f9');
  for (const each of steps) await take(edges, each, seen());
  await makeGood(edges);
  const { hash } = edges.truth.current;
  await edges.until(() => documents.at(-1)?.hash === hash);
  // Nothing comes after it, and nothing is taken back.
  await edges.pass(15_000);
  const inPlain = (document: Document): object => ({ ...document, rows: [...document.rows] });
  expect(inPlain(subscriber.document(CHANNEL)!)).toEqual(inPlain(edges.truth.current));
  for (const { epoch, version, hash: proved } of documents) {
    const published = edges.published.some(
      ({ history }) => history[version - 1]?.hash === proved && history[0]?.epoch === epoch,
    );
    expect(published).toBe(true);
  }
  for (const [at, document] of documents.entries())
    if (at > 0) expectNext(documents[at - 1]!, document, mode, gaps);
  const epochs = new Set(documents.map(({ epoch }) => epoch));
  if (epochs.size === 1) expect(gaps).toEqual([]);
  subscriber.close();
  await edges.stop();
  return { documents, gaps };
}

const epochStep = fc.record({ step: fc.constant('epoch' as const), edge });

describe('two edges whose data is lost, late or cut off at random', () => {
  const steps = fc.array(step, { minLength: 5, maxLength: 40 });

  test('SC6 SC9 SC13 mode live ends with exactly what is published, and never goes back', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (each, isCompact) => {
        await run(each, 'live', isCompact);
      }),
      { seed: 20240609, numRuns: 150 },
    );
  }, 240_000);

  test('SC7 SC8 mode every brings each version exactly once, in order, without a hole', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (each, isCompact) => {
        await run(each, 'every', isCompact);
      }),
      { seed: 20240610, numRuns: 150 },
    );
  }, 240_000);

  test.each(['live', 'every'] as const)(
    'epochs that begin on one edge first are never taken back (%s)',
    async (mode) => {
      const mixed = fc.array(fc.oneof({ weight: 12, arbitrary: step }, { weight: 2, arbitrary: epochStep }), {
        minLength: 5,
        maxLength: 40,
      });
      await fc.assert(
        fc.asyncProperty(mixed, fc.boolean(), async (each, isCompact) => {
          await run(each, mode, isCompact);
        }),
        { seed: 20240611, numRuns: 150 },
      );
    },
    240_000,
  );
});
