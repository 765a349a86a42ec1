import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { frameBytes, OPCODE, textFrame } from '../../src/conformance/wire/frame-bytes.ts';
import type { RawSocket } from '../../src/conformance/wire/raw-socket.ts';
import { DEFAULT_LIMITS } from '../../src/fanout/limits.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';
import { besiegedEdges, memoryBytes, until } from './besieged-edge.ts';

const start = besiegedEdges();

const DEFLATE = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';
const CHANNEL = `${FINAL_100M}/RESULT`;
const MIB = 1_048_576;
const word = (said: object): Buffer => textFrame(JSON.stringify(said));
const textsOf = ({ frames }: RawSocket): string[] =>
  frames.filter(({ opcode }) => opcode === OPCODE.TEXT).map(({ content }) => content.toString());
const ended = (peers: readonly RawSocket[]): Promise<void> =>
  until(() => peers.every(({ closed, hasEnded }) => closed !== null || hasEnded));

describe('peers that say too much', () => {
  test('compression bombs: each ends with 1009, and nothing of what they inflate to is kept', async () => {
    const edge = await start();
    const inflated = Buffer.alloc(64 * MIB, 0x20);
    const bomb = deflateRawSync(inflated, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
    // As long as a word may be on the wire: it would inflate to some 64 MiB.
    expect(bomb.length).toBeLessThanOrEqual(DEFAULT_LIMITS.wordBytes);
    const before = memoryBytes();
    const peers = await Promise.all(Array.from({ length: 100 }, () => edge.join({ extensions: DEFLATE })));
    for (const peer of peers) peer.write(frameBytes({ opcode: OPCODE.TEXT, content: bomb, rsv: 4 }));
    await edge.screen.getsEveryUpdate(3);
    await ended(peers);
    expect(peers.map(({ closed }) => closed?.code)).toEqual(peers.map(() => 1009));
    expect(memoryBytes() - before).toBeLessThan(64 * MIB);
    expect(edge.turnedAway('BAD_FRAME')).toBe(100);
    expect(edge.log.filter(({ code }) => code === 'BAD_FRAME')).toHaveLength(1);
  });

  test.each([
    ['of one byte', 'x'],
    ['without content', ''],
  ])(
    'a million fragments %s: the connection ends long before, and little is kept',
    async (_name, content) => {
      const edge = await start();
      const peer = await edge.join();
      const before = memoryBytes();
      const fragment = frameBytes({ opcode: OPCODE.CONTINUATION, content, fin: false });
      const some = Buffer.concat(Array.from({ length: 1_000 }, () => fragment));
      peer.write(frameBytes({ opcode: OPCODE.TEXT, content, fin: false }));
      let said = 0;
      while (said < 1_000 && !peer.hasEnded && peer.closed === null && (await peer.wrote(some))) said += 1;
      await ended([peer]);
      expect(said).toBeLessThan(1_000);
      expect(memoryBytes() - before).toBeLessThan(32 * MIB);
      await until(() => edge.running.edge.hub.screens.size === 1);
      await edge.screen.getsEveryUpdate();
    },
  );

  test('bytes without end: what a screen may send is bounded, whatever it sends', async () => {
    const edge = await start();
    const peer = await edge.join();
    const long = word({ hello: { token: 'x'.repeat(8_000) } });
    const some = Buffer.concat(Array.from({ length: 100 }, () => long));
    peer.write(some);
    await ended([peer]);
    expect(peer.closed?.code).toBe(4004);
    expect(edge.turnedAway('TOO_MANY_WORDS')).toBe(1);
    await edge.screen.getsEveryUpdate();
  });

  test('pings by the thousand, with pongs that are never read: 4004, and no pongs pile up', async () => {
    const edge = await start();
    const peer = await edge.join();
    peer.socket.pause();
    const ping = frameBytes({ opcode: OPCODE.PING, content: 'p'.repeat(125) });
    peer.write(Buffer.concat(Array.from({ length: 4_000 }, () => ping)));
    await until(() => edge.turnedAway('TOO_MANY_WORDS') === 1);
    const most = Math.max(...[...edge.running.edge.hub.screens].map(({ outboundBytes }) => outboundBytes));
    expect(most).toBeLessThanOrEqual(DEFAULT_LIMITS.outboundBytes);
    peer.socket.resume();
    await ended([peer]);
    const pongs = peer.frames.filter(({ opcode }) => opcode === OPCODE.PONG).length;
    expect(pongs).toBeLessThanOrEqual(DEFAULT_LIMITS.wordsPerSecond * 11);
    await edge.screen.getsEveryUpdate();
  });

  test('word floods from fifty screens at once end with 4004 each, and are counted and logged once', async () => {
    const edge = await start();
    const peers = await Promise.all(Array.from({ length: 50 }, () => edge.join()));
    const flood = Buffer.concat(Array.from({ length: 700 }, () => word({ ping: {} })));
    for (const peer of peers) peer.write(flood);
    await edge.screen.getsEveryUpdate(5);
    await ended(peers);
    expect(peers.map(({ closed }) => closed?.code)).toEqual(peers.map(() => 4004));
    expect(await edge.metric('splitsecond_turned_away_total{code="TOO_MANY_WORDS"}')).toBe(50);
    expect(edge.log.filter(({ code }) => code === 'TOO_MANY_WORDS')).toHaveLength(1);
  });
});

describe('positions and options as a load', () => {
  test('mode every from version 1 over many channels, again and again: reads of the past are bounded, and nobody waits', async () => {
    const edge = await start({ historyReads: 4 });
    const { running } = edge;
    const positions: Record<string, object> = {};
    for (let index = 0; index < 40; index += 1) {
      const unit = `ATHM400M--------------FNL-${String(index).padStart(6, '0')}--`;
      const publisher = await running.publish(header(unit), sprinters(4));
      await publisher.touch(30);
      positions[publisher.channel] = { epoch: 'k3f9', version: 1 };
    }
    const peers = await Promise.all(Array.from({ length: 20 }, () => edge.join()));
    const every = { channel: 'ATHM400M*', mode: 'every', positions };
    for (let round = 1; round <= 5; round += 1) {
      for (const peer of peers) {
        peer.write(word({ subscribe: { id: round, ...every } }));
        if (round < 5) peer.write(word({ unsubscribe: { id: round } }));
      }
      await edge.screen.getsEveryUpdate();
    }
    const isDone = (peer: RawSocket): boolean =>
      textsOf(peer).filter((text) => text.startsWith('{"document"') && text.includes('"version":31'))
        .length >= 40;
    await until(() => peers.every(isDone));
    expect(running.edge.history.readsPeak).toBe(4);
    expect(await edge.metric('splitsecond_history_reads_peak')).toBe(4);
    await edge.screen.getsEveryUpdate();
  }, 120_000);

  test('64 KiB of positions in channels that there are not: answered, not kept, and the next ones as well', async () => {
    const edge = await start();
    const positions: Record<string, object> = {};
    for (let index = 0; index < 700; index += 1)
      positions[`ATHM${String(index).padStart(18, 'X')}FNL-000100--/RESULT`] = { epoch: 'k3f9', version: 7 };
    const said = word({ subscribe: { id: 1, channel: '*', positions } });
    expect(said.length).toBeGreaterThan(50_000);
    const peers = await Promise.all(Array.from({ length: 50 }, () => edge.join()));
    const before = memoryBytes();
    for (const peer of peers)
      for (let id = 1; id <= 8; id += 1) peer.write(word({ subscribe: { id, channel: '*', positions } }));
    await until(() =>
      peers.every((peer) => textsOf(peer).filter((text) => text.startsWith('{"subscribed"')).length === 8),
    );
    expect(textsOf(peers[0]!).some((text) => text.includes('"resumed":true'))).toBe(false);
    // 8 x 700 positions of each of 50 peers would be some 60 MiB.
    expect(memoryBytes() - before).toBeLessThan(40 * MIB);
    await edge.screen.getsEveryUpdate();
  });

  test('delays that flip: every other delay counts as ten words, and no view stays behind', async () => {
    const edge = await start();
    const peer = await edge.join();
    peer.write(word({ subscribe: { id: 1, channel: '*', delta: true } }));
    for (let count = 1; count <= 100; count += 1)
      peer.write(word({ change: { id: 1, delayMs: count * 1_000 } }));
    await edge.screen.getsEveryUpdate(3);
    await ended([peer]);
    expect(peer.closed?.code).toBe(4004);
    const changed = textsOf(peer).filter((text) => text.startsWith('{"changed"')).length;
    expect(changed).toBeLessThanOrEqual(DEFAULT_LIMITS.wordsPerSecond + 5);
    await until(() => edge.running.edge.hub.viewsInUse === 0);
    await edge.screen.getsEveryUpdate();
  });

  test('row filters that are all different: one screen has its share of views and no more, others still get theirs', async () => {
    const edge = await start();
    const greedy = await edge.join();
    for (let top = 1; top <= 25; top += 1)
      greedy.write(word({ subscribe: { id: top, channel: `SWMM${top}*`, rows: { top } } }));
    await until(() => textsOf(greedy).filter((text) => /^\{"(subscribed|error)"/.test(text)).length >= 25);
    expect(textsOf(greedy).filter((text) => text.startsWith('{"subscribed"'))).toHaveLength(
      DEFAULT_LIMITS.viewsPerScreen,
    );
    expect(textsOf(greedy).filter((text) => text.includes('TOO_MANY_VIEWS'))).toHaveLength(9);
    expect(edge.running.edge.hub.viewsInUse).toBe(DEFAULT_LIMITS.viewsPerScreen);
    const other = await edge.join();
    other.write(word({ subscribe: { id: 1, channel: CHANNEL, rows: { top: 2 } } }));
    await until(() => textsOf(other).some((text) => text.startsWith('{"document"')));
    greedy.destroy();
    await until(() => edge.running.edge.hub.viewsInUse === 1);
    await edge.screen.getsEveryUpdate();
  });

  test('subscribe and unsubscribe without end: 4004, and no follower stays behind', async () => {
    const edge = await start();
    const peer = await edge.join();
    for (let id = 1; id <= 400; id += 1)
      peer.write(Buffer.concat([word({ subscribe: { id, channel: '*' } }), word({ unsubscribe: { id } })]));
    await edge.screen.getsEveryUpdate(3);
    await ended([peer]);
    expect(peer.closed?.code).toBe(4004);
    await until(() => edge.running.edge.hub.screens.size === 1);
    await edge.screen.getsEveryUpdate();
  });
});
