import { describe, expect, test } from 'vitest';
import { CLOSE } from '../../src/fanout/connections/close-codes.ts';
import { EdgeBench, onAir } from './edge-bench.ts';
import { FINAL_100M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

/** A screen in mode `every` whose socket takes nothing. */
async function stalled() {
  const { bench, publisher } = await onAir({ outboundBytes: 200_000 });
  const screen = bench.screen();
  await screen.subscribe(CHANNEL, { mode: 'every' });
  screen.pair.stall();
  return { bench, publisher, screen };
}

describe('a slow screen', () => {
  test('SC6 SC14 live: holds at most the newest state, and gets it as one delta when it reads again', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen('json', 1_000);
    await screen.subscribe(CHANNEL, { delta: true });
    screen.pair.stall();
    await publisher.touch(2_000);
    await bench.timing.settle();
    expect(screen.screen.outboundBytes).toBeLessThan(4_000);
    const before = screen.versions().length;
    await screen.readAll();
    const got = screen.pair.data().slice(before);
    expect(got.length).toBeLessThanOrEqual(3);
    expect(got.at(-1)).toMatchObject({ delta: { version: 2_001, hash: publisher.current.hash } });
  });

  test('SC14 every: a burst beyond the bound is read on at the pace of the socket, with nothing left out', async () => {
    const { bench, publisher, screen } = await stalled();
    await publisher.touch(200);
    await bench.timing.settle();
    await bench.timing.pass(9_000);
    expect(screen.pair.closed).toBeNull();
    await screen.readAll();
    expect(screen.pair.bufferedMax).toBeLessThanOrEqual(200_000);
    expect(screen.pair.said('gap')).toEqual([]);
    expect(screen.versions()).toEqual(Array.from({ length: 201 }, (_none, index) => index + 1));
  });

  test('SC14 every: long documents within one turn go to a screen that reads, although they pass the bound', async () => {
    const bench = new EdgeBench();
    const publisher = bench.publisher(header(FINAL_100M), sprinters(500, 'x'.repeat(1_000)));
    await publisher.begin();
    await bench.start();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' });
    await publisher.touch(4);
    await screen.readAll();
    expect(screen.pair.closed).toBeNull();
    expect(screen.pair.said('gap')).toEqual([]);
    expect(screen.versions()).toEqual([1, 2, 3, 4, 5]);
  });

  test('SC14 every: a screen that goes on reading, however slowly, is not closed', async () => {
    const { bench, publisher, screen } = await stalled();
    await publisher.touch(200);
    for (let turn = 0; turn < 20; turn += 1) {
      await bench.timing.pass(9_000);
      screen.pair.read();
      screen.screen.drained();
    }
    expect(screen.pair.closed).toBeNull();
    const versions = screen.versions();
    expect(versions.length).toBeGreaterThan(20);
    expect(versions).toEqual(versions.map((_version, index) => index + 1));
  });

  test('SC14 every: a screen that reads is not closed because the edge was held up', async () => {
    const { bench, publisher, screen } = await stalled();
    await publisher.touch(200);
    await bench.timing.settle();
    await bench.timing.heldUp(60_000);
    await screen.readAll();
    await bench.timing.pass(60_000);
    expect(screen.pair.closed).toBeNull();
    expect(screen.versions()).toHaveLength(201);
  });

  test('SC14 every: what the stream has lost meanwhile is named, and what is kept here is not', async () => {
    const { bench, publisher, screen } = await stalled();
    await publisher.touch(300);
    await bench.timing.settle();
    bench.network.results.stored.splice(0, 301);
    await screen.readAll();
    expect(screen.pair.said('gap')).toEqual([]);
    await bench.timing.pass(11_000);
    await screen.readAll();
    const [gap, ...others] = screen.pair.said('gap');
    expect(others).toEqual([]);
    expect(screen.versions()).toEqual(
      Array.from({ length: 301 }, (_none, index) => index + 1).filter(
        (version) => version < gap.from || version > gap.to,
      ),
    );
    expect(gap.to).toBe(237);
  });

  test('SC14 every: who does not read is told where to resume and closed with 4408; nothing is lost over the resume', async () => {
    const { bench, publisher, screen } = await stalled();
    await publisher.touch(200);
    await bench.timing.settle();
    await bench.timing.pass(11_000);
    expect(screen.pair.closed?.code).toBe(CLOSE.BEHIND);
    expect(screen.pair.bufferedMax).toBeLessThanOrEqual(200_000);
    screen.pair.resume();
    const last = screen.versions().at(-1)!;
    const next = bench.screen();
    await next.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: last } });
    await next.readAll();
    expect(next.pair.said('subscribed')[0].resumed).toBe(true);
    expect([...screen.versions(), ...next.versions()]).toEqual(
      Array.from({ length: 201 }, (_none, index) => index + 1),
    );
  });

  test('SC14 a document larger than the bound goes out part by part, within the bound', async () => {
    const bench = new EdgeBench({ outboundBytes: 100_000 });
    const publisher = bench.publisher(header(FINAL_100M), sprinters(400, 'x'.repeat(1_000)));
    await publisher.begin();
    await bench.start();
    for (const mode of ['live', 'every']) {
      const screen = bench.screen('json', 16_000);
      screen.pair.stall();
      await screen.subscribe(CHANNEL, { mode });
      for (let turn = 0; turn < 60; turn += 1) {
        screen.pair.read();
        screen.screen.drained();
        await bench.timing.settle();
      }
      expect(screen.versions()).toEqual([1]);
      expect(screen.pair.bufferedMax).toBeLessThanOrEqual(100_000);
    }
  });

  test('SC14 a screen that reads nothing at all is cut off before control passes the bound', async () => {
    const { bench } = await onAir({ outboundBytes: 20_000 });
    const screen = bench.screen();
    await screen.subscribe(CHANNEL);
    screen.pair.stall();
    await bench.timing.pass(60 * 60_000);
    expect(screen.pair.isTerminated).toBe(true);
    expect(screen.pair.bufferedMax).toBeLessThanOrEqual(20_000);
  });
});

