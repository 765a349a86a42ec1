import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first of these folders, relative to this file, that is there: built code is one level deeper. */
function folder(...candidates: readonly string[]): string {
  const paths = candidates.map((candidate) => fileURLToPath(new URL(candidate, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? paths[0]!;
}

export const schemasFolder = folder('../../schemas/', '../../../schemas/');
export const pagesFolder = folder('../pages/', '../../../src/pages/');
export const graphicsFolder = folder('../graphics/');
/** Compiled modules that browsers load. */
export const modulesFolder = folder('../../../dist/src/', '../../dist/src/');

export const packageVersion = (
  JSON.parse(readFileSync(folder('../../package.json', '../../../package.json'), 'utf8')) as {
    version: string;
  }
).version;
