/**
 * Files in a folder. A file is written under a hidden name and renamed: whoever looks sees all of it or nothing. Names stay the same through all
 * numbers. A desk may take a file away: nothing is written again for that.
 */
import { randomUUID } from 'node:crypto';
import { type Letter, NotHanded, type Way } from '../way.ts';
import type { Folder } from './folder.ts';

/** Says which folder this is, so that a gateway on another machine does not take its own for it. */
const MARK = '.splitsecond';

export class FileDrop implements Way {
  readonly #folder: Folder;
  #place: Promise<string> | null = null;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** Of the folder that was there first: one that comes in its stead, an empty mount point for instance, is not taken for it. */
  place(): Promise<string> {
    this.#place ??= asNotHanded(() => placeOf(this.#folder)).catch((error) => {
      this.#place = null;
      throw error;
    });
    return this.#place;
  }

  async prepare(letter: Letter): Promise<void> {
    await asNotHanded(async () => {
      await this.#cleared(letter);
      await this.#folder.write(hiddenName(letter), letter.bytes);
    });
  }

  /** The hidden file is gone once it was renamed: then it is not written again, whether it is still there or a desk has taken it. */
  async hand(letter: Letter): Promise<void> {
    const place = await this.place();
    await asNotHanded(async () => {
      if ((await markIn(this.#folder)) !== place) throw new Error('it is another folder than before');
      await this.#folder.rename(hiddenName(letter), letter.name);
    });
  }

  close(): Promise<void> {
    return this.#folder.close();
  }

  /** What was made ready and passed over, and what was cut off: some servers write over nothing. */
  async #cleared({ name, dispatch }: Letter): Promise<void> {
    const prefix = `.${name}.`;
    for (const each of await this.#folder.names())
      if (each.startsWith(prefix) && Number(each.slice(prefix.length)) <= dispatch.number)
        await this.#folder.remove(each);
  }
}

const hiddenName = ({ name, dispatch }: Letter): string => `.${name}.${dispatch.number}`;

async function placeOf(folder: Folder): Promise<string> {
  await folder.make();
  const place = (await markIn(folder)) ?? (await newMark(folder));
  // Whether a file was handed over is seen by its hidden name.
  if (!(await folder.names()).includes(MARK))
    throw new Error(`it does not list ${MARK}, so hidden files are not seen in it`);
  return place;
}

async function newMark(folder: Folder): Promise<string> {
  const own = `${MARK}.${randomUUID()}`;
  await folder.write(own, Buffer.from(randomUUID()));
  await folder.rename(own, MARK);
  const place = await markIn(folder);
  if (place === null) throw new Error(`${MARK} was written into it and cannot be read`);
  return place;
}

async function markIn(folder: Folder): Promise<string | null> {
  const bytes = await folder.read(MARK);
  return bytes === null ? null : Buffer.from(bytes).toString();
}

/** A disk that is full, or a server that is away, may come back. */
async function asNotHanded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new NotHanded((error as Error).message);
  }
}
