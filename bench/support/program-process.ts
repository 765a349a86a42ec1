/** Programs as processes of their own, as their commands start them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { heard } from '../fan-out/stage.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/splitsecond.js', import.meta.url));

/** Resolves when it says that it is ready: an engine is current then, and an edge shows all that is stored. */
export async function programProcess(natsUrl: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, ...args, '--log-level', 'error'], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await heard(child, 'ready');
  return child;
}
