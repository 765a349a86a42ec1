/** The one file in a ZIP archive (`.lxf` is LENEX in one): stored or deflated, with bounds. */
import { crc32, inflateRawSync } from 'node:zlib';

/** Why an archive is not read, in one sentence. */
export class ZipError extends Error {}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

// APPNOTE 4.3: signatures and where their fields are.
const END = { signature: 0x06054b50, length: 22, comment: 0xffff, entries: 10, at: 16 };
const ENTRY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const STORED = 0;
const DEFLATED = 8;
/** More files than this are no exchange file of a meet. */
const ENTRIES_MAX = 1000;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The content of the only file whose name `wanted` takes. Throws a ZipError: no archive, none or several such files,
 * encrypted, packed in another way, larger than `bytesMax`, or damaged.
 */
export function unzipped(archive: Uint8Array, wanted: RegExp, bytesMax: number): Uint8Array {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const entry = onlyOne(entriesOf(view).filter(({ name }) => wanted.test(name)));
    if (entry.encrypted) throw new ZipError(`${entry.name} in it is encrypted`);
    if (entry.size > bytesMax) throw new ZipError(`${entry.name} in it is larger than ${bytesMax} bytes`);
    const content = unpacked(view, entry, bytesMax);
    if (crc32(content) !== entry.crc) throw new ZipError(`${entry.name} in it is damaged`);
    return content;
  } catch (error) {
    // Offsets that lead out of the archive, and streams that do not inflate.
    if (error instanceof RangeError || (error instanceof Error && 'errno' in error))
      throw new ZipError('it is cut off or damaged');
    throw error;
  }
}

function onlyOne(entries: readonly Entry[]): Entry {
  const [entry, another] = entries;
  if (entry === undefined) throw new ZipError('there is no such file in it');
  if (another !== undefined) throw new ZipError(`there are several: ${entry.name}, ${another.name}`);
  return entry;
}

function entriesOf(view: Buffer): Entry[] {
  const end = endOf(view);
  const count = view.readUInt16LE(end + END.entries);
  if (count > ENTRIES_MAX) throw new ZipError(`there are ${count} files in it`);
  let at = view.readUInt32LE(end + END.at);
  return Array.from({ length: count }, () => {
    if (view.readUInt32LE(at) !== ENTRY.signature) throw new ZipError('its list of files is damaged');
    const name = view.readUInt16LE(at + 28);
    const entry = {
      name: view.toString('utf8', at + ENTRY.length, at + ENTRY.length + name),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    };
    at += ENTRY.length + name + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    return entry;
  });
}

/** The record that ends an archive; a comment may follow it. */
function endOf(view: Buffer): number {
  const first = Math.max(0, view.length - END.length - END.comment);
  for (let at = view.length - END.length; at >= first; at -= 1)
    if (view.readUInt32LE(at) === END.signature) return at;
  throw new ZipError('it is cut off');
}

function unpacked(view: Buffer, { name, method, packed, at }: Entry, bytesMax: number): Uint8Array {
  if (view.readUInt32LE(at) !== LOCAL.signature) throw new ZipError('its list of files is damaged');
  const from = at + LOCAL.length + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (from + packed > view.length) throw new ZipError('it is cut off');
  const bytes = view.subarray(from, from + packed);
  if (method === STORED) return bytes;
  if (method !== DEFLATED) throw new ZipError(`${name} in it is packed in a way that is not known`);
  return inflateRawSync(bytes, { maxOutputLength: bytesMax });
}
