/**
 * The same race through an earlier commit of this repository, in the same process and in turns: is an update as cheap as it
 * was? The commit is unpacked and built beside the project, with the packages that are installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fact } from '../../src/model/fact.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { massRace } from '../support/mass-race.ts';
import { Times } from './times.ts';

/** The part of either that is called. */
interface Core {
  readonly competition: () => { take(fact: Fact): unknown };
  readonly race: (rows: number, updates: number) => { opening: readonly Fact[]; passings: readonly Fact[] };
}

const NOW: Core = {
  competition: () => new Competition({ epoch: 'bench', sports: SPORTS }),
  race: massRace,
};

/** Median milliseconds of a fact, now and then; null where the commit is not in this clone. */
export async function besideEarlier(
  commit: string,
  rows: number,
  updates: number,
  rounds: number,
): Promise<{ readonly now: number; readonly earlier: number } | null> {
  if (!isHere(commit)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-earlier-'));
  try {
    build(commit, folder);
    const earlier = await coreIn(folder);
    const best = { now: Infinity, earlier: Infinity };
    for (let round = 0; round < rounds; round += 1) {
      best.now = Math.min(best.now, medianOf(NOW, rows, updates));
      best.earlier = Math.min(best.earlier, medianOf(earlier, rows, updates));
    }
    return best;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: projectRoot(), stdio: 'pipe' });

function isHere(commit: string): boolean {
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

function build(commit: string, folder: string): void {
  const archive = join(folder, 'commit.tar');
  git('archive', `--output=${archive}`, commit);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(join(projectRoot(), 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['src/setup/build.mjs'], { cwd: folder, stdio: 'pipe' });
}

async function coreIn(folder: string): Promise<Core> {
  const load = (path: string) => import(pathToFileURL(join(folder, 'dist', path)).href);
  const [{ Competition: Earlier }, { SPORTS: sports }, { massRace: race }] = await Promise.all([
    load('src/standings/competition.js'),
    load('src/sports.js'),
    load('bench/support/mass-race.js'),
  ]);
  return { competition: () => new Earlier({ epoch: 'bench', sports }), race };
}

function medianOf(core: Core, rows: number, updates: number): number {
  const { opening, passings } = core.race(rows, updates);
  const competition = core.competition();
  for (const fact of opening) competition.take(fact);
  const times = new Times();
  for (const passing of passings) times.of(() => competition.take(passing));
  return times.median;
}
