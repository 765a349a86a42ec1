/** What every broker must do when it is stopped, stalled, full, or put back to an earlier store. Runs on the model and on NATS. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Broker, StoredVenueMessage } from '../../src/broker/broker.ts';
import type { Loss } from '../../src/broker/loss.ts';
import { Connections } from './connections.ts';
import { fact, SPRINT, text, version } from './messages.ts';
import { until } from './nearby-server.ts';

/** One broker with empty memory, and what happens to it. */
export interface BrokenBroker {
  connect(): Promise<Broker>;
  /** Time passes until message ids are forgotten. */
  passDuplicateWindow(): Promise<void>;
  /** The process ends, and what the store holds then is remembered. */
  copyStore(): Promise<void>;
  /** The process ends, and comes back with the store as it was copied. */
  putStoreBack(): Promise<void>;
  /** The process ends, and comes back with an empty store. */
  emptyStore(): Promise<void>;
  /** Connections stand, and nothing is answered until `goOn`. */
  stall(): void;
  goOn(): void;
  fillDisk(): Promise<void>;
  freeDisk(): Promise<void>;
  dispose(): Promise<void>;
}

export type MakeBroken = (options?: {
  duplicateWindowMs?: number;
  smallDisk?: boolean;
}) => Promise<BrokenBroker>;

const CHANNEL = `${SPRINT}/RESULT`;
const WINDOW_MS = 300;

