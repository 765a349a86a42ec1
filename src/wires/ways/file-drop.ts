/**
 * Files in a folder. A file is written under a hidden name, flushed, and renamed: whoever looks sees all of it or nothing. Names stay the same through all
 * numbers. A desk may take a file away: nothing is written again for that.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileDropOptions } from '../recipient.ts';
import { type Letter, NotHanded, type Way } from '../way.ts';

/** Says which folder this is, so that a gateway on another machine does not take its own for it. */
const MARK = '.splitsecond';

export class FileDrop implements Way {
  readonly place: string;
  readonly #folder: string;

  private constructor(folder: string, place: string) {
    this.#folder = folder;
    this.place = place;
  }

  /** Makes the folder where it is not there. */
  static async open({ folder }: FileDropOptions): Promise<FileDrop> {
    await mkdir(folder, { recursive: true });
    return new FileDrop(folder, await markOf(folder));
  }

  async prepare(letter: Letter): Promise<void> {
    const path = this.#hidden(letter);
    await asNotHanded(async () => {
      await this.#withoutEarlier(letter);
      await writeThrough(path, letter.bytes);
    });
  }

  /** The hidden file is gone once it was renamed: then it is not written again, whether it is still there or a desk has taken it. */
  async hand(letter: Letter): Promise<void> {
    await asNotHanded(async () => {
      if ((await readText(join(this.#folder, MARK))) !== this.place)
        throw new Error('it is another folder than before');
      try {
        await rename(this.#hidden(letter), join(this.#folder, letter.name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      await flush(this.#folder);
    });
  }

  #hidden({ name, dispatch }: Letter): string {
    return join(this.#folder, `.${name}.${dispatch.number}`);
  }

  /** What was made ready and passed over. */
  async #withoutEarlier({ name, dispatch }: Letter): Promise<void> {
    const prefix = `.${name}.`;
    for (const each of await readdir(this.#folder))
      if (each.startsWith(prefix) && Number(each.slice(prefix.length)) < dispatch.number)
        await rm(join(this.#folder, each), { force: true });
  }
}

async function markOf(folder: string): Promise<string> {
  const path = join(folder, MARK);
  const known = await readText(path);
  if (known !== null) return known;
  // Of two that open it at once one makes the mark; both then read what is there.
  const own = join(folder, `${MARK}.${randomUUID()}`);
  await writeThrough(own, Buffer.from(randomUUID()));
  if ((await readText(path)) === null) await rename(own, path);
  else await rm(own, { force: true });
  return (await readText(path))!;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A disk that is full or away may come back. */
async function asNotHanded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new NotHanded((error as Error).message);
  }
}
