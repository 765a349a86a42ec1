import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { StoredResultMessage, StoredVenueMessage } from '../broker/broker.ts';
import type { Channel } from '../model/document.ts';
import type { Instant } from '../model/fact.ts';
import { type ArchiveDisk, archiveDisk } from './archive-disk.ts';
import { ArchiveError } from './archive-error.ts';
import { hashIn } from './published.ts';
import { FACTS_FILE, factOfLine, type Segment, VERSIONS_FILE, versionOfLine } from './segment.ts';

const SEGMENTS = 'segments';
const SEGMENT_FILE = 'segment.json';
const INDEX_FILE = 'index.json';
const NUMBER = /^\d{6}$/;

type Added = 'startLists' | 'lastAt';
/** As it was kept by whichever program. */
type Read = Omit<Segment, Added> & Partial<Pick<Segment, Added>>;

/** A segment and the SHA-256 of its `segment.json`, which the next one names. */
export interface Chained {
  readonly segment: Segment;
  readonly hash: string;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * An archive as a folder: `segments/000001` and so on, each a folder that was renamed into its place when it was whole, and `index.json`
 * with the hash of each. Whoever is killed leaves what was there before; nothing that is there is ever written again.
 */
export class ArchiveFolder {
  readonly path: string;
  readonly #disk: ArchiveDisk;
  readonly #chain: Chained[] = [];

  private constructor(path: string, disk: ArchiveDisk) {
    this.path = path;
    this.#disk = disk;
  }

  /** Reads the chain of segments, which is empty where there is no folder yet. Throws `ArchiveError` `ARCHIVE_DAMAGED` where a link does not hold. */
  static async open(path: string, disk = archiveDisk): Promise<ArchiveFolder> {
    const folder = new ArchiveFolder(path, disk);
    await folder.#readChain();
    return folder;
  }

  get chain(): readonly Chained[] {
    return this.#chain;
  }

  /** The place in VENUE up to which it holds everything; 0 for nothing. */
  get to(): number {
    return this.#chain.at(-1)?.segment.to ?? 0;
  }

  /** That of the last segment, by which the whole archive can be told from any other one; empty for nothing. */
  get head(): string {
    return this.#chain.at(-1)?.hash ?? '';
  }

  /**
   * Writes the next segment. Another program that has written it meanwhile is refused with `ARCHIVE_OF_ANOTHER`: no fact is archived twice.
   */
  async append(
    segment: Omit<Segment, 'archive' | 'number' | 'before' | 'files'>,
    files: ReadonlyMap<string, Uint8Array>,
  ): Promise<Chained> {
    const number = this.#chain.length + 1;
    const hashes = Object.fromEntries(Array.from(files, ([name, bytes]) => [name, hashOf(bytes)]));
    const whole: Segment = { archive: 1, number, before: this.head, ...segment, files: hashes };
    const bytes = Buffer.from(`${JSON.stringify(whole, null, 1)}\n`);
    const beside = join(this.path, SEGMENTS, `.${nameOf(number)}.${process.pid}.part`);
    await this.#disk.remove(beside);
    for (const [name, content] of [...files, [SEGMENT_FILE, bytes] as const])
      await this.#disk.write(join(beside, name), content);
    await this.#putInPlace(beside, number);
    const chained = { segment: whole, hash: hashOf(bytes) };
    this.#chain.push(chained);
    await this.#writeIndex();
    return chained;
  }

