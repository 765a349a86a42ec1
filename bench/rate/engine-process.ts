/** An engine as a process of its own, as `splitsecond engine` starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { heard } from '../fan-out/stage.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/splitsecond.js', import.meta.url));

/** Resolves when it is current. */
export async function engineProcess(natsUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, 'engine', '--log-level', 'error'], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await heard(child, 'ready');
  return child;
}
