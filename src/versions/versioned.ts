import type { Delta, RowPatch } from '../model/delta.ts';
import type { Correction, Document, Header } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { type PartName, rowsOf } from '../model/shape/table.ts';
import { aligned, NEW, notAligned } from './alignment.ts';
import { ContentHash } from './content-hash.ts';
import { movedRows } from './moved-rows.ts';
import { keptRows } from './same-content.ts';

/** One version and what it changed in the version before; the first version has no delta. */
export interface Version {
  readonly document: Document;
  readonly delta: Delta | null;
}

/** The version that last changed each part of a row, and the one that last moved it. */
type RowStamps = { order: number } & { [Part in PartName]?: number };

/**
 * One document with its row stamps: the newest version, and the difference to it from *any* older
 * version, without keeping history (D7). The engine advances it with `publish`; an edge and a
 * client advance their copy with `apply`, and end with the same hash.
 */
export class VersionedDocument {
  #current: Document;
  readonly #stamps = new Map<string, RowStamps>();
  /** Keys of rows that left, with the version that removed them. */
  readonly #removed = new Map<string, number>();
  #headerStamp: number;
  /** The oldest version whose rows this copy knows of: removals before it were not seen. */
  readonly #since: number;
  #hash: ContentHash;
  /** How the newest version came about: what nearly every screen needs, without looking at each row again. */
  #last: Delta | null = null;

  /** Starts from a whole document. Stamps say "changed now", so a delta from an older base is whole rows. */
  constructor(document: Document) {
    this.#current = document;
    this.#headerStamp = document.version;
    this.#since = document.version;
    this.#hash = new ContentHash(document.header, document.rows);
    for (const row of document.rows) this.#stamps.set(row.key, fresh(row, document.version));
  }

  /** Version 1 of a new document. */
  static first(epoch: string, header: Header, rows: readonly Row[], asOf: string): VersionedDocument {
    const hash = new ContentHash(header, rows).text;
    return new VersionedDocument({ epoch, version: 1, hash, asOf, correction: null, header, rows });
  }

  get current(): Document {
    return this.#current;
  }

