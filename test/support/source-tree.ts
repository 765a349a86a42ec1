import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const NOT_OURS = new Set(['node_modules', 'dist', 'generated', 'peers', '.splitsecond']);

/** A file as a reviewer sees it. */
export interface SourceFile {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The same file for checks on code: comments are blanked, so that line numbers stay. */
export const codeOf = ({ text }: SourceFile): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1');

export function filesUnder(folder: string, ending: RegExp): SourceFile[] {
  const files: SourceFile[] = [];
  for (const path of pathsUnder(join(ROOT, folder)))
    if (ending.test(path))
      files.push({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') });
  return files;
}

function* pathsUnder(folder: string): Generator<string> {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch {
    return;
  }
  for (const entry of entries) {
    if (NOT_OURS.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* pathsUnder(path);
    else yield path;
  }
}

const list = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));

export interface ImportLine {
  readonly line: number;
  /** A path from the top for our own files, else the package or `node:` module. */
  readonly target: string;
  readonly own: boolean;
  readonly asWritten: string;
}

const IMPORT = /(?:\bfrom\s+|^\s*import\s+|\bimport\(\s*)(['"])([^'"\n]+)\1/gm;

export function importsOf(file: SourceFile): ImportLine[] {
  const code = codeOf(file);
  return [...code.matchAll(IMPORT)].map((match) => {
    const asWritten = match[2]!;
    const own = asWritten.startsWith('.');
    const target = own ? posix.join(posix.dirname(file.path), asWritten) : asWritten;
    return { line: lineAt(code, match.index + match[0].length), target, own, asWritten };
  });
}

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Every match of the pattern as `path:line`, for messages that an editor can open. */
export function placesOf(
  file: SourceFile,
  code: string,
  pattern: RegExp,
): { place: string; found: string }[] {
  return [...code.matchAll(pattern)].map((match) => ({
    place: `${file.path}:${lineAt(code, match.index)}`,
    found: match[0].trim(),
  }));
}
