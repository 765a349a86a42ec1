import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PieceStore } from '../broker/broker.ts';

/** Pieces as files of a folder, which is made when it is not there. */
export class FolderStore implements PieceStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(name: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(this.#folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Beside its place first: who is killed meanwhile leaves no half. */
  async write(name: string, data: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const beside = join(this.#folder, `${name}.${process.pid}.part`);
    await writeFile(beside, data, { flush: true });
    await rename(beside, join(this.#folder, name));
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true });
  }
}
