import { describe, expect, test } from 'vitest';
import { Lag } from '../../src/broker/lag.ts';
import { LagWatch } from '../../src/engine/lag-watch.ts';
import { EnginesHeard, type Shown } from '../../src/fanout/channels/engines-heard.ts';
import { engineWord } from '../support/engine-word.ts';

describe('S11 lag is part of the stream', () => {
  test('a reader is behind since the oldest entry that it knows of and has not done', () => {
    const lag = new Lag();
    expect(lag.behindMs(0)).toBe(0);
    lag.noted(5, 1_000);
    lag.noted(9, 2_000);
    expect(lag.behindMs(4_000)).toBe(3_000);
    lag.done(6);
    expect(lag.behindMs(4_000)).toBe(2_000);
    lag.done(9);
    lag.noted(8, 5_000);
    expect(lag.behindMs(9_000)).toBe(0);
  });

  test('an engine that keeps up is not behind, whatever is on its way; one that does not says since when', async () => {
    let newest = 3;
    const watch = new LagWatch({
      broker: { lastFactSeq: async () => newest, isInDoubt: false },
      settled: async () => {},
      wait: async () => {},
    });
    expect(await watch.look(2, 1_000)).toEqual({ ms: 0, facts: 0 });
    newest = 7;
    expect(await watch.look(3, 2_000)).toEqual({ ms: 0, facts: 0 });
    expect(await watch.look(5, 3_000)).toEqual({ ms: 1_000, facts: 2 });
    expect(await watch.look(6, 4_000)).toEqual({ ms: 2_000, facts: 1 });
    expect(await watch.look(7, 5_000)).toEqual({ ms: 0, facts: 0 });
  });

  test('an engine whose broker does not answer does not say that it keeps up', async () => {
    const watch = new LagWatch({
      broker: { lastFactSeq: async () => 3, isInDoubt: false },
      settled: async () => {},
      wait: async () => {},
    });
    expect(watch.behind(0)).toBe(null);
    await watch.look(3, 1_000);
    expect(watch.behind(6_000)).toEqual({ ms: 0, facts: 0 });
    expect(watch.behind(6_001)).toBe(null);
  });

  test('an engine that could not look for a while counts what it finds then from its last look on', async () => {
    let newest = 3;
    const watch = new LagWatch({
      broker: { lastFactSeq: async () => newest, isInDoubt: false },
      settled: async () => {},
      wait: async () => {},
    });
    await watch.look(3, 1_000);
    newest = 7;
    expect(await watch.look(3, 13_000)).toEqual({ ms: 12_000, facts: 4 });
    expect(await watch.look(5, 14_000)).toEqual({ ms: 13_000, facts: 2 });
    expect(await watch.look(7, 15_000)).toEqual({ ms: 0, facts: 0 });
  });

  test('an engine that is in doubt whether the broker has lost something is behind since its last look before', async () => {
    const broker = { lastFactSeq: async () => 3, isInDoubt: false };
    const watch = new LagWatch({ broker, settled: async () => {}, wait: async () => {} });
    await watch.look(3, 1_000);
    broker.isInDoubt = true;
    expect(await watch.look(3, 13_000)).toEqual({ ms: 12_000, facts: 0 });
    expect(watch.behind(13_500)).toEqual({ ms: 12_500, facts: 0 });
    broker.isInDoubt = false;
    expect(await watch.look(3, 14_000)).toEqual({ ms: 0, facts: 0 });
  });

  test('facts that are taken in and not stored as documents count as well', async () => {
    let store: () => void = () => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    const watch = new LagWatch({
      broker: { lastFactSeq: async () => 4, isInDoubt: false },
      settled: () => stored,
      wait: async () => {},
    });
    await watch.look(4, 1_000);
    expect((await watch.look(4, 2_000)).ms).toBe(1_000);
    store();
    await stored;
    expect((await watch.look(4, 3_000)).ms).toBe(0);
  });

  test('as long as nothing comes, what waits for the broker is asked for once', async () => {
    let asked = 0;
    const watch = new LagWatch({
      broker: { lastFactSeq: async () => 4, isInDoubt: false },
      settled: () => {
        asked += 1;
        return new Promise(() => {});
      },
      wait: async () => {},
    });
    for (let times = 1; times <= 10; times += 1) await watch.look(3, times * 1_000);
    expect(asked).toBe(1);
    expect(await watch.look(4, 11_000)).toEqual({ ms: 10_000, facts: 4 });
    expect(asked).toBe(2);
  });
});

