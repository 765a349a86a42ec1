import { describe, expect, test } from 'vitest';
import { pause } from '../../src/conformance/wire/news.ts';
import { handshakeOf } from '../../src/conformance/wire/raw-socket.ts';
import { besiegedEdges, openFilesMax, until } from './besieged-edge.ts';

const start = besiegedEdges();

/** Connections without a request that the edge may keep, and a wave that comes on top. */
const BOUND = 1_000;
const WAVE = 250;
/** Both ends of each connection are in this process. */
const FILES_NEEDED = 2 * (BOUND + 2 * WAVE) + 500;

describe('peers that never finish the handshake', () => {
  test('a handshake that drips in byte by byte is ended when its time is over, with 408', async () => {
    const edge = await start({ handshakeMs: 600 });
    const peers = Array.from({ length: 20 }, () => edge.connect());
    const text = handshakeOf(new URL(edge.running.edge.streamUrl), {});
    const drip = setInterval(() => {
      for (const peer of peers) peer.write(text[peer.socket.bytesWritten] ?? 'x');
    }, 100);
    await edge.screen.getsEveryUpdate(5);
    await until(() => peers.every(({ hasEnded }) => hasEnded));
    clearInterval(drip);
    expect(peers.map(({ answer }) => answer?.status)).toEqual(peers.map(() => 408));
    expect(edge.turnedAway('HANDSHAKE_TIMEOUT')).toBe(20);
    expect(await edge.metric('splitsecond_turned_away_total{code="HANDSHAKE_TIMEOUT"}')).toBe(20);
    // One line for all that came together.
    expect(edge.log.filter(({ code }) => code === 'HANDSHAKE_TIMEOUT')).toHaveLength(1);
    await edge.screen.getsEveryUpdate();
  });

  test('connections on which nothing is said are ended when their time is over', async () => {
    const edge = await start({ handshakeMs: 600 });
    const peers = Array.from({ length: 50 }, () => edge.connect());
    await until(() => edge.counts.mute >= 50);
    await until(() => peers.every(({ hasEnded }) => hasEnded));
    expect(edge.counts.mute).toBe(0);
    await edge.screen.getsEveryUpdate();
  });

  test('10,000 half-open connections, half of them with half a request: no more than the bound are kept, the screen gets every update, and newcomers come in', async () => {
    const max = openFilesMax();
    const wanted = max !== null && max < FILES_NEEDED ? 1_000 : 10_000;
    if (wanted < 10_000) console.warn(`only ${wanted} connections: at most ${max} files may be open here`);
    const bound = Math.min(BOUND, wanted / 10);
    const edge = await start({ handshakes: bound });
    const half = handshakeOf(new URL(edge.running.edge.streamUrl), {}).slice(0, 60);
    let most = 0;
    for (let made = 0; made < wanted; made += WAVE) {
      const peers = Array.from({ length: Math.min(WAVE, wanted - made) }, () => edge.connect());
      peers.forEach((peer, index) => {
        if (index % 2 === 0) peer.write(half);
      });
      await until(() => peers.every(({ socket }) => !socket.connecting));
      await edge.screen.getsEveryUpdate();
      most = Math.max(most, edge.counts.mute);
    }
    await until(() => edge.turnedAway('TOO_MANY_HANDSHAKES') >= wanted - bound);
    expect(most).toBeLessThanOrEqual(bound);
    expect(edge.counts.connections).toBeLessThanOrEqual(bound + 2);
    expect(await edge.metric('splitsecond_mute_connections')).toBeLessThanOrEqual(bound);
    expect(edge.log.filter(({ code }) => code === 'TOO_MANY_HANDSHAKES').length).toBeLessThan(10);
    const newcomer = await edge.join();
    expect(newcomer.answer?.status).toBe(101);
    await edge.screen.getsEveryUpdate(3);
  }, 120_000);

  test('thousands of connections from one address: what is beyond its share is refused, those that are in stay', async () => {
    const edge = await start({ connectionsFromLoopback: 300 });
    const peers = Array.from({ length: 2_000 }, () => edge.connect());
    await until(() => edge.turnedAway('TOO_MANY_FROM_ADDRESS') >= 1_700);
    expect(edge.counts.connections).toBeLessThanOrEqual(300);
    // a peer reads its end a moment after the edge has counted it
    await until(() => peers.filter(({ hasEnded }) => !hasEnded).length <= 300);
    await edge.screen.getsEveryUpdate(3);
  });

  test('headers without an end, too long ones and too many are answered with 431', async () => {
    const edge = await start();
    const long = await edge.join({ headers: { 'X-Long': 'x'.repeat(9_000) } });
    expect(long.answer?.status).toBe(431);
    const huge = await edge.join({ headers: { 'X-Huge': 'x'.repeat(60_000) } });
    expect(huge.answer?.status).toBe(431);
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_none, index) => [`X-${index}`, 'many headers']),
    );
    expect((await edge.join({ headers: many })).answer?.status).toBe(431);
    const endless = edge.connect();
    endless.write('GET /v1/stream HTTP/1.1\r\n');
    const line = Buffer.from('X-More: of the same, and never an end\r\n');
    for (let lines = 0; !endless.hasEnded; lines += 1) {
      endless.write(line);
      // Gives the edge its turn: otherwise the operating system takes megabytes first.
      if (lines % 100 === 0) await pause(0);
    }
    expect(endless.socket.bytesWritten).toBeLessThan(1_000_000);
    expect(edge.turnedAway('HEADERS_TOO_LARGE')).toBeGreaterThanOrEqual(4);
    await until(() => edge.counts.mute === 0);
    await edge.screen.getsEveryUpdate();
  });

  test('bytes that are no HTTP are refused, and a refused peer that keeps its half open does not keep ours', async () => {
    const edge = await start();
    const peers = Array.from({ length: 100 }, () => edge.connect());
    peers.forEach((peer, index) => {
      peer.socket.allowHalfOpen = true;
      peer.write(
        index % 2 === 0
          ? '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'
          : 'GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
    });
    await until(() => peers.every(({ answer }) => answer !== null));
    await until(() => edge.counts.connections === 1);
    expect(edge.turnedAway('BAD_REQUEST')).toBe(50);
    await edge.screen.getsEveryUpdate();
  });
});
