import type { CompetitorCode } from '../model/competitor.ts';
import { type Channel, type Correction, channelOf, type Document, type Header } from '../model/document.ts';
import { isDecided } from '../model/result-status.ts';
import type { Row } from '../model/row.ts';
import { kept } from './same-content.ts';
import { type Version, VersionedDocument } from './versioned.ts';

/** What a decided version had said of each competitor, until it is said again. */
type Said = ReadonlyMap<CompetitorCode, Row>;

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

  #correctionOf(
    channel: Channel,
    of: number,
    rows: readonly Row[],
    reason: string | null,
  ): Correction | null {
    const said = this.#said.get(channel);
    if (said === undefined) return null;
    const moved = movedSince(said, rows);
    return moved.length === 0 ? null : { of, reason, moved };
  }

  #remember(channel: Channel, { header, rows }: Document): void {
    // Nothing is measured any more: what comes now is a new result, not another version of the old one.
    if (header.status === 'START_LIST') this.#said.delete(channel);
    if (!isDecided(header.status)) return;
    this.#said.set(channel, new Map(rows.map((row) => [row.identity.competitor, row])));
  }
}

/** Of whom something else is said than before, or for the first time, or nothing any more. */
function movedSince(said: Said, rows: readonly Row[]): CompetitorCode[] {
  const moved: CompetitorCode[] = [];
  let known = 0;
  for (const row of rows) {
    const { competitor } = row.identity;
    const before = said.get(competitor);
    if (before !== undefined) known += 1;
    if (before !== row && (before === undefined || saysOtherwise(before, row))) moved.push(competitor);
  }
  if (known === said.size) return moved;
  const listed = new Set(rows.map(({ identity }) => identity.competitor));
  return [...moved, ...[...said.keys()].filter((competitor) => !listed.has(competitor))];
}

function saysOtherwise(before: Row, now: Row): boolean {
  return (
    before.place.rank !== now.place.rank ||
    before.place.rankEqual !== now.place.rankEqual ||
    before.mark.result !== now.mark.result ||
    before.mark.irm !== now.mark.irm ||
    (before.place.qualificationMark !== null &&
      before.place.qualificationMark !== now.place.qualificationMark)
  );
}
