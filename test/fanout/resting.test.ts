import { describe, expect, test } from 'vitest';
import { PackedDocument } from '../../src/fanout/channels/packed-document.ts';
import { Resting } from '../../src/fanout/resting.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { EdgeBench } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, type Publisher, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
/** Every channel has had its turn twice. */
const AT_REST_MS = 130_000;

async function resting(
  starters = 8,
): Promise<{ bench: EdgeBench; publisher: Publisher; rests: string[]; stop: () => void }> {
  const bench = new EdgeBench();
  const publisher = bench.publisher(header(FINAL_100M), sprinters(starters));
  await publisher.begin();
  await bench.start();
  const rests: string[] = [];
  const all = new Resting(bench.shelf, bench.timing, (channel) => {
    rests.push(channel);
    bench.hub.live.channels.get(channel)!.forgetFrames();
  });
  return { bench, publisher, rests, stop: () => all.stop() };
}

describe('a channel that stands still', () => {
  test.each(['json', 'protobuf'] as const)('says the same in %s at rest', async (format) => {
    const { bench, publisher, rests } = await resting();
    await publisher.touch(3);
    await bench.timing.settle();
    const before = bench.screen(format);
    await before.subscribe(CHANNEL);
    await bench.timing.pass(AT_REST_MS);
    expect(rests).toContain(CHANNEL);
    const after = bench.screen(format);
    await after.subscribe(CHANNEL);
    expect(after.pair.data(format)).toEqual(before.pair.data(format));
    expect(after.versions(format)).toEqual([4]);
    expect(bench.shelf.current(CHANNEL)).toEqual(JSON.parse(JSON.stringify(publisher.current)));
  });

  test('who follows it gets the next version as a delta, with the hash of the engine', async () => {
    const { bench, publisher } = await resting();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true });
    await bench.timing.pass(AT_REST_MS);
    const filled = bench.counts.gapsFilled;
    await publisher.touch(2);
    await bench.timing.settle();
    expect(screen.pair.data().slice(1)).toMatchObject([
      { delta: { base: 1, version: 3, hash: publisher.current.hash } },
    ]);
    expect(bench.troubles).toEqual([]);
    expect(bench.counts.gapsFilled).toBe(filled);
  });

  test('who has the newest version goes on from it; who has an older one gets it whole, and is told', async () => {
    const { bench, publisher } = await resting();
    await publisher.touch(4);
    await bench.timing.pass(AT_REST_MS);
    const current = bench.screen();
    await current.subscribe(CHANNEL, { delta: true, after: { epoch: 'k3f9', version: 5 } });
    expect(current.pair.said('subscribed')[0].resumed).toBe(true);
    expect(current.pair.data()).toEqual([]);
    const older = bench.screen();
    await older.subscribe(CHANNEL, { delta: true, after: { epoch: 'k3f9', version: 2 } });
    expect(older.pair.said('subscribed')[0].resumed).toBe(false);
    expect(older.pair.data()).toMatchObject([{ document: { version: 5, hash: publisher.current.hash } }]);
  });

  test('in mode `every` nothing is missing behind a rest', async () => {
    const { bench, publisher } = await resting();
    await publisher.touch(4);
    await bench.timing.pass(AT_REST_MS);
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: 2 } });
    await screen.readAll();
    await publisher.touch(1);
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    expect(screen.versions()).toEqual([3, 4, 5, 6]);
  });

  test('another engine that says something else in the same version is noticed at rest', async () => {
    const { bench, publisher } = await resting();
    await publisher.touch(1);
    await bench.timing.pass(AT_REST_MS);
    const message = publisher.message('whole', new Uint8Array());
    expect(bench.shelf.compare(CHANNEL, { ...message, hash: 'another' })).toBe('conflict');
    expect(bench.shelf.compare(CHANNEL, message)).toBe('known');
  });

  test('what somebody has read of it is let go of in the next round', async () => {
    const { bench } = await resting();
    await bench.timing.pass(AT_REST_MS);
    const read = bench.shelf.current(CHANNEL)!;
    expect(read.rows.at(0)!.key).toBe('100');
    expect(bench.shelf.current(CHANNEL)).toBe(read);
    await bench.timing.pass(AT_REST_MS);
    expect(bench.shelf.current(CHANNEL)).not.toBe(read);
    expect(bench.shelf.current(CHANNEL)).toEqual(read);
  });

  test('one of very many rows stays as it is: to read it from bytes would hold up everybody', async () => {
    const { bench, rests } = await resting(1_001);
    const before = bench.shelf.current(CHANNEL);
    await bench.timing.pass(AT_REST_MS);
    expect(rests).toContain(CHANNEL);
    expect(bench.shelf.current(CHANNEL)).toBe(before);
  });
});

test('only what has stood still for a whole round rests', async () => {
  const { bench, publisher, rests, stop } = await resting();
  const other = bench.publisher(header(FINAL_200M));
  await other.begin();
  await bench.timing.settle();
  for (let second = 0; second < 180; second += 30) {
    await publisher.touch();
    await bench.timing.pass(30_000);
  }
  expect(new Set(rests)).toEqual(new Set([other.channel]));
  stop();
  const told = rests.length;
  await bench.timing.pass(AT_REST_MS);
  expect(rests).toHaveLength(told);
});

test('documents at rest share equal columns, and keep nothing of what was made of their headers', () => {
  const [one, other] = [FINAL_100M, FINAL_200M].map((unit) => {
    const document = VersionedDocument.first(
      'k3f9',
      header(unit),
      sprinters(),
      '2024-06-09T20:53:11Z',
    ).current;
    return new PackedDocument(document);
  }) as [PackedDocument, PackedDocument];
  expect(one.current.header).toEqual(header(FINAL_100M));
  expect(one.current.header.columns).toBe(other.current.header.columns);
  const before = one.current.header;
  one.letGo();
  expect(one.current.header).not.toBe(before);
  expect(one.current.header).toEqual(before);
});
