/** What a program knows of the broker's streams, held against what is there. */
import type { KV } from '@nats-io/kv';
import { expect, test } from 'vitest';
import { Memory } from '../../src/broker/nats/memory.ts';
import type { Connected } from '../../src/broker/nats/ordered-consumer.ts';

const AT = '2024-06-09T20:53:11.104Z';
const MICROS = Date.parse(AT) * 1_000;

/** Streams of so many entries; `asked`: what happens while an answer is on its way. */
function streams(count: { last: number }, asked: () => void) {
  const info = async () => {
    const state = { first_seq: 1, last_seq: count.last, last_ts: AT };
    asked();
    return { created: AT, state };
  };
  const getMessage = async () => ({ timestamp: AT, header: new Map() });
  return {
    connected: { jsm: { streams: { info, getMessage } } } as unknown as Connected,
    revisions: { get: async () => null } as unknown as KV,
  };
}

test('what is read while the broker answers is no loss, however often it happens', async () => {
  const count = { last: 52 };
  let memory: Memory | null = null;
  const { connected, revisions } = streams(count, () => {
    if (memory === null) return;
    count.last += 1;
    memory.read('RESULTS', count.last, MICROS);
  });
  memory = await Memory.of(connected, revisions);
  for (let times = 0; times < 3; times += 1) expect(await memory.compare(() => false)).toBe(null);
});

test('what was read before and is not there is one', async () => {
  const count = { last: 52 };
  const { connected, revisions } = streams(count, () => {});
  const memory = await Memory.of(connected, revisions);
  memory.read('RESULTS', 53, MICROS);
  let looks = 0;
  const kept = memory.compare(() => {
    looks += 1;
    return looks > 12;
  });
  await expect(kept).resolves.toMatchObject({ text: 'stream RESULTS ends at 52, and 53 was there' });
});
