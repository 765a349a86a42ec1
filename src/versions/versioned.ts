import type { Delta, RowPatch } from '../model/delta.ts';
import type { Correction, Document, Header } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { listLike } from '../model/row-draft.ts';
import { RowList, type Rows } from '../model/row-list.ts';
import { rowsOf } from '../model/shape/table.ts';
import { NEW } from './alignment.ts';
import { ContentHash } from './content-hash.ts';
import { type Difference, differences } from './differences.ts';
import { movedRows } from './moved-rows.ts';
import { patchedRows } from './patched-rows.ts';
import { RowIndex } from './row-index.ts';
import { partsIn, RowStamps, type Stamps } from './row-stamps.ts';
import { keptRows } from './same-content.ts';

/** One version and what it changed in the version before; the first version has no delta. */
export interface Version {
  readonly document: Document;
  readonly delta: Delta | null;
}

/** A document whose rows are in the chunks that versions share. */
type InChunks = Document & { readonly rows: RowList<Row> };

/**
 * One document with its row stamps: the newest version, and the difference to it from *any* older
 * version, without keeping history (D7). The engine advances it with `publish`; an edge and a
 * client advance their copy with `apply`, and end with the same hash.
 */
export class VersionedDocument {
  #current: InChunks;
  readonly #stamps: RowStamps;
  readonly #index = new RowIndex();
  #headerStamp: number;
  /** The oldest version whose rows this copy knows of: removals before it were not seen. */
  readonly #since: number;
  #hash: ContentHash;
  /** How the newest version came about: what nearly every screen needs, without looking at each row again. */
  #last: Delta | null = null;

  /** Starts from a whole document. Stamps say "changed now", so a delta from an older base is whole rows. */
  constructor(document: Document) {
    this.#current = inChunks(document);
    this.#headerStamp = document.version;
    this.#since = document.version;
    this.#hash = new ContentHash(document.header, document.rows);
    this.#stamps = new RowStamps(document.rows, document.version);
  }

  /** Version 1 of a new document. */
  static first(epoch: string, header: Header, rows: Rows<Row>, asOf: string): VersionedDocument {
    const hash = new ContentHash(header, rows).text;
    return new VersionedDocument({ epoch, version: 1, hash, asOf, correction: null, header, rows });
  }

  /** A copy that begins with a document from elsewhere. Throws where its content has not the hash that it claims. */
  static proven(document: Document): VersionedDocument {
    const copy = new VersionedDocument(document);
    const { text } = copy.#hash;
    if (text !== document.hash) throw new Error(`it claims the hash ${document.hash} and has ${text}`);
    return copy;
  }

  get current(): InChunks {
    return this.#current;
  }

