import { describe, expect, test } from 'vitest';
import type { EngineWord } from '../../src/broker/broker.ts';
import { Lag } from '../../src/broker/lag.ts';
import { LagWatch } from '../../src/engine/lag-watch.ts';
import { PipelineLag } from '../../src/fanout/channels/pipeline-lag.ts';

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
      broker: { lastFactSeq: async () => newest },
      settled: async () => {},
      wait: async () => {},
    });
    expect(await watch.look(2, 1_000)).toBe(0);
    newest = 7;
    expect(await watch.look(3, 2_000)).toBe(0);
    expect(await watch.look(5, 3_000)).toBe(1_000);
    expect(await watch.look(6, 4_000)).toBe(2_000);
    expect(await watch.look(7, 5_000)).toBe(0);
  });

  test('facts that are taken in and not stored as documents count as well', async () => {
    let store: () => void = () => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    const watch = new LagWatch({
      broker: { lastFactSeq: async () => 4 },
      settled: () => stored,
      wait: async () => {},
    });
    await watch.look(4, 1_000);
    expect(await watch.look(4, 2_000)).toBe(1_000);
    store();
    await stored;
    expect(await watch.look(4, 3_000)).toBe(0);
  });

  test('what an edge shows is as old as the engine that is least behind makes it, and what the edge has not read', () => {
    let read = 10;
    const lag = new PipelineLag(() => read);
    const word = (behindMs: number, resultsSeq: number): EngineWord => ({
      streamSeq: 1,
      at: 1,
      behindMs,
      resultsSeq,
    });
    lag.heard(word(60_000, 10), 1_000);
    lag.heard(word(0, 10), 1_100);
    expect(lag.behindMs(1_200)).toBe(0);
    lag.heard(word(60_000, 12), 2_000);
    lag.heard(word(0, 12), 2_100);
    expect(lag.behindMs(3_000)).toBe(1_000);
    read = 12;
    expect(lag.behindMs(3_000)).toBe(0);
    lag.heard(word(63_000, 12), 5_000);
    // The other engine has not said anything for a while.
    expect(lag.behindMs(5_000)).toBe(63_000);
  });
});
