/** The same program with something changed: built from what is built. */
import { appendFile, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { projectRoot } from '../../src/setup/project-root.ts';
import { revisionOf } from '../../src/setup/revision.ts';

/** Any module that decides which versions are made (`src/setup/revision.ts`). */
const DECIDING = 'src/rules/codes.js';
const OF_A_SPORT = 'sports/athletics/athletics.js';
const REVISION = 'src/setup/revision.js';

/** A revision that is newer, and makes the same documents. Gives the path of the program. */
export async function otherRevision(folder: string): Promise<string> {
  const root = await copied(folder, 'other-revision');
  await appendFile(join(root, DECIDING), '\n// Another revision.\n');
  return programIn(root);
}

/** Other documents under the revision that it had, as a build that somebody has changed by hand. */
export async function otherRules(folder: string): Promise<string> {
  const root = await copied(folder, 'other-rules');
  // The names of modules count as they are below a root that ends so.
  const revision = revisionOf(join(root, sep));
  await replaced(join(root, OF_A_SPORT), "name: 'Athletics'", "name: 'Changed by hand'");
  await replaced(join(root, REVISION), 'revisionOf(ownRoot())', `'${revision}'`);
  return programIn(root);
}

async function copied(folder: string, name: string): Promise<string> {
  const root = join(folder, name);
  await mkdir(root, { recursive: true });
  for (const part of ['src', 'sports', 'schemas'])
    await cp(join(projectRoot(), 'dist', part), join(root, 'dist', part), { recursive: true });
  await writeFile(join(root, 'package.json'), await readFile(join(projectRoot(), 'package.json')));
  // Packages, and what warms up a program.
  for (const shared of ['node_modules', 'src'])
    await symlink(join(projectRoot(), shared), join(root, shared));
  return join(root, 'dist');
}

const programIn = (dist: string): string => join(dist, 'src', 'cli', 'splitsecond.js');

async function replaced(path: string, was: string, is: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (!text.includes(was)) throw new Error(`${path} has no ${was}`);
  await writeFile(path, text.replace(was, is));
}
