/** A folder of this machine, or one that is mounted here. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileDropOptions } from '../recipient.ts';
import type { Folder } from './folder.ts';

export class LocalFolder implements Folder {
  readonly #path: string;

  constructor({ folder }: FileDropOptions) {
    this.#path = folder;
  }

  async make(): Promise<void> {
    await mkdir(this.#path, { recursive: true });
  }

  read(name: string): Promise<Uint8Array | null> {
    return orNull(readFile(join(this.#path, name)));
  }

  names(): Promise<string[]> {
    return readdir(this.#path);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await flushed(join(this.#path, name), 'w', (file) => file.writeFile(bytes));
  }

  async rename(from: string, to: string): Promise<void> {
    await orNull(rename(join(this.#path, from), join(this.#path, to)));
    await flushed(this.#path, 'r');
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#path, name), { force: true });
  }

  async close(): Promise<void> {}
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

type OpenFile = Awaited<ReturnType<typeof open>>;

async function flushed(
  path: string,
  flags: string,
  work: (file: OpenFile) => Promise<void> = async () => {},
): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
