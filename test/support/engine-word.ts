import type { EngineWord } from '../../src/broker/broker.ts';

/** The word of an engine that computes everything and keeps up. */
export const engineWord = (more: Partial<EngineWord> = {}): EngineWord => ({
  engine: 'first',
  epoch: '1',
  disciplines: null,
  streamSeq: 1,
  historySeq: 1,
  at: 1,
  behindMs: 0,
  behindFacts: 0,
  resultsSeq: 0,
  ...more,
});