describe('words that cannot be understood', () => {
  test.each([
    ['{', 'NOT_JSON'],
    ['[]', 'NOT_JSON'],
    ['{"subscribe":{"id":1,"channel":"X"},"ping":{}}', 'UNKNOWN_WORD'],
    ['{"shout":{}}', 'UNKNOWN_WORD'],
    ['{"subscribe":{"channel":"*"}}', 'BAD_ID'],
    ['{"subscribe":{"id":1,"channel":"ATH/RESULT"}}', 'BAD_CHANNEL'],
    ['{"subscribe":{"id":1,"channel":"*","mode":"some"}}', 'BAD_MODE'],
    ['{"subscribe":{"id":1,"channel":"*","delta":"yes"}}', 'BAD_OPTION'],
    ['{"subscribe":{"id":1,"channel":"*","after":{"epoch":"a","version":1}}}', 'BAD_POSITION'],
    ['{"subscribe":{"id":1,"channel":"*","positions":{"x":{"version":-1}}}}', 'BAD_POSITION'],
    ['{"unsubscribe":{"id":9}}', 'NOT_SUBSCRIBED'],
    ['{"resync":{"channel":"*"}}', 'BAD_CHANNEL'],
  ])('%s is answered with %s', async (word, code) => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.say(word);
    expect(screen.pair.said('error').map((error) => error.code)).toEqual([code]);
    expect(screen.pair.closed).toBeNull();
  });

  test('SC15 ten of them close the connection for good', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    for (let count = 0; count < 10; count += 1) await screen.say('{');
    expect(screen.pair.closed?.code).toBe(CLOSE.PROTOCOL_ERROR);
    expect(screen.pair.closed!.code >= 4100 && screen.pair.closed!.code < 4200).toBe(true);
  });

  test('SC15 too many words a second close the connection for good', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    for (let count = 0; count < 501; count += 1) await screen.say({ ping: {} });
    expect(screen.pair.closed?.code).toBe(CLOSE.TOO_MANY_WORDS);
  });

  test('a screen has a bounded number of subscriptions', async () => {
    const { bench } = await onAir({ subscriptions: 2 });
    const screen = bench.screen();
    for (const id of [1, 2, 3]) await screen.subscribe('*', {}, id);
    expect(screen.pair.said('error')).toMatchObject([{ code: 'TOO_MANY_SUBSCRIPTIONS', id: 3 }]);
  });
});
