import { execFileSync } from 'node:child_process';

/** The commit of a clone, with a `+` when something under these paths has been changed since; `unknown` outside of git. */
export function commitOf(root: string, paths: readonly string[]): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const commit = git('rev-parse', '--short', 'HEAD');
    return git('status', '--porcelain', '--', ...paths) === '' ? commit : `${commit}+`;
  } catch {
    return 'unknown';
  }
}
