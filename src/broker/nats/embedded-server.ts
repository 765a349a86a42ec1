/**
 * A real nats-server with JetStream as a child of this program. It stops when we stop it
 * and when we end in any other way (`guard.mjs`). When it dies by itself it is started again at the
 * same port with the same store, so connections find it again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrokerError } from '../errors.ts';

export interface EmbeddedServerOptions {
  /** The nats-server program. */
  readonly program: string;
  /** Default 127.0.0.1: whoever reaches it may say facts. */
  readonly host?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** Where the streams are kept. Default: a temporary folder that goes with the server. */
  readonly storeDirectory?: string;
  /** The most bytes in one publish, at most 64 MiB (which is the default). */
  readonly maxPayloadBytes?: number;
  /** False makes a server without JetStream; only tests want that. */
  readonly jetstream?: boolean;
  /** More of nats-server's configuration, such as `authorization`. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly warn?: (line: string) => void;
}

export interface EmbeddedServer {
  /** `nats://127.0.0.1:PORT`, or another address of this machine at which it listens. */
  readonly url: string;
  readonly port: number;
  readonly storeDirectory: string;
  /** Of nats-server itself; changes when it is started again. */
  readonly pid: number;
  /** Stops the server and starts it again with the same port and store; `kill` without a farewell. */
  restart(how?: { kill?: boolean; pauseMs?: number }): Promise<void>;
  /** Resolves when the process is gone and a temporary store removed. */
  stop(): Promise<void>;
}

/**
 * Whole documents of mass races (50,000 rows) pass through one publish, so the limit is as high as
 * nats-server allows. NATS advises 8 MiB for clusters: see `max_payload` in the operations notes.
 */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;
const LOOPBACK = '127.0.0.1';
const MAX_PENDING_BYTES = 256 * 1024 * 1024;
const READY_TIMEOUT_MS = 20_000;
const START_ATTEMPTS = 5;
const TRY_AGAIN_MS = 1000;
const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));

interface Running {
  readonly guard: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly gone: Promise<void>;
}

export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const own = await mkdtemp(join(tmpdir(), 'splitsecond-nats-'));
  const place: Place = { own, store: options.storeDirectory ?? join(own, 'store') };
  await mkdir(place.store, { recursive: true });
  try {
    const running = await start(options, place, options.port ?? -1);
    return new Embedded(options, place, running);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
}

interface Place {
  /** Configuration, and the store when no other place was given. */
  readonly own: string;
  readonly store: string;
}

class Embedded implements EmbeddedServer {
  readonly port: number;
  readonly storeDirectory: string;
  readonly #options: EmbeddedServerOptions;
  readonly #place: Place;
  #running: Running;
  #state: 'running' | 'restarting' | 'stopped' = 'running';

  constructor(options: EmbeddedServerOptions, place: Place, running: Running) {
    this.#options = options;
    this.#place = place;
    this.#running = running;
    this.port = running.port;
    this.storeDirectory = place.store;
    this.#watch(running);
  }

  get url(): string {
    return `nats://${ownAddress(this.#options.host)}:${this.port}`;
  }

  get pid(): number {
    return this.#running.pid;
  }

