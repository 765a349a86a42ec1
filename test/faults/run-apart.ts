/** A run in a process of its own: one that hangs is ended and told, and of none anything stays, be it a process or a file. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NONE_WRONG } from './judge.ts';
import type { Outcome, RunOptions } from './run-class.ts';

export interface RunOrder extends Omit<RunOptions, 'fault'> {
  readonly class: string;
}

const PROGRAM = fileURLToPath(new URL('./run-process.js', import.meta.url));
/** A broker that is told to end has five seconds, and is killed then. */
const LEAVE_MS = 8_000;
const LOOK_MS = 100;
const MS = 1_000;

export interface Ending {
  /** After that it hangs. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export async function runApart(order: RunOrder, { limitMs, signal }: Ending): Promise<Outcome> {
  const began = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-run-'));
  const child = fork(PROGRAM, [JSON.stringify(order)], {
    // A group of its own, in which every part of the run is but the brokers, and a folder in which every file of it is.
    detached: true,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  const limit = limited(limitMs);
  const ending = AbortSignal.any([signal, limit.reached]);
  ending.addEventListener('abort', () => kill(-child.pid!));
  let outcome: Outcome | null = null;
  child.on('message', (sent) => (outcome = sent as Outcome));
  const [code] = (await once(child, 'close')) as [number | null];
  limit.stop();
  const stayed = await endAllOf(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const seconds = Math.round((Date.now() - began) / MS);
  const fatal = (why: string): Outcome => ({
    ...NONE_WRONG,
    wrong: 1,
    complaints: [why],
    facts: 0,
    seconds,
    stoodStillMs: 0,
    logs: complained,
  });
  if (ending.aborted) return fatal(`it hung, and was ended after ${seconds} s`);
  if (outcome === null)
    return fatal(`it ended with ${code}: ${/^\w*Error: .*/m.exec(complained)?.[0] ?? ''}`);
  return stayed.length === 0 ? outcome : withStayed(outcome, stayed);
}

/** A machine that stands still uses no time up: of what is between two looks, the time that is between two looks counts. */
function limited(limitMs: number): { reached: AbortSignal; stop(): void } {
  const reached = new AbortController();
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (looks * LOOK_MS > limitMs) reached.abort();
  }, LOOK_MS);
  return { reached: reached.signal, stop: () => clearInterval(timer) };
}

const withStayed = (outcome: Outcome, stayed: readonly string[]): Outcome => ({
  ...outcome,
  wrong: outcome.wrong + stayed.length,
  complaints: [...outcome.complaints, ...stayed.map((command) => `stayed: ${command}`)],
});

/** Ends what is left of a run, and gives what did not end by itself. */
async function endAllOf(folder: string): Promise<string[]> {
  const giveUpAt = Date.now() + LEAVE_MS;
  for (;;) {
    const left = await processesIn(folder);
    if (left.length === 0) return [];
    if (Date.now() > giveUpAt) {
      for (const { pid } of left) kill(pid);
      return left.map(({ command }) => command);
    }
    await pause(LOOK_MS);
  }
}

/** Whoever inherited the folder as the place of temporary files. Where the machine does not tell, nobody. */
async function processesIn(folder: string): Promise<{ pid: number; command: string }[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = names
    .filter((name) => /^\d+$/.test(name))
    .map(async (name) => {
      const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '');
      if (!environment.split('\0').includes(`TMPDIR=${folder}`)) return [];
      const command = await readFile(`/proc/${name}/cmdline`, 'latin1').catch(() => '');
      return [{ pid: Number(name), command: command.replaceAll('\0', ' ').slice(0, 120) }];
    });
  return (await Promise.all(found)).flat();
}

/** A process, or with its number below zero a group of them. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
