/** A server of somebody else's as a process: started with a configuration of its own, ended with all that it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';

export class ServerProgram {
  readonly #words: readonly [program: string, ...args: readonly string[]];
  readonly #port: number;
  #child: ChildProcess | null = null;

  constructor(port: number, words: readonly [program: string, ...args: readonly string[]]) {
    this.#port = port;
    this.#words = words;
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    const [program, ...args] = this.#words;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    let said = '';
    child.stdout!.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr!.on('data', (part: Buffer) => (said += part.toString()));
    while (!(await answersAt(this.#port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** With the sessions that it has, which are processes of their own. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const family = startedBy(child.pid!);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    for (const pid of family) endOf(pid);
  }
}

export const isThere = (program: string): boolean => existsSync(program);

const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** All that descend from it (Linux only, as these servers are). */
function startedBy(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      // Behind the name of the program, which may have brackets: state and parent.
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      parents.set(Number(name), Number(parent));
    } catch {
      // It has ended meanwhile.
    }
  }
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  return [...children, ...children.flatMap(startedBy)];
}

function endOf(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its listener.
  }
}