  async restart({ kill = false, pauseMs = 0 } = {}): Promise<void> {
    this.#state = 'restarting';
    if (kill) process.kill(this.#running.pid, 'SIGKILL');
    else this.#running.guard.stdin?.end('keep');
    await this.#running.gone;
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await this.#startAgain();
  }

  async stop(): Promise<void> {
    this.#state = 'stopped';
    this.#running.guard.stdin?.end();
    await this.#running.gone;
    await rm(this.#place.own, { recursive: true, force: true, maxRetries: 5 });
  }

  #watch(running: Running): void {
    void running.gone.then(() => {
      if (this.#state !== 'running') return;
      this.#options.warn?.('nats-server has ended unexpectedly; starting it again');
      // The guard may have been killed instead of the server.
      killQuietly(running.pid);
      this.#state = 'restarting';
      void this.#keepTrying();
    });
  }

  async #keepTrying(): Promise<void> {
    while (this.#state === 'restarting') {
      try {
        await this.#startAgain();
      } catch (error) {
        this.#options.warn?.(`${(error as Error).message}; trying again`);
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }

  async #startAgain(): Promise<void> {
    await mkdir(this.#place.own, { recursive: true });
    const running = await start(this.#options, this.#place, this.port);
    this.#running = running;
    if (this.#state === 'stopped') {
      running.guard.stdin?.end();
      return;
    }
    this.#state = 'running';
    this.#watch(running);
  }
}

/** A port that is still being released, or that somebody took in between, is tried again. */
async function start(options: EmbeddedServerOptions, place: Place, port: number): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(options, place, port);
    } catch (error) {
      const isTaken = error instanceof Error && /address already in use|in use by/i.test(error.message);
      if (!isTaken || attempt === START_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}

async function startOnce(options: EmbeddedServerOptions, place: Place, port: number): Promise<Running> {
  const configuration = join(place.own, 'nats-server.conf');
  await writeFile(configuration, configurationOf(options, place, port));
  const guard = spawn(process.execPath, [GUARD, place.own, options.program, '-c', configuration], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C in the terminal is ours to answer: clients are drained before the server goes.
    detached: true,
    windowsHide: true,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  guard.stdin?.on('error', () => {});
  return whenReady(guard, options.program);
}

/** nats-server understands JSON, so no text needs quoting by hand. */
function configurationOf(options: EmbeddedServerOptions, place: Place, port: number): string {
  const { jetstream = true, maxPayloadBytes = MAX_PAYLOAD_BYTES } = options;
  return JSON.stringify({
    host: options.host ?? LOOPBACK,
    port,
    max_payload: maxPayloadBytes,
    max_pending: MAX_PENDING_BYTES,
    ...(jetstream ? { jetstream: { store_dir: place.store } } : {}),
    ...options.configuration,
  });
}

/** How this machine reaches a server that listens there. */
function ownAddress(host = LOOPBACK): string {
  if (host === '0.0.0.0' || host === '::') return LOOPBACK;
  return host.includes(':') ? `[${host}]` : host;
}

function whenReady(guard: ChildProcess, program: string): Promise<Running> {
  let said = '';
  const gone = new Promise<void>((resolve) => {
    guard.once('exit', () => resolve());
    guard.once('error', () => resolve());
  });
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      guard.stdin?.end();
      reject(new BrokerError('NATS_SERVER_FAILED', `${program} ${why}:\n${lastWords(said)}`));
    };
    const timer = setTimeout(
      () => fail(`was not ready within ${READY_TIMEOUT_MS / 1000} s`),
      READY_TIMEOUT_MS,
    );
    const listen = (chunk: Buffer): void => {
      if (said.length > 100_000) return;
      said += chunk.toString('utf8');
      const ready = readyIn(said);
      if (ready === null) return;
      clearTimeout(timer);
      said = 'x'.repeat(100_001);
      resolve({ guard, gone, ...ready });
    };
    guard.stdout?.on('data', listen);
    guard.stderr?.on('data', listen);
    void gone.then(() => {
      clearTimeout(timer);
      fail('did not start');
    });
  });
}

function readyIn(said: string): { pid: number; port: number } | null {
  const pid = /^pid (\d+)$/m.exec(said)?.[1];
  const port = /Listening for client connections on \S*:(\d+)/.exec(said)?.[1];
  if (pid === undefined || port === undefined || !said.includes('Server is ready')) return null;
  return { pid: Number(pid), port: Number(port) };
}

const lastWords = (said: string): string =>
  said
    .split('\n')
    .filter((line) => /\[(ERR|FTL|WRN)\]|cannot|error/i.test(line))
    .slice(-5)
    .join('\n') || '(it said nothing)';

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
