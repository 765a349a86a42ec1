/** How a command ended, for scripts: 0 done, 1 failed, 2 used wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
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

/** Any error as a failure: file errors of the system get the words a person would use. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return new Failure(String(error));
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : FILE_PROBLEMS[code];
  if (known !== undefined && path !== undefined) return new Failure(`${path}: ${known[0]}`, known[1]);
  if (code === 'EADDRINUSE' && syscall === 'listen')
    return new Failure(error.message, 'choose another --port, or leave it out to get a free one');
  return new Failure(error.message === '' ? error.name : error.message);
}

/** One line on stderr; with `verbose` the stack as well. */
export function describeFailure(error: unknown, verbose: boolean): string {
  const { message, todo } = asFailure(error);
  const line = `splitsecond: ${message.replaceAll(/\s*\n\s*/g, ' ')}${todo === null ? '' : ` - ${todo}`}\n`;
  const stack = error instanceof Error ? error.stack : undefined;
  return verbose && stack !== undefined ? `${line}${stack}\n` : line;
}
