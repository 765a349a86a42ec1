import { afterEach, describe, expect, test } from 'vitest';
import type { ConnectionState, EdgeState } from '../../src/client/connection.ts';
import { protobufReader } from '../../src/client/protobuf.ts';
import { type ChannelGap, type FollowOptions, Subscriber } from '../../src/client/subscriber.ts';
import { type Document, listRows } from '../../src/model/document.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { type Edges, realEdges, VirtualEdges } from './edges.ts';
import type { FaultyLink } from './faulty-link.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let edges: Edges | null = null;
let subscriber: Subscriber | null = null;

afterEach(async () => {
  subscriber?.close();
  await edges?.stop();
});

/** A subscriber of both edges, and everything that its caller sees. */
function watching(at: Edges, options: FollowOptions = {}, extra: object = {}) {
  const documents: Document[] = [];
  const bases: (number | null)[] = [];
  const gaps: ChannelGap[] = [];
  const states: string[] = [];
  const { urls: url, openSocket, after } = at;
  const made = new Subscriber({
    url,
    openSocket,
    ...(after === undefined ? {} : { after }),
    chance: () => 0,
    onState: (state: ConnectionState, each: readonly EdgeState[]) =>
      states.push([state, ...each].map((one) => one.state).join(' ')),
    ...extra,
  });
  subscriber = made;
  made.follow(
    CHANNEL,
    (document, delta) => {
      documents.push(document);
      bases.push(delta?.base ?? null);
    },
    { ...options, onGap: (gap) => gaps.push(gap) },
  );
  const versions = (): number[] => documents.map(({ version }) => version);
  const isCurrent = (): boolean => documents.at(-1)?.hash === at.truth.current.hash;
  return { made, documents, bases, gaps, states, versions, isCurrent };
}

const rising = (versions: readonly number[]): boolean =>
  versions.every((version, at) => at === 0 || version > versions[at - 1]!);

