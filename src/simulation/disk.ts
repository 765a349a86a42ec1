import type { Disk } from '../venue/disk.ts';

/** The disk of a simulated machine. */
export class SimulatedDisk implements Disk {
  readonly #contents = new Map<string, { bytes: Buffer }>();
  readonly #open = new Map<number, { bytes: Buffer }>();
  #opened = 0;

  open(path: string): number {
    const content = this.#contents.get(path) ?? { bytes: Buffer.alloc(0) };
    this.#contents.set(path, content);
    this.#opened += 1;
    this.#open.set(this.#opened, content);
    return this.#opened;
  }

  read(path: string): Buffer {
    return this.#contents.get(path)!.bytes;
  }

  write(handle: number, bytes: Uint8Array, offset: number): number {
    const content = this.#at(handle);
    const written = bytes.subarray(offset);
    content.bytes = Buffer.concat([content.bytes, written]);
    return written.length;
  }

  cut(handle: number, length: number): void {
    const content = this.#at(handle);
    content.bytes = content.bytes.subarray(0, length);
  }

  length(handle: number): number | null {
    const content = this.#at(handle);
    return [...this.#contents.values()].includes(content) ? content.bytes.length : null;
  }

  sync(_handle: number, done: (error: Error | null) => void): void {
    done(null);
  }

  syncNow(): void {}

  close(handle: number): void {
    this.#open.delete(handle);
  }

  rename(from: string, to: string): void {
    this.#contents.set(to, this.#contents.get(from)!);
    this.#contents.delete(from);
  }

  remove(path: string): void {
    this.#contents.delete(path);
  }

  #at(handle: number): { bytes: Buffer } {
    const content = this.#open.get(handle);
    if (content === undefined) throw new Error(`EBADF: no file is open under ${handle}`);
    return content;
  }
}
