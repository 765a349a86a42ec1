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
import { IndexOfChanged, RowIndex } from './row-index.ts';
import { partsIn, RowStamps, type Stamps } from './row-stamps.ts';
import { keptRows } from './same-content.ts';

/** One version and what it changed in the version before; the first has no delta, nor has one that could not be proven (`publishProven`). */
export interface Version {
  readonly document: Document;
  readonly delta: Delta | null;
}

/** What a delta leads to, and where that differs from before. */
interface Led {
  readonly header: Header;
  readonly rows: RowList<Row>;
  readonly found: Found;
}

type Found = readonly Difference<Row>[];

/** A document whose rows are in the chunks that versions share. */
type InChunks = Document & { readonly rows: RowList<Row> };

/**
 * One document with its row stamps: the newest version, and the difference to it from *any* older
 * version, without keeping history (D7). The engine advances it with `publish`; an edge and a
 * client advance their copy with `apply`, and end with the same hash.
 */
export class VersionedDocument {
  #current: InChunks;
  #stamps: RowStamps;
  readonly #index = new RowIndex();
  #headerStamp: number;
  /** The oldest version whose rows this copy knows of: removals before it were not seen. */
  #since: number;
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
    const found = this.#go(header, rows, { asOf, correction, version });
    return found === null ? null : { document: this.#current, delta: this.#last };
  }

  /**
   * The same for a version that others will be led to: its delta is held against what they do with it. One that does not lead to its
   * hash, or cannot because two rows have one key, is a fault of ours; then the version has none, but the hash of its content, and
   * goes out whole.
   */
  publishProven(
    header: Header,
    rows: Rows<Row>,
    asOf: string,
    correction: Correction | null,
  ): Version | null {
    const before = this.#current;
    const hash = this.#hash.copy();
    const wasDistinct = this.#isDistinct;
    const version = before.version + 1;
    const found = this.#go(header, rows, { asOf, correction, version });
    if (found === null) return null;
    const isDistinct = wasDistinct && this.#isDistinct;
    if (!isDistinct || led(before, this.#last!, hash, new IndexOfChanged(found)) === null) this.#beginAnew();
    return { document: this.#current, delta: this.#last };
  }

  /** Whether each key is of one row only. */
  get #isDistinct(): boolean {
    return this.#stamps.size === this.#current.rows.length;
  }

  #go(
    header: Header,
    rows: Rows<Row>,
    about: Pick<Document, 'asOf' | 'correction' | 'version'>,
  ): Found | null {
    const before = this.#current;
    const now = rows instanceof RowList ? rows : listLike(before.rows, [...rows]);
    const found = differences(before.rows, now);
    const headerChanged = this.#hash.setHeader(header);
    if (found.length === 0 && !headerChanged) return null;
    this.#hash.change(found, now);
    const numbering = { epoch: before.epoch, hash: this.#hash.text, ...about };
    const changed = this.#advance({ ...numbering, header, rows: now }, found, headerChanged);
    this.#last = this.#deltaOf(before.version, changed);
    return found;
  }

  /** From here on this version is the oldest that is known, as if it had come whole. */
  #beginAnew(): void {
    const { header, rows, version } = this.#current;
    this.#hash = new ContentHash(header, rows);
    this.#current = { ...this.#current, hash: this.#hash.text };
    this.#stamps = new RowStamps(rows, version);
    this.#headerStamp = version;
    this.#last = null;
    this.#since = version;
  }

  /**
   * Takes over a delta against its version or an older one: it names all that changed since its base, whole
   * as it is now, so it leads from every version between to the same state. False, and nothing changed, when the
   * base is newer, the outcome older, or has not the hash that the delta promises.
   */
  apply(delta: Delta): boolean {
    const before = this.#current;
    if (delta.base > before.version || delta.version <= before.version) return false;
    const hash = this.#hash.copy();
    const next = led(before, delta, hash, this.#index);
    if (next === null) return false;
    this.#hash = hash;
    const { header, rows, found } = next;
    const { version, asOf, correction } = delta;
    const numbering = { epoch: before.epoch, version, hash: delta.hash, asOf, correction };
    this.#advance({ ...numbering, header, rows }, found, delta.header !== null);
    this.#last = delta;
    return true;
  }

  /**
   * The delta from version `base` of this epoch to now; null when `base` is not an older version
   * that this copy has seen, or too many rows have left since (then only the whole document will do).
   */
  deltaSince(base: number): Delta | null {
    if (base < Math.max(this.#since, this.#stamps.knownSince) || base >= this.#current.version) return null;
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

/** Where the delta leads from a version whose hash is `hash`, which it leads on; null when that is not the hash that it promises. */
function led(before: InChunks, delta: Delta, hash: ContentHash, index: Pick<RowIndex, 'of'>): Led | null {
  const rows = patchedRows(before.rows, delta, rowsOf(before.header.type).parts, index);
  if (rows === null) return null;
  const header = delta.header ?? before.header;
  const found = differences(before.rows, rows);
  hash.setHeader(header);
  hash.change(found, rows);
  return hash.text === delta.hash ? { header, rows, found } : null;
}

const rising = (one: number, other: number): number => one - other;

/**
 * The copy led on to a version that came whole. The next version of its epoch keeps the row stamps, so that older bases still
 * get small deltas; any other one begins a new copy. Throws where the content has not the hash that the document claims, and the copy
 * is of no more use.
 */
export function continued(copy: VersionedDocument | null, document: Document): VersionedDocument {
  const before = copy?.current;
  if (copy === null || before?.epoch !== document.epoch || document.version !== before.version + 1)
    return VersionedDocument.proven(document);
  const { header, asOf, correction, hash } = document;
  const next = copy.publish(header, keptRows(before.rows, document.rows), asOf, correction);
  return next?.document.hash === hash ? copy : VersionedDocument.proven(document);
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
