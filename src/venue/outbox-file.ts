/**
 * The file behind an outbox: lines of JSON, only ever appended to. A line is in the operating system's
 * hands when `append` returns, so it survives the end of this process. It is on the disk within
 * `SYNC_AFTER_MS` (one `fdatasync` for all lines of that time), so a power failure can cost that much;
 * waiting for the disk with every fact would cost milliseconds on the way to the screen.
 */
import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const SYNC_AFTER_MS = 20;
const LINE_END = 0x0a;

export class OutboxFile {
  readonly #path: string;
  #handle: number;
  #bytes: number;
  #timer: NodeJS.Timeout | null = null;

  private constructor(path: string, handle: number, bytes: number) {
    this.#path = path;
    this.#handle = handle;
    this.#bytes = bytes;
  }

  /** Opens or makes the file. The lines are those that were written whole: a crash can cut the last one. */
  static open(path: string): { file: OutboxFile; lines: string[] } {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(path, 'a+');
    const content = readFileSync(path);
    const whole = content.lastIndexOf(LINE_END) + 1;
    if (whole < content.length) ftruncateSync(handle, whole);
    const lines = content.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    return { file: new OutboxFile(path, handle, whole), lines };
  }

  get bytes(): number {
    return this.#bytes;
  }

  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#handle, bytes, written);
    this.#bytes += bytes.length;
    this.#syncSoon();
  }

  /** Puts these lines in the place of all others: written beside, on the disk, then renamed. */
  replace(lines: readonly string[]): void {
    const beside = `${this.#path}.new`;
    writeFileSync(beside, lines.map((line) => `${line}\n`).join(''));
    const handle = openSync(beside, 'a+');
    fdatasyncSync(handle);
    renameSync(beside, this.#path);
    this.#stopTimer();
    closeSync(this.#handle);
    this.#handle = handle;
    this.#bytes = fstatSync(handle).size;
  }

  close(): void {
    this.#stopTimer();
    fdatasyncSync(this.#handle);
    closeSync(this.#handle);
  }

  #syncSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      // A file that was replaced meanwhile has been synchronised then.
      fdatasync(this.#handle, () => {});
    }, SYNC_AFTER_MS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
