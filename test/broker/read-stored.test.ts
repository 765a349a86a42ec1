import { type ConsumerConfig, DeliverPolicy } from '@nats-io/jetstream';
import type { Msg } from '@nats-io/transport-node';
import { expect, test } from 'vitest';
import type { Connected, OrderedConsumer, Reading } from '../../src/broker/nats/ordered-consumer.ts';
import { readStored } from '../../src/broker/nats/read-stored.ts';

interface Entry {
  readonly seq: number;
  readonly subject: string;
}

/** The end of one stream at a server, as a consumer asks for it; what is asked for comes when it is told to. */
function streamOf(entries: readonly Entry[]) {
  let waiting: Msg[] = [];
  let deliver: (error: null, entry: Msg) => void = () => {};
  const newest = entries.filter(({ seq, subject }) =>
    entries.every((other) => other.subject !== subject || other.seq <= seq),
  );
  const add = async (_stream: string, { deliver_policy, opt_start_seq = 1 }: Partial<ConsumerConfig>) => {
    const wanted =
      deliver_policy === DeliverPolicy.LastPerSubject
        ? newest
        : entries.filter(({ seq }) => seq >= opt_start_seq);
    waiting = wanted.map(({ seq, subject }, index) => {
      const reply = `$JS.ACK.S.C.1.${seq}.${index + 1}.1717966391104000000.${wanted.length - index - 1}`;
      return { subject, reply } as Msg;
    });
    return { name: 'C', num_pending: wanted.length, delivered: { consumer_seq: 0 } };
  };
  const nats = {
    isClosed: () => false,
    subscribe: (_inbox: string, { callback }: { callback: typeof deliver }) => {
      deliver = callback;
      return { unsubscribe() {} };
    },
  };
  return {
    connected: { nats, jsm: { consumers: { add, delete: async () => true } } } as unknown as Connected,
    comes: (count: number) => {
      for (const entry of waiting.splice(0, count)) deliver(null, entry);
    },
  };
}

test('the newest of each subject are read to the end, also when reading is interrupted between two of them', async () => {
  const { connected, comes } = streamOf([
    { seq: 1, subject: 's.a' },
    { seq: 2, subject: 's.b' },
    { seq: 3, subject: 's.b' },
    { seq: 4, subject: 's.b' },
    { seq: 5, subject: 's.c' },
  ]);
  const reading: Reading = { stream: 'S', filters: ['s.>'], everything: 's.>', from: 'newest' };
  const seen: number[] = [];
  const consumers: OrderedConsumer[] = [];
  const done = readStored(
    connected,
    reading,
    (_entry, { streamSeq }) => void seen.push(streamSeq),
    (consumer) => {
      consumers.push(consumer);
      return () => {};
    },
  );
  const answered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  await answered();
  comes(1);
  consumers[0]!.reconnected();
  await answered();
  comes(5);
  await done;
  expect(seen).toEqual([1, 4, 5]);
});
