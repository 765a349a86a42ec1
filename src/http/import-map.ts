/** Where modules of pages find the packages that they import by name: the installed ones, served by the edge itself. */
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** By the name under `/assets/packages/` what modules import. */
const PACKAGES: Readonly<Record<string, string>> = {
  'preact.js': 'preact',
  'preact-hooks.js': 'preact/hooks',
  'preact-jsx.js': 'preact/jsx-runtime',
  'signals-core.js': '@preact/signals-core',
  'signals.js': '@preact/signals',
};

const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(PACKAGES).map(([file, name]) => [name, `/assets/packages/${file}`]),
  ),
});

/** By this the content security policy lets the map through, and nothing else that stands in a page. */
export const IMPORT_MAP_HASH = `'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`;

/** The page with the map in its place. */
export const withImportMap = (html: string): string =>
  html.replace('<script type="importmap">{}</script>', `<script type="importmap">${IMPORT_MAP}</script>`);

/** Folder and file of an installed package by its name here; null when it is none of ours, or is not there. */
export function packageFile(name: string): { folder: string; file: string } | null {
  if (!Object.hasOwn(PACKAGES, name)) return null;
  try {
    const path = fileURLToPath(import.meta.resolve(PACKAGES[name]!));
    return { folder: dirname(path), file: basename(path) };
  } catch {
    return null;
  }
}
