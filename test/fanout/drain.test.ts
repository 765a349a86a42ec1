import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ConnectionState } from '../../src/client/connection.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { CLOSE } from '../../src/fanout/connections/close-codes.ts';
import { drain } from '../../src/fanout/drain.ts';
import { onAir } from './edge-bench.ts';
import { FINAL_100M } from './published-documents.ts';
import { type RunningEdge, runningEdge, until } from './running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('SC16 draining', () => {
  test('SC16 many screens are closed slice by slice, each told a window; until then they get what comes', async () => {
    const { bench, publisher } = await onAir();
    const screens = Array.from({ length: 1_000 }, () => bench.screen());
    await screens.at(-1)!.subscribe(CHANNEL);
    let isDone = false;
    const draining = drain(bench.hub.screens, bench.timing).then(() => {
      isDone = true;
    });
    const closed = (): number => screens.filter(({ pair }) => pair.closed !== null).length;
    const counts = [closed()];
    while (!isDone) {
      await bench.timing.pass(50);
      counts.push(closed());
      if (counts.length === 3) await publisher.touch();
    }
    await draining;
    const slices = counts.map((count, index) => count - (counts[index - 1] ?? 0));
    expect(Math.max(...slices)).toBeLessThanOrEqual(200);
    expect(closed()).toBe(1_000);
    expect(screens.at(-1)!.versions()).toEqual([1, 2]);
    for (const { pair } of screens) {
      expect(pair.closed).toEqual({ code: CLOSE.DRAINING, text: 'server stops; reconnect within 0-2000 ms' });
    }
  });

  test('SC16 however many there are, it takes three seconds at most', async () => {
    const { bench } = await onAir();
    for (let count = 0; count < 15_000; count += 1) bench.screen();
    const draining = drain(bench.hub.screens, bench.timing);
    await bench.timing.pass(3_000);
    await draining;
    expect([...bench.hub.screens].every(({ state }) => state === 'closing')).toBe(true);
  });

  test('SC16 few screens are closed at once', async () => {
    const { bench } = await onAir();
    const screens = Array.from({ length: 100 }, () => bench.screen());
    await drain(bench.hub.screens, bench.timing);
    expect(screens.every(({ pair }) => pair.closed !== null)).toBe(true);
  });
});

describe('SC16 over real sockets', () => {
  let running: RunningEdge | null = null;
  let subscriber: Subscriber | null = null;

  afterEach(async () => {
    subscriber?.close();
    await running?.stop();
    running = null;
  });

  test('SC16 an edge that is about to stop takes nobody: 503, on the stream, as events and at /readyz', async () => {
    running = await runningEdge();
    const { edge } = running;
    edge.hub.stopTaking();
    const refused = new Promise<string>((resolve) =>
      new WebSocket(edge.streamUrl).on('error', ({ message }) => resolve(message)),
    );
    expect(await refused).toContain('503');
    const events = await fetch(`${edge.httpUrl}/v1/stream?channel=*`, {
      headers: { Accept: 'text/event-stream' },
    });
    expect([events.status, await events.json()]).toMatchObject([503, { error: { code: 'DRAINING' } }]);
    expect((await fetch(`${edge.httpUrl}/readyz`)).status).toBe(503);
  });

  test('SC15 SC16 the subscriber library waits within the window and goes on where it was', async () => {
    running = await runningEdge();
    const states: ConnectionState[] = [];
    const versions: number[] = [];
    const waits: { ms: number; run: () => void }[] = [];
    subscriber = new Subscriber({
      url: running.edge.streamUrl,
      openSocket: openNodeSocket,
      chance: () => 0.25,
      onState: (state) => states.push(state),
      after: (ms, run) => {
        const wait = { ms, run };
        waits.push(wait);
        return () => void waits.splice(waits.indexOf(wait) >>> 0, 1);
      },
    });
    subscriber.follow(CHANNEL, ({ version }) => versions.push(version));
    await until(() => versions.length === 1);
    const { hub } = running.edge;
    await drain(hub.screens, hub.timing);
    await until(() => states.at(-1)?.state === 'waiting');
    expect(states.at(-1)).toMatchObject({ state: 'waiting', ms: 500, code: CLOSE.DRAINING });
    await running.publisher.touch(3);
    for (const { ms, run } of [...waits]) if (ms === 500) run();
    await until(() => versions.at(-1) === 4);
    expect(versions[0]).toBe(1);
    expect(hub.counts.resumes).toEqual({ complete: 1, incomplete: 0 });
  });
});
