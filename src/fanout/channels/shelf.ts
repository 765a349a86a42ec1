import type { Delta } from '../../model/delta.ts';
import type { Channel, Document } from '../../model/document.ts';
import { continued, VersionedDocument } from '../../standings/versioned.ts';

/** What taking a version in did to the shelf. */
export type Taken =
  | 'taken'
  /** Held already, with the same hash. */
  | 'known'
  /** Held already with another hash: two engines disagree. */
  | 'conflict'
  /** Versions in between are missing, or the delta does not lead to its hash. */
  | 'gap';

const HASHES_KEPT = 64;

interface Shelved {
  held: VersionedDocument;
  /** Hashes of the newest versions, to see when two engines disagree. */
  readonly hashes: Map<number, string>;
  /** Epochs that this channel has left: what still comes from them is late. */
  readonly retired: Set<string>;
}

/** The edge's copy of every document: the newest version of each channel, with its row stamps. */
export class Shelf {
  readonly #shelved = new Map<Channel, Shelved>();

  held(channel: Channel): VersionedDocument | null {
    return this.#shelved.get(channel)?.held ?? null;
  }

  current(channel: Channel): Document | null {
    return this.#shelved.get(channel)?.held.current ?? null;
  }

  channels(): IterableIterator<Channel> {
    return this.#shelved.keys();
  }

  get size(): number {
    return this.#shelved.size;
  }

  isRetired(channel: Channel, epoch: string): boolean {
    return this.#shelved.get(channel)?.retired.has(epoch) ?? false;
  }

  /** What a version means before it is decoded: most second copies end here. */
  compare(channel: Channel, version: number, hash: string): Taken | 'next' {
    const shelved = this.#shelved.get(channel);
    if (shelved === undefined) return 'gap';
    const { current } = shelved.held;
    if (version > current.version + 1) return 'gap';
    if (version === current.version + 1) return 'next';
    const known = shelved.hashes.get(version) ?? (version === current.version ? current.hash : hash);
    return known === hash ? 'known' : 'conflict';
  }

  applyNext(channel: Channel, delta: Delta): Taken {
    const shelved = this.#shelved.get(channel);
    if (shelved === undefined || !shelved.held.apply(delta)) return 'gap';
    this.#remember(shelved);
    return 'taken';
  }

  /** A whole document as the newest version. */
  put(channel: Channel, document: Document): void {
    const shelved = this.#shelved.get(channel);
    if (shelved === undefined) {
      const created = {
        held: new VersionedDocument(document),
        hashes: new Map(),
        retired: new Set<string>(),
      };
      this.#shelved.set(channel, created);
      this.#remember(created);
      return;
    }
    const { current } = shelved.held;
    if (current.epoch !== document.epoch) {
      shelved.retired.add(current.epoch);
      shelved.retired.delete(document.epoch);
      shelved.hashes.clear();
    }
    shelved.held = continued(shelved.held, document);
    this.#remember(shelved);
  }

  #remember({ held, hashes }: Shelved): void {
    const { version, hash } = held.current;
    hashes.set(version, hash);
    hashes.delete(version - HASHES_KEPT);
  }
}
