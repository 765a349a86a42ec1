/** The built program, started as a person starts it; everything is stopped after each test. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { ROOT } from '../support/source-tree.ts';

export const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'splitsecond.js');
export const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

export interface Running {
  readonly child: ChildProcess;
  readonly httpUrl: string;
  readonly natsUrl: string;
  /** What it printed once it was ready. */
  readonly said: string;
}

export async function launched(...args: string[]): Promise<Running> {
  const environment = { ...process.env, NATS_URL: '' };
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  for await (const chunk of child.stdout!) {
    said += String(chunk);
    const httpUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    const natsUrl = /nats:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    if (httpUrl !== undefined && said.includes('Ctrl-C')) return { child, httpUrl, natsUrl, said };
  }
  throw new Error(`${args.join(' ')} did not start: ${complained}`);
}

/** All processes that descend from one, with their command lines. */
export function descendants(pid: number): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const all = lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)!)
    .map(([, id, parent, command]) => ({
      pid: Number(id),
      parent: Number(parent),
      command: command!,
    }));
  const below = (parent: number): typeof all =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)]);
  return below(pid);
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

export async function eventually<T>(look: () => T | Promise<T>, isRight: (seen: T) => boolean): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const seen = await look();
    if (isRight(seen) || attempt === 200) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
