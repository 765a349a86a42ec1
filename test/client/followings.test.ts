/** Several followings of one subscriber, and callers that make mistakes. Virtual time. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Subscriber } from '../../src/client/subscriber.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { VirtualEdges } from './edges.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let edges: VirtualEdges;
let subscriber: Subscriber;
let errors: unknown[];

beforeEach(async () => {
  edges = await new VirtualEdges().start();
  errors = [];
  const { urls: url, openSocket, after } = edges;
  const onError = (error: unknown): void => void errors.push(error);
  subscriber = new Subscriber({ url, openSocket, after, chance: () => 0, onError });
  await edges.pass(0);
});
afterEach(async () => {
  subscriber.close();
  await edges.stop();
});

const versions = (pattern: string, mode: 'live' | 'every' = 'live'): number[] => {
  const shown: number[] = [];
  subscriber.follow(pattern, ({ version }) => shown.push(version), { mode });
  return shown;
};

test.each(['live', 'every'] as const)(
  'SC5 who follows a channel that is followed already is shown it at once (%s)',
  async (mode) => {
    const first = versions(CHANNEL, mode);
    await edges.touch();
    await edges.until(() => first.at(-1) === 2);
    const second = versions('ATH*/RESULT', mode);
    await edges.pass(0);
    expect(second).toEqual([2]);
    await edges.touch();
    await edges.until(() => first.at(-1) === 3);
    expect(second).toEqual([2, 3]);
  },
);

test('SC5 it is not shown twice when a newer version comes first', async () => {
  const first = versions(CHANNEL);
  await edges.until(() => first.length === 1);
  const second = versions('*');
  for (const publisher of edges.publishers) await publisher.touch();
  await edges.pass(100);
  expect(second).toEqual([...new Set(second)]);
  expect(second.at(-1)).toBe(2);
});

test('a following that ends hands its channels to the others', async () => {
  const shown: number[] = [];
  const stop = subscriber.follow(CHANNEL, ({ version }) => shown.push(version));
  const others = versions('*');
  await edges.until(() => shown.length === 1 && others.length === 1);
  stop();
  await edges.touch();
  await edges.until(() => others.at(-1) === 2);
  expect(shown).toEqual([1]);
  expect(others).toEqual([1, 2]);
});

test.each(['live', 'every'] as const)(
  'what a caller throws is reported, and the next version comes all the same (%s)',
  async (mode) => {
    const shown: number[] = [];
    subscriber.follow(
      CHANNEL,
      ({ version }) => {
        shown.push(version);
        if (version === 2) throw new Error('of the caller');
      },
      { mode },
    );
    const others = versions('*', mode);
    await edges.until(() => shown.length === 1);
    for (let version = 2; version <= 3; version += 1) {
      await edges.touch();
      await edges.until(() => shown.at(-1) === version);
    }
    expect(shown).toEqual([1, 2, 3]);
    expect(others).toEqual([1, 2, 3]);
    expect(errors).toEqual([new Error('of the caller')]);
    expect(subscriber.edges.map(({ state }) => state)).toEqual(['live', 'live']);
  },
);

test('what the edges do not serve is told once, with the reason', async () => {
  const refusals: string[] = [];
  subscriber.follow('nonsense' as string, () => {}, { onRefused: ({ code }) => refusals.push(code) });
  // Both words arrive together: the first one is still being looked up.
  versions(CHANNEL);
  subscriber.follow(CHANNEL, () => {}, { mode: 'every', onRefused: ({ code }) => refusals.push(code) });
  await edges.pass(1_000);
  expect(refusals).toEqual(['BAD_CHANNEL', 'OTHER_MODE']);
});
