/** SC1-SC16 hold for each worker as for any edge; here: what several of them do as one. */
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { descendants, eventually, launched } from './launched.ts';

interface Connected {
  readonly socket: WebSocket;
  /** Of the worker that took the connection. */
  readonly server: string;
  readonly closed: Promise<number>;
}

async function connect(httpUrl: string): Promise<Connected> {
  const socket = new WebSocket(`${httpUrl.replace('http', 'ws')}/v1/stream`);
  const closed = once(socket, 'close').then(([code]) => code as number);
  const [first] = (await once(socket, 'message')) as [Buffer];
  return { socket, server: JSON.parse(first.toString()).welcome.server, closed };
}

const workersOf = (pid: number): number[] =>
  descendants(pid)
    .filter(({ command }) => command.includes('splitsecond.js edge'))
    .map(({ pid: worker }) => worker)
    // The first of them hands the connections round.
    .slice(1);

const screensSaid = async (httpUrl: string): Promise<number> => {
  const text = await (await fetch(`${httpUrl}/metrics`, { headers: { connection: 'close' } })).text();
  return Number(/^splitsecond_screens (\d+)$/m.exec(text)?.[1]);
};

describe('an edge with several workers', { timeout: 90_000 }, () => {
  test('spreads its screens over them, counts them together, and outlives one of them', async () => {
    const { child, httpUrl } = await launched('up', '--workers', '3', '--log-level', 'silent');
    expect(workersOf(child.pid!)).toHaveLength(3);

    const screens: Connected[] = [];
    while (screens.length < 9) screens.push(await connect(httpUrl));
    const perWorker = new Map<string, Connected[]>();
    for (const screen of screens)
      perWorker.set(screen.server, [...(perWorker.get(screen.server) ?? []), screen]);
    expect([...perWorker.values()].map(({ length }) => length)).toEqual([3, 3, 3]);
    for (let asked = 0; asked < 4; asked += 1) expect(await screensSaid(httpUrl)).toBe(9);

    process.kill(workersOf(child.pid!)[0]!, 'SIGKILL');
    const lost = await Promise.race(
      [...perWorker].map(async ([server, [one]]) => [server, await one!.closed] as const),
    );
    expect(lost[1]).toBe(1006);
    const others = screens.filter(({ server }) => server !== lost[0]);
    expect(others.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
    const again = await connect(httpUrl);
    expect(again.server).not.toBe(lost[0]);
    // Started again, it takes its share of the connections.
    await eventually(
      async () => (await connect(httpUrl)).server,
      (server) => server !== lost[0] && !perWorker.has(server),
    );
    expect(workersOf(child.pid!)).toHaveLength(3);

    child.kill('SIGTERM');
    const codes = await Promise.all(others.map(({ closed }) => closed));
    expect(new Set(codes)).toEqual(new Set([4000]));
    await once(child, 'exit');
    expect(descendants(child.pid!)).toEqual([]);
  });
});
