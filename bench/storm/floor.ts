import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { SupervisedProcess, spawnCommand } from '../../src/cli/processes/supervised-process.ts';
import type { RunningEdge } from './setting.ts';

const PROGRAM = fileURLToPath(new URL('./bare-listener.js', import.meta.url));

/** The bare listener in the place of an edge: watched over in the same way, and on the same port when it is started again. */
export async function startFloor(): Promise<RunningEdge & { stop(): Promise<void> }> {
  const process = new SupervisedProcess(
    { name: 'bare listener', begin: (since) => spawnCommand(PROGRAM, [String(since?.port ?? 0)]) },
    pino({ level: 'silent' }),
  );
  const { port } = await process.start();
  return {
    streamUrl: `ws://127.0.0.1:${port}/`,
    get pid() {
      return process.pid!;
    },
    stop: () => process.stop(),
  };
}
