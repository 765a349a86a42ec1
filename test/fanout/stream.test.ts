import { describe, expect, test } from 'vitest';
import { CLOSE } from '../../src/fanout/close-codes.ts';
import { negotiate } from '../../src/fanout/stream-format.ts';
import type { Delta } from '../../src/model/delta.ts';
import { VersionedDocument } from '../../src/standings/versioned.ts';
import { EdgeBench, onAir } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, FREE_50M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('connection', () => {
  test('SC1 the first known subprotocol picks the format; none asked is JSON; only unknown ones is refused', () => {
    expect(negotiate([])).toEqual({ format: 'json', subprotocol: null });
    expect(negotiate(['soap', 'splitsecond.protobuf'])).toEqual({
      format: 'protobuf',
      subprotocol: 'splitsecond.protobuf',
    });
    expect(negotiate(['splitsecond.odf', 'splitsecond.json']).format).toBe('odf');
    expect(negotiate(['soap'])).toEqual({ format: null });
  });

  test('SC2 SC3 the first message is welcome, in JSON, in every format', async () => {
    const { bench } = await onAir();
    for (const format of ['json', 'protobuf', 'odf'] as const) {
      const { pair } = bench.screen(format);
      expect(JSON.parse(pair.received[0]!.text!)).toMatchObject({
        welcome: {
          server: 'edge-1',
          protocol: 1,
          format,
          keepaliveMs: 5000,
          limits: { outboundBytes: 1_048_576 },
        },
      });
    }
  });

  test('SC3 a screen that says nothing valid within 10 s is closed and told not to come back', async () => {
    const { bench } = await onAir();
    const silent = bench.screen();
    const talking = bench.screen();
    const muttering = bench.screen();
    await talking.say({ ping: {} });
    await muttering.say('mumble');
    await bench.timing.pass(9_700);
    expect(silent.pair.closed).toBeNull();
    await bench.timing.pass(600);
    expect(silent.pair.closed?.code).toBe(CLOSE.NO_VALID_WORD);
    expect(muttering.pair.closed?.code).toBe(CLOSE.NO_VALID_WORD);
    expect(talking.pair.closed).toBeNull();
  });

  test('SC4 a token is taken as the first word', async () => {
    const { bench } = await onAir();
    const { pair, say } = withSay(bench.screen());
    await say({ hello: { token: 'abc' } });
    expect(pair.said('hello')).toEqual([{ access: 'public' }]);
    await say({ hello: { token: 7 } });
    expect(pair.said('error')[0].code).toBe('BAD_TOKEN');
  });
});

