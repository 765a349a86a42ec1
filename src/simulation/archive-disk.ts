import type { ArchiveDisk } from '../archive/archive-disk.ts';

/** The disk on which an archive of a run lies: it does not fail, and every machine can read it. */
export class SimulatedArchiveDisk implements ArchiveDisk {
  readonly #contents = new Map<string, Uint8Array>();

  async read(path: string): Promise<Uint8Array | null> {
    return this.#contents.get(path) ?? null;
  }

  async names(folder: string): Promise<readonly string[]> {
    return [...new Set(this.#below(folder).map((place) => place.split('/')[0]!))];
  }

  async files(folder: string): Promise<readonly string[]> {
    return this.#below(folder);
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.#contents.set(path, bytes);
  }

  async put(from: string, to: string): Promise<boolean> {
    if (this.#below(to).length > 0) return false;
    for (const [path, bytes] of [...this.#contents]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.#contents.delete(path);
      this.#contents.set(to + path.slice(from.length), bytes);
    }
    return true;
  }

  async remove(path: string): Promise<void> {
    this.#contents.delete(path);
    for (const place of this.#below(path)) this.#contents.delete(`${path}/${place}`);
  }

  #below(folder: string): string[] {
    const start = `${folder}/`;
    const paths = [...this.#contents.keys()].filter((path) => path.startsWith(start));
    return paths.map((path) => path.slice(start.length));
  }
}
