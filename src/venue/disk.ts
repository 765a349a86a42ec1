import {
  closeSync,
  fchmodSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A machine's files, as an outbox uses them; who tests or simulates puts others in their place. */
export interface Disk {
  /** To append to; a file that is not there is made, with its folder, and is its owner's alone. */
  open(path: string): number;
  read(path: string): Buffer;
  /** How many bytes of those from `offset` on were written. */
  write(handle: number, bytes: Uint8Array, offset: number): number;
  cut(handle: number, length: number): void;
  /** Bytes in the file that is open; null where another one, or none, has taken its place. */
  length(handle: number): number | null;
  /** Brings it to the disk itself, where a power failure does not reach it. */
  sync(handle: number, done: (error: Error | null) => void): void;
  syncNow(handle: number): void;
  close(handle: number): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
}

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

export const REAL_DISK: Disk = {
  open(path) {
    mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    const handle = openSync(path, 'a+', OWNER_ONLY);
    // A file that somebody else could read until now is closed to them as well.
    fchmodSync(handle, OWNER_ONLY);
    return handle;
  },
  read: (path) => readFileSync(path),
  write: (handle, bytes, offset) => writeSync(handle, bytes, offset),
  cut: ftruncateSync,
  length(handle) {
    const { size, nlink } = fstatSync(handle);
    return nlink === 0 ? null : size;
  },
  sync: fdatasync,
  syncNow: fdatasyncSync,
  close: closeSync,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
};
