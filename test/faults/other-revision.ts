/** The same program with other rules: built from what is built, with one module changed. */
import { appendFile, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../src/setup/project-root.ts';

/** Any module that decides which versions are made (`src/setup/revision.ts`). */
const CHANGED = 'dist/src/rules/codes.js';

/** Gives the path of the program. */
export async function otherRevision(folder: string): Promise<string> {
  const root = join(folder, 'other-revision');
  await mkdir(root, { recursive: true });
  for (const part of ['src', 'sports', 'schemas'])
    await cp(join(projectRoot(), 'dist', part), join(root, 'dist', part), { recursive: true });
  await writeFile(join(root, 'package.json'), await readFile(join(projectRoot(), 'package.json')));
  // Packages, and what warms up a program.
  for (const shared of ['node_modules', 'src'])
    await symlink(join(projectRoot(), shared), join(root, shared));
  await appendFile(join(root, CHANGED), '\n// Another revision.\n');
  return join(root, 'dist', 'src', 'cli', 'splitsecond.js');
}
