/** What every broker must do with facts that are cut from VENUE because an archive has them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Broker, StoredVenueMessage } from '../../src/broker/broker.ts';
import { LOOKING } from '../../src/broker/loss.ts';
import { Connections } from './connections.ts';
import type { BrokerUnderTest } from './contract.ts';
import { fact, RELAY, SPRINT, text, upTo } from './messages.ts';
import { until } from './nearby-server.ts';

const CUT = { segment: 'a hash', to: 5, units: { [SPRINT]: 4 }, numbers: {} };

export function cutContract(name: string, make: () => Promise<BrokerUnderTest>): void {
  describe(`facts that are cut: ${name}`, () => {
    let under: BrokerUnderTest;
    let broker: Broker;
    const connections = new Connections();
    const connect = (): Promise<Broker> => connections.connect();
    const collected = async (from = broker): Promise<StoredVenueMessage[]> => {
      const facts: StoredVenueMessage[] = [];
      await from.consumeFacts({ fromSeq: 1 }, (message) => facts.push(message));
      return facts;
    };

    beforeEach(async () => {
      under = await make();
      broker = await connections.begin(under);
      for (const seq of upTo(6)) await broker.publishFact(fact(seq, seq === 2 ? RELAY : SPRINT));
    });

    afterEach(() => connections.end());

    test('are not read any more; the others keep their places, and who reads sees where some were', async () => {
      const whole = await collected();
      await until('all came', () => whole.length === 6);
      expect(await broker.cut()).toBe(null);
      await broker.cutFacts(CUT);
      const other = await connect();
      expect(await other.cut()).toEqual(CUT);
      const facts = await collected(other);
      expect(await broker.publishFact(fact(7))).toEqual({ streamSeq: 7, duplicate: false });
      await until('what is left came', () => facts.length === 4 && whole.length === 7);
      expect(facts.map(({ streamSeq, data }) => [streamSeq, text(data)])).toEqual(
        [2, 5, 6, 7].map((seq) => [seq, `fact ${seq}`]),
      );
      expect(await broker.lastFactSeq()).toBe(7);
    });

    test('and stood there twice are put back twice, each under the message id that it had', async () => {
      const { messageId } = fact(1);
      const copy = { ...fact(1), uniqueId: `${messageId}@7`, storedAt: 1_000 };
      expect(await broker.publishFact(copy)).toEqual({ streamSeq: 7, duplicate: false });
      expect(await broker.publishFact(copy)).toEqual({ streamSeq: 7, duplicate: true });
      const facts = await collected();
      await until('all came', () => facts.length === 7);
      expect([facts[0], facts[6]].map((each) => each?.messageId)).toEqual([messageId, messageId]);
      expect(await broker.factAt(7)).toMatchObject({ messageId, storedAt: 1_000 });
    });

    test('are told from those that are not there', async () => {
      await broker.cutFacts(CUT);
      const there = await Promise.all([1, 2, 3, 5, 8].map((seq) => broker.factAt(seq)));
      expect(there.map((each) => (each === null || each === 'CUT' ? each : each.messageId))).toEqual([
        ...['CUT', 'TIMING:1:2', 'CUT', 'TIMING:1:5', null],
      ]);
    });

    test('are no loss, neither to who has read them nor after an interruption', async () => {
      const other = await connect();
      const told: string[] = [];
      for (const each of [broker, other]) each.onReplaced((loss) => told.push(loss.text));
      const facts = await collected(other);
      await until('all came', () => facts.length === 6);
      await broker.cutFacts({ ...CUT, to: 6, units: { [SPRINT]: 5, [RELAY]: 2 }, numbers: {} });
      await under.interrupt();
      await until('both are connected again', () => broker.connected && other.connected);
      await broker.publishFact(fact(7));
      await until('it goes on', () => facts.length === 7);
      await new Promise((resolve) => setTimeout(resolve, 3 * LOOKING.againMs));
      expect(told).toEqual([]);
    });

    test('are cut once more without harm, and with more; what does not hold all that was cut is refused', async () => {
      await broker.cutFacts(CUT);
      await broker.cutFacts(CUT);
      const more = { segment: 'another', to: 6, units: { [SPRINT]: 5, [RELAY]: 2 }, numbers: {} };
      await broker.cutFacts(more);
      await expect(broker.cutFacts(CUT)).rejects.toMatchObject({ code: 'NOT_NEXT' });
      expect(await broker.cut()).toEqual(more);
      const facts = await collected();
      await until('the last one came', () => facts.length === 1);
      expect(facts[0]!.streamSeq).toBe(6);
    });
  });
}
