import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ProcessedPositions } from '../../src/engine/processed-positions.ts';
import { startEngine } from '../../src/engine.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';

const log = { info() {}, warn() {}, error() {} };

test('what a fact led to is stored before its venue may forget it', async () => {
  const network = new BrokerModel();
  let store = (): void => {};
  const stored = new Promise<void>((resolve) => {
    store = resolve;
  });
  const positions = new ProcessedPositions({ broker: network.connect(), log, settled: () => stored });
  positions.note('POOL-1', '1', { seq: 3 });
  const flushed = positions.flush();
  await new Promise((resolve) => setImmediate(resolve));
  expect(network.store.processed.get('POOL-1')).toBeUndefined();
  store();
  await flushed;
  expect(network.store.processed.get('POOL-1')).toEqual({ epoch: '1', seq: 3 });
});

test('while a broker stores nothing, one writing waits for the one under way, however often it is asked for', async () => {
  const broker = new BrokerModel().connect();
  const positions = new ProcessedPositions({ broker, log, settled: () => new Promise(() => {}) });
  positions.note('POOL-1', '1', { seq: 3 });
  void positions.flush();
  await new Promise((resolve) => setImmediate(resolve));
  const asked = Array.from({ length: 1_000 }, () => positions.flush());
  expect(new Set(asked).size).toBe(1);
});

test('D11 a fact waits at its venue for an engine that folds its discipline', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'splitsecond-processed-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const network = new BrokerModel();
  const engineFor = async (...disciplines: readonly string[]): Promise<void> => {
    const engine = await startEngine({ broker: network.connect(), log, disciplines });
    onTestFinished(() => engine.close());
  };
  const open = (): Promise<VenueClient> =>
    VenueClient.open({ broker: network.connect(), venue: 'POOL', source: 'POOL-1', epoch: 'e', directory });
  const first = await open();
  await first.send('ATHM100M--------------FNL-000100--', { status: { result: 'LIVE' } });
  await first.send('SWMM100MFR------------FNL-000100--', { status: { result: 'LIVE' } });
  await first.send('', { heartbeat: { every: 5 } });
  await engineFor('ATH');
  await expect.poll(() => first.waiting).toBe(1);
  await first.close();
  const next = await open();
  onTestFinished(() => next.close());
  expect(next.waiting).toBe(1);
  await engineFor('SWM', 'ROW');
  await next.settled();
});