describe('S11 what an edge shows is as old as the engines make it', () => {
  /** Two ends of one edge: what it shows, and what it has heard. The first word of all is an old one, and is passed over. */
  function edge(shown: Partial<Shown> = {}): EnginesHeard {
    const heard = new EnginesHeard({
      historyBegan: 0,
      epoch: () => 'B',
      disciplines: () => ['ATH', 'SWM'],
      readUntil: () => 10,
      frozen: () => [],
      ...shown,
    });
    heard.take(engineWord({ engine: 'long gone', epoch: 'B' }), 0);
    return heard;
  }
  const word = (engine: string, more: Parameters<typeof engineWord>[0] = {}) =>
    engineWord({ engine, epoch: 'B', at: 2, resultsSeq: 10, ...more });
  const codes = (heard: EnginesHeard, now: number) => heard.behind(now).missing.map(({ code }) => code);

  test('the one that is least behind publishes first', () => {
    const heard = edge();
    heard.take(word('slow', { behindMs: 60_000, behindFacts: 900 }), 1_000);
    heard.take(word('quick'), 1_100);
    expect(heard.behind(1_200)).toEqual({ ms: 0, facts: 0, missing: [] });
  });

  test('what an old word says is nobody’s, and one that is silent falls behind until it is gone', () => {
    const heard = edge();
    expect(codes(heard, 1_000)).toEqual(['NO_ENGINE']);
    heard.take(word('quick'), 1_000);
    heard.take(word('slow', { behindMs: 60_000 }), 4_000);
    expect(heard.behind(2_500).ms).toBe(0);
    expect(heard.behind(5_000).ms).toBe(2_500);
    expect(heard.behind(6_001).ms).toBe(60_501);
    expect(heard.behind(9_001).ms).toBe(null);
  });

  test('results that an engine knows of and the edge has not read count, whatever engines say', () => {
    let read = 10;
    const heard = edge({ readUntil: () => read });
    heard.take(word('one', { resultsSeq: 12 }), 2_000);
    expect(heard.behind(3_000).ms).toBe(1_000);
    read = 12;
    expect(heard.behind(3_000).ms).toBe(0);
  });

  test('a word of an engine that has not found yet what the broker has lost names places that nobody can read', () => {
    const epoch = '0lx8000000-001-rev';
    const heard = edge({ historyBegan: Date.UTC(2024, 5, 9) * 1_000, epoch: () => epoch });
    heard.take(word('behind a loss', { epoch: '0lx6000000-001-rev', resultsSeq: 78 }), 2_000);
    heard.take(word('one', { epoch }), 2_000);
    expect(heard.behind(3_000)).toEqual({ ms: 0, facts: 0, missing: [] });
  });

  test('an edge that heard nobody for a while counts what it has not read from then on', () => {
    let read = 10;
    const heard = edge({ readUntil: () => read });
    heard.take(word('one'), 2_000);
    heard.take(word('one', { at: 3, resultsSeq: 12 }), 15_000);
    expect(heard.behind(15_000).ms).toBe(13_000);
    read = 12;
    heard.take(word('one', { at: 6, resultsSeq: 12 }), 18_000);
    heard.take(word('one', { at: 9, resultsSeq: 12 }), 20_001);
    expect(heard.behind(20_001).ms).toBe(0);
  });

  test('an edge that was stopped has not caught up between two of the words that queued up', () => {
    let read = 10;
    const heard = edge({ readUntil: () => read });
    heard.take(word('one'), 2_000);
    heard.take(word('one', { at: 3, resultsSeq: 12 }), 15_000);
    read = 12;
    expect(heard.behind(15_001).ms).toBe(13_001);
    heard.take(word('one', { at: 4, resultsSeq: 40 }), 15_002);
    expect(heard.behind(15_003).ms).toBe(13_003);
  });

  test('words that queued up while an edge was stopped are no news, however many there are', () => {
    let read = 10;
    const heard = edge({ readUntil: () => read });
    heard.take(word('one'), 2_000);
    for (const resultsSeq of [10, 12, 14])
      heard.take(word('one', { at: resultsSeq, resultsSeq }), 15_000 + resultsSeq);
    expect(heard.behind(15_100).ms).toBe(13_100);
    read = 14;
    heard.take(word('one', { at: 20, resultsSeq: 14 }), 18_000);
    heard.take(word('one', { at: 21, resultsSeq: 16 }), 21_000);
    expect(heard.behind(21_100).ms).toBe(100);
  });

  test('an engine of one discipline does not speak for another', () => {
    const heard = edge();
    heard.take(word('athletics', { disciplines: ['ATH'] }), 1_000);
    expect(heard.behind(1_000)).toMatchObject({ ms: null, missing: [{ code: 'NO_ENGINE' }] });
    expect(heard.behind(1_000).missing[0]!.message).toContain('SWM');
    heard.take(word('swimming', { disciplines: ['SWM'], behindMs: 90_000, behindFacts: 7 }), 1_000);
    expect(heard.behind(1_000)).toEqual({ ms: 90_000, facts: 7, missing: [] });
  });

  test('an engine of an older revision does not speak for documents of a newer one, a newer one does for older documents', () => {
    const heard = edge();
    heard.take(word('older', { epoch: 'A' }), 1_000);
    expect(codes(heard, 1_000)).toEqual(['NO_ENGINE']);
    heard.take(word('newer', { epoch: 'C', behindMs: 300 }), 1_000);
    expect(heard.behind(1_000).ms).toBe(300);
  });

  test('an engine that reads history says how far it is, unless another one serves', () => {
    const heard = edge();
    heard.take(word('new', { streamSeq: 40, historySeq: 100, behindMs: 2_000 }), 1_000);
    expect(heard.behind(1_000).missing).toMatchObject([{ code: 'READING_HISTORY', done: 40, of: 100 }]);
    expect(heard.behind(1_000).ms).toBe(null);
    heard.take(word('old'), 1_000);
    expect(heard.behind(1_000)).toEqual({ ms: 0, facts: 0, missing: [] });
  });

  test('an engine that reads history and thinks itself on time does not speak before one that is behind', () => {
    const heard = edge();
    heard.take(word('new', { streamSeq: 40, historySeq: 100 }), 1_000);
    heard.take(word('old', { behindMs: 700, behindFacts: 3 }), 1_000);
    expect(heard.behind(1_000)).toEqual({ ms: 700, facts: 3, missing: [] });
  });
});
