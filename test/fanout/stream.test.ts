import { describe, expect, test } from 'vitest';
import { shouldReconnect } from '../../src/client/reconnect.ts';
import { CLOSE } from '../../src/fanout/connections/close-codes.ts';
import { negotiate } from '../../src/fanout/frames/stream-format.ts';
import type { Delta } from '../../src/model/delta.ts';
import { eventRsc } from '../../src/model/rsc.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { engineWord } from '../support/engine-word.ts';
import { EdgeBench, onAir } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, FREE_50M, header } from './published-documents.ts';

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

  test('SC3 a screen that says nothing valid within 10 s is closed, and may come back', async () => {
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

  test('SC3 SC15 who has spoken before the edge had time to listen is not closed, and no code for being late is final', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await bench.timing.heldUp(60_000);
    await screen.say({ ping: {} });
    await bench.timing.pass(60_000);
    expect(screen.pair.closed).toBeNull();
    const late = [CLOSE.NO_VALID_WORD, CLOSE.TOO_SLOW, CLOSE.BEHIND, CLOSE.OVERLOADED, CLOSE.DRAINING];
    expect(late.filter((code) => !shouldReconnect(code))).toEqual([]);
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
    expect(screen.pair.data()).toEqual([
      { document: JSON.parse(JSON.stringify({ ...publisher.current, rows: [...publisher.current.rows] })) },
    ]);
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
      const copy = new VersionedDocument((first as { document: typeof publisher.current }).document);
      for (const frame of rest) {
        expect('delta' in frame).toBe(true);
        expect(copy.apply((frame as { delta: Delta }).delta)).toBe(true);
      }
      expect(copy.current.hash).toBe(publisher.current.hash);
      expect(copy.current.version).toBe(publisher.current.version);
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

describe('health', () => {
  test('SC12 SC13 the keep-alive comes every 5 s with sources and the position of each channel', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe('ATH*');
    await publisher.touch();
    await bench.timing.pass(4_000);
    const timing1 = {
      source: 'STA-TIMING-1',
      state: 'SILENT',
      lastFactAt: (bench.timing.now() - 500) * 1_000,
      events: [eventRsc(FINAL_100M)],
      streamSeq: 7,
    } as const;
    const now = bench.timing.now();
    bench.sources.take({ status: timing1 }, now * 1_000, now);
    for (const at of [1_000, 2_000]) bench.sources.take({ seen: engineWord({ at }) }, now * 1_000, now);
    await bench.timing.pass(1_000);
    expect(screen.pair.said('keepalive')).toEqual([
      {
        at: new Date(bench.timing.now()).toISOString(),
        behind: 0,
        sources: [{ source: 'STA-TIMING-1', state: 'silent', lastFactAgeMs: 1_500 }],
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

function withSay(screen: ReturnType<EdgeBench['screen']>) {
  return { pair: screen.pair, say: (word: object) => screen.say(word) };
}
