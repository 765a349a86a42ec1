import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { NetworkWay } from '../../src/simulation/broker/network-way.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { systemTiming } from '../../src/timing.ts';
import type { BrokerUnderTest } from './contract.ts';
import type { BrokenBroker } from './fault-contract.ts';

const FARTHEST_MS = 2;

/** The model of a broker, and what can happen to it; `isFar`: over ways that take time. */
export function brokenModel(
  options: { duplicateWindowMs?: number; isFar?: boolean } = {},
): BrokerUnderTest & BrokenBroker {
  const { duplicateWindowMs, isFar = false } = options;
  let ahead = 0;
  const model = new BrokerModel({
    now: () => (Date.now() + ahead) * 1_000,
    maxDataBytes: 8 * 1024 * 1024,
    ...(duplicateWindowMs === undefined ? {} : { duplicateWindowMs }),
  });
  const dice = new Dice(1);
  let copy = model.store.copy();
  const back = (): void => {
    model.start();
    for (const connection of model.connections) connection.reconnect();
  };
  return {
    connect: async () => {
      if (!isFar) return model.connect();
      const delayMs = (): number => dice.share() * FARTHEST_MS;
      const way = new NetworkWay({ timing: systemTiming, delayMs, server: model });
      const connection = model.connect(way);
      way.carries(connection);
      return connection;
    },
    interrupt: async () => {
      model.stop();
      await new Promise((resolve) => setTimeout(resolve, 20));
      back();
    },
    passDuplicateWindow: async () => {
      ahead += (duplicateWindowMs ?? 0) + 1;
    },
    copyStore: async () => {
      model.stop();
      copy = model.store.copy();
      back();
    },
    putStoreBack: async () => {
      model.rollBack(copy);
      back();
    },
    emptyStore: async () => {
      ahead += 1;
      model.loseStore();
      back();
    },
    stall: () => model.elect(),
    goOn: () => model.elected(),
    fillDisk: async () => {
      model.isFull = true;
    },
    freeDisk: async () => {
      model.isFull = false;
    },
    dispose: async () => {},
  };
}
