/** The text of an exchange file, block by block: unzipped, bounded, in the encoding that the file says. */
import { closeSync, openSync, readSync } from 'node:fs';
import { ImportError } from './import-error.ts';
import { isZip, unzipped, ZipError } from './zip.ts';

/** What is imported: text, bytes, or the path of a file, which is read as it is needed. */
export type ImportFile = string | Uint8Array | { readonly path: string };

/** A world championship with all splits has 2 MB. */
export const IMPORT_LIMITS = { bytes: 64 * 1024 * 1024, depth: 40 };

const BLOCK = 256 * 1024;

/** Names files in an archive that can be read. */
const WANTED = /\.(?:lef|xml)$/i;

/**
 * `name`: the format, for codes. Throws an ImportError: `<name>_TOO_LARGE`, `<name>_ZIP`, `<name>_ENCODING`; and what the file
 * system throws.
 */
export function* textOf(file: ImportFile, name: string): Generator<string> {
  if (typeof file === 'string') {
    for (let at = 0; at < file.length; at += BLOCK) yield file.slice(at, at + BLOCK);
  } else yield* decoded(bounded(plain(blocksOf(file), name), name), name);
}

function* blocksOf(file: Exclude<ImportFile, string>): Generator<Uint8Array> {
  if (file instanceof Uint8Array) {
    for (let at = 0; at < file.length; at += BLOCK) yield file.subarray(at, at + BLOCK);
    return;
  }
  const opened = openSync(file.path, 'r');
  try {
    for (;;) {
      const block = Buffer.allocUnsafe(BLOCK);
      const length = readSync(opened, block);
      if (length === 0) return;
      yield block.subarray(0, length);
    }
  } finally {
    closeSync(opened);
  }
}

/** What is in an archive, or the blocks as they are. An archive ends with its list of files: all of it is needed. */
function* plain(blocks: Iterator<Uint8Array> & Iterable<Uint8Array>, name: string): Generator<Uint8Array> {
  const first = blocks.next();
  if (first.done === true) return;
  if (!isZip(first.value)) {
    yield first.value;
    yield* blocks;
    return;
  }
  const archive = Buffer.concat([first.value, ...bounded(blocks, name)]);
  try {
    yield* blocksOf(unzipped(archive, WANTED, IMPORT_LIMITS.bytes));
  } catch (error) {
    if (error instanceof ZipError)
      throw new ImportError(`${name}_ZIP`, `the file is a ZIP archive, and ${error.message}`);
    throw error;
  }
}

function* bounded(blocks: Iterable<Uint8Array>, name: string): Generator<Uint8Array> {
  let bytes = 0;
  for (const block of blocks) {
    bytes += block.length;
    if (bytes > IMPORT_LIMITS.bytes) {
      const limit = IMPORT_LIMITS.bytes / 1024 / 1024;
      throw new ImportError(`${name}_TOO_LARGE`, `the file is larger than ${limit} MB`);
    }
    yield block;
  }
}

// Encodings

type Decoder = InstanceType<typeof TextDecoder>;

function* decoded(blocks: Iterable<Uint8Array>, name: string): Generator<string> {
  let decoder: Decoder | null = null;
  let lines = 0;
  for (const block of blocks) {
    decoder ??= decoderOf(block, name);
    try {
      const text = decoder.decode(block, { stream: true });
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
      yield text;
    } catch {
      const line = lines + 1 + linesBeforeFault(block, decoder.encoding);
      throw new ImportError(
        `${name}_ENCODING`,
        `line ${line}: the bytes are not ${decoder.encoding}; say the encoding in the first line of the file, or save it as UTF-8`,
      );
    }
  }
  yield decoder?.decode() ?? '';
}

const NEWLINE = 0x0a;

/** How many whole lines of a block can be read. What begins in the middle of a character is passed over. */
function linesBeforeFault(block: Uint8Array, encoding: string): number {
  let from = 0;
  while (from < 3 && (block[from]! & 0xc0) === 0x80) from += 1;
  for (let lines = 0; ; lines += 1) {
    const end = block.indexOf(NEWLINE, from);
    if (end < 0) return lines;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(block.subarray(from, end));
    } catch {
      return lines;
    }
    from = end + 1;
  }
}

const DECLARED = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/** XML 1.0, appendix F: a byte order mark comes before all that the file says of itself, then the bytes of its first `<?`. */
function decoderOf(start: Uint8Array, name: string): Decoder {
  const encoding = byFirstBytes(start) ?? byDeclaration(start);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new ImportError(`${name}_ENCODING`, `the encoding "${encoding}" is not known`);
  }
}

function byFirstBytes([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return null;
}

/** A declaration that can be read byte by byte is not UTF-16, whatever it says: programs write so by habit. */
function byDeclaration(start: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(start.subarray(0, 300));
  const encoding = DECLARED.exec(head)?.[1] ?? 'utf-8';
  return /^utf-?16/i.test(encoding) ? 'utf-8' : encoding;
}
