/**
 * Prometheus' own checker of alert rules: on PATH, else out of Debian's package, which is unpacked and not installed, so that no service
 * starts. Without any, such tests are skipped with `NO_PROMTOOL` in their name.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './source-tree.ts';

export const NO_PROMTOOL =
  'SKIPPED: no promtool here. Install Debian’s package prometheus, or put promtool on PATH';

const OWN = join(ROOT, '.splitsecond', 'bin', 'promtool');

/** Path of the program, or null after saying so on stderr. */
export function ensurePromtool(): string | null {
  if (runs('promtool', ['--version'])) return 'promtool';
  if (existsSync(OWN) || unpackedFromDebian()) return OWN;
  process.stderr.write(`\n${NO_PROMTOOL}\n`);
  return null;
}

function unpackedFromDebian(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-promtool-'));
  try {
    const download = (): boolean => runs('apt-get', ['download', '-qq', 'prometheus'], folder);
    // The lists of a fresh container are empty, so the first try may fail.
    if (!download() && !(runs('apt-get', ['update', '-qq']) && download())) return false;
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (archive === undefined || !runs('dpkg-deb', ['-x', archive, 'files'], folder)) return false;
    // Copied beside and renamed, so that nobody finds half a program.
    mkdirSync(dirname(OWN), { recursive: true });
    copyFileSync(join(folder, 'files', 'usr', 'bin', 'promtool'), `${OWN}.${process.pid}`);
    chmodSync(`${OWN}.${process.pid}`, 0o755);
    renameSync(`${OWN}.${process.pid}`, OWN);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runs = (program: string, words: readonly string[], cwd?: string): boolean =>
  spawnSync(program, words, { cwd, stdio: 'ignore', timeout: 300_000 }).status === 0;