export function faultContract(name: string, make: MakeBroken): void {
  describe(`what a broker does under faults: ${name}`, () => {
    let under: BrokenBroker;
    const connections = new Connections();
    const begin = async (options?: Parameters<MakeBroken>[0]): Promise<Broker> => {
      under = await make(options);
      return connections.begin(under);
    };
    const connect = (): Promise<Broker> => connections.connect();
    const collected = async (broker: Broker, fromSeq = 1): Promise<StoredVenueMessage[]> => {
      const facts: StoredVenueMessage[] = [];
      await broker.consumeFacts({ fromSeq }, (message) => facts.push(message));
      return facts;
    };

    afterEach(() => connections.end());

    test('a second copy vanishes within the duplicate window, and is stored again after it', async () => {
      const broker = await begin({ duplicateWindowMs: WINDOW_MS });
      expect(await broker.publishFact(fact(1))).toEqual({ streamSeq: 1, duplicate: false });
      await under.passDuplicateWindow();
      expect(await broker.publishFact(fact(1))).toEqual({ streamSeq: 2, duplicate: false });
      expect(await broker.lastFactSeq()).toBe(2);
    });

    test('a fact that is put back keeps the time at which it was stored first, which cannot be in the future', async () => {
      const broker = await begin();
      await broker.publishFact({ ...fact(1), storedAt: 1_000_000 });
      await broker.publishFact({ ...fact(2), storedAt: Number.MAX_SAFE_INTEGER });
      const facts = await collected(broker);
      await until('two facts came', () => facts.length === 2);
      expect(facts[0]!.storedAt).toBe(1_000_000);
      expect(facts[1]!.storedAt).toBeGreaterThanOrEqual(broker.historyBegan);
      expect(facts[1]!.storedAt).toBeLessThan(Number.MAX_SAFE_INTEGER);
    });

    test('a version that comes after the duplicate window is stored only where it is the next one', async () => {
      const broker = await begin({ duplicateWindowMs: WINDOW_MS });
      await broker.publishResult(version(1), 0);
      await broker.publishResult(version(2), 1);
      await under.passDuplicateWindow();
      await expect(broker.publishResult(version(1), 0)).rejects.toMatchObject({ code: 'NOT_NEXT' });
      await expect(broker.publishResult(version(2), 1)).rejects.toMatchObject({ code: 'NOT_NEXT' });
      expect(await broker.publishResult(version(3), 2)).toEqual({ streamSeq: 3, duplicate: false });
      expect(await broker.lastResult(CHANNEL)).toMatchObject({ place: 3, last: { version: 3 } });
    });

    test('a reader that begins beyond the end gets what is stored next', async () => {
      const broker = await begin();
      await broker.publishFact(fact(1));
      const facts = await collected(broker, 9);
      await broker.publishFact(fact(2));
      await until('the next came', () => facts.length === 1);
      expect(facts.map(({ streamSeq }) => streamSeq)).toEqual([2]);
    });

    test('one whose store was put back to an earlier copy gives numbers again, and a reader goes on behind its end', async () => {
      const broker = await begin();
      const facts = await collected(broker);
      for (const seq of [1, 2]) await broker.publishFact(fact(seq));
      await broker.publishResult(version(1));
      await broker.putProcessed('TIMING', { epoch: '1', seq: 2 });
      await under.copyStore();
      await until('it is connected again', () => broker.connected);
      for (const seq of [3, 4, 5]) await broker.publishFact(fact(seq));
      await broker.publishResult(version(2));
      await broker.putProcessed('TIMING', { epoch: '1', seq: 5 });
      await until('all were read', () => facts.length === 5);
      await under.putStoreBack();
      await until('it is connected again', () => broker.connected);
      expect(await broker.lastFactSeq()).toBe(2);
      expect(await broker.lastResult(CHANNEL)).toMatchObject({ place: 1, last: { version: 1 } });
      expect(await broker.publishFact(fact(5))).toEqual({ streamSeq: 3, duplicate: false });
      await until('the reader has it', () => facts.length === 6);
      expect([facts[5]!.streamSeq, text(facts[5]!.data)]).toEqual([3, 'fact 5']);
      const seen: number[] = [];
      await broker.watchProcessed('TIMING', ({ seq }) => seen.push(seq));
      await until('the old position is there', () => seen.length === 1);
      expect(seen).toEqual([2]);
    });

    test('one that comes back with less says so to all who knew of more, and has a newer history, the same for all', async () => {
      const [broker, other] = [await begin(), await connect()];
      const told: string[] = [];
      for (const each of [broker, other]) each.onReplaced(({ text }) => told.push(text));
      await broker.publishFact(fact(1));
      await under.copyStore();
      await until('both are connected again', () => broker.connected && other.connected);
      await broker.publishFact(fact(2));
      await under.putStoreBack();
      await until('both are connected again', () => broker.connected && other.connected);
      // Before anybody can have looked the place is taken again.
      await other.publishFact(fact(3));
      await until('both are told', () => told.length >= 2);
      const [one, another] = [await connect(), await connect()];
      expect(one.historyBegan).toBeGreaterThan(broker.historyBegan);
      expect(another.historyBegan).toBe(one.historyBegan);
    });

    test('one that comes back is in doubt until what was there is found, and for as long as a loss is looked into', async () => {
      const broker = await begin();
      const doubted: boolean[] = [];
      broker.onConnectionChange(() => doubted.push(broker.isInDoubt));
      let told = 0;
      broker.onReplaced(() => (told += 1));
      await broker.publishFact(fact(1));
      expect(broker.isInDoubt).toBe(false);
      await under.copyStore();
      await until(
        'it is connected again, and knows that all is there',
        () => broker.connected && !broker.isInDoubt,
      );
      expect(new Set(doubted)).toEqual(new Set([true]));
      await broker.publishFact(fact(2));
      doubted.length = 0;
      await under.putStoreBack();
      await until('it is told', () => {
        if (doubted.length > 0 && told === 0) doubted.push(broker.isInDoubt);
        return told > 0;
      });
      expect(new Set(doubted)).toEqual(new Set([true]));
    });

    test('and once more: the history is newer still, and one that comes back with all that it had is the same', async () => {
      const first = await begin();
      await first.publishFact(fact(1));
      await under.copyStore();
      await until('it is connected again', () => first.connected);
      await first.publishFact(fact(2));
      const began: number[] = [];
      let told = 0;
      first.onReplaced(() => (told += 1));
      await under.putStoreBack();
      await until('it is told', () => told > 0);
      const second = await connect();
      second.onReplaced(() => (told += 1));
      began.push(first.historyBegan, second.historyBegan);
      await second.publishFact(fact(3));
      told = 0;
      await under.putStoreBack();
      await until('it is told again', () => told > 0);
      const third = await connect();
      began.push(third.historyBegan);
      expect(began).toEqual(began.toSorted((one, next) => one - next));
      expect(new Set(began).size).toBe(3);
      let toldThird = 0;
      third.onReplaced(() => (toldThird += 1));
      await under.copyStore();
      await until('it is connected again', () => third.connected);
      expect((await connect()).historyBegan).toBe(third.historyBegan);
      expect(toldThird).toBe(0);
    });

    test('one that was cut and comes back with less names what is lost and not what was cut; an empty one was never cut', async () => {
      const broker = await begin();
      const cut = { segment: 'a hash', to: 4, units: { [SPRINT]: 3 }, numbers: {} };
      const losses: Loss[] = [];
      broker.onReplaced((loss) => losses.push(loss));
      const facts = await collected(broker);
      for (const seq of [1, 2, 3, 4]) await broker.publishFact(fact(seq));
      await broker.cutFacts(cut);
      await under.copyStore();
      await until('it is connected again', () => broker.connected);
      await broker.publishFact(fact(5));
      await until('all were read', () => facts.length === 5);
      await under.putStoreBack();
      await until('it is told', () => losses.length > 0);
      expect(losses[0]!.facts).toMatchObject([{ source: 'TIMING', from: 5, to: 5 }]);
      const after = await connect();
      expect(await after.cut()).toEqual(cut);
      expect(await after.factAt(2)).toBe('CUT');
      await under.emptyStore();
      await until('it is told again', () => losses.length > 1);
      const anew = await connect();
      await anew.publishFact(fact(9));
      expect([await anew.cut(), await anew.factAt(2)]).toEqual([null, null]);
    });

    test('one that is put back to before it was cut has the facts again', async () => {
      const broker = await begin();
      for (const seq of [1, 2]) await broker.publishFact(fact(seq));
      await under.copyStore();
      await until('it is connected again', () => broker.connected);
      await broker.cutFacts({ segment: 'a hash', to: 2, units: { [SPRINT]: 1 }, numbers: {} });
      await under.putStoreBack();
      await until('it is connected again', () => broker.connected);
      const after = await connect();
      expect(await after.factAt(1)).toMatchObject({ messageId: 'TIMING:1:1' });
    });

    test('one that comes back with an empty store says that it is another', async () => {
      const broker = await begin();
      let replaced = 0;
      broker.onReplaced(() => (replaced += 1));
      await broker.publishFact(fact(1));
      await under.emptyStore();
      await until('it is told', () => replaced > 0);
      const after = await connect();
      expect(await after.lastFactSeq()).toBe(0);
      expect(after.historyBegan).not.toBe(broker.historyBegan);
    });

    test('one that does not answer for a while answers all that was asked meanwhile, and stores it once', async () => {
      const [broker, other] = [await begin(), await connect()];
      const facts = await collected(other);
      await broker.publishFact(fact(1));
      under.stall();
      const asked = [broker.publishFact(fact(2)), other.publishFact(fact(3)), other.publishFact(fact(2))];
      under.goOn();
      const stored = await Promise.all(asked);
      expect(stored.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, false, true]);
      await until('all came', () => facts.length === 3);
      expect(facts.map(({ data }) => text(data)).toSorted()).toEqual(['fact 1', 'fact 2', 'fact 3']);
    });

    test('one whose disk is full refuses with BROKER_OUT_OF_RESOURCES, keeps and serves what it has, and goes on once there is room', async () => {
      const broker = await begin({ smallDisk: true });
      await broker.publishFact(fact(1));
      await broker.publishResult(version(1));
      await under.fillDisk();
      await expect(broker.publishFact(fact(2))).rejects.toMatchObject({ code: 'BROKER_OUT_OF_RESOURCES' });
      await expect(broker.publishResult(version(2))).rejects.toMatchObject({
        code: 'BROKER_OUT_OF_RESOURCES',
      });
      await expect(broker.putProcessed('TIMING', { epoch: '1', seq: 1 })).rejects.toMatchObject({
        code: 'BROKER_OUT_OF_RESOURCES',
      });
      const facts = await collected(broker);
      await until('what is there is read', () => facts.length === 1);
      await under.freeDisk();
      expect(await broker.publishFact(fact(2))).toEqual({ streamSeq: 2, duplicate: false });
      await until('what comes is read', () => facts.length === 2);
    });
  });
}
