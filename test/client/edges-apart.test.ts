/** Two edges that differ: in epoch, in what they can still give, in what they send. Virtual time. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChannelGap, type FollowOptions, Subscriber } from '../../src/client/subscriber.ts';
import type { Document } from '../../src/model/document.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';
import { VirtualEdges } from './edges.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let edges: VirtualEdges;
let subscriber: Subscriber | null = null;

beforeEach(async () => {
  edges = await new VirtualEdges().start();
});
afterEach(async () => {
  subscriber?.close();
  await edges.stop();
});

/** Both edges are followed when it resolves. */
async function watching(options: FollowOptions = {}, url: readonly string[] = edges.urls) {
  const documents: Document[] = [];
  const bases: (number | null)[] = [];
  const gaps: ChannelGap[] = [];
  const { openSocket, after } = edges;
  const made = new Subscriber({ url, openSocket, after, chance: () => 0 });
  subscriber = made;
  made.follow(
    CHANNEL,
    (document, delta) => {
      documents.push(document);
      bases.push(delta?.base ?? null);
    },
    { ...options, onGap: (gap) => gaps.push(gap) },
  );
  await edges.until(() => documents.length > 0 && made.edges.every(({ state }) => state === 'live'));
  await edges.pass(100);
  const shown = (): string[] => documents.map(({ epoch, version }) => `${epoch} ${version}`);
  return { made, documents, bases, gaps, shown };
}

/** A delta that does not lead to its hash. */
const spoilDelta = (text: string): string =>
  text.startsWith('{"delta"') ? text.replace(/"result":"10[^"]*"/, '"result":"9.58"') : text;

/** Words of the subscriber to each edge, by name. */
function heardBy(edge: 0 | 1): string[] {
  const words: string[] = [];
  for (const screen of edges.benches[edge].hub.screens) {
    const heard = screen.heard.bind(screen);
    screen.heard = (text) => {
      words.push(Object.keys(JSON.parse(text))[0]!);
      heard(text);
    };
  }
  return words;
}

describe('epochs', () => {
  test.each(['live', 'every'] as const)(
    'an edge that still serves the old one does not take the document back (%s)',
    async (mode) => {
      const seen = await watching({ mode });
      await edges.touch(2);
      await edges.renewEpoch(0, 'new');
      await edges.publishers[0].touch();
      await edges.until(() => seen.shown().at(-1) === 'new 2');
      await edges.publishers[1].touch(5);
      // Whatever makes the late edge send its state whole.
      edges.links[1].cut();
      await edges.pass(20_000);
      expect(seen.shown().at(-1)).toBe('new 2');
      // Nor when the other one is gone.
      await edges.kill(0);
      await edges.publishers[1].touch();
      await edges.pass(20_000);
      expect(seen.shown().at(-1)).toBe('new 2');
      await edges.renewEpoch(1, 'new');
      await edges.publishers[1].touch(3);
      await edges.until(() => seen.shown().at(-1) === 'new 4');
      const expected =
        mode === 'every' ? ['k3f9 1', 'k3f9 2', 'k3f9 3', 'new 1', 'new 2', 'new 3', 'new 4'] : null;
      if (expected !== null) expect(seen.shown()).toEqual(expected);
      expect(
        seen
          .shown()
          .slice(seen.shown().indexOf('new 2'))
          .every((each) => each.startsWith('new')),
      ).toBe(true);
    },
  );

  test('of two edges that differ from the start, the one with the newer epoch is shown', async () => {
    await edges.touch();
    await edges.publishers[1].touch(6);
    await edges.renewEpoch(0, 'other');
    const seen = await watching();
    await edges.pass(20_000);
    expect(seen.shown().at(-1)).toBe('other 1');
    await edges.publishers[1].touch(2);
    await edges.pass(20_000);
    expect(seen.shown().at(-1)).toBe('other 1');
  });

  test('one edge alone is believed whatever it serves', async () => {
    const seen = await watching({}, [edges.urls[0]]);
    await edges.renewEpoch(0, 'new');
    await edges.until(() => seen.shown().at(-1) === 'new 1');
    await edges.renewEpoch(0, 'newer');
    await edges.until(() => seen.shown().at(-1) === 'newer 1');
    expect(seen.shown()).toEqual(['k3f9 1', 'new 1', 'newer 1']);
  });
});

