/** The built program between an edge and machines that read by position. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PROGRAM } from '../cli/launched.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { engineKeepsUp, type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'scoreboard-'));
const ending: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterEach(async () => {
  for (const end of ending.splice(1).reverse()) await end();
});

const LAYOUT = {
  channel: `${FINAL_100M}/RESULT`,
  end: '0A',
  rows: 2,
  head: { length: 5, fields: [{ column: 'feed', at: 1, length: 4 }] },
  row: {
    fields: [
      { column: 'line', at: 1, length: 1 },
      { column: 'competitor', at: 3, length: 8 },
      { column: 'result', at: 12, length: 8 },
    ],
  },
};
const PACKET_BYTES = 5 + 2 * 19 + 1;

async function onEdge(): Promise<RunningEdge> {
  const running = await runningEdge({ keepaliveMs: 200 });
  ending.push(() => running.stop());
  return running;
}

async function scoreboard(running: RunningEdge, layout: object, ...more: string[]): Promise<ChildProcess> {
  const path = join(folder, `${ending.length}.json`);
  writeFileSync(path, JSON.stringify(layout));
  const child = spawn(process.execPath, [
    PROGRAM,
    'scoreboard',
    path,
    '--url',
    running.edge.streamUrl,
    ...more,
  ]);
  ending.push(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  return child;
}

const portOf = async (child: ChildProcess): Promise<number> => {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return Number(/:(\d+)\n$/.exec(line.toString())![1]);
};

/** What a machine has read, packet by packet; one that is not whole is not there yet. */
function reading(socket: Socket): { newest(): string; readonly sizes: ReadonlySet<number> } {
  let bytes = '';
  const sizes = new Set<number>();
  socket.setEncoding('latin1').on('data', (chunk: string) => (bytes += chunk));
  ending.push(() => socket.destroy());
  return {
    sizes,
    newest: () => {
      const packets = bytes.split('\n').slice(0, -1);
      for (const { length } of packets) sizes.add(length + 1);
      return packets.at(-1) ?? '';
    },
  };
}

const lineOf = (running: RunningEdge, index: number): string => {
  const row = [...running.publisher.current.rows][index]!;
  return `${index + 1} ${row.key.padEnd(8)} ${(row.mark?.result ?? '').padEnd(8)}`;
};

test('a machine that connects has the newest at once, and each change in packets of one length', async () => {
  const running = await onEdge();
  const port = await portOf(await scoreboard(running, LAYOUT));
  const machine = reading(connect(port, '127.0.0.1'));
  await expect.poll(() => machine.newest()).toBe(`LOST ${lineOf(running, 0)}${lineOf(running, 1)}`);
  ending.push(engineKeepsUp(running));
  await running.publisher.touch(1);
  await expect.poll(() => machine.newest()).toBe(`LIVE ${lineOf(running, 0)}${lineOf(running, 1)}`);
  expect([...machine.sizes]).toEqual([PACKET_BYTES]);
});

test('a machine that listens is called, and called again when it was away', async () => {
  const running = await onEdge();
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ending.push(() => server.close());
  await scoreboard(running, LAYOUT, '--to', `127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect.poll(() => sockets.length).toBe(1);
  sockets[0]!.destroy();
  await expect.poll(() => sockets.length).toBe(2);
  const machine = reading(sockets[1]!);
  await expect.poll(() => machine.newest()).toContain(lineOf(running, 0));
});

test('without its edge a board says so, and keeps what it showed', async () => {
  const running = await runningEdge({ keepaliveMs: 200 });
  const port = await portOf(await scoreboard(running, LAYOUT));
  const machine = reading(connect(port, '127.0.0.1'));
  ending.push(engineKeepsUp(running));
  await expect.poll(() => machine.newest()).toContain('LIVE');
  const shown = machine.newest().slice(5);
  await running.stop();
  await expect.poll(() => machine.newest()).toBe(`LOST ${shown}`);
});

test('everything is said again where a machine wants it', async () => {
  const running = await onEdge();
  const port = await portOf(await scoreboard(running, { ...LAYOUT, repeatMs: 50 }));
  let bytes = 0;
  const socket = connect(port, '127.0.0.1').on('data', (chunk) => (bytes += chunk.length));
  ending.push(() => socket.destroy());
  await expect.poll(() => bytes).toBeGreaterThan(5 * PACKET_BYTES);
});

test.each([
  [{ ...LAYOUT, rows: 0 }, 'BAD_LAYOUT'],
  [{ ...LAYOUT, row: { fields: [{ column: 'heights', at: 1, length: 3 }] } }, 'heights is no column here'],
])('a layout that cannot be shown ends it with 1 and one line', async (layout, said) => {
  const child = await scoreboard(await onEdge(), layout);
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  expect(complained.trim().split('\n')).toHaveLength(1);
  expect(complained).toContain(said);
});
