import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Servers run on the first core and screens on the second, so that neither takes time from the other. */
export type Core = 'server' | 'screens';

const CORE_NUMBER: Readonly<Record<Core, string>> = { server: '0', screens: '1' };

/** False where processes cannot be bound to a core (no `taskset`, or one core): figures then say less. */
export const canPin: boolean =
  cpus().length > 1 && spawnSync('taskset', ['-c', '0,1', 'true'], { stdio: 'ignore' }).status === 0;

/** A Node program on one core, with a channel to this process. What it starts stays on that core. */
export function forkPinned(
  program: URL,
  args: readonly string[],
  core: Core,
  nodeOptions: readonly string[] = [],
): ChildProcess {
  const path = fileURLToPath(program);
  if (!canPin) return fork(path, args, { execArgv: [...nodeOptions] });
  return fork(path, args, {
    execPath: 'taskset',
    execArgv: ['-c', CORE_NUMBER[core], process.execPath, ...nodeOptions],
  });
}
