import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Failure } from './failure.ts';

/** Comments of compiled code may speak of imports. */
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;

/** The compiled modules that these need, themselves included, by their paths in the folder. Throws for one that would need a package. */
export function modulesFrom(folder: string, entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries);
  for (const path of found) {
    const code = readFileSync(join(folder, path), 'utf8').replaceAll(COMMENT, '');
    for (const [, , target] of code.matchAll(IMPORT)) {
      if (!target!.startsWith('.')) throw new Failure(`${path} imports ${target}, which no browser finds`);
      found.add(posix.join(posix.dirname(path), target!));
    }
  }
  return found;
}
