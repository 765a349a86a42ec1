/** An edge as a process of its own, as an operator starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROGRAM } from '../cli/launched.ts';

export interface EdgeProcess {
  readonly child: ChildProcess;
  /** Resolves with its address once it says that it is ready. */
  readonly ready: Promise<string>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** `port` 0: any free one. */
export function startEdgeProcess(natsUrl: string, port = 0): EdgeProcess {
  const child = spawn(process.execPath, [PROGRAM, 'edge', '--port', String(port), '--log-level', 'error'], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  const said = once(child, 'message') as Promise<[{ ready: { url: string } }]>;
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the edge ended with ${code}: ${complained}`);
  });
  const ready = Promise.race([said.then(([notice]) => notice.ready.url), gone]);
  gone.catch(() => {});
  ready.catch(() => {});
  return {
    child,
    ready,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
