/**
 * The file behind an outbox: lines of JSON, only ever appended to, for its owner alone (mode 0600). A line is in the operating
 * system's hands when `append` returns, so it survives the end of this process. It is on the disk within
 * `SYNC_AFTER_MS` (one `fdatasync` for all lines of that time), so a power failure can cost that much;
 * waiting for the disk with every fact would cost milliseconds on the way to the screen.
 *
 * A line is there whole or not at all: what a full disk took of one is cut off again. So only the last line can be torn, by the
 * end of the machine, and has no line end then; a line in the middle that cannot be read is damage.
 */
import type { Timing } from '../timing.ts';
import { type Disk, REAL_DISK } from './disk.ts';
import { OutboxError } from './outbox-error.ts';

const SYNC_AFTER_MS = 20;
const LINE_END = 0x0a;

export interface OutboxFileOptions {
  readonly path: string;
  readonly disk?: Disk;
  readonly after: Timing['after'];
  /** The operating system took lines that the disk did not. */
  readonly onLoss?: (error: Error) => void;
}

export class OutboxFile {
  readonly #path: string;
  readonly #disk: Disk;
  readonly #onLoss: (error: Error) => void;
  readonly #after: Timing['after'];
  #handle: number;
  #bytes: number;
  /** A piece of a line may be behind the last whole one. */
  #isTorn = false;
  /** Stops the timer of the next synchronisation; null when none runs. */
  #stopSync: (() => void) | null = null;

  private constructor({ path, disk = REAL_DISK, after, onLoss = () => {} }: OutboxFileOptions) {
    this.#path = path;
    this.#disk = disk;
    this.#after = after;
    this.#onLoss = onLoss;
    this.#handle = disk.open(path);
    this.#bytes = 0;
  }

  /** Opens or makes the file. A torn last line is cut off. */
  static open(options: OutboxFileOptions): OutboxFile {
    const file = new OutboxFile(options);
    const content = file.#disk.read(options.path);
    const whole = content.lastIndexOf(LINE_END) + 1;
    file.#bytes = whole;
    file.#isTorn = whole < content.length;
    file.#cutTorn();
    return file;
  }

  /** Those that are in it now. */
  *lines(): Generator<string> {
    const content = this.#disk.read(this.#path).subarray(0, this.#bytes);
    for (let from = 0; from < content.length; ) {
      const end = content.indexOf(LINE_END, from);
      yield content.toString('utf8', from, end);
      from = end + 1;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws `OutboxError` `OUTBOX_NOT_WRITTEN` or `OUTBOX_SHARED`, and the file is as it was before. */
  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    this.#checkAlone();
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
    this.#checkAlone();
    try {
      this.#disk.remove(beside);
      handle = this.#disk.open(beside);
      this.#write(handle, bytes);
      this.#disk.syncNow(handle);
      this.#disk.rename(beside, this.#path);
    } catch (error) {
      if (handle !== null) this.#disk.close(handle);
      this.#disk.remove(beside);
      throw notWritten(this.#path, error as Error);
    }
    this.#stopTimer();
    this.#disk.close(this.#handle);
    this.#handle = handle;
    this.#bytes = bytes.length;
    this.#isTorn = false;
  }

  close(): void {
    this.#stopTimer();
    this.#cutIfItCan();
    this.#disk.syncNow(this.#handle);
    this.#disk.close(this.#handle);
  }

  #write(handle: number, bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length; ) {
      const count = this.#disk.write(handle, bytes, written);
      if (count === 0) throw new Error('the disk takes nothing more');
      written += count;
    }
  }

  /** Two programs in one file would give one number to two facts: who writes second is told, and writes nothing. */
  #checkAlone(): void {
    if (this.#isTorn || this.#disk.length(this.#handle) === this.#bytes) return;
    throw new OutboxError(
      'OUTBOX_SHARED',
      `${this.#path}: another program writes to this outbox, or has put another file in its place`,
    );
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
    this.#stopSync ??= this.#after(SYNC_AFTER_MS, () => {
      this.#stopSync = null;
      const handle = this.#handle;
      this.#disk.sync(handle, (error) => {
        // A file that was replaced meanwhile has been synchronised then.
        if (error !== null && handle === this.#handle) this.#onLoss(error);
      });
    });
  }

  #stopTimer(): void {
    this.#stopSync?.();
    this.#stopSync = null;
  }
}

const notWritten = (path: string, cause: Error): OutboxError =>
  new OutboxError('OUTBOX_NOT_WRITTEN', `${path}: the disk did not take it (${cause.message})`, { cause });
