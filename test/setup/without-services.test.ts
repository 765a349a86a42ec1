/** `policy-rc.d` belongs to the machine: whatever happens to the installation, it does not stay. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withoutServices } from '../../src/setup/nats-server.ts';
import { until } from '../broker/nearby-server.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'splitsecond-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => join(folder, name);
const policy = (): string => inFolder('policy-rc.d');

/** An installation that begins, and goes on until it may end or is told to. */
const INSTALLING = [
  'sh',
  '-c',
  'echo > begun; while [ ! -e go ]; do sleep 0.05; done; cp policy-rc.d seen; exit 7',
];

async function begun(...start: readonly string[]): Promise<ChildProcess> {
  const [program, ...args] = start.length > 0 ? start : [...withoutServices(INSTALLING, policy())].flat();
  const child = spawn(program!, args, { cwd: folder, detached: true, stdio: 'ignore' });
  await until('the installation runs', () => existsSync(inFolder('begun')));
  return child;
}

/** It may have ended before anybody asks. */
const ended = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null && child.signalCode === null ? (await once(child, 'exit'))[0] : child.exitCode;

test('it is there while the command runs and gone afterwards; the outcome is that of the command', async () => {
  const child = await begun();
  writeFileSync(inFolder('go'), '');
  expect(await ended(child)).toBe(7);
  expect(readFileSync(inFolder('seen'), 'utf8')).toMatch(/^#!\/bin\/sh\n.*\nexit 101\n$/);
  expect(existsSync(policy())).toBe(false);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s to all of them takes it away', async (signal) => {
  const child = await begun();
  process.kill(-child.pid!, signal);
  await ended(child);
  expect(existsSync(policy())).toBe(false);
});

test('it goes when the command has ended, though whoever started it was killed', async () => {
  const [program, args] = withoutServices(INSTALLING, policy());
  const starter = `require('node:child_process').spawnSync(${JSON.stringify(program)}, ${JSON.stringify(args)})`;
  const child = await begun(process.execPath, '-e', starter);
  child.kill('SIGKILL');
  await ended(child);
  expect(existsSync(policy())).toBe(true);
  writeFileSync(inFolder('go'), '');
  await until('it is gone', () => !existsSync(policy()));
});

test('one of somebody else stays as it is; one of ours that was left behind goes', async () => {
  writeFileSync(policy(), '#!/bin/sh\nexit 0\n');
  writeFileSync(inFolder('go'), '');
  await ended(await begun());
  expect(readFileSync(policy(), 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  writeFileSync(policy(), '#!/bin/sh\n# splitsecond set-up: left behind\nexit 101\n');
  await ended(await begun());
  expect(existsSync(policy())).toBe(false);
});
