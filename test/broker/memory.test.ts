/** What a program knows of the broker's streams, held against what is there. */
import { JetStreamApiError } from '@nats-io/jetstream';
import type { KV } from '@nats-io/kv';
import { expect, test } from 'vitest';
import { LOOKING } from '../../src/broker/loss.ts';
import { STREAM_NOT_FOUND } from '../../src/broker/nats/error-mapping.ts';
import { Memory } from '../../src/broker/nats/memory.ts';
import type { Connected } from '../../src/broker/nats/ordered-consumer.ts';

const AT = '2024-06-09T20:53:11.104Z';
const MICROS = Date.parse(AT) * 1_000;

const notFound = (): Error =>
  new JetStreamApiError({ code: 404, err_code: STREAM_NOT_FOUND, description: 'stream not found' });

/** Streams of so many entries; `asked`: what happens while an answer is on its way. */
function streams(count: { last: number }, asked: (name: string) => void) {
  const info = async (name: string) => {
    const state = { first_seq: 1, last_seq: count.last, last_ts: AT };
    asked(name);
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
  let looks = 0;
  const { connected, revisions } = streams({ last: 52 }, (name) => {
    if (name !== 'VENUE') return;
    looks += 1;
    // Once it is confirmed: who makes VENUE anew begins the newer history by that.
    if (looks > 1 + LOOKING.timesInARow) throw notFound();
  });
  const memory = await Memory.of(connected, revisions);
  memory.read('RESULTS', 53, MICROS);
  await expect(memory.compare(() => false)).resolves.toMatchObject({
    text: 'stream RESULTS ends at 52, and 53 was there',
  });
});

test('a loss of which no newer history could be begun before the connection broke is not told: it is found again when it is back', async () => {
  const { connected, revisions } = streams({ last: 52 }, () => {});
  const memory = await Memory.of(connected, revisions);
  memory.read('RESULTS', 53, MICROS);
  const began = memory.historyBegan;
  for (let times = 0; times < 2; times += 1) {
    let looks = 0;
    const isOver = (): boolean => {
      looks += 1;
      return looks > 12;
    };
    expect(await memory.compare(isOver)).toBe(null);
    // It went on asking until it was over, which it does for a loss alone.
    expect(looks).toBeGreaterThan(12);
    expect(memory.historyBegan).toBe(began);
  }
});
