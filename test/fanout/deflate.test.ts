import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Connection } from '../../src/fanout/connections/connection.ts';
import { deflatedFrame } from '../../src/fanout/frames/deflated-frame.ts';
import { prepareFrame } from '../../src/fanout/frames/websocket-frame.ts';
import { onAir } from './edge-bench.ts';
import { FINAL_100M, sprinters } from './published-documents.ts';
import { type RunningEdge, runningEdge, until } from './running-edge.ts';
import { framesIn, inflated, readFrame } from './socket-pair.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('SC17 a deflated frame', () => {
  test('SC17 has RSV1 on its first fragment only, and is read without what came before', () => {
    const content = Buffer.from(
      Array.from({ length: 400 }, (_none, index) => `row ${index * 7919}`).join(','),
    );
    const frame = deflatedFrame(prepareFrame(content, false), 500);
    const parts = frame.parts.map((part) => readFrame(Buffer.from(part)));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ deflated }) => deflated)).toEqual(parts.map((_part, index) => index === 0));
    expect(inflated(Buffer.concat(parts.map((part) => part.content))).equals(content)).toBe(true);
    expect(frame.bytes).toBeLessThan(content.length);
  });

  test('SC17 small frames, small protobuf deltas, noise and very long ones stay plain', () => {
    const noise = deflateRawSync(
      Buffer.from(Array.from({ length: 9_000 }, (_none, index) => (index * index) % 251)),
    );
    const plains = [
      prepareFrame(Buffer.alloc(255, 7), false),
      prepareFrame(Buffer.alloc(511, 7), true),
      prepareFrame(noise, true),
      prepareFrame(Buffer.alloc(1_100_000, 7), false),
    ];
    for (const plain of plains) expect(deflatedFrame(plain, 262_144) === plain).toBe(true);
    expect(deflatedFrame(prepareFrame(Buffer.alloc(256, 7), false), 262_144).bytes).toBeLessThan(30);
    expect(deflatedFrame(prepareFrame(Buffer.alloc(512, 7), true), 262_144).bytes).toBeLessThan(30);
  });

  test('SC17 any content comes back, in whatever fragments', () => {
    const property = (bytes: Uint8Array, times: number, fragment: number, binary: boolean): void => {
      const content = Buffer.concat(Array.from({ length: times }, () => bytes));
      const frame = deflatedFrame(prepareFrame(content, binary, fragment), fragment);
      const parts = frame.parts.map((part) => readFrame(Buffer.from(part)));
      const joined = Buffer.concat(parts.map((part) => part.content));
      expect((parts[0]!.deflated ? inflated(joined) : joined).equals(content)).toBe(true);
      expect(parts[0]!.opcode).toBe(binary ? 2 : 1);
    };
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 50, max: 5_000 }),
        fc.boolean(),
        property,
      ),
      { seed: 20240609, numRuns: 300 },
    );
  });
});

describe('SC17 on air', () => {
  test('SC17 screens that negotiated it share one deflated buffer; the others share the plain one', async () => {
    const { bench, publisher } = await onAir();
    const written: Uint8Array[][] = [];
    for (const packing of ['deflated', 'plain', 'deflated', 'plain'] as const) {
      const parts: Uint8Array[] = [];
      written.push(parts);
      bench.hub
        .add(keeping(parts), 'json', packing)
        .heard(JSON.stringify({ subscribe: { id: 1, channel: '*' } }));
    }
    await bench.timing.settle();
    await publisher.touch();
    await bench.timing.settle();
    const [deflated, plain, ...others] = written.map((parts) => parts.at(-1)!);
    expect(others).toEqual([deflated, plain]);
    expect(others[0]).toBe(deflated);
    expect(others[1]).toBe(plain);
    expect(deflated!.length).toBeLessThan(plain!.length / 2);
  });

  test.each(['json', 'protobuf', 'odf'] as const)(
    'SC17 %s: documents and deltas lead to the same hash',
    async (format) => {
      const { bench, publisher } = await onAir();
      const screen = bench.screen(format, undefined, 'deflated');
      await screen.subscribe(CHANNEL, { delta: true });
      await publisher.renew([...sprinters(60, 'x'.repeat(30))].reverse());
      await bench.timing.settle();
      const last = screen.pair.data(format).at(-1)!;
      expect('document' in last ? last.document.hash : last.delta.hash).toBe(publisher.current.hash);
    },
  );
});

