import type { CompetitorCode } from '../model/competitor.ts';
import {
  type Channel,
  type Correction,
  channelOf,
  type Document,
  type Header,
  listRows,
} from '../model/document.ts';
import { isDecided } from '../model/result-status.ts';
import { isListType, type ListRow, type Row } from '../model/row.ts';
import { kept, keptRows } from '../versions/same-content.ts';
import { type Version, VersionedDocument } from '../versions/versioned.ts';

/** What a decided version had said of each competitor, until it is said again. */
type Said = ReadonlyMap<CompetitorCode, ListRow>;

/**
 * The series of versions of every document of one epoch. A version is made only when content
 * changed; what changes a decided version is marked as a correction and names who moved.
 */
export class Series {
  readonly #epoch: string;
  readonly #documents = new Map<Channel, VersionedDocument>();
  readonly #said = new Map<Channel, Said>();

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  get documents(): ReadonlyMap<Channel, VersionedDocument> {
    return this.#documents;
  }

  /** The new version, or null when nothing changed. Rows that say the same must be the same objects (`keptRows`). */
  publish(header: Header, rows: readonly Row[], asOf: string, reason: string | null = null): Version | null {
    const channel = channelOf(header);
    const known = this.#documents.get(channel);
    if (known === undefined) {
      const first = VersionedDocument.first(this.#epoch, header, rows, asOf);
      this.#documents.set(channel, first);
      this.#remember(channel, first.current);
      return { document: first.current, delta: null };
    }
    const before = known.current;
    const same = kept(before.header, header);
    if (same === before.header && rows === before.rows) return null;
    const correction = this.#correctionOf(channel, before.version, rows, reason);
    const next = known.publish(same, rows, asOf, correction);
    if (next !== null) this.#remember(channel, next.document);
    return next;
  }

  /** The same for rows that were made anew, of any type: what says the same stays the same object. */
  renew(header: Header, rows: readonly Row[], asOf: string, reason: string | null = null): Version | null {
    const before = this.#documents.get(channelOf(header))?.current.rows ?? [];
    return this.publish(header, keptRows(before, rows), asOf, reason);
  }

  #correctionOf(
    channel: Channel,
    of: number,
    rows: readonly Row[],
    reason: string | null,
  ): Correction | null {
    const said = this.#said.get(channel);
    if (said === undefined) return null;
    const moved = movedSince(said, rows as readonly ListRow[]);
    return moved.length === 0 ? null : { of, reason, moved };
  }

  #remember(channel: Channel, { header, rows }: Document): void {
    // Nothing is measured any more: what comes now is a new result, not another version of the old one.
    if (header.status === 'START_LIST') this.#said.delete(channel);
    if (!isDecided(header.status) || !isListType(header.type)) return;
    this.#said.set(channel, new Map(listRows({ header, rows }).map((row) => [row.key, row])));
  }
}

/** Of whom something else is said than before, or for the first time, or nothing any more. */
function movedSince(said: Said, rows: readonly ListRow[]): CompetitorCode[] {
  const moved: CompetitorCode[] = [];
  let known = 0;
  for (const row of rows) {
    const before = said.get(row.key);
    if (before !== undefined) known += 1;
    if (before !== row && (before === undefined || saysOtherwise(before, row))) moved.push(row.key);
  }
  if (known === said.size) return moved;
  const listed = new Set(rows.map(({ key }) => key));
  return [...moved, ...[...said.keys()].filter((competitor) => !listed.has(competitor))];
}

function saysOtherwise(before: ListRow, now: ListRow): boolean {
  return (
    before.place.rank !== now.place.rank ||
    before.place.rankEqual !== now.place.rankEqual ||
    before.mark.result !== now.mark.result ||
    before.mark.irm !== now.mark.irm ||
    (before.place.qualificationMark !== null &&
      before.place.qualificationMark !== now.place.qualificationMark)
  );
}
