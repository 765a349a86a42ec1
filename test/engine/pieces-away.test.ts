/** Events that left memory are pieces of a checkpoint as they are: written once, and held against their name when they are found. */
import { expect, test } from 'vitest';
import type { PieceStore } from '../../src/broker/broker.ts';
import { nameOf, PACKING } from '../../src/checkpoints/packed.ts';
import { Shelf } from '../../src/checkpoints/shelf.ts';
import type { Checkpoint } from '../../src/engine/checkpoint.ts';
import type { EventAway } from '../../src/standings/events-away.ts';

/** A place for pieces that notes what is written. */
class Box implements PieceStore {
  readonly pieces = new Map<string, Uint8Array>();
  written: string[] = [];

  async read(name: string): Promise<Uint8Array | null> {
    return this.pieces.get(name) ?? null;
  }

  async write(name: string, data: Uint8Array): Promise<void> {
    this.written.push(name);
    this.pieces.set(name, data);
  }

  async remove(name: string): Promise<void> {
    this.pieces.delete(name);
  }
}

const away = (event: string): EventAway => ({
  event,
  said: PACKING.pack({ said: event }),
  left: PACKING.pack({ left: event }),
});
const ONE = away('ATHM100M--------------------------');
const OTHER = away('ATHW100M--------------------------');

const checkpoint = (streamSeq: number, events: readonly EventAway[]): Checkpoint => {
  const told = { communications: { told: [], seen: [] }, readings: [] };
  const discipline = { units: [], above: [], others: [], withoutRule: [], told, away: events };
  const about = { words: [], voided: [], released: [], sources: [] };
  return {
    epoch: 'k3f9',
    streamSeq,
    lastFact: { messageId: 'A:1:1', storedAt: 1 },
    competition: { about, links: [], disciplines: [['ATH', discipline]], documents: [] },
    intake: {} as Checkpoint['intake'],
    statuses: new Map(),
    watched: new Map(),
    changedSinceWhole: new Map(),
  };
};

async function writtenBy(
  box: Box,
  events: readonly EventAway[],
  shelf = new Shelf(box, null),
): Promise<Shelf> {
  await shelf.isOurTurn(1);
  await shelf.write(checkpoint(box.written.length + 1, events));
  return shelf;
}

const readFrom = async (box: Box): Promise<Checkpoint> => {
  const shelf = new Shelf(box, null);
  return shelf.read((await shelf.newest())!);
};

const eventsOf = ({ competition }: Checkpoint) => competition.disciplines[0]![1].away;

test('they come back as they were, and are written once', async () => {
  const box = new Box();
  const shelf = await writtenBy(box, [ONE]);
  expect(box.written).toContain(nameOf(ONE.said));
  box.written = [];
  await writtenBy(box, [ONE, OTHER], shelf);
  expect(box.written).not.toContain(nameOf(ONE.said));
  expect(box.written).not.toContain(nameOf(ONE.left));
  expect(box.written).toContain(nameOf(OTHER.said));
  const found = eventsOf(await readFrom(box));
  expect(found.map(({ event }) => event)).toEqual([ONE.event, OTHER.event]);
  expect(found.map(({ said }) => PACKING.unpack(said))).toEqual([{ said: ONE.event }, { said: OTHER.event }]);
});

test('pieces of an event that is in memory again are removed', async () => {
  const box = new Box();
  const shelf = await writtenBy(box, [ONE, OTHER]);
  await writtenBy(box, [OTHER], shelf);
  expect(box.pieces.get(nameOf(ONE.said))).toBe(undefined);
  expect(eventsOf(await readFrom(box)).map(({ event }) => event)).toEqual([OTHER.event]);
});

test.each([
  ['a byte is another one', (data: Uint8Array) => data.map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
  ['it is a whole one of another event', () => OTHER.said],
  ['it is cut off', (data: Uint8Array) => data.subarray(0, 20)],
])('a piece that is not what it was is found out: %s', async (_what, change) => {
  const box = new Box();
  await writtenBy(box, [ONE, OTHER]);
  box.pieces.set(nameOf(ONE.said), change(ONE.said));
  const read = await readFrom(box).catch((error: unknown) => error);
  expect(read instanceof Error).toBe(true);
});
