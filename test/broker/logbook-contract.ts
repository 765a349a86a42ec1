/** What every broker must do with what is stored only behind what its writer has read (logbook, deliveries, what is on air), and with what is only said. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Broker, StoredLogLine } from '../../src/broker/broker.ts';
import { Connections } from './connections.ts';
import type { BrokerUnderTest } from './contract.ts';
import { bytes, text } from './messages.ts';
import { until } from './nearby-server.ts';

const KEY = 'incident/NO_ENGINE/a.b c/ü';
let lines = 0;
const newId = (): string => {
  lines += 1;
  return `line ${lines}`;
};
const line = (said: string, key = KEY) => ({ key, id: newId(), data: bytes(said) });

export function logbookContract(name: string, make: () => Promise<BrokerUnderTest>): void {
  describe(`the logbook, deliveries, outputs and calls: ${name}`, () => {
    let under: BrokerUnderTest;
    let broker: Broker;
    const connections = new Connections();
    const connect = (): Promise<Broker> => connections.connect();
    const followed = async (from: Broker): Promise<StoredLogLine[]> => {
      const found: StoredLogLine[] = [];
      await from.logbook.follow((each) => found.push(each));
      return found;
    };

    beforeEach(async () => {
      under = await make();
      broker = await connections.begin(under);
    });

    afterEach(() => connections.end());

    test('a logbook gives back what was written, whatever is in its key, the oldest first and then what comes', async () => {
      await broker.logbook.write(line('one'));
      const found = await followed(await connect());
      await broker.logbook.write(line('two', 'roster'));
      await until('both came', () => found.length === 2);
      expect(found.map(({ key, data }) => [key, text(data)])).toEqual([
        [KEY, 'one'],
        ['roster', 'two'],
      ]);
      expect(found[0]!.storedAt).toBeLessThanOrEqual(found[1]!.storedAt);
      expect(found[0]!.streamSeq).toBeLessThan(found[1]!.streamSeq);
    });

    test('a logbook has the newest line of a key, and none of a key that nobody wrote', async () => {
      for (const said of ['one', 'two']) await broker.logbook.write(line(said));
      await broker.logbook.write(line('other', 'other'));
      expect(text((await broker.logbook.last(KEY))!.data)).toBe('two');
      expect(await broker.logbook.last('nobody')).toBe(null);
    });

    test('a logbook takes of two who write behind the same line the first one, and says so to the other', async () => {
      const other = await connect();
      const { streamSeq } = await broker.logbook.write(line('new'), 0);
      const outcomes = await Promise.allSettled([
        broker.logbook.write(line('by A'), streamSeq),
        other.logbook.write(line('by B'), streamSeq),
      ]);
      const refused = outcomes.filter((each) => each.status === 'rejected');
      expect(refused.map(({ reason }) => reason.code)).toEqual(['NOT_NEXT']);
      const found = await followed(broker);
      await until('what was taken came', () => found.length === 2);
      await expect(broker.logbook.write(line('first'), 0)).rejects.toMatchObject({ code: 'NOT_NEXT' });
      // Of another key nothing was said yet.
      await broker.logbook.write(line('first', 'another'), 0);
    });

    test('a logbook has a line that was written twice under one id once', async () => {
      const once = line('one');
      const first = await broker.logbook.write(once, 0);
      const again = await (await connect()).logbook.write(once, 0);
      expect(again).toEqual({ streamSeq: first.streamSeq, duplicate: true });
    });

    test('a logbook goes on after an interruption without a hole or a repeat', async () => {
      const reader = await connect();
      const found = await followed(reader);
      await broker.logbook.write(line('before'));
      await until('it came', () => found.length === 1);
      await under.interrupt();
      await until('both are connected again', () => broker.connected && reader.connected);
      await broker.logbook.write(line('after'));
      await until('it goes on', () => found.length === 2);
      expect(found.map(({ data }) => text(data))).toEqual(['before', 'after']);
    });

    test('where a delivery stands is written only over what its writer has read, and each recipient has its own', async () => {
      const { deliveries } = broker;
      expect(await deliveries.read('desk', 'A/RESULT')).toBeNull();
      const first = await deliveries.write('desk', 'A/RESULT', bytes('one'), 0);
      const other = (await connect()).deliveries;
      const found = (await other.read('desk', 'A/RESULT'))!;
      expect([text(found.data), found.revision]).toEqual(['one', first]);
      const second = await other.write('desk', 'A/RESULT', bytes('two'), first);
      await expect(deliveries.write('desk', 'A/RESULT', bytes('three'), first)).rejects.toMatchObject({
        code: 'NOT_NEXT',
      });
      await expect(deliveries.write('desk', 'A/RESULT', bytes('three'), 0)).rejects.toMatchObject({
        code: 'NOT_NEXT',
      });
      expect(text((await deliveries.read('desk', 'A/RESULT'))!.data)).toBe('two');
      await deliveries.write('desk', 'A/RESULT', bytes('three'), second);
      await deliveries.write('desk', '', bytes('lease'), 0);
      await deliveries.write('desk.2', 'A/RESULT', bytes('apart'), 0);
      expect((await deliveries.stories('desk')).sort()).toEqual(['', 'A/RESULT']);
      expect(await deliveries.stories('nobody')).toEqual([]);
    });

    test('what an output shows is written only over what its writer has read, and whoever follows has what is there and then every change', async () => {
      const { onAir } = broker;
      expect(await onAir.read('main')).toBeNull();
      const first = await onAir.write('main', bytes('one'), 0);
      const other = (await connect()).onAir;
      const heard: string[] = [];
      await other.follow((output, data) => heard.push(`${output} ${text(data)}`));
      await until('what is there came', () => heard.length === 1);
      const found = (await other.read('main'))!;
      expect([text(found.data), found.revision]).toEqual(['one', first]);
      const outcomes = await Promise.allSettled([
        onAir.write('main', bytes('by A'), first),
        other.write('main', bytes('by B'), first),
      ]);
      const refused = outcomes.filter((each) => each.status === 'rejected');
      expect(refused.map(({ reason }) => reason.code)).toEqual(['NOT_NEXT']);
      await expect(onAir.write('main', bytes('anew'), 0)).rejects.toMatchObject({ code: 'NOT_NEXT' });
      await onAir.write('stage-2', bytes('apart'), 0);
      await until('both changes came', () => heard.length === 3);
      expect(heard[0]).toBe('main one');
      expect(heard[1]).toMatch(/^main by [AB]$/);
      expect(heard[2]).toBe('stage-2 apart');
      const late: string[] = [];
      await onAir.follow((output, data) => late.push(`${output} ${text(data)}`));
      await until('the newest of each came', () => late.length === 2);
      expect(late).toEqual(heard.slice(1));
    });

    test('who follows what outputs show goes on after an interruption without a hole or a repeat', async () => {
      const reader = await connect();
      const heard: string[] = [];
      await reader.onAir.follow((_output, data) => heard.push(text(data)));
      const revision = await broker.onAir.write('main', bytes('before'), 0);
      await until('it came', () => heard.length === 1);
      await under.interrupt();
      await until('both are connected again', () => broker.connected && reader.connected);
      await broker.onAir.write('main', bytes('after'), revision);
      await until('it goes on', () => heard.length === 2);
      expect(heard).toEqual(['before', 'after']);
    });

    test('what is called is heard by all who listen to it, by the caller too, and kept for nobody', async () => {
      const other = await connect();
      const heard: string[] = [];
      for (const [who, each] of [
        ['own', broker],
        ['other', other],
      ] as const)
        await each.calls.listen('parts', (data) => heard.push(`${who} ${text(data)}`));
      broker.calls.call('parts', bytes('here'));
      broker.calls.call('others', bytes('elsewhere'));
      await until('both heard it', () => heard.length === 2);
      expect(heard.sort()).toEqual(['other here', 'own here']);
      const late: string[] = [];
      const listening = await other.calls.listen('parts', (data) => late.push(text(data)));
      broker.calls.call('parts', bytes('again'));
      await until('it was heard', () => late.length === 1);
      await listening.stop();
      broker.calls.call('parts', bytes('and again'));
      await until('the others heard it', () => heard.length === 6);
      expect(late).toEqual(['again']);
    });

    test('a broker says how many copies it has of what it keeps, as far as it says anything', async () => {
      await broker.logbook.write(line('one'));
      const { streams } = await broker.storage();
      for (const { replicas, current } of streams) expect([replicas, current]).toEqual([1, 1]);
    });
  });
}
