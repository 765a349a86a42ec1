/** Several write into one place, each over what it has read: who comes second tries again, and not for ever. */
import { expect, test } from 'vitest';
import type { DeliveryStore } from '../../src/broker/broker.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { askOnceMore, Lease } from '../../src/wires/lease.ts';
import { PullList } from '../../src/wires/pull-list.ts';
import { replay, standsOf } from '../../src/wires/replay.ts';
import { StandBook } from '../../src/wires/stand-book.ts';
import { newStanding, standingBytes } from '../../src/wires/standing.ts';
import { desk, documentOf, STORY, sightOf } from './sights.ts';

const IN_VAIN = /somebody else wrote first/;

/** Somebody else writes this just before, so many times. */
function contested(store: DeliveryStore, times: number, others: Uint8Array): DeliveryStore {
  let left = times;
  return {
    read: store.read,
    stories: store.stories,
    async write(recipient, story, data, after) {
      left -= 1;
      if (left >= 0) await store.write(recipient, story, others, after);
      return store.write(recipient, story, data, after);
    },
  };
}

const stored = (): DeliveryStore => new BrokerModel().connect().deliveries;

async function heldBy(store: DeliveryStore): Promise<{ lease: Lease; said: Uint8Array }> {
  const lease = new Lease(store, 'desk', 'one', () => 0);
  expect(await lease.turn()).toBe('HELD');
  return { lease, said: (await store.read('desk', ''))!.data };
}

test('who asks for something once more is heard, also where the holder of the lease is first some times', async () => {
  const store = stored();
  const { lease, said } = await heldBy(store);
  await askOnceMore(contested(store, 3, said), 'desk');
  expect([await lease.turn(), await lease.turn()]).toEqual(['ASKED', 'HELD']);
});

test('where the holder is always first the question ends with that, and nothing was asked', async () => {
  const store = stored();
  const { lease, said } = await heldBy(store);
  await expect(askOnceMore(contested(store, 1_000, said), 'desk')).rejects.toThrow(IN_VAIN);
  expect(await lease.turn()).toBe('HELD');
});

test('a story that somebody else always writes first is not asked for once more, and that is told', async () => {
  const store = stored();
  const others = standingBytes(newStanding('s'));
  await store.write('desk', STORY, others, 0);
  await expect(replay(contested(store, 1_000, others), 'desk', [STORY])).rejects.toThrow(IN_VAIN);
  expect(await standsOf(store, 'desk')).toMatchObject([{ story: STORY, number: 0 }]);
});

test('a look into a list ends in vain where others are always first, and the next look finds what there is', async () => {
  const told: string[] = [];
  const sight = sightOf(documentOf({ ann: '9.91' }));
  const list = new PullList({
    recipient: desk(),
    book: new StandBook(contested(stored(), 25, standingBytes(newStanding('s'))), 'desk'),
    stories: () => [STORY],
    sight: () => sight,
    reasons: async () => [],
    told: ({ key }) => told.push(key),
  });
  await expect(list.listed()).rejects.toThrow(IN_VAIN);
  expect(told).toEqual([]);
  expect(await list.listed()).toHaveLength(1);
  expect(told).toHaveLength(1);
});
