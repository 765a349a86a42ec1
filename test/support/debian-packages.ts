/** Programs out of Debian's packages that are unpacked and not installed: no service starts, and packages that exclude each other stand side by side. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-tree.ts';

const OWN = join(ROOT, '.splitsecond', 'packages');

/** The folder that stands for `/`, with what these packages need that is not installed; null where there is no apt, or nothing to be had. */
export function unpacked(...packages: readonly string[]): string | null {
  const place = join(OWN, packages.join('+'));
  if (existsSync(place)) return place;
  mkdirSync(OWN, { recursive: true });
  const folder = mkdtempSync(join(OWN, 'part-'));
  try {
    const archives = join(folder, 'archives');
    mkdirSync(join(archives, 'partial'), { recursive: true });
    const words = ['install', '-qq', '-y', '--download-only', '--no-install-recommends'];
    const settings = ['-o', `Dir::Cache::archives=${archives}`, '-o', 'Debug::NoLocking=1'];
    const download = (): boolean => runs('apt-get', [...words, ...settings, ...packages]);
    // The lists of a fresh container are empty, so the first try may fail.
    if (!download() && !(runs('apt-get', ['update', '-qq']) && download())) return null;
    const root = join(folder, 'root');
    for (const name of readdirSync(archives).filter((each) => each.endsWith('.deb')))
      if (!runs('dpkg-deb', ['-x', join(archives, name), root])) return null;
    renameSync(root, place);
    return place;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runs = (program: string, words: readonly string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore', timeout: 300_000 }).status === 0;