  /**
   * The next version with this content, or null when nothing differs: a fact that changes nothing
   * publishes nothing. `version` can pass over numbers where this is a part of a document that has them.
   */
  publish(
    header: Header,
    rows: readonly Row[],
    asOf: string,
    correction: Correction | null = null,
    version = this.#current.version + 1,
  ): Version | null {
    const before = this.#current;
    const from = aligned(before.rows, rows);
    const changed = this.#stampRows(before.rows, rows, from, version);
    const headerChanged = this.#hash.setHeader(header);
    if (changed === null && !headerChanged) return null;
    if (headerChanged) this.#headerStamp = version;
    this.#hash.setRows(before.rows, rows, from);
    this.#current = { epoch: before.epoch, version, hash: this.#hash.text, asOf, correction, header, rows };
    this.#last = this.#delta(before.version, changed ?? []);
    return { document: this.#current, delta: this.#last };
  }

  /**
   * The delta from version `base` of this epoch to now; null when `base` is not an older version
   * that this copy has seen (then only the whole document will do).
   */
  deltaSince(base: number): Delta | null {
    const { version, rows } = this.#current;
    if (base < this.#since || base >= version) return null;
    if (this.#last?.base === base) return this.#last;
    return this.#delta(base, rows.keys());
  }

  /** The delta from `base`, looking only at the rows of the given indices. */
  #delta(base: number, indices: Iterable<number>): Delta {
    const { version, hash, asOf, correction, header, rows } = this.#current;
    const patches: RowPatch[] = [];
    for (const index of indices) {
      const row = rows[index]!;
      const patch = patchSince(base, row, index, this.#stamps.get(row.key)!);
      if (patch !== null) patches.push(patch);
    }
    const removed: string[] = [];
    for (const [key, at] of this.#removed) if (at > base) removed.push(key);
    return {
      base,
      version,
      hash,
      asOf,
      correction,
      header: this.#headerStamp > base ? header : null,
      rows: patches,
      removed,
    };
  }

  /**
   * Takes over a delta against the version held or an older one: it names all that changed since its base, whole
   * as it is now, so it leads from every version between to the same state. False, and nothing changed, when the
   * base is newer, the outcome older, or has not the hash that the delta promises.
   */
  apply(delta: Delta): boolean {
    const before = this.#current;
    if (delta.base > before.version || delta.version <= before.version) return false;
    const rows = patchedRows(before.rows, delta, rowsOf(before.header.type).parts);
    if (rows === null) return false;
    const header = delta.header ?? before.header;
    const hash = this.#hash.copy();
    hash.setHeader(header);
    const from = aligned(before.rows, rows);
    hash.setRows(before.rows, rows, from);
    if (hash.text !== delta.hash) return false;
    this.#stampRows(before.rows, rows, from, delta.version);
    if (delta.header !== null) this.#headerStamp = delta.version;
    this.#hash = hash;
    const { version, asOf, correction } = delta;
    this.#current = { epoch: before.epoch, version, hash: delta.hash, asOf, correction, header, rows };
    this.#last = delta;
    return true;
  }

  /** Stamps what differs and gives the indices of rows that are others or elsewhere; null when nothing is. */
  #stampRows(
    before: readonly Row[],
    after: readonly Row[],
    from: Int32Array,
    version: number,
  ): number[] | null {
    const changed: number[] = [];
    for (let index = 0; index < after.length; index += 1) if (from[index] === NEW) changed.push(index);
    if (changed.length === 0 && before.length === after.length) return null;
    const left = notAligned(before, from);
    const moved = movedRows(before, after, from, left);
    for (const index of changed) {
      const row = after[index]!;
      const { key } = row;
      const known = left.get(key);
      left.delete(key);
      if (known !== undefined) this.#stampParts(before[known]!, row, version);
      else {
        this.#stamps.set(key, fresh(row, version));
        this.#removed.delete(key);
      }
    }
    for (const key of left.keys()) {
      this.#stamps.delete(key);
      this.#removed.set(key, version);
    }
    for (const index of moved) this.#stamps.get(after[index]!.key)!.order = version;
    // Where several moved at once, a row that is the same object can be one of them.
    const others = moved.filter((index) => from[index] !== NEW);
    return others.length === 0 ? changed : [...changed, ...others].sort((one, other) => one - other);
  }

  #stampParts(before: Row, after: Row, version: number): void {
    const stamps = this.#stamps.get(after.key)!;
    for (const part of partsIn(after)) if (before[part] !== after[part]) stamps[part] = version;
  }
}

/**
 * The copy led on to a version that came whole. The next version of its epoch keeps the row stamps, so that older bases still
 * get small deltas; any other one, and one to whose hash the copy does not lead, begins a new copy.
 */
export function continued(held: VersionedDocument | null, document: Document): VersionedDocument {
  const before = held?.current;
  if (held === null || before?.epoch !== document.epoch || document.version !== before.version + 1)
    return new VersionedDocument(document);
  const { header, asOf, correction, hash } = document;
  const next = held.publish(header, keptRows(before.rows, document.rows), asOf, correction);
  return next?.document.hash === hash ? held : new VersionedDocument(document);
}

const partsIn = (row: Row): PartName[] => Object.keys(row).filter((name) => name !== 'key') as PartName[];

function fresh(row: Row, version: number): RowStamps {
  const stamps: RowStamps = { order: version };
  for (const part of partsIn(row)) stamps[part] = version;
  return stamps;
}

function patchSince(base: number, row: Row, index: number, stamps: RowStamps): RowPatch | null {
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

/** The rows after a delta; null when it names a row that is not there and does not bring all `parts` of it. */
export function patchedRows(
  before: readonly Row[],
  delta: Pick<Delta, 'rows' | 'removed'>,
  parts: readonly PartName[],
): readonly Row[] | null {
  const patches = new Map<string, RowPatch>();
  for (const patch of delta.rows) patches.set(patch.key, patch);
  const gone = new Set(delta.removed);
  const staying: Row[] = [];
  const moving: { row: Row; at: number }[] = [];
  for (const row of before) {
    const patch = patches.get(row.key);
    if (gone.has(row.key)) continue;
    if (patch === undefined) {
      staying.push(row);
      continue;
    }
    patches.delete(row.key);
    const { sortOrder, ...changed } = patch;
    if (sortOrder === undefined) staying.push({ ...row, ...changed });
    else moving.push({ row: { ...row, ...changed }, at: sortOrder - 1 });
  }
  for (const { sortOrder, ...row } of patches.values()) {
    if (sortOrder === undefined || parts.some((part) => row[part] === undefined)) return null;
    moving.push({ row, at: sortOrder - 1 });
  }
  return inserted(staying, moving);
}

/** Puts each row in at its final index, in one pass. */
function inserted(staying: readonly Row[], moving: { row: Row; at: number }[]): readonly Row[] | null {
  moving.sort((one, other) => one.at - other.at);
  const rows: Row[] = [];
  let next = 0;
  for (const { row, at } of moving) {
    while (rows.length < at) {
      const stayed = staying[next];
      if (stayed === undefined) return null;
      rows.push(stayed);
      next += 1;
    }
    if (rows.length !== at) return null;
    rows.push(row);
  }
  while (next < staying.length) {
    rows.push(staying[next]!);
    next += 1;
  }
  return rows;
}
