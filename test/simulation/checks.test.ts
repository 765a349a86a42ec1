/** That the checks of the simulation can fail: each run has something in it that is wrong. */
import { afterEach, expect, test, vi } from 'vitest';
import { LossDesk } from '../../src/engine/loss-desk.ts';
import { ResultOutlet } from '../../src/engine/result-outlet.ts';
import { Shelf } from '../../src/fanout/channels/shelf.ts';
import { EdgeCore } from '../../src/fanout/edge-core.ts';
import { SimulatedArchiveDisk } from '../../src/simulation/archive-disk.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import type { Scenario } from '../../src/simulation/faults.ts';
import { ObservedModel } from '../../src/simulation/observed-model.ts';
import { Operator } from '../../src/simulation/operator.ts';
import { type Outcome, run } from '../../src/simulation/run.ts';
import { shrunk } from '../../src/simulation/shrink.ts';
import { EventsAway } from '../../src/standings/events-away.ts';

afterEach(() => void vi.restoreAllMocks());

const QUIET: Scenario = { seed: 1, facts: 60, faults: [] };
const rulesOf = ({ violations }: Outcome): string[] => violations.map(({ rule }) => rule);

test('engines that leave a version out are found by what every screen and edge ends with', async () => {
  expect(rulesOf(await run(QUIET))).toEqual([]);
  const offer = ResultOutlet.prototype.offer;
  vi.spyOn(ResultOutlet.prototype, 'offer').mockImplementation(function (this: ResultOutlet, version, cause) {
    if (version.document.version !== 5) offer.call(this, version, cause);
  });
  expect(rulesOf(await run(QUIET))).toContain('END_STATE');
});

test('an edge that shows less than it holds is found at once by those who see both', async () => {
  const compare = Shelf.prototype.compare;
  vi.spyOn(Shelf.prototype, 'compare').mockImplementation(function (this: Shelf, channel, message) {
    return message.version > 5 ? 'known' : compare.call(this, channel, message);
  });
  expect(rulesOf(await run(QUIET))).toEqual(expect.arrayContaining(['NOT_READY', 'END_STATE']));
});

test('an edge that says that it is current while no engine runs is found', async () => {
  const dead: Scenario = {
    ...QUIET,
    faults: [0, 1].map((which) => ({ at: 3_000, kind: 'engine-killed', which, ms: 20_000 })),
  };
  expect(rulesOf(await run(dead))).toEqual([]);
  const health = EdgeCore.prototype.health;
  vi.spyOn(EdgeCore.prototype, 'health').mockImplementation(function (this: EdgeCore) {
    return { ...health.call(this), behind: 0, missing: [] };
  });
  expect(new Set(rulesOf(await run(dead)))).toEqual(new Set(['LAG_NOT_TOLD', 'NOT_READY']));
});

test('a newer epoch that runs through old states is found', async () => {
  const upgraded: Scenario = { ...QUIET, faults: [{ at: 16_000, kind: 'upgrade', which: 0, ms: 4_000 }] };
  expect(rulesOf(await run(upgraded))).toEqual([]);
  vi.spyOn(ResultOutlet.prototype, 'holdBack').mockImplementation(() => {});
  expect(rulesOf(await run(upgraded))).toContain('OLDER_STATE');
});

test('an older epoch that is stored behind a newer one is found', async () => {
  const upgraded: Scenario = { ...QUIET, faults: [{ at: 8_000, kind: 'upgrade', which: 0, ms: 20_000 }] };
  expect(rulesOf(await run(upgraded))).toEqual([]);
  const publish = BrokerModel.prototype.publishResult;
  vi.spyOn(BrokerModel.prototype, 'publishResult').mockImplementation(function (this: BrokerModel, message) {
    return publish.call(this, message, undefined);
  });
  expect(rulesOf(await run(upgraded))).toContain('OLDER_STATE');
});

test('facts that are lost while their venue is away are said to be missing; engines that keep it to themselves are found', async () => {
  const lost: Scenario = {
    ...QUIET,
    faults: [
      { at: 8_000, kind: 'broker-rolled-back', which: 0, ms: 4_000 },
      { at: 11_900, kind: 'venue-killed', which: 0, ms: 25_000 },
    ],
  };
  const say = vi.spyOn(LossDesk.prototype, 'say');
  expect(rulesOf(await run(lost))).toEqual([]);
  expect(say.mock.calls.flatMap(([losses]) => losses.map(({ source }) => source))).toContain('SIM-1');
  say.mockResolvedValue();
  expect(rulesOf(await run(lost))).toContain('LOSS_NOT_TOLD');
});

test('events that are over leave the memory of engines and come back; one that comes back as another is found', async () => {
  const put = vi.spyOn(EventsAway.prototype, 'put');
  expect(rulesOf(await run(QUIET))).toEqual([]);
  expect(put.mock.calls.length).toBeGreaterThan(0);
  const readBack = EventsAway.prototype.readBack;
  vi.spyOn(EventsAway.prototype, 'readBack').mockImplementation(function (this: EventsAway, event) {
    const said = readBack.call(this, event);
    return said && { ...said, units: [] };
  });
  expect(rulesOf(await run(QUIET))).toContain('STOPPED');
});

/** An event is over by then, and nothing more is said of it; its venue lets go what was cut. */
const CUT: Scenario = {
  ...QUIET,
  seed: 3,
  faults: [
    { at: 26_000, kind: 'facts-cut', which: 0, ms: 12_000 },
    { at: 38_500, kind: 'venue-killed', which: 0, ms: 500 },
    ...[0, 1].map((which) => ({ at: 40_000, kind: 'engine-killed' as const, which, ms: 1_000 })),
  ],
};

test('facts that were cut come from the archive; that engines do not find it is found', async () => {
  const { cut, violations } = await run(CUT);
  expect([violations, cut > 0]).toEqual([[], true]);
  const purge = vi.spyOn(ObservedModel.prototype, 'purge');
  const names = SimulatedArchiveDisk.prototype.names;
  vi.spyOn(SimulatedArchiveDisk.prototype, 'names').mockImplementation(async function (
    this: SimulatedArchiveDisk,
    folder,
  ) {
    return purge.mock.calls.length > 0 ? [] : names.call(this, folder);
  });
  expect(rulesOf(await run(CUT))).toContain('NEVER_READY');
});

test('a broker that has lost what was cut gets it from the archive; that nobody puts it back is found', async () => {
  const lost: Scenario = {
    ...CUT,
    faults: [...CUT.faults, { at: 42_000, kind: 'broker-store-lost', which: 0, ms: 1_000 }],
  };
  expect(await run(lost)).toMatchObject({ violations: [], restored: 1 });
  vi.spyOn(Operator.prototype, 'look').mockResolvedValue();
  expect(rulesOf(await run(lost))).toContain('RECORD_LOST');
});

test('a failing scenario shrinks to what it needs', async () => {
  const kinds = ['edge-cut', 'engine-killed', 'upgrade'] as const;
  const faults = kinds.map((kind, index) => ({ at: index, kind, which: 0, ms: 1 }));
  const fails = async (smaller: Scenario): Promise<boolean> =>
    smaller.facts >= 13 && smaller.faults.some(({ kind }) => kind === 'engine-killed');
  const smallest = await shrunk({ seed: 1, facts: 80, faults }, fails);
  expect(smallest.faults.map(({ kind }) => kind)).toEqual(['engine-killed']);
  expect(smallest.facts).toBeLessThan(16);
});
