/** Programs as processes of their own, as their commands start them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { heard } from '../fan-out/stage.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/splitsecond.js', import.meta.url));

const QUIET = ['--log-level', 'error'];

/** Resolves when it says that it is ready: an engine is current then, and an edge shows all that is stored. */
export async function programProcess(natsUrl: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = program(natsUrl, ...args, ...QUIET);
  await heard(child, 'ready');
  return child;
}

/** The same, however long it takes; fails when the program ends before. */
export async function patiently(natsUrl: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = program(natsUrl, ...args, ...QUIET);
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${args[0]} ended with ${code} before it was ready`);
  });
  // It ends later, when it is told to.
  gone.catch(() => {});
  await Promise.race([once(child, 'message'), gone]);
  return child;
}

/** A command as a process of its own. */
export const program = (natsUrl: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
