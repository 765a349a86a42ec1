import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChannelGap, Subscriber } from '../../src/client/subscriber.ts';
import { protobufReader } from '../../src/client/subscriber-node.ts';
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
  | { readonly step: 'cut' | 'kill' | 'revive'; readonly edge: Edge }
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
  const newest = edges.truth.current.version;
  for (const publisher of edges.publishers) {
    const missing = newest - publisher.current.version;
    if (missing > 0) await publisher.touch(missing);
  }
}

async function take(edges: VirtualEdges, each: Step): Promise<void> {
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
  for (const each of steps) await take(edges, each);
  await makeGood(edges);
  const { hash } = edges.truth.current;
  await edges.until(() => documents.at(-1)?.hash === hash);
  // Nothing comes after it, and nothing is taken back.
  await edges.pass(15_000);
  expect(subscriber.document(CHANNEL)).toEqual(edges.truth.current);
  const { history } = edges.truth;
  for (const { version, hash: proved } of documents) expect(proved).toBe(history[version - 1]?.hash);
  if (mode === 'every') {
    const first = documents[0]!.version;
    const expected = history.slice(first - 1).map(({ version }) => version);
    expect(documents.map(({ version }) => version)).toEqual(expected);
    expect(gaps).toEqual([]);
  } else {
    const versions = documents.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  }
  subscriber.close();
  await edges.stop();
  return { documents, gaps };
}

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
});
