/** Which rules and documents a program has: the same facts give the same versions in all programs of one revision. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What decides which versions are made of the same facts, from their bytes to the hash. */
const DECIDING = [
  'src/model',
  'src/ingest',
  'src/ledger',
  'src/rules',
  'src/standings',
  'src/versions',
  'sports',
];
const DIGITS = 7;
const BASE = 36;

/**
 * Of the modules that run, compiled or as sources, by their content: nobody has to remember to raise a number, and no build can
 * forget to write one. Read it once, at the start.
 */
export const ownRevision = (): string => revisionOf(ownRoot());

/** Of everything that runs: what a simulation was made by. */
export const ownBuild = (): string => revisionOf(ownRoot(), ['src', 'sports']);

const ownRoot = (): string => fileURLToPath(new URL('../..', import.meta.url));

/** The same for another root folder, or of some folders in it only. */
export function revisionOf(root: string, folders: readonly string[] = DECIDING): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const path of modulesUnder(join(root, folder)))
      hash.update(`${relative(root, path)}\n`).update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  }
  const number = Number.parseInt(hash.digest('hex').slice(0, 12), 16) % BASE ** DIGITS;
  return number.toString(BASE).padStart(DIGITS, '0');
}

/** Without what is not there in an installed package: tests, declarations, maps, and folders that hold no code. */
function modulesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isModule(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

const isModule = (name: string): boolean => /\.[jt]s$/.test(name) && !/(?:\.d\.ts|\.test\.[jt]s)$/.test(name);

/** Without the ending, and the same on every system. */
const relative = (root: string, path: string): string =>
  path
    .slice(root.length)
    .split(sep)
    .join('/')
    .replace(/\.[jt]s$/, '');