describe('SC17 over real sockets', () => {
  let running: RunningEdge | null = null;
  const open: WebSocket[] = [];

  afterEach(async () => {
    for (const websocket of open.splice(0)) websocket.terminate();
    await running?.stop();
    running = null;
  });

  /** What the server answers to an offer. */
  function answerTo(offer: string | null) {
    const headers = offer === null ? {} : { 'Sec-WebSocket-Extensions': offer };
    const websocket = new WebSocket(running!.edge.streamUrl, { perMessageDeflate: false, headers });
    open.push(websocket);
    const answer = new Promise<string | undefined>((resolve) =>
      websocket.on('upgrade', ({ headers: answered }) => resolve(answered['sec-websocket-extensions'])),
    );
    websocket.on('error', () => {});
    return answer;
  }

  test('SC17 the handshake takes the offer without context on either side, and a smaller window not at all', async () => {
    running = await runningEdge();
    expect(await answerTo(null)).toBeUndefined();
    expect(await answerTo('permessage-deflate; client_max_window_bits')).toBe(
      'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
    );
    expect(await answerTo('permessage-deflate; server_max_window_bits=9')).toBeUndefined();
  });

  test('SC17 a screen that negotiated it reads every update from fewer bytes', async () => {
    running = await runningEdge({}, sprinters(100));
    const [deflating, plain] = [true, false].map((perMessageDeflate) => {
      const websocket = new WebSocket(running!.edge.streamUrl, { perMessageDeflate });
      open.push(websocket);
      const texts: string[] = [];
      websocket.on('message', (data) => texts.push(data.toString()));
      websocket.on('open', () => websocket.send(JSON.stringify({ subscribe: { id: 1, channel: '*' } })));
      return { websocket, texts };
    });
    await until(() => deflating!.texts.length === 3 && plain!.texts.length === 3);
    await running.publisher.touch();
    await until(() => deflating!.texts.length === 4 && plain!.texts.length === 4);
    expect(deflating!.texts.slice(2)).toEqual(plain!.texts.slice(2));
    const bytesOf = (websocket: WebSocket): number =>
      (websocket as unknown as { _socket: { bytesRead: number } })._socket.bytesRead;
    expect(bytesOf(deflating!.websocket)).toBeLessThan(bytesOf(plain!.websocket) / 4);
  });

  test('SC17 a compression bomb is not unpacked: 1009, and the others go on', async () => {
    running = await runningEdge();
    const bomb = new WebSocket(running.edge.streamUrl, { perMessageDeflate: { threshold: 0 } });
    const other = new WebSocket(running.edge.streamUrl);
    open.push(bomb, other);
    const closed = new Promise<number>((resolve) => bomb.on('close', resolve));
    bomb.on('open', () => bomb.send('x'.repeat(50_000_000)));
    bomb.on('error', () => {});
    expect(await closed).toBe(1009);
    const pong = new Promise<void>((resolve) =>
      other.on('message', (data) => {
        if (data.toString().startsWith('{"pong"')) resolve();
      }),
    );
    other.send(JSON.stringify({ ping: {} }));
    await pong;
  });
});

function keeping(parts: Uint8Array[]): Connection {
  return {
    writable: true,
    bufferedBytes: 0,
    write: (frames) => parts.push(...framesIn(frames)) > 0,
    close: () => {},
    terminate: () => {},
  };
}