  /**
   * The next version with this content, or null when nothing differs: a fact that changes nothing
   * publishes nothing. `version` can pass over numbers where this is a part of a document that has them.
   */
  publish(
    header: Header,
    rows: Rows<Row>,
    asOf: string,
    correction: Correction | null = null,
    version = this.#current.version + 1,
  ): Version | null {
    const before = this.#current;
    const now = rows instanceof RowList ? rows : listLike(before.rows, [...rows]);
    const found = differences(before.rows, now);
    const headerChanged = this.#hash.setHeader(header);
    if (found.length === 0 && !headerChanged) return null;
    this.#hash.change(found, now);
    const numbering = { epoch: before.epoch, version, hash: this.#hash.text, asOf, correction };
    const changed = this.#advance({ ...numbering, header, rows: now }, found, headerChanged);
    this.#last = this.#deltaOf(before.version, changed);
    return { document: this.#current, delta: this.#last };
  }

  /**
   * Takes over a delta against the version held or an older one: it names all that changed since its base, whole
   * as it is now, so it leads from every version between to the same state. False, and nothing changed, when the
   * base is newer, the outcome older, or has not the hash that the delta promises.
   */
  apply(delta: Delta): boolean {
    const before = this.#current;
    if (delta.base > before.version || delta.version <= before.version) return false;
    const rows = patchedRows(before.rows, delta, rowsOf(before.header.type).parts, this.#index);
    if (rows === null) return false;
    const header = delta.header ?? before.header;
    const found = differences(before.rows, rows);
    const hash = this.#hash.copy();
    hash.setHeader(header);
    hash.change(found, rows);
    if (hash.text !== delta.hash) return false;
    this.#hash = hash;
    const { version, asOf, correction } = delta;
    const numbering = { epoch: before.epoch, version, hash: delta.hash, asOf, correction };
    this.#advance({ ...numbering, header, rows }, found, delta.header !== null);
    this.#last = delta;
    return true;
  }

  /**
   * The delta from version `base` of this epoch to now; null when `base` is not an older version
   * that this copy has seen (then only the whole document will do).
   */
  deltaSince(base: number): Delta | null {
    if (base < this.#since || base >= this.#current.version) return null;
    return this.#last?.base === base ? this.#last : this.#deltaSince(base);
  }

  #deltaSince(base: number): Delta {
    const { rows } = this.#current;
    const { stamped, removed } = this.#stamps.since(base);
    const indices = Array.from(stamped, (key) => this.#index.of(key, rows)).sort(rising);
    return this.#deltaOf(base, { indices, removed });
  }

  #deltaOf(base: number, { indices, removed }: Changed): Delta {
    const { version, hash, asOf, correction, header, rows } = this.#current;
    const patches: RowPatch[] = [];
    for (const index of indices) {
      const row = rows.at(index)!;
      const patch = patchSince(base, row, index, this.#stamps.of(row.key)!);
      if (patch !== null) patches.push(patch);
    }
    const changedHeader = this.#headerStamp > base ? header : null;
    return { base, version, hash, asOf, correction, header: changedHeader, rows: patches, removed };
  }

  #advance(next: InChunks, found: readonly Difference<Row>[], headerChanged: boolean): Changed {
    this.#current = next;
    if (headerChanged) this.#headerStamp = next.version;
    return this.#stamp(found, next.version);
  }

  #stamp(found: readonly Difference<Row>[], version: number): Changed {
    const left = new Map<string, Row>();
    for (const { old, from } of found) for (const row of unaligned(old, from)) left.set(row.key, row);
    const indices = new Set<number>();
    for (const { old, now, newStart, from } of found) {
      for (let index = 0; index < now.length; index += 1) {
        if (from[index] !== NEW) continue;
        const row = now[index]!;
        const before = left.get(row.key);
        if (before === undefined) this.#stamps.add(row, version);
        else if (before !== row) this.#stamps.change(before, row, version);
        left.delete(row.key);
        indices.add(newStart + index);
      }
      for (const index of movedRows(old, now, from)) {
        this.#stamps.move(now[index]!.key, version);
        indices.add(newStart + index);
      }
    }
    for (const key of left.keys()) this.#stamps.remove(key, version);
    return { indices: [...indices].sort(rising), removed: [...left.keys()].sort() };
  }
}

/** What one version changed: where rows stand that are others or stand elsewhere, from the top, and the keys of those that left. */
interface Changed {
  readonly indices: readonly number[];
  readonly removed: readonly string[];
}

const rising = (one: number, other: number): number => one - other;

/**
 * The copy led on to a version that came whole. The next version of its epoch keeps the row stamps, so that older bases still
 * get small deltas; any other one begins a new copy. Throws where the content has not the hash that the document claims, and the copy
 * held is of no more use.
 */
export function continued(held: VersionedDocument | null, document: Document): VersionedDocument {
  const before = held?.current;
  if (held === null || before?.epoch !== document.epoch || document.version !== before.version + 1)
    return VersionedDocument.proven(document);
  const { header, asOf, correction, hash } = document;
  const next = held.publish(header, keptRows(before.rows, document.rows), asOf, correction);
  return next?.document.hash === hash ? held : VersionedDocument.proven(document);
}

const inChunks = (document: Document): InChunks =>
  document.rows instanceof RowList
    ? (document as InChunks)
    : { ...document, rows: RowList.of(document.rows) };

function* unaligned(old: readonly Row[], from: Int32Array): Iterable<Row> {
  let next = 0;
  for (const index of from) {
    if (index === NEW) continue;
    for (; next < index; next += 1) yield old[next]!;
    next = index + 1;
  }
  for (; next < old.length; next += 1) yield old[next]!;
}

function patchSince(base: number, row: Row, index: number, stamps: Stamps): RowPatch | null {
  const parts: Record<string, unknown> = {};
  let isChanged = stamps.order > base;
  for (const part of partsIn(row)) {
    if (stamps[part]! <= base) continue;
    parts[part] = row[part];
    isChanged = true;
  }
  if (!isChanged) return null;
  return { key: row.key, ...(stamps.order > base ? { sortOrder: index + 1 } : {}), ...parts };
}
