import { describe, expect, test } from 'vitest';
import { ResultOutlet } from '../../src/engine/result-outlet.ts';
import { channelOf, type Header } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { RowList } from '../../src/model/row-list.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { Series } from '../../src/standings/series.ts';
import { rebuilt } from './stored-versions.ts';

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

const CHANNEL = channelOf(HEADER);

const row = (code: string, result: string): Row => ({
  key: code,
  identity: { kind: 'ATHLETE', name: code, organisation: 'ITA' },
  mark: { result, resultType: 'TIME', irm: null, records: [], details: {} },
  place: NO_PLACE,
});

/** An outlet that has been offered versions 1 to `count` of a list in which the last row changes every time; one by one, or all at once. */
async function outletAfter(
  count: number,
  network: BrokerModel,
  {
    others = [],
    atOnce = false,
    unit = HEADER.unit,
  }: { others?: readonly Row[]; atOnce?: boolean; unit?: Rsc } = {},
) {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const outlet = new ResultOutlet({
    broker: network.connect(),
    epoch: EPOCH,
    log: quiet,
    wait: async () => {},
  });
  const series = new Series(EPOCH);
  for (let version = 1; version <= count; version += 1) {
    const next = series.renew(
      { ...HEADER, unit },
      [...others, row('ANNA', `${version}`)],
      '2024-06-09T20:53:11.104Z',
    )!;
    outlet.offer(next, `TIMING:1:${version}`);
    if (!atOnce) await outlet.settled();
  }
  await outlet.settled();
  return outlet;
}

const stored = ({ results }: BrokerModel) =>
  results.stored.map(({ first, version, form }) => ({ first, version, form }));

describe('what is kept for late joiners', () => {
  const kept = ({ documents }: BrokerModel) => [...documents.values()].map(({ version }) => version);

  test('a channel that has gone quiet is kept as it is, whatever the stream lets go of', async () => {
    const network = new BrokerModel();
    const outlet = await outletAfter(60, network);
    expect(kept(network)).toEqual([41]);
    await outlet.keepQuiet();
    expect(kept(network)).toEqual([41]);
    await outlet.keepQuiet();
    expect(kept(network)).toEqual([60]);
  });

  test('what the broker had no room for is kept when it has', async () => {
    const network = new BrokerModel();
    const outlet = await outletAfter(60, network);
    network.isFull = true;
    for (let times = 0; times < 2; times += 1) await outlet.keepQuiet();
    network.isFull = false;
    expect(kept(network)).toEqual([41]);
    for (let times = 0; times < 2; times += 1) await outlet.keepQuiet();
    expect(kept(network)).toEqual([60]);
  });
});

describe('the form in which a version goes out', () => {
  const wholeAfter = async (count: number, unit: Rsc): Promise<number[]> => {
    const network = new BrokerModel();
    await outletAfter(count, network, { unit });
    expect(stored(network)).toHaveLength(count);
    return stored(network).flatMap(({ form, version }) => (form === 'whole' ? [version] : []));
  };

  test('the first one goes out whole and one of 64 to 96, so that an old version is rebuilt from at most 95 deltas', async () => {
    expect(await wholeAfter(170, HEADER.unit)).toEqual([1, 80, 160]);
  });

  test('channels that change in step do not go out whole in one moment', async () => {
    const heats = Array.from(
      { length: 20 },
      (_none, index) => `ATHM100M--------------HEAT000${index + 100}--`,
    );
    const second = await Promise.all(heats.map(async (unit) => (await wholeAfter(100, unit))[1]!));
    expect(Math.min(...second)).toBeGreaterThanOrEqual(64);
    expect(Math.max(...second)).toBeLessThanOrEqual(96);
    expect(new Set(second).size).toBeGreaterThan(10);
  });

  test('what has grown beyond one message goes on in deltas', async () => {
    const network = new BrokerModel({ maxDataBytes: 2_000 });
    const others = Array.from({ length: 100 }, (_none, index) => row(`A${index}`, '10.00'));
    await outletAfter(130, network, { others });
    expect(
      stored(network)
        .slice(1)
        .filter(({ form }) => form !== 'delta'),
    ).toEqual([]);
  });
});

describe('S11 several versions in one message', () => {
  test('what comes while a message is on its way goes in the next one, a whole version in front', async () => {
    const network = new BrokerModel();
    const outlet = await outletAfter(130, network, { atOnce: true });
    expect(stored(network)).toEqual([
      { first: 1, version: 1, form: 'whole' },
      { first: 2, version: 65, form: 'delta' },
      { first: 66, version: 79, form: 'delta' },
      { first: 80, version: 130, form: 'whole' },
    ]);
    expect(rebuilt(network.results.stored).get(CHANNEL)?.version).toBe(130);
    expect(outlet.counts).toMatchObject({ published: 130, pending: 0 });
    // Each version goes with the name of the fact that led to it.
    const causes = network.results.stored.flatMap((message) => message.causes ?? []);
    expect(causes).toEqual(Array.from({ length: 130 }, (_none, index) => `TIMING:1:${index + 1}`));
  });

  test('a message is no longer than the broker takes', async () => {
    const network = new BrokerModel({ maxDataBytes: 2_000 });
    await outletAfter(60, network, { atOnce: true });
    expect(Math.max(...network.results.stored.map(({ data }) => data.length))).toBeLessThanOrEqual(2_000);
    expect(stored(network).length).toBeGreaterThan(2);
    expect(rebuilt(network.results.stored).get(CHANNEL)?.version).toBe(60);
  });

  test('what another engine has stored meanwhile is left out of the next message', async () => {
    const network = new BrokerModel();
    await outletAfter(20, network, { atOnce: true });
    const again = await outletAfter(30, network, { atOnce: true });
    expect(again.counts.published).toBeLessThanOrEqual(30);
    expect(rebuilt(network.results.stored).get(CHANNEL)?.version).toBe(30);
  });
});

test('a version whose delta could not be proven is an incident, and goes out whole', async () => {
  const network = new BrokerModel();
  const told: object[] = [];
  const log = { info: () => {}, warn: () => {}, error: (about: object) => void told.push(about) };
  const outlet = new ResultOutlet({ broker: network.connect(), epoch: EPOCH, log, wait: async () => {} });
  const series = new Series(EPOCH);
  const [anna, again, bert] = [row('ANNA', '1'), row('ANNA', '3'), row('BERT', '2')];
  for (const rows of [
    [anna, again, bert],
    [bert, anna, again],
  ])
    outlet.offer(series.publish(HEADER, RowList.of(rows), '2024-06-09T20:53:11.104Z')!, 'TIMING:1:7');
  await outlet.settled();
  expect(told).toContainEqual({ code: 'DELTA_NOT_PROVEN', channel: CHANNEL, version: 2, fact: 'TIMING:1:7' });
  expect(rebuilt(network.results.stored).get(CHANNEL)?.version).toBe(2);
});
