import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where an archive lies: a folder of a machine, or of one that is simulated. */
export interface ArchiveDisk {
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** What stands in a folder; nothing where there is none. */
  names(folder: string): Promise<readonly string[]>;
  /** Every file in a folder and below it, by its place in there. */
  files(folder: string): Promise<readonly string[]>;
  /** Makes the folders that it needs. The file is on the disk before anything names it. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Puts a file or a folder in its place, for good; false where a folder with something in it stands there. */
  put(from: string, to: string): Promise<boolean>;
  remove(path: string): Promise<void>;
}

/** That of this machine. */
export const archiveDisk: ArchiveDisk = {
  read: (path) => readFile(path).catch(unless('ENOENT', null)),
  names: (folder) => readdir(folder).catch(unless('ENOENT', [])),
  async files(folder) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  },
  async write(path, bytes) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flush: true });
  },
  async put(from, to) {
    try {
      await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
      throw error;
    }
    await flushFolder(dirname(to));
    return true;
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
};

const unless =
  <T>(code: string, otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === code) return otherwise;
    throw error;
  };

/** A name is on the disk when its folder is; where folders cannot be opened (Windows) the system sees to it. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
