import type { Delta } from '../../model/delta.ts';
import { type Channel, channelOf, type Document } from '../../model/document.ts';
import { isNewerEpoch } from '../../model/epoch.ts';
import type { Position } from '../../model/position.ts';
import { disciplineOf, GENERAL } from '../../model/rsc.ts';
import { ShelvedCopy } from './shelved-copy.ts';

/** What taking a version in did to the shelf. */
export type Taken =
  | 'taken'
  /** There already, with the same hash. */
  | 'known'
  /** There already with another hash: two engines disagree. */
  | 'conflict'
  /** Versions in between are missing, or the delta does not lead to its hash. */
  | 'gap';

const HASHES_KEPT = 64;

interface Shelved {
  readonly copy: ShelvedCopy;
  /** Hashes of the newest versions, to see when two engines disagree. */
  readonly hashes: Map<number, string>;
  /** Whether it was passed by since it last changed (`rest`). */
  isQuiet: boolean;
}

/** The edge's copy of every document: the newest version of each channel, with its row stamps. */
export class Shelf {
  readonly #shelved = new Map<Channel, Shelved>();
  /** Of the documents that are there; those about the whole competition are of none. */
  readonly disciplines = new Set<string>();
  #newestEpoch: string | null = null;

  /** Of a document that is there; null for none. */
  get newestEpoch(): string | null {
    return this.#newestEpoch;
  }

  /** Led from version to version; null when there is none. */
  copy(channel: Channel): ShelvedCopy | null {
    return this.#shelved.get(channel)?.copy ?? null;
  }

  current(channel: Channel): Document | null {
    return this.#shelved.get(channel)?.copy.current ?? null;
  }

  channels(): IterableIterator<Channel> {
    return this.#shelved.keys();
  }

  get size(): number {
    return this.#shelved.size;
  }

  /** Whether the channel has come to a newer epoch than this one: what still comes of it is late. */
  isPast(channel: Channel, epoch: string): boolean {
    const current = this.current(channel);
    return current !== null && isNewerEpoch(current.epoch, epoch);
  }

  /** Whether this is newer than what is there. */
  isAhead(channel: Channel, { epoch, version }: Position): boolean {
    const current = this.current(channel);
    if (current?.epoch === epoch) return version > current.version;
    return current === null || isNewerEpoch(epoch, current.epoch);
  }

  /** What a version means before it is decoded: most second copies end here. */
  compare(
    channel: Channel,
    { first, version, hash }: { first: number; version: number; hash: string },
  ): Taken | 'next' {
    const shelved = this.#shelved.get(channel);
    if (shelved === undefined) return 'gap';
    const { current } = shelved.copy;
    if (first > current.version + 1) return 'gap';
    if (version > current.version) return 'next';
    const known = shelved.hashes.get(version) ?? (version === current.version ? current.hash : hash);
    return known === hash ? 'known' : 'conflict';
  }

  applyNext(channel: Channel, delta: Delta): Taken {
    const shelved = this.#shelved.get(channel);
    if (shelved === undefined || !shelved.copy.apply(delta)) return 'gap';
    this.#remember(shelved);
    return 'taken';
  }

  /** A whole document as the newest version. Throws, and nothing has changed, where it is of another channel or has not the hash that it claims. */
  put(channel: Channel, document: Document): void {
    if (channelOf(document.header) !== channel) throw new Error(`this is ${channelOf(document.header)}`);
    const shelved = this.#shelved.get(channel);
    if (shelved === undefined) {
      const created = { copy: new ShelvedCopy(document), hashes: new Map(), isQuiet: false };
      this.#shelved.set(channel, created);
      this.#remember(created);
      return;
    }
    const { epoch } = shelved.copy.current;
    shelved.copy.put(document);
    if (epoch !== document.epoch) shelved.hashes.clear();
    this.#remember(shelved);
  }

  /** Lets the channel rest where it has stood still since the last call, and says whether it has: then what is kept is what its newest version says. */
  rest(channel: Channel): boolean {
    const shelved = this.#shelved.get(channel)!;
    const { isQuiet } = shelved;
    shelved.isQuiet = true;
    if (!isQuiet) return false;
    shelved.hashes.clear();
    shelved.copy.rest();
    return true;
  }

  #counts({ epoch, header }: Document): void {
    if (this.#newestEpoch === null || isNewerEpoch(epoch, this.#newestEpoch)) this.#newestEpoch = epoch;
    if (header.unit !== GENERAL) this.disciplines.add(disciplineOf(header.unit));
  }

  #remember(shelved: Shelved): void {
    const { copy, hashes } = shelved;
    shelved.isQuiet = false;
    this.#counts(copy.current);
    const { version, hash } = copy.current;
    hashes.set(version, hash);
    hashes.delete(version - HASHES_KEPT);
  }
}
