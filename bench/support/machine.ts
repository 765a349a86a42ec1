import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
}

/** What figures are measured on. */
export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** What is measured; figures that are kept and the text around them do not change it. */
const MEASURED = ['src', 'sports', 'schemas', 'bench', 'package-lock.json', ':!bench/results', ':!*.md'];

/** The commit that is measured, with a `+` when what is measured has been changed since; `unknown` outside of git. */
export function thisCommit(): string {
  try {
    const commit = git('rev-parse', '--short', 'HEAD');
    return git('status', '--porcelain', '--', ...MEASURED) === '' ? commit : `${commit}+`;
  } catch {
    return 'unknown';
  }
}

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