describe('mode every', () => {
  test('SC8 a hole that both have is closed as soon as a later version shows it', async () => {
    const seen = await watching({ mode: 'every' });
    for (const link of edges.links) link.fate = 'data lost';
    await edges.touch(3);
    for (const link of edges.links) link.fate = 'arrives';
    await edges.touch();
    await edges.pass(500);
    expect(seen.documents.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  test('SC8 a gap of one edge is filled from the other, and not reported', async () => {
    const seen = await watching({ mode: 'every' });
    edges.links[0].cut();
    edges.links[1].fate = 'late';
    await edges.touch(5);
    edges.loseHistory(0);
    await edges.pass(1_000);
    expect(seen.gaps).toEqual([]);
    edges.links[1].fate = 'arrives';
    edges.links[1].release();
    await edges.until(() => seen.documents.at(-1)?.version === 6);
    expect(seen.documents.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(seen.gaps).toEqual([]);
  });

  test('SC8 what no edge has any more is a gap, told once', async () => {
    const seen = await watching({ mode: 'every' });
    for (const edge of [0, 1] as const) await edges.kill(edge);
    await edges.touch(5);
    for (const edge of [0, 1] as const) edges.loseHistory(edge);
    for (const edge of [0, 1] as const) await edges.revive(edge);
    await edges.until(() => seen.documents.at(-1)?.version === 6);
    await edges.touch();
    await edges.pass(1_000);
    expect(seen.gaps).toEqual([{ channel: CHANNEL, epoch: 'k3f9', from: 2, to: 5 }]);
    expect(seen.documents.map(({ version }) => version)).toEqual([1, 6, 7]);
  });

  test('SC8 the rest of an epoch that all edges have left is a gap without an end', async () => {
    const seen = await watching({ mode: 'every' });
    for (const edge of [0, 1] as const) await edges.kill(edge);
    await edges.touch(2);
    for (const edge of [0, 1] as const) await edges.renewEpoch(edge, 'new');
    await edges.touch(3);
    for (const edge of [0, 1] as const) await edges.revive(edge);
    await edges.until(() => seen.shown().at(-1) === 'new 4');
    expect(seen.shown()).toEqual(['k3f9 1', 'new 4']);
    expect(seen.gaps).toEqual([{ channel: CHANNEL, epoch: 'k3f9', from: 2, to: null }]);
  });

  test('more versions than may wait are asked for again, and none is left out', async () => {
    const seen = await watching({ mode: 'every' });
    edges.links[0].fate = 'data lost';
    edges.links[1].fate = 'data lost';
    await edges.touch();
    edges.links[1].fate = 'arrives';
    await edges.touch(150);
    edges.links[0].fate = 'arrives';
    await edges.until(() => seen.documents.at(-1)?.version === 152);
    expect(seen.documents.map(({ version }) => version)).toEqual(
      edges.truth.history.map(({ version }) => version),
    );
  });
});

describe('mode live', () => {
  test('SC9 SC11 a copy that does not lead to its hash is asked for at one edge only', async () => {
    const seen = await watching();
    const heard = [heardBy(0), heardBy(1)] as const;
    edges.links[0].spoil = spoilDelta;
    edges.links[1].fate = 'late';
    await edges.touch();
    edges.links[0].spoil = null;
    await edges.until(() => seen.documents.at(-1)?.version === 2);
    edges.links[1].fate = 'arrives';
    edges.links[1].release();
    await edges.touch(2);
    await edges.until(() => seen.documents.at(-1)?.version === 4);
    expect(heard).toEqual([['resync'], []]);
    expect(seen.made.mismatches).toBe(1);
    expect(seen.documents.every(({ hash, version }) => hash === edges.truth.history[version - 1]?.hash)).toBe(
      true,
    );
  });

  test('an edge that dies before it has answered resync is replaced by the other', async () => {
    const seen = await watching();
    edges.links[0].spoil = spoilDelta;
    edges.links[1].fate = 'data lost';
    await edges.touch();
    edges.links[1].fate = 'arrives';
    await edges.kill(0);
    await edges.pass(50);
    expect(seen.documents.at(-1)?.version).toBe(2);
  });

  test('SC10 with a rate, both together are no faster than one', async () => {
    const seen = await watching({ ratePerSecond: 1 });
    const times: number[] = [];
    let shown = seen.documents.length;
    for (let at = 0; at < 10_000; at += 100) {
      // The edges are out of step: each rests at another time.
      await edges.publishers[at % 200 === 0 ? 0 : 1].touch();
      await edges.pass(100);
      if (seen.documents.length > shown) times.push(at);
      shown = seen.documents.length;
    }
    const newest = edges.truth.current.version;
    for (const publisher of edges.publishers)
      if (publisher.current.version < newest) await publisher.touch(newest - publisher.current.version);
    await edges.until(() => seen.documents.at(-1)?.version === newest);
    const rests = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(1_000);
    expect(times.length).toBeGreaterThanOrEqual(8);
    // Each delta leads on from what was shown before.
    const versions = seen.documents.map(({ version }) => version);
    expect(seen.bases.every((base, index) => base === null || base === versions[index - 1])).toBe(true);
  });

  test('SC13 very many channels that are missing are asked for in few words', async () => {
    const seen = await watching();
    const made = seen.made;
    const channels = new Set<string>();
    made.follow('ATHM*/RANKING', (_document, _delta, channel) => channels.add(channel));
    const unit = (at: number): string => `ATHM100M--------------HEAT${String(at).padStart(4, '0')}----`;
    const publishers = [];
    for (let at = 0; at < 300; at += 1) {
      for (const bench of edges.benches) {
        const publisher = bench.publisher(header(unit(at), 'RANKING'), sprinters(2));
        await publisher.begin();
        publishers.push(publisher);
      }
    }
    await edges.until(() => channels.size === 300);
    for (const link of edges.links) link.fate = 'data lost';
    for (const publisher of publishers) await publisher.touch();
    await edges.pass(100);
    for (const link of edges.links) link.fate = 'arrives';
    const heard = [heardBy(0), heardBy(1)];
    const isCurrent = (at: number): boolean => made.document(`${unit(at)}/RANKING`)?.version === 2;
    await edges.until(() => Array.from({ length: 300 }, (_none, at) => at).every(isCurrent));
    expect(heard.flat().length).toBeLessThan(100);
  });
});
