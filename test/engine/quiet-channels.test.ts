/** What an engine remembers of channels in which nothing comes any more: most of a competition is over. */
import { expect, test } from 'vitest';
import { encodeWholeResult } from '../../src/encode/result-codec.ts';
import { ResultOutlet } from '../../src/engine/result-outlet.ts';
import type { Header } from '../../src/model/document.ts';
import { Series } from '../../src/standings/series.ts';
import { header, row } from '../fanout/published-documents.ts';
import { heapInUse } from '../support/heap.ts';

/** So many that what else comes and goes on the heap makes no difference. */
const UNITS = 1_200;
/** As many hashes of its own as an engine remembers of a channel. */
const VERSIONS = 64;
const HASH_BYTES = 48;

const headerOf = (index: number): Header =>
  header(`ATHM100M--------------HEAT${String(index).padStart(4, '0')}----`);

test('that has stood still lets go of the hashes that were held against those of others, but for the newest', async () => {
  let streamSeq = 0;
  const broker = {
    publishResult: async () => {
      streamSeq += 1;
      return { streamSeq, duplicate: false };
    },
    keepDocument: async () => {},
    lastResults: async () => new Map(),
    lastResult: async () => ({ place: streamSeq, last: null }),
    maxDataBytes: 1_000_000,
  };
  const errors: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => errors.push(fields) };
  const outlet = new ResultOutlet({ broker, epoch: 'k3f9', log, wait: async () => {} });
  const units = Array.from({ length: UNITS }, (_none, index) => ({
    header: headerOf(index),
    series: new Series('k3f9'),
  }));
  const say = async (version: number): Promise<void> => {
    for (const unit of units)
      outlet.offer(
        unit.series.renew(unit.header, [row('1', String(version), 1)], '2024-06-09T20:53:11Z')!,
        '',
      );
    await outlet.settled();
  };
  for (let version = 1; version <= VERSIONS; version += 1) await say(version);
  await outlet.keepQuiet();
  // What is kept of them now is put together before: pieces that documents carry are not what is looked at.
  for (const { series } of units)
    for (const { current } of series.documents.values()) encodeWholeResult(current);
  const before = heapInUse();
  await outlet.keepQuiet();
  expect(before - heapInUse()).toBeGreaterThan(UNITS * (VERSIONS - 1) * HASH_BYTES);
  await say(VERSIONS + 1);
  expect(outlet.counts).toMatchObject({ published: UNITS * (VERSIONS + 1), pending: 0, disagreements: 0 });
  expect(errors).toEqual([]);
});
