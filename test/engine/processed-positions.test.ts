import { expect, test } from 'vitest';
import { ProcessedPositions } from '../../src/engine/processed-positions.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';

test('what a fact led to is stored before its venue may forget it', async () => {
  const network = new BrokerModel();
  let store = (): void => {};
  const stored = new Promise<void>((resolve) => {
    store = resolve;
  });
  const log = { info() {}, warn() {}, error() {} };
  const positions = new ProcessedPositions({ broker: network.connect(), log, settled: () => stored });
  positions.note('POOL-1', '1', { seq: 3 });
  const flushed = positions.flush();
  await new Promise((resolve) => setImmediate(resolve));
  expect(network.store.processed.get('POOL-1')).toBeUndefined();
  store();
  await flushed;
  expect(network.store.processed.get('POOL-1')).toEqual({ epoch: '1', seq: 3 });
});
