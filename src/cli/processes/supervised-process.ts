import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import { Failure } from '../failure.ts';
import { Backoff } from './backoff.ts';
import { isReadyNotice, type Ready } from './parent-link.ts';

export interface ProcessSpec {
  readonly name: string;
  /** Starts it, with an IPC channel; `since` is what the process said when it was last ready. */
  begin(since: Ready | null): ChildProcess;
}

/** Broker, engine, edge and who feeds them: on fewer cores none is idle when a venue sends something. */
const BUSY_PROCESSES = 4;
/**
 * Node collects garbage on threads beside the program. Without a core to spare they take that of another process, in the middle of what
 * it sends: one fact in a hundred came to 2,000 screens as much as half again later (`venue-to-screen`).
 */
const COLLECTING = availableParallelism() < BUSY_PROCESSES ? ['--single-threaded-gc'] : [];

/** Starts a `splitsecond` command; `program`: path of the script. */
export function spawnCommand(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [...COLLECTING, ...process.execArgv, program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...environment },
  });
}

const KILL_AFTER_MS = 6_000;

/**
 * One process of the pipeline, which is started again, with growing waits,
 * whenever it ends before it is told to. It holds an IPC channel, so it ends when the launcher does.
 */
export class SupervisedProcess {
  readonly #spec: ProcessSpec;
  readonly #log: Logger;
  readonly #backoff = new Backoff();
  #child: ChildProcess | null = null;
  #ready: Ready | null = null;
  #restart: NodeJS.Timeout | null = null;
  #stopping = false;

  constructor(spec: ProcessSpec, log: Logger) {
    this.#spec = spec;
    this.#log = log;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  get ready(): Ready | null {
    return this.#ready;
  }

  /** Resolves when the process says that it is ready; rejects when its first life ends before that. */
  start(): Promise<Ready> {
    return new Promise((resolve, reject) => {
      this.#launch(resolve, (code) =>
        reject(
          new Failure(
            `${this.#spec.name} did not start (exit code ${code})`,
            'its own message is above; --log-level debug says more',
          ),
        ),
      );
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const lastResort = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await ended;
    clearTimeout(lastResort);
  }

  #launch(onReady: (ready: Ready) => void, onEarlyEnd: ((code: number | string) => void) | null): void {
    const startedAt = performance.now();
    const child = this.#spec.begin(this.#ready);
    this.#child = child;
    let readyOnce = false;
    child.on('message', (notice) => {
      if (!isReadyNotice(notice)) return;
      readyOnce = true;
      this.#ready = notice.ready;
      onReady(notice.ready);
    });
    child.on('error', (error) => this.#log.error({ err: error }, `${this.#spec.name} cannot be started`));
    child.once('exit', (code, signal) => {
      if (this.#stopping) return;
      if (!readyOnce && onEarlyEnd !== null) {
        onEarlyEnd(code ?? signal ?? '?');
        return;
      }
      const waitMs = this.#backoff.afterEnd(performance.now() - startedAt);
      this.#log.error({ code, signal, waitMs }, `${this.#spec.name} ended; starting it again`);
      this.#restart = setTimeout(() => {
        this.#launch(() => this.#log.info(`${this.#spec.name} is back`), null);
      }, waitMs);
    });
  }
}
