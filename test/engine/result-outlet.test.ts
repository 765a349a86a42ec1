import { describe, expect, test } from 'vitest';
import { ResultOutlet } from '../../src/engine/result-outlet.ts';
import type { Header } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { Series } from '../../src/standings/series.ts';
import { InMemoryNetwork } from '../support/in-memory-broker.ts';

const EPOCH = 'k3f9';

const HEADER: Header = {
  type: 'RESULT',
  unit: 'ATHM100M--------------FNL-000100--',
  subcode: null,
  status: 'LIVE',
  test: false,
  rule: 'ATH.100M@2024',
  names: { discipline: 'Athletics' },
  reliability: { ok: true, reasons: [] },
  columns: [],
  info: {},
};

const row = (code: string, result: string): Row => ({
  key: code,
  identity: { kind: 'ATHLETE', name: code, organisation: 'ITA' },
  mark: { result, resultType: 'TIME', irm: null, records: [], details: {} },
  place: NO_PLACE,
});

/** An outlet that has stored versions 1 to `count` of a list in which the last row changes every time. */
async function outletAfter(count: number, network: InMemoryNetwork, others: readonly Row[] = []) {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const outlet = new ResultOutlet({
    broker: network.connect(),
    epoch: EPOCH,
    log: quiet,
    wait: async () => {},
  });
  const series = new Series(EPOCH);
  for (let version = 1; version <= count; version += 1)
    outlet.offer(series.publish(HEADER, [...others, row('ANNA', `${version}`)], '2024-06-09T20:53:11.104Z')!);
  await outlet.settled();
  return outlet;
}

async function formsStored(count: number, network: InMemoryNetwork, others: readonly Row[] = []) {
  await outletAfter(count, network, others);
  return network.results.stored.map(({ version, form }) => ({ version, form }));
}

describe('what is kept for late joiners', () => {
  test('a channel that has gone quiet is kept as it is, whatever the stream lets go of', async () => {
    const network = new InMemoryNetwork();
    const outlet = await outletAfter(40, network);
    const kept = () => [...network.documents.values()].map(({ version }) => version);
    expect(kept()).toEqual([33]);
    await outlet.keepQuiet();
    expect(kept()).toEqual([33]);
    await outlet.keepQuiet();
    expect(kept()).toEqual([40]);
  });
});

describe('the form in which a version goes out', () => {
  test('the first one and every 64th go out whole, so that an old version is rebuilt from at most 63 deltas', async () => {
    const stored = await formsStored(130, new InMemoryNetwork());
    expect(stored).toHaveLength(130);
    expect(stored.filter(({ form }) => form === 'whole').map(({ version }) => version)).toEqual([1, 64, 128]);
  });

  test('what has grown beyond one message goes on in deltas', async () => {
    const network = new InMemoryNetwork({ maxDataBytes: 2_000 });
    const others = Array.from({ length: 100 }, (_none, index) => row(`A${index}`, '10.00'));
    const stored = await formsStored(64, network, others);
    expect(stored.at(-1)).toEqual({ version: 64, form: 'delta' });
  });
});
