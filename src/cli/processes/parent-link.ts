import { say } from '../terminal.ts';

/**
 * The child's side of the line to the launcher: an IPC channel. The launcher hears when the child is
 * ready and where; the child stops when the channel closes, so nothing is left running when the
 * launcher ends in whatever way.
 */
export interface Ready {
  /** Where it can be reached, if it listens. */
  readonly url?: string;
  readonly port?: number;
}

export interface ReadyNotice {
  readonly ready: Ready;
}

export const isReadyNotice = (notice: unknown): notice is ReadyNotice =>
  typeof notice === 'object' && notice !== null && 'ready' in notice;

/** Does nothing when the command was started by a person and not by the launcher. */
export function announceReady(ready: Ready): void {
  const notice: ReadyNotice = { ready };
  if (process.connected === true) process.send?.(notice);
}

const orphaned = (): never => process.exit(1);

/**
 * The first thing a child does: until it is ready it has nothing to close, so a launcher that ends meanwhile ends it at
 * once. Does nothing when a person started the command: `connected` is undefined then, and false after a launcher went.
 */
export function endWithLauncher(): void {
  if (process.connected === false) orphaned();
  if (process.connected === true) process.once('disconnect', orphaned);
}

const PATIENCE_MS = 5_000;
/** A launcher waits for its children, who have their own patience, and for the broker. */
export const LAUNCHER_PATIENCE_MS = 15_000;

/**
 * Runs `stop` once, at the first reason to end, and then ends the process. Resolves never: the
 * command lives until then. Ctrl-C reaches the whole process group, so a child leaves it to its launcher.
 */
export function untilStopped(stop: () => Promise<void>, patienceMs = PATIENCE_MS): Promise<never> {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    // Something that does not close must not keep a process alive that nobody watches any more.
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        say(`splitsecond: while stopping: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  if (process.connected === true) {
    process.on('SIGINT', () => {});
    process.on('disconnect', end);
    process.off('disconnect', orphaned);
  } else process.on('SIGINT', end);
  return new Promise(() => {});
}
