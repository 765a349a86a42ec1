import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { findNatsServer } from '../../src/setup/nats-server.ts';
import { startTestServer, until } from './nearby-server.ts';

const GUARD = new URL('../../src/broker/nats/guard.mjs', import.meta.url).pathname;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const fact = (seq: number) => ({
  venue: 'STA',
  unit: 'ATHM100M--------------FNL-000100--',
  messageId: `A:1:${seq}`,
  contentType: 'application/json' as const,
  data: Buffer.from('{}'),
});

test('a server stops when told to, and its temporary store goes with it', async () => {
  const server = await startTestServer();
  expect(isAlive(server.pid)).toBe(true);
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  expect(existsSync(dirname(server.storeDirectory))).toBe(false);
});

test('a given store outlives the server: the next one has everything, and the same time of creation', async () => {
  const storeDirectory = await mkdtemp(join(tmpdir(), 'splitsecond-store-'));
  try {
    const first = await startTestServer({ storeDirectory });
    const before = await NatsBroker.open({ url: first.url });
    await before.publishFact(fact(1));
    await before.close();
    await first.stop();
    const second = await startTestServer({ storeDirectory });
    const after = await NatsBroker.open({ url: second.url });
    expect(await after.lastFactSeq()).toBe(1);
    expect(after.historyBegan).toBe(before.historyBegan);
    await after.close();
    await second.stop();
    expect((await stat(storeDirectory)).isDirectory()).toBe(true);
  } finally {
    await rm(storeDirectory, { recursive: true, force: true });
  }
});

test('two servers at once have different ports', async () => {
  const [first, second] = await Promise.all([startTestServer(), startTestServer()]);
  expect(first.port).not.toBe(second.port);
  await Promise.all([first.stop(), second.stop()]);
});

test('a port that somebody else has is a clear failure', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  try {
    await expect(startTestServer({ port })).rejects.toMatchObject({
      code: 'NATS_SERVER_FAILED',
      message: expect.stringContaining('address already in use'),
    });
  } finally {
    other.close();
  }
});

test('a program that is no nats-server is a clear failure', async () => {
  await expect(startTestServer({ program: '/does/not/exist' })).rejects.toMatchObject({
    code: 'NATS_SERVER_FAILED',
    message: expect.stringContaining('/does/not/exist'),
  });
});

test('a server that is killed comes back at the same port with what it had stored', async () => {
  const server = await startTestServer();
  const broker = await NatsBroker.open({ url: server.url });
  await broker.publishFact(fact(1));
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  await until('another one runs', () => server.pid !== pid && broker.connected);
  expect(await broker.publishFact(fact(1))).toEqual({ streamSeq: 1, duplicate: true });
  await broker.close();
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test('a server that cannot come back at once, because its port is taken, comes back when it can', async () => {
  const warnings: string[] = [];
  const server = await startTestServer({ warn: (line) => warnings.push(line) });
  const broker = await NatsBroker.open({ url: server.url });
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  const other = createServer((socket) => socket.destroy());
  await until('the port was free for a moment', () => !broker.connected);
  await new Promise<void>((resolve, reject) => {
    const retake = (): void => void other.listen(server.port, '127.0.0.1', resolve);
    other.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve() : reject(error),
    );
    retake();
  });
  if (other.listening)
    await until('it was tried in vain', () => warnings.some((line) => /trying again/.test(line)));
  other.close();
  await until('another one runs', () => server.pid !== pid && broker.connected);
  await broker.close();
  await server.stop();
});

/** A program that starts a server through the guard, says its pid, and waits for its own end. */
function startOwner(folder: string): ChildProcess {
  const script = `
    const { spawn } = require('node:child_process');
    const guard = spawn(process.execPath, ${JSON.stringify([GUARD, folder, findNatsServer(), '-a', '127.0.0.1', '-p', '-1'])},
      { stdio: ['pipe', 'inherit', 'inherit'], detached: true });
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
}

test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
  'a server does not outlive its owner: %s',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'splitsecond-owner-'));
    const owner = startOwner(folder);
    let said = '';
    owner.stdout?.on('data', (chunk) => {
      said += chunk;
    });
    owner.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    await until('the server is ready', () => said.includes('Server is ready'));
    const pid = Number(/^pid (\d+)$/m.exec(said)?.[1]);
    expect(isAlive(pid)).toBe(true);
    owner.kill(signal);
    await until('the server has gone', () => !isAlive(pid));
    await until('its folder has gone', () => !existsSync(folder));
  },
);