describe('subscribing', () => {
  test('SC5 a pattern takes in what matches, and new documents join by themselves', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe('ATH*/RESULT');
    expect(screen.pair.said('subscribed')[0]).toMatchObject({
      id: 1,
      channel: 'ATH*/RESULT',
      channels: 1,
      resumed: false,
    });
    await bench.publisher(header(FINAL_200M)).begin();
    await bench.publisher(header(FREE_50M)).begin();
    await bench.publisher(header(FINAL_200M, 'RANKING')).begin();
    await bench.timing.settle();
    const units = screen.pair.data().map((frame) => 'document' in frame && frame.document.header.unit);
    expect(units).toEqual([FINAL_100M, FINAL_200M]);
  });

  test('SC5 one channel may be named before it exists', async () => {
    const bench = await new EdgeBench().start();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL);
    expect(screen.pair.said('subscribed')[0].channels).toBe(0);
    await bench.publisher().begin();
    await bench.timing.settle();
    expect(screen.versions()).toEqual([1]);
  });

  test('SC6 a late joiner gets the newest state at once', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(20);
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL);
    expect(screen.pair.data()).toEqual([{ document: JSON.parse(JSON.stringify(publisher.current)) }]);
  });

  test('SC6 versions of one tick are conflated, and the end state is always delivered', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true });
    await publisher.touch(10);
    await bench.timing.settle();
    const versions = screen.versions();
    expect(versions.at(-1)).toBe(11);
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  });

  test('SC7 mode every gives each version once, in order, whole', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' });
    await publisher.touch(30);
    await bench.timing.settle();
    expect(screen.versions()).toEqual(Array.from({ length: 31 }, (_none, index) => index + 1));
    expect(screen.pair.data().every((frame) => 'document' in frame)).toBe(true);
    const hashes = screen.pair.data().map((frame) => 'document' in frame && frame.document.hash);
    expect(hashes).toEqual(publisher.history.map(({ hash }) => hash));
  });

  test.each(['json', 'protobuf'] as const)(
    'SC9 %s: deltas against what was last sent lead to exactly the hash',
    async (format) => {
      const { bench, publisher } = await onAir();
      const screen = bench.screen(format);
      await screen.subscribe(CHANNEL, { delta: true });
      for (let count = 0; count < 12; count += 1) {
        await publisher.touch(1 + (count % 3));
        await bench.timing.settle();
      }
      const [first, ...rest] = screen.pair.data(format);
      const held = new VersionedDocument((first as { document: typeof publisher.current }).document);
      for (const frame of rest) {
        expect('delta' in frame).toBe(true);
        expect(held.apply((frame as { delta: Delta }).delta)).toBe(true);
      }
      expect(held.current.hash).toBe(publisher.current.hash);
      expect(held.current.version).toBe(publisher.current.version);
    },
  );

  test('SC9 ODF has no deltas: every update is a whole document', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen('odf');
    await screen.subscribe(CHANNEL, { delta: true });
    expect(screen.pair.said('subscribed')[0].delta).toBe(false);
    await publisher.touch();
    await bench.timing.settle();
    const texts = screen.pair.received.map(({ text }) => text!).filter((text) => text.includes('\n'));
    expect(texts).toHaveLength(2);
    expect(JSON.parse(texts[1]!.split('\n', 1)[0]!)).toMatchObject({
      channel: CHANNEL,
      hash: publisher.current.hash,
    });
  });

  test('SC10 what cannot be done yet is said, and the subscription stands', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { ratePerSecond: 5, delayMs: 100 });
    expect(screen.pair.said('notice')[0]).toMatchObject({ code: 'NOT_SUPPORTED_YET', id: 1 });
    expect(screen.versions()).toEqual([1]);
  });

  test('SC11 after unsubscribe nothing comes; ping is answered with the clock; resync brings a whole document', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true });
    await publisher.touch();
    await bench.timing.settle();
    await screen.say({ resync: { channel: CHANNEL } });
    expect(screen.pair.data().map((frame) => 'document' in frame)).toEqual([true, false, true]);
    await screen.say({ ping: { id: 7 } });
    expect(screen.pair.said('pong')).toEqual([{ id: 7, at: new Date(bench.timing.now()).toISOString() }]);
    await screen.say({ unsubscribe: { id: 1 } });
    await publisher.touch();
    await bench.timing.settle();
    expect(screen.versions()).toEqual([1, 2, 2]);
    expect(screen.pair.said('unsubscribed')).toEqual([{ id: 1 }]);
  });

  test('a channel is sent once, though two subscriptions mean it, and stays when one of them ends', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe('ATH*', {}, 'all');
    await screen.subscribe(CHANNEL, {}, 'one');
    await publisher.touch();
    await bench.timing.settle();
    expect(screen.versions()).toEqual([1, 2]);
    await screen.say({ unsubscribe: { id: 'all' } });
    await publisher.touch();
    await bench.timing.settle();
    expect(screen.versions().at(-1)).toBe(3);
  });

  test('a channel is followed in one mode: the second is refused', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe('ATH*', {}, 1);
    await screen.subscribe(CHANNEL, { mode: 'every' }, 2);
    expect(screen.pair.said('error')[0]).toMatchObject({ code: 'OTHER_MODE', id: 2 });
  });
});

