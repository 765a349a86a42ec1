/** The launcher as a person uses it: the built program with a real broker. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { freePort } from '../../src/cli/free-port.ts';
import { SupervisedProcess, spawnCommand } from '../../src/cli/processes/supervised-process.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { ROOT } from '../support/source-tree.ts';
import { descendants, eventually, isAlive, launched, PROGRAM, started } from './launched.ts';

const pidOf = (launcher: ChildProcess, word: string): number =>
  descendants(launcher.pid!).find(({ command }) => command.includes(`splitsecond.js ${word}`))?.pid ?? 0;

const documentsAt = async (httpUrl: string): Promise<number> => {
  const response = await fetch(`${httpUrl}/v1/documents`).catch(() => null);
  if (response === null || !response.ok) return 0;
  return ((await response.json()) as { documents: unknown[] }).documents.length;
};

interface Ended {
  readonly code: number | null;
  readonly complained: string;
}

async function ended(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, NATS_URL: '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.push(child);
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  // Everything that it started holds its stderr: closed means that all of them are gone.
  await once(child, 'close');
  return { code: child.exitCode, complained };
}

/** One that nobody else uses. */
async function brokerAlone(): Promise<string> {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  return server.url;
}

/** A port that somebody listens on for as long as `use` takes. */
async function whileTaken<T>(use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

describe('a port that is taken', { timeout: 30_000 }, () => {
  for (const command of ['up', 'demo']) {
    test(`ends ${command} with 1, one line and nothing left running`, async () => {
      await whileTaken(async (port) => {
        const { code, complained } = await ended([command, '--port', String(port)]);
        expect(code).toBe(1);
        expect(complained.trim().split('\n')).toHaveLength(1);
        expect(complained).toContain(`127.0.0.1:${port} is taken by another program - choose another --port`);
      });
    });
  }

  test('of the broker ends up with 1, one line that names its option, and nothing left running', async () => {
    await whileTaken(async (port) => {
      const { code, complained } = await ended(['up', '--broker-port', String(port)]);
      expect(code).toBe(1);
      expect(complained.trim().split('\n')).toHaveLength(1);
      expect(complained).toContain(
        `127.0.0.1:${port} is taken by another program - choose another --broker-port`,
      );
    });
  });

  test('for a broker that is not started here is a wrong command line', async () => {
    const { code, complained } = await ended(['up', '--broker-port', '4222'], {
      NATS_URL: 'nats://127.0.0.1:1',
    });
    expect(code).toBe(2);
    expect(complained).toContain('NATS_URL names a broker that runs already');
  });

  test('ends an edge that runs alone with 1, although its broker is there', async () => {
    const natsUrl = await brokerAlone();
    await whileTaken(async (port) => {
      const { code, complained } = await ended(['edge', '--port', String(port), '--log-level', 'silent'], {
        NATS_URL: natsUrl,
      });
      expect(code).toBe(1);
      expect(complained).toContain('is taken by another program');
    });
  });

  test('that somebody took in between is heard by the launcher, since the edge ends', async () => {
    const natsUrl = await brokerAlone();
    await whileTaken(async (port) => {
      const edge = new SupervisedProcess(
        {
          name: 'edge',
          begin: () =>
            spawnCommand(PROGRAM, ['edge', '--port', String(port), '--log-level', 'silent'], {
              NATS_URL: natsUrl,
            }),
        },
        pino({ level: 'silent' }),
      );
      await expect(edge.start()).rejects.toThrow('edge did not start (exit code 1)');
      await edge.stop();
    });
  });
});

describe('the launcher', { timeout: 90_000 }, () => {
  test('replays real competitions beside a second launcher, and ends on SIGTERM with everything it started', async () => {
    const one = await launched('demo', '--speed', 'max', '--once');
    const other = await launched('demo', '--speed', 'max', '--once');
    expect(other.httpUrl).not.toBe(one.httpUrl);
    expect(
      await eventually(
        () => documentsAt(one.httpUrl),
        (count) => count > 10,
      ),
    ).toBeGreaterThan(10);
    const children = descendants(one.child.pid!);
    expect(children.length).toBeGreaterThanOrEqual(3);
    one.child.kill('SIGTERM');
    const [code] = await once(one.child, 'exit');
    expect(code).toBe(0);
    expect(
      await eventually(
        () => children.filter(({ pid }) => isAlive(pid)),
        (left) => left.length === 0,
      ),
    ).toEqual([]);
    expect(
      await eventually(
        () => documentsAt(other.httpUrl),
        (count) => count > 0,
      ),
    ).toBeGreaterThan(0);
  });

  test('prints a line for the shell that shows the stream and ends quietly with its reader', async () => {
    const { said } = await launched('demo', '--speed', 'max', '--rest', '500ms');
    const line = /^ +(node .+)$/m.exec(said)?.[1] ?? '';
    const shown = await promisify(execFile)('sh', ['-c', `${line} | head -n 2`], {
      cwd: ROOT,
      timeout: 30_000,
    });
    expect(shown.stdout.trim().split('\n')).toHaveLength(2);
    expect(shown.stderr).toBe('');
  });

  test('leaves nothing running at a broker that stays when it is killed before its edge and engine are ready', async () => {
    const natsUrl = await brokerAlone();
    const child = spawn(process.execPath, [PROGRAM, 'up', '--log-level', 'silent'], {
      env: { ...process.env, NATS_URL: natsUrl },
      stdio: 'ignore',
    });
    started.push(child);
    const children = await eventually(
      () => descendants(child.pid!),
      (seen) => ['edge', 'engine'].every((word) => seen.some((each) => each.command.includes(`.js ${word}`))),
    );
    child.kill('SIGKILL');
    expect(children.some(({ command }) => command.includes('.js edge'))).toBe(true);
    expect(
      await eventually(
        () => children.filter(({ pid }) => isAlive(pid)),
        (left) => left.length === 0,
      ),
    ).toEqual([]);
  });

  test('puts its broker where it is told to, starts an edge that was killed again at the same address, and leaves nothing running when it is killed itself', async () => {
    const port = await freePort('127.0.0.1');
    const { child, httpUrl, natsUrl } = await launched(
      ...['up', '--broker-port', String(port), '--log-level', 'silent'],
    );
    expect(natsUrl).toBe(`nats://127.0.0.1:${port}`);
    const broker = await NatsBroker.open({ url: natsUrl });
    expect(broker.connected).toBe(true);
    await broker.close();
    const before = pidOf(child, 'edge');
    process.kill(before, 'SIGKILL');
    const after = await eventually(
      () => pidOf(child, 'edge'),
      (pid) => pid !== 0 && pid !== before,
    );
    expect(after).not.toBe(before);
    const healthy = await eventually(
      () =>
        fetch(`${httpUrl}/healthz`).then(
          (response) => response.ok,
          () => false,
        ),
      (ok) => ok,
    );
    expect(healthy).toBe(true);
    const children = descendants(child.pid!);
    expect(children.some(({ command }) => command.includes('nats-server'))).toBe(true);
    child.kill('SIGKILL');
    expect(
      await eventually(
        () => children.filter(({ pid }) => isAlive(pid)),
        (left) => left.length === 0,
      ),
    ).toEqual([]);
  });
});

test('bench --list gives the names as npm run bench -- --list does', () => {
  const list = (...args: string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8' });
  const names = list(PROGRAM, 'bench', '--list');
  expect(names).toContain('venue-to-screen\n');
  expect(names).toBe(list(join(ROOT, 'dist', 'bench', 'run.js'), '--list'));
});
