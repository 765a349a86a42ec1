/** How a command ended, for scripts: 0 done, 1 failed, 2 used wrongly, 3 nothing failed, but not everything was shown (`conformance`) or taken (`import`). */
export const EXIT = { done: 0, failed: 1, usage: 2, notAll: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something a person can act on: what went wrong, and what to do about it. Shown in one line, without a stack. */
export class Failure extends Error {
  readonly todo: string | null;
  readonly exitCode: ExitCode;

  constructor(problem: string, todo: string | null = null, exitCode: ExitCode = EXIT.failed) {
    super(problem);
    this.name = 'Failure';
    this.todo = todo;
    this.exitCode = exitCode;
  }
}

/** The command line itself is wrong. */
export const usageFailure = (problem: string, todo: string | null = null): Failure =>
  new Failure(problem, todo, EXIT.usage);

const FILE_PROBLEMS: Readonly<Record<string, readonly [problem: string, todo: string]>> = {
  ENOENT: ['there is no such file', 'check the path'],
  EISDIR: ['this is a folder, not a file', 'name a file inside it'],
  EACCES: ['no permission', 'check who may read or write it'],
  ENOSPC: ['the disk is full', 'make room and run the command again'],
};

/** Why nothing can listen there. */
const LISTEN_PROBLEMS: Readonly<Record<string, readonly [problem: string, todo: string]>> = {
  EADDRINUSE: [
    'is taken by another program',
    'choose another --port, leave it out to get a free one, or stop the other program',
  ],
  EACCES: ['needs rights that you do not have', 'choose a --port from 1024 on'],
  EADDRNOTAVAIL: ['is not an address of this machine', 'choose another --host'],
  ENOTFOUND: ['is not an address that can be found', 'choose another --host'],
};

/** Any error as a failure: file errors of the system get the words a person would use. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return new Failure(String(error));
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : FILE_PROBLEMS[code];
  if (known !== undefined && path !== undefined) return new Failure(`${path}: ${known[0]}`, known[1]);
  const unheard = code === undefined ? undefined : LISTEN_PROBLEMS[code];
  if (unheard !== undefined && (syscall === 'listen' || syscall === 'getaddrinfo'))
    return new Failure(`${placeOf(error)} ${unheard[0]}`, unheard[1]);
  return new Failure(error.message === '' ? error.name : error.message);
}

/** `127.0.0.1:8080`, or the host alone when its name was the problem. */
function placeOf(error: Error): string {
  const { address, hostname, port } = error as { address?: string; hostname?: string; port?: number };
  const host = address ?? hostname ?? 'the address';
  return port === undefined ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** One line on stderr; with `verbose` the stack as well. */
export function describeFailure(error: unknown, verbose: boolean): string {
  const { message, todo } = asFailure(error);
  const line = `splitsecond: ${message.replaceAll(/\s*\n\s*/g, ' ')}${todo === null ? '' : ` - ${todo}`}\n`;
  const stack = error instanceof Error ? error.stack : undefined;
  return verbose && stack !== undefined ? `${line}${stack}\n` : line;
}
