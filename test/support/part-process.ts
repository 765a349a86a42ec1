/** A command of ours as a process of its own, as an operator starts it; who starts it ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../src/setup/project-root.ts';

export const PROGRAM = join(projectRoot(), 'dist', 'src', 'cli', 'splitsecond.js');

export interface PartProcess {
  readonly child: ChildProcess;
  /** Where it can be reached: an edge for screens, an engine for its health. */
  readonly url: string;
  /** What it has logged so far, as far as its level goes. */
  log(): string;
  /** Resolves when the process is gone; at once when it is already. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface PartOptions {
  readonly natsUrl: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly logLevel?: 'error' | 'warn' | 'info';
  /** Another build of the program. */
  readonly program?: string;
  /** Arguments of Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Called at once, before it is ready: what is started must be ended in any case. */
  readonly started?: (end: PartProcess['end']) => void;
}

/** Resolves once it says that it is ready; rejects with its log when it ends before that. */
export async function startPart(args: readonly string[], options: PartOptions): Promise<PartProcess> {
  const { natsUrl, environment = {}, logLevel = 'error', program = PROGRAM, nodeArgs = [] } = options;
  const child = spawn(process.execPath, [...nodeArgs, program, ...args, '--log-level', logLevel], {
    env: { ...process.env, NATS_URL: natsUrl, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let logged = '';
  child.stderr!.on('data', (chunk: Buffer) => (logged += chunk.toString('utf8')));
  const end = (signal: NodeJS.Signals): Promise<void> => endOf(child, signal);
  options.started?.(end);
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${args.join(' ')} ended with ${code}: ${logged}`);
  });
  gone.catch(() => {});
  const said = once(child, 'message') as Promise<[{ ready: { url?: string } }]>;
  const [{ ready }] = await Promise.race([said, gone]);
  return { child, url: ready.url ?? '', log: () => logged, end };
}

export async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
