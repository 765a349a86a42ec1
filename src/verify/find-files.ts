import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

const HEAD_CHARACTERS = 4096;

/** All files of a folder and the folders in it, in order of name. */
export function* filesBelow(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** The first characters of a file, by which a converter recognises its format. */
export function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_CHARACTERS * 4);
    const length = readSync(file, bytes, 0, bytes.length, 0);
    return bytes
      .toString('utf8', 0, length)
      .replace(/^\uFEFF/, '')
      .slice(0, HEAD_CHARACTERS);
  } finally {
    closeSync(file);
  }
}
