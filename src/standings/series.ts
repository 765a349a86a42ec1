import type { CompetitorCode } from '../model/competitor.ts';
import { type Channel, type Correction, channelOf, type Header } from '../model/document.ts';
import { isDecided } from '../model/result-status.ts';
import { isListType, type Row, type StoredRow } from '../model/row.ts';
import { RowList, type Rows } from '../model/row-list.ts';
import { disciplineOf } from '../model/rsc.ts';
import { differences } from '../versions/differences.ts';
import { movedRows } from '../versions/moved-rows.ts';
import { kept, keptRows } from '../versions/same-content.ts';
import { type Version, VersionedDocument } from '../versions/versioned.ts';
import { CompetitionSaid } from './competition-said.ts';
import { headed } from './headed.ts';

const NOTHING_SAID = new CompetitionSaid(null);

/** What a decided version had said, until it is said again. */
type Said = RowList<StoredRow>;

const NO_ROWS = RowList.of<Row>([]);

/**
 * The series of versions of every document of one epoch. A version is made only when content
 * changed; what changes a decided version is marked as a correction and names who moved.
 */
export class Series {
  readonly #epoch: string;
  readonly #said: (discipline: string) => CompetitionSaid;
  readonly #documents = new Map<Channel, VersionedDocument>();
  readonly #decided = new Map<Channel, Said>();

  /** `said`: what is known of the competition that a discipline belongs to, which every header says. */
  constructor(epoch: string, said: (discipline: string) => CompetitionSaid = () => NOTHING_SAID) {
    this.#epoch = epoch;
    this.#said = said;
  }

  get documents(): ReadonlyMap<Channel, VersionedDocument> {
    return this.#documents;
  }

  /** The new version, or null when nothing changed. Rows that say the same must be the same objects (`keptRows`). */
  publish(said: Header, rows: RowList<Row>, asOf: string, reason: string | null = null): Version | null {
    const header = headed(said, this.#said(disciplineOf(said.unit)));
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
    const next = known.publishProven(same, rows, asOf, correction);
    if (next !== null) this.#remember(channel, known.current);
    return next;
  }

  /** The same for rows that were made anew, of any type: what says the same stays the same object. */
  renew(header: Header, rows: Rows<Row>, asOf: string, reason: string | null = null): Version | null {
    const before = this.#documents.get(channelOf(header))?.current.rows ?? NO_ROWS;
    return this.publish(header, keptRows(before, rows), asOf, reason);
  }

  #correctionOf(channel: Channel, of: number, rows: RowList<Row>, reason: string | null): Correction | null {
    const said = this.#decided.get(channel);
    if (said === undefined) return null;
    const moved = movedSince(said, rows as RowList<StoredRow>);
    return moved.length === 0 ? null : { of, reason, moved };
  }

  #remember(channel: Channel, { header, rows }: VersionedDocument['current']): void {
    // Nothing is measured any more: what comes now is a new result, not another version of the old one.
    if (header.status === 'START_LIST') this.#decided.delete(channel);
    if (!isDecided(header.status) || !isListType(header.type)) return;
    this.#decided.set(channel, rows as RowList<StoredRow>);
  }
}

/** Of whom something else is said than before, or for the first time, or nothing any more; and who stands elsewhere. */
function movedSince(said: Said, rows: Said): CompetitorCode[] {
  const found = differences(said, rows);
  const before = new Map(found.flatMap(({ old }) => old.map((row) => [row.key, row] as const)));
  const moved = new Set<CompetitorCode>();
  for (const { old, now, from } of found) {
    for (const row of now) {
      const earlier = before.get(row.key);
      before.delete(row.key);
      if (earlier === undefined || saysOtherwise(earlier, row)) moved.add(row.key);
    }
    for (const index of movedRows(old, now, from)) moved.add(now[index]!.key);
  }
  return [...moved, ...before.keys()];
}

function saysOtherwise(before: StoredRow, now: StoredRow): boolean {
  return (
    before.place.ranked !== now.place.ranked ||
    before.place.tied !== now.place.tied ||
    before.place.givenRank !== now.place.givenRank ||
    before.place.medal !== now.place.medal ||
    before.mark.result !== now.mark.result ||
    before.mark.irm !== now.mark.irm ||
    (before.place.qualificationMark !== null &&
      before.place.qualificationMark !== now.place.qualificationMark)
  );
}
