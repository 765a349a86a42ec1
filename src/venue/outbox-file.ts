/**
 * The file behind an outbox: lines of JSON, only ever appended to, for its owner alone (mode 0600). A line is in the operating
 * system's hands when `append` returns, so it survives the end of this process. It is on the disk within
 * `SYNC_AFTER_MS` (one `fdatasync` for all lines of that time), so a power failure can cost that much;
 * waiting for the disk with every fact would cost milliseconds on the way to the screen.
 *
 * A line is there whole or not at all: what a full disk took of one is cut off again. So only the last line can be torn, by the
 * end of the machine, and has no line end then; a line in the middle that cannot be read is damage.
 */
import {
  closeSync,
  fchmodSync,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { OutboxError } from './outbox-error.ts';

const SYNC_AFTER_MS = 20;
const LINE_END = 0x0a;
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** What can fail on a disk that is full; a test puts one in its place that is. */
export interface Disk {
  /** How many bytes of those from `offset` on were written. */
  write(handle: number, bytes: Uint8Array, offset: number): number;
  cut(handle: number, length: number): void;
  sync(handle: number, done: (error: Error | null) => void): void;
}

export const REAL_DISK: Disk = {
  write: (handle, bytes, offset) => writeSync(handle, bytes, offset),
  cut: ftruncateSync,
  sync: fdatasync,
};

export interface OutboxFileOptions {
  readonly path: string;
  readonly disk?: Disk;
  /** The operating system took lines that the disk did not. */
  readonly onLoss?: (error: Error) => void;
}

export class OutboxFile {
  readonly #path: string;
  readonly #disk: Disk;
  readonly #onLoss: (error: Error) => void;
  #handle: number;
  #bytes: number;
  /** A piece of a line may be behind the last whole one. */
  #isTorn = false;
  #timer: NodeJS.Timeout | null = null;

  private constructor({ path, disk = REAL_DISK, onLoss = () => {} }: OutboxFileOptions, handle: number) {
    this.#path = path;
    this.#disk = disk;
    this.#onLoss = onLoss;
    this.#handle = handle;
    this.#bytes = 0;
  }

  /** Opens or makes the file. A torn last line is cut off. */
  static open(options: OutboxFileOptions): OutboxFile {
    const { path } = options;
    mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    const file = new OutboxFile(options, openOwn(path));
    const content = readFileSync(path);
    const whole = content.lastIndexOf(LINE_END) + 1;
    file.#bytes = whole;
    file.#isTorn = whole < content.length;
    file.#cutTorn();
    return file;
  }

  /** Those that are in it now. */
  *lines(): Generator<string> {
    const content = readFileSync(this.#path).subarray(0, this.#bytes);
    for (let from = 0; from < content.length; ) {
      const end = content.indexOf(LINE_END, from);
      yield content.toString('utf8', from, end);
      from = end + 1;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws `OutboxError` `OUTBOX_NOT_WRITTEN`, and the file is as it was before. */
  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    try {
      this.#cutTorn();
      this.#isTorn = true;
      this.#write(this.#handle, bytes);
    } catch (error) {
      this.#cutIfItCan();
      throw notWritten(this.#path, error as Error);
    }
    this.#isTorn = false;
    this.#bytes += bytes.length;
    this.#syncSoon();
  }

  /** Puts these lines in the place of all others: written beside, on the disk, then renamed. Throws as `append` does. */
  replace(lines: readonly string[]): void {
    const beside = `${this.#path}.new`;
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    let handle: number | null = null;
    try {
      rmSync(beside, { force: true });
      handle = openOwn(beside);
      this.#write(handle, bytes);
      fdatasyncSync(handle);
      renameSync(beside, this.#path);
    } catch (error) {
      if (handle !== null) closeSync(handle);
      rmSync(beside, { force: true });
      throw notWritten(this.#path, error as Error);
    }
    this.#stopTimer();
    closeSync(this.#handle);
    this.#handle = handle;
    this.#bytes = bytes.length;
    this.#isTorn = false;
  }

  close(): void {
    this.#stopTimer();
    this.#cutIfItCan();
    fdatasyncSync(this.#handle);
    closeSync(this.#handle);
  }

  #write(handle: number, bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length; ) {
      const count = this.#disk.write(handle, bytes, written);
      if (count === 0) throw new Error('the disk takes nothing more');
      written += count;
    }
  }

  #cutTorn(): void {
    if (!this.#isTorn) return;
    this.#disk.cut(this.#handle, this.#bytes);
    this.#isTorn = false;
  }

  /** Else it is tried again before the next line; opening cuts a piece without a line end, too. */
  #cutIfItCan(): void {
    try {
      this.#cutTorn();
    } catch {
      // Nothing is written behind it as long as it is there.
    }
  }

  #syncSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const handle = this.#handle;
      this.#disk.sync(handle, (error) => {
        // A file that was replaced meanwhile has been synchronised then.
        if (error !== null && handle === this.#handle) this.#onLoss(error);
      });
    }, SYNC_AFTER_MS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** A file that somebody else could read until now is closed to them as well. */
function openOwn(path: string): number {
  const handle = openSync(path, 'a+', OWNER_ONLY);
  fchmodSync(handle, OWNER_ONLY);
  return handle;
}

const notWritten = (path: string, cause: Error): OutboxError =>
  new OutboxError('OUTBOX_NOT_WRITTEN', `${path}: the disk did not take it (${cause.message})`, { cause });