describe.each([
  ['virtual edges', () => new VirtualEdges().start()],
  ['real edges', () => realEdges()],
])('several edges at once: %s', (_name, make: () => Promise<Edges>) => {
  test('both are followed, and each version is shown once', async () => {
    edges = await make();
    const seen = watching(edges);
    await edges.until(() => seen.made.edges.every(({ state }) => state === 'live') && seen.isCurrent());
    for (let count = 0; count < 5; count += 1) {
      await edges.touch();
      await edges.until(seen.isCurrent);
    }
    expect(seen.versions()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(seen.bases).toEqual([null, 1, 2, 3, 4, 5]);
    expect(seen.made.mismatches).toBe(0);
    expect(edges.links.map(({ opened }) => opened)).toEqual([1, 1]);
  });

  test('the loss of one is told by onState, and not seen otherwise', async () => {
    edges = await make();
    const seen = watching(edges);
    await edges.until(() => seen.states.at(-1) === 'live live live' && seen.isCurrent());
    await edges.kill(0);
    await edges.until(() => seen.states.at(-1)?.startsWith('live waiting') === true);
    await edges.touch(3);
    await edges.until(seen.isCurrent);
    await edges.revive(0);
    await edges.until(() => seen.states.at(-1) === 'live live live');
    await edges.kill(1);
    await edges.touch(2);
    await edges.until(seen.isCurrent);
    expect(seen.made.state).toEqual({ state: 'live' });
    const connected = seen.states.slice(seen.states.findIndex((state) => state.startsWith('live')));
    expect(connected.every((state) => state.startsWith('live '))).toBe(true);
    expect(rising(seen.versions())).toBe(true);
    expect(seen.made.mismatches).toBe(0);
  });

  test('SC9 what is lost on the way from one comes from the other', async () => {
    edges = await make();
    const seen = watching(edges);
    await edges.until(() => seen.states.at(-1) === 'live live live' && seen.isCurrent());
    edges.links[0].fate = 'data lost';
    await edges.touch();
    await edges.until(seen.isCurrent);
    edges.links[0].fate = 'arrives';
    edges.links[1].fate = 'data lost';
    await edges.touch();
    await edges.until(seen.isCurrent);
    expect(seen.versions()).toEqual([1, 2, 3]);
    expect(seen.made.mismatches).toBe(0);
  });

  test('SC13 what is lost on the way from both is found by the keep-alive', async () => {
    edges = await make();
    const seen = watching(edges);
    await edges.until(() => seen.states.at(-1) === 'live live live' && seen.isCurrent());
    for (const link of edges.links) link.fate = 'data lost';
    await edges.touch();
    await edges.until(() => edges?.links.every(({ lost }) => lost > 0) === true);
    for (const link of edges.links) link.fate = 'arrives';
    await edges.until(seen.isCurrent);
    expect(seen.versions()).toEqual([1, 2]);
    expect(edges.links.map(({ opened }) => opened)).toEqual([1, 1]);
  });

  test('one that is late never takes the document back', async () => {
    edges = await make();
    const seen = watching(edges);
    await edges.until(() => seen.states.at(-1) === 'live live live' && seen.isCurrent());
    edges.links[1].fate = 'late';
    for (let count = 0; count < 4; count += 1) {
      await edges.touch();
      await edges.until(seen.isCurrent);
    }
    edges.links[1].fate = 'arrives';
    edges.links[1].release();
    edges.links[0].fate = 'late';
    await edges.touch();
    await edges.until(seen.isCurrent);
    expect(seen.versions()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(seen.made.mismatches).toBe(0);
  });

  test.each(['json', 'protobuf'])(
    'SC7 mode every brings each version once, whatever each of them loses (%s)',
    async (format) => {
      edges = await make();
      const seen = watching(
        edges,
        { mode: 'every' },
        format === 'protobuf' ? { reader: protobufReader } : {},
      );
      await edges.until(() => seen.states.at(-1) === 'live live live' && seen.isCurrent());
      for (const [one, two] of [
        ['data lost', 'arrives'],
        ['arrives', 'data lost'],
        ['arrives', 'arrives'],
        ['data lost', 'data lost'],
        ['arrives', 'arrives'],
        ['data lost', 'data lost'],
      ] as const) {
        edges.links[0].fate = one;
        edges.links[1].fate = two;
        const before = edges.links.map(({ lost }) => lost);
        await edges.touch(2);
        if (one === 'arrives' || two === 'arrives') await edges.until(seen.isCurrent);
        const isDone = (link: FaultyLink, at: number): boolean =>
          link.fate === 'arrives' || link.lost >= before[at]! + 2;
        await edges.until(() => edges?.links.every(isDone) === true);
      }
      for (const link of edges.links) link.fate = 'arrives';
      await edges.until(seen.isCurrent);
      expect(seen.versions()).toEqual(edges.truth.history.map(({ version }) => version));
      expect(seen.documents.map(({ hash }) => hash)).toEqual(edges.truth.history.map(({ hash }) => hash));
      expect(seen.gaps).toEqual([]);
    },
  );

  test('SC7 SC8 mode every goes through the loss of one edge after the other', async () => {
    edges = await make();
    const seen = watching(edges, { mode: 'every' });
    await edges.until(() => seen.states.at(-1) === 'live live live' && seen.isCurrent());
    for (const edge of [0, 1, 0] as const) {
      await edges.kill(edge);
      await edges.touch(3);
      await edges.until(seen.isCurrent);
      await edges.revive(edge);
      await edges.until(() => seen.states.at(-1) === 'live live live');
    }
    expect(seen.versions()).toEqual(edges.truth.history.map(({ version }) => version));
    expect(seen.gaps).toEqual([]);
  });

  test('SC18 rows of both edges are one document', async () => {
    edges = await make();
    const seen = watching(edges, { rows: { top: 3 } });
    await edges.until(() => seen.states.at(-1) === 'live live live' && seen.documents.length === 1);
    const best = (): unknown =>
      edges &&
      listRows(edges.truth.current)
        .slice(0, 3)
        .map(({ mark }) => mark.result);
    const shown = (): unknown => listRows(seen.documents.at(-1)!).map(({ mark }) => mark.result);
    const isShown = (): boolean => JSON.stringify(shown()) === JSON.stringify(best());
    for (let count = 0; count < 8; count += 1) {
      for (const [at, link] of edges.links.entries()) link.fate = at === count % 2 ? 'data lost' : 'arrives';
      await edges.touch();
      await edges.until(isShown);
    }
    expect(rising(seen.versions())).toBe(true);
    expect(seen.documents.every(({ rows }) => rows.length === 3)).toBe(true);
  });

  test('SC10 a delay can be changed, and is kept by both', async () => {
    edges = await make();
    const at = edges;
    const documents: Document[] = [];
    const { urls: url, openSocket, after } = at;
    subscriber = new Subscriber({
      url,
      openSocket,
      ...(after === undefined ? {} : { after }),
      chance: () => 0,
    });
    const stop = subscriber.follow(CHANNEL, (document) => documents.push(document), { delayMs: 600_000 });
    await at.until(
      () => documents.length === 1 && subscriber?.edges.every(({ state }) => state === 'live') === true,
    );
    await at.touch(3);
    expect(documents.map(({ version }) => version)).toEqual([1]);
    stop.change({ delayMs: 0 });
    await at.until(() => documents.at(-1)?.hash === at.truth.current.hash);
    expect(rising(documents.map(({ version }) => version))).toBe(true);
  });
});