describe('resuming', () => {
  test('SC8 live: from a version that is known, one delta to now', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(9);
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true, after: { epoch: 'k3f9', version: 4 } });
    expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    expect(screen.pair.data()).toMatchObject([
      { delta: { base: 4, version: 10, hash: publisher.current.hash } },
    ]);
  });

  test('SC8 live: another epoch, or a version from before this edge, is a fresh start and says so', async () => {
    const bench = new EdgeBench();
    const publisher = bench.publisher();
    await publisher.begin();
    await publisher.touch(9);
    await publisher.keep();
    await bench.start();
    for (const after of [
      { epoch: 'old', version: 4 },
      { epoch: 'k3f9', version: 4 },
    ]) {
      const screen = bench.screen();
      await screen.subscribe(CHANNEL, { delta: true, after });
      expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
      expect(screen.pair.data()).toMatchObject([{ document: { version: 10 } }]);
    }
  });

  test('SC8 live: a screen that is ahead of this edge never goes back', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true, after: { epoch: 'k3f9', version: 3 } });
    await publisher.touch(2);
    await bench.timing.settle();
    expect(screen.versions()).toEqual([]);
    await publisher.touch();
    await bench.timing.settle();
    expect(screen.pair.data()).toMatchObject([{ delta: { base: 3, version: 4 } }]);
  });

  test('SC8 several channels of a pattern resume from their own positions', async () => {
    const { bench, publisher } = await onAir();
    const other = bench.publisher(header(FINAL_200M));
    await other.begin();
    await publisher.touch(3);
    await bench.timing.settle();
    const screen = bench.screen();
    const positions = {
      [CHANNEL]: { epoch: 'k3f9', version: 2 },
      [other.channel]: { epoch: 'k3f9', version: 1 },
    };
    await screen.subscribe('ATH*', { delta: true, positions });
    expect(screen.pair.said('subscribed')[0]).toMatchObject({ resumed: true, channels: 2 });
    expect(screen.pair.data()).toMatchObject([{ delta: { base: 2, version: 4 } }]);
  });

  test('SC7 SC8 every: all later versions from the stream, whole, then live, without a hole', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(150);
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: 20 } });
    await publisher.touch(5);
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(true);
    expect(screen.versions()).toEqual(Array.from({ length: 136 }, (_none, index) => index + 21));
    const hashes = screen.pair.data().map((frame) => 'document' in frame && frame.document.hash);
    expect(hashes).toEqual(publisher.history.slice(20).map(({ hash }) => hash));
  });

  test('SC8 every: what the stream has lost is named as a gap, never passed over', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(9);
    await bench.timing.settle();
    bench.network.results.stored.splice(0, 8);
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'k3f9', version: 2 } });
    await screen.readAll();
    expect(screen.pair.said('subscribed')[0].resumed).toBe(false);
    expect(screen.pair.said('gap')).toEqual([{ id: 1, channel: CHANNEL, epoch: 'k3f9', from: 3, to: 9 }]);
    expect(screen.versions()).toEqual([10]);
  });

  test('SC8 every: a position of another epoch is a gap to its end, then the newest', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every', after: { epoch: 'old', version: 2 } });
    expect(screen.pair.said('gap')).toEqual([{ id: 1, channel: CHANNEL, epoch: 'old', from: 3, to: null }]);
    expect(screen.versions()).toEqual([1]);
  });
});

describe('health', () => {
  test('SC12 SC13 the keep-alive comes every 5 s with sources and the position of each channel', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe('ATH*');
    await publisher.renew(sprinters(), { reliability: { ok: false, reasons: ['SOURCE_SILENT'] } });
    await bench.timing.pass(5_000);
    expect(screen.pair.said('keepalive')).toEqual([
      {
        at: new Date(bench.timing.now()).toISOString(),
        sources: [
          {
            source: 'ATH',
            state: 'silent',
            lastFactAgeMs: bench.timing.now() - Date.parse(publisher.current.asOf),
          },
        ],
        positions: { [CHANNEL]: { epoch: 'k3f9', version: 2 } },
      },
    ]);
    await bench.timing.pass(5_000);
    expect(screen.pair.said('keepalive')).toHaveLength(2);
  });

  test('SC12 control does not wait behind data', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen('json', 1_000);
    await screen.subscribe(CHANNEL);
    screen.pair.stall();
    await publisher.touch(3);
    await bench.timing.settle();
    await screen.say({ ping: { id: 1 } });
    screen.pair.read();
    expect(screen.pair.said('pong')).toHaveLength(1);
  });
});

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

  test('SC14 every: reaching the bound closes with 4408 and where to resume; nothing is lost over the resume', async () => {
    const { bench, publisher } = await onAir({ outboundBytes: 200_000 });
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' });
    screen.pair.stall();
    await publisher.touch(200);
    await bench.timing.settle();
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

function withSay(screen: ReturnType<EdgeBench['screen']>) {
  return { pair: screen.pair, say: (word: object) => screen.say(word) };
}
