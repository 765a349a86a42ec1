/** Where modules of pages find the packages that they import by name: the installed ones, served by the edge itself. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Served {
  /** As modules import it. */
  readonly name: string;
  readonly package: string;
  readonly file: string;
}

/** By the name under `/assets/packages/`. */
const PACKAGES: Readonly<Record<string, Served>> = {
  'preact.js': { name: 'preact', package: 'preact', file: 'dist/preact.mjs' },
  'preact-hooks.js': { name: 'preact/hooks', package: 'preact', file: 'hooks/dist/hooks.mjs' },
  'preact-jsx.js': { name: 'preact/jsx-runtime', package: 'preact', file: 'jsx-runtime/dist/jsxRuntime.mjs' },
  'signals-core.js': {
    name: '@preact/signals-core',
    package: '@preact/signals-core',
    file: 'dist/signals-core.mjs',
  },
  'signals.js': { name: '@preact/signals', package: '@preact/signals', file: 'dist/signals.mjs' },
};

const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(PACKAGES).map(([file, { name }]) => [name, `/assets/packages/${file}`]),
  ),
});

/** By this the content security policy lets the map through, and nothing else that stands in a page. */
export const IMPORT_MAP_HASH = `'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`;

/** The page with the map in its place. */
export const withImportMap = (html: string): string =>
  html.replace('<script type="importmap">{}</script>', `<script type="importmap">${IMPORT_MAP}</script>`);

/** Folder and file of an installed package by its name here; null when it is none of ours. */
export function packageFile(name: string): { folder: string; file: string } | null {
  const served = Object.hasOwn(PACKAGES, name) ? PACKAGES[name]! : null;
  const folder = served === null ? null : packageFolder(served.package);
  return folder === null ? null : { folder, file: served!.file };
}

/** As Node looks for packages: beside this program, or further up where npm has put them together. */
function packageFolder(name: string): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(found)) return found;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}