  async *facts(segment: Segment): AsyncGenerator<StoredVenueMessage> {
    for (const line of await this.#lines(segment, FACTS_FILE)) yield factOfLine(line);
  }

  async *versions(segment: Segment): AsyncGenerator<StoredResultMessage> {
    for (const line of await this.#lines(segment, VERSIONS_FILE)) yield versionOfLine(line);
  }

  /** The hash under which a version is archived, of the newest epoch in which it is; null where it is not. Throws `DecodeError`. */
  async hashOfVersion(channel: Channel, version: number): Promise<string | null> {
    let hash: string | null = null;
    for (const { segment } of this.#chain) {
      if (!segment.documents.some((each) => each.channel === channel)) continue;
      for await (const message of this.versions(segment))
        if (message.channel === channel) hash = hashIn(message, version) ?? hash;
      const archived = segment.documents.find((each) => each.channel === channel && each.version === version);
      hash = archived?.hash ?? hash;
    }
    return hash;
  }

  /** A file of a segment. Throws `ARCHIVE_DAMAGED` where it is missing or has not the hash that the segment names. */
  async file({ number, files }: Pick<Segment, 'number' | 'files'>, name: string): Promise<Uint8Array> {
    const path = join(this.path, SEGMENTS, nameOf(number), name);
    const bytes = await this.#disk.read(path);
    if (bytes === null) throw damaged(`${path} is missing`);
    if (hashOf(bytes) !== files[name]) throw damaged(`${path} has another hash than its segment names`);
    return bytes;
  }

  /** Every file that stands in the folder of a segment beside `segment.json`. */
  async filesOf({ number }: Segment): Promise<string[]> {
    const found = await this.#disk.files(join(this.path, SEGMENTS, nameOf(number)));
    return found.filter((name) => name !== SEGMENT_FILE);
  }

  /** Why the index does not say what the segments are; null where it does. */
  async objectionToIndex(): Promise<string | null> {
    const bytes = await this.#disk.read(join(this.path, INDEX_FILE));
    return bytes !== null && Buffer.from(bytes).equals(this.#index())
      ? null
      : `${INDEX_FILE} does not name the segments that are there`;
  }

  async #lines(segment: Pick<Segment, 'number' | 'files'>, name: string): Promise<string[]> {
    const text = Buffer.from(await this.file(segment, name)).toString('utf8');
    return text.split('\n').filter((line) => line !== '');
  }

  /** Whoever was killed between a segment and the index has written the segment: it counts. */
  async #readChain(): Promise<void> {
    const names = await this.#disk.names(join(this.path, SEGMENTS));
    for (const name of names.filter((each) => NUMBER.test(each)).sort()) {
      const path = join(this.path, SEGMENTS, name, SEGMENT_FILE);
      const bytes = await this.#disk.read(path);
      if (bytes === null) throw damaged(`${path} is missing`);
      const segment: Read = { ...JSON.parse(Buffer.from(bytes).toString('utf8')) };
      const number = this.#chain.length + 1;
      if (segment.archive !== 1 || segment.number !== number || name !== nameOf(number))
        throw damaged(`${path} is not segment ${number} of an archive`);
      if (segment.before !== this.head) throw damaged(`${path} does not follow from the segment before it`);
      if (segment.from !== this.to + 1) throw damaged(`${path} does not begin behind place ${this.to}`);
      this.#chain.push({ segment: await this.#completed(segment), hash: hashOf(bytes) });
    }
    if (this.#chain.length > 0 && (await this.objectionToIndex()) !== null && (await this.#isIndexBehind()))
      await this.#writeIndex();
  }

  /** Archives were kept without start lists, and without the time of the last fact, before. */
  async #completed(read: Read): Promise<Segment> {
    return { ...read, startLists: read.startLists ?? [], lastAt: read.lastAt ?? (await this.#lastAt(read)) };
  }

  async #lastAt(segment: Read): Promise<Instant> {
    const last = (await this.#lines(segment, FACTS_FILE)).at(-1);
    return last === undefined ? 0 : factOfLine(last).storedAt;
  }

  /** It names fewer segments than there are, and those rightly. */
  async #isIndexBehind(): Promise<boolean> {
    const bytes = await this.#disk.read(join(this.path, INDEX_FILE));
    if (bytes === null) return true;
    const text = Buffer.from(bytes).toString('utf8');
    return this.#chain.some((_each, count) => text === String(indexOf(this.#chain.slice(0, count))));
  }

  #index(): Buffer {
    return indexOf(this.#chain);
  }

  async #writeIndex(): Promise<void> {
    const beside = join(this.path, `${INDEX_FILE}.${process.pid}.part`);
    await this.#disk.write(beside, this.#index());
    await this.#disk.put(beside, join(this.path, INDEX_FILE));
  }

  async #putInPlace(beside: string, number: number): Promise<void> {
    if (await this.#disk.put(beside, join(this.path, SEGMENTS, nameOf(number)))) return;
    await this.#disk.remove(beside);
    throw new ArchiveError('ARCHIVE_OF_ANOTHER', `another program writes into ${this.path} as well`);
  }
}

function indexOf(chain: readonly Chained[]): Buffer {
  const segments = chain.map(({ segment: { number, from, to, finished }, hash }) => ({
    number,
    hash,
    from,
    to,
    finished,
  }));
  return Buffer.from(`${JSON.stringify({ archive: 1, segments }, null, 1)}\n`);
}

const nameOf = (number: number): string => String(number).padStart(6, '0');

const damaged = (text: string): ArchiveError => new ArchiveError('ARCHIVE_DAMAGED', text);
