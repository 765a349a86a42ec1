import type { CompetitorCode } from '../model/competitor.ts';
import {
  type Channel,
  type Correction,
  channelOf,
  type Document,
  type DocumentType,
  type Header,
  parseChannel,
} from '../model/document.ts';
import { isDecided } from '../model/result-status.ts';
import { isListType, type Row, type StoredRow } from '../model/row.ts';
import { RowList, type Rows } from '../model/row-list.ts';
import { disciplineOf, eventRsc, type Rsc } from '../model/rsc.ts';
import { differences } from '../versions/differences.ts';
import { movedRows } from '../versions/moved-rows.ts';
import { kept, keptRows } from '../versions/same-content.ts';
import { type Version, VersionedDocument } from '../versions/versioned.ts';
import { CompetitionSaid } from './competition-said.ts';
import { headed } from './headed.ts';

const NOTHING_SAID = new CompetitionSaid(null);

/** What the newest decided version has said, until another one is decided. */
interface Decided {
  readonly version: number;
  readonly rows: Said;
}

type Said = RowList<StoredRow>;

const NO_ROWS = RowList.of<Row>([]);

/** Where the series of a document stands. Its content is not in it: it is made anew, and must have the hash. */
export interface SeriesSoFar extends Pick<Document, 'version' | 'hash' | 'asOf' | 'correction'> {
  readonly channel: Channel;
  /** What was decided last, where that is not the newest version; null: nothing was. */
  readonly decided: 'NEWEST' | { readonly version: number; readonly rows: readonly StoredRow[] } | null;
  /** Of a document without rows, which nothing may write again. */
  readonly header: Header | null;
}

/** That which a document is of, or of which it is a part. */
export const eventOf = (channel: Channel): Rsc => eventRsc(parseChannel(channel)?.unit ?? '');

/** What was taken up does not lead to the documents that were published. */
export class NotAsPublished extends Error {}

/**
 * The series of versions of every document of one epoch. A version is made only when content
 * changed; what changes a decided version is marked as a correction and names who moved.
 */
export class Series {
  readonly #epoch: string;
  readonly #said: (discipline: string) => CompetitionSaid;
  readonly #documents = new Map<Channel, VersionedDocument>();
  readonly #decided = new Map<Channel, Decided>();
  /** Taken up, and not written since. */
  readonly #unwritten = new Map<Channel, SeriesSoFar>();
  /** Of events that are not in memory. */
  readonly #away = new Map<Rsc, readonly SeriesSoFar[]>();

  /** `said`: what is known of the competition that a discipline belongs to, which every header says. */
  constructor(epoch: string, said: (discipline: string) => CompetitionSaid = () => NOTHING_SAID) {
    this.#epoch = epoch;
    this.#said = said;
  }

  get documents(): ReadonlyMap<Channel, VersionedDocument> {
    return this.#documents;
  }

  /** Of what has no subcode. */
  isPublished(type: DocumentType, unit: Rsc): boolean {
    const channel = channelOf({ type, unit, subcode: null });
    return this.#documents.has(channel) || this.#unwritten.has(channel);
  }

  get soFar(): SeriesSoFar[] {
    const inMemory = Array.from(this.#documents, ([channel, { current }]) => this.#standOf(channel, current));
    return [...[...this.#away.values()].flat(), ...inMemory];
  }

  #standOf(channel: Channel, current: VersionedDocument['current']): SeriesSoFar {
    const { version, hash, asOf, correction, header, rows } = current;
    const known = this.#decided.get(channel);
    const decided =
      known === undefined
        ? null
        : known.version === version
          ? 'NEWEST'
          : { version: known.version, rows: [...known.rows] };
    return { channel, version, hash, asOf, correction, decided, header: rows.length === 0 ? header : null };
  }

  /** The documents of an event leave memory: how each stands is kept. Those without rows stay, since nothing may write them again. */
  putAway(event: Rsc): void {
    const stands: SeriesSoFar[] = [];
    for (const [channel, { current }] of this.#documents) {
      if (current.rows.length === 0 || eventRsc(current.header.unit) !== event) continue;
      stands.push(this.#standOf(channel, current));
      this.#documents.delete(channel);
      this.#decided.delete(channel);
    }
    this.#away.set(event, stands);
  }

  /** Everything of the event that has rows is to be written as it was, before anything else. */
  readBack(event: Rsc): void {
    for (const each of this.#away.get(event) ?? []) this.#unwritten.set(each.channel, each);
    this.#away.delete(event);
  }

  /** Goes on where another one stands, in the events in memory. Everything of these that has rows is to be written before the next fact. */
  takeUp(all: readonly SeriesSoFar[], isAway: (event: Rsc) => boolean): void {
    for (const each of all) {
      const event = eventOf(each.channel);
      if (each.header === null && isAway(event)) {
        this.#away.set(event, [...(this.#away.get(event) ?? []), each]);
        continue;
      }
      this.#unwritten.set(each.channel, each);
      if (each.header !== null) this.#goOn(each, each.header, NO_ROWS);
    }
  }

  /** Documents of an event that were read back, and not written since. */
  unwrittenOf(event: Rsc): Channel[] {
    return [...this.#unwritten.keys()].filter((channel) => eventOf(channel) === event);
  }

  /** Throws `NotAsPublished` when a document that was taken up was not written. */
  allWritten(): void {
    const [channel] = this.#unwritten.keys();
    if (channel !== undefined) throw new NotAsPublished(`nothing writes ${channel}`);
  }

  #goOn(
    { channel, version, hash, asOf, correction, decided }: SeriesSoFar,
    header: Header,
    rows: RowList<Row>,
  ): void {
    const document = { epoch: this.#epoch, version, hash, asOf, correction, header, rows };
    try {
      this.#documents.set(channel, VersionedDocument.proven(document));
    } catch (error) {
      throw new NotAsPublished(`${channel} version ${version}: ${(error as Error).message}`);
    }
    this.#unwritten.delete(channel);
    if (decided === 'NEWEST') this.#decided.set(channel, { version, rows: rows as RowList<StoredRow> });
    else if (decided !== null)
      this.#decided.set(channel, { version: decided.version, rows: RowList.of(decided.rows) });
  }

  /** The new version, or null when nothing changed. Rows that say the same must be the same objects (`keptRows`). */
  publish(said: Header, rows: RowList<Row>, asOf: string, reason: string | null = null): Version | null {
    const header = headed(said, this.#said(disciplineOf(said.unit)));
    const channel = channelOf(header);
    const known = this.#documents.get(channel);
    const unwritten = known === undefined ? this.#unwritten.get(channel) : undefined;
    if (unwritten !== undefined) {
      this.#goOn(unwritten, header, rows);
      return null;
    }
    if (known === undefined) {
      if (this.#away.has(eventRsc(header.unit))) throw new Error(`${channel} is not in memory`);
      const first = VersionedDocument.first(this.#epoch, header, rows, asOf);
      this.#documents.set(channel, first);
      this.#remember(channel, first.current);
      return { document: first.current, delta: null };
    }
    const before = known.current;
    const same = kept(before.header, header);
    if (same === before.header && rows === before.rows) return null;
    const correction = this.#correctionOf(channel, rows, reason);
    const next = known.publishProven(same, rows, asOf, correction);
    if (next !== null) this.#remember(channel, known.current);
    return next;
  }

  /** The same for rows that were made anew, of any type: what says the same stays the same object. */
  renew(header: Header, rows: Rows<Row>, asOf: string, reason: string | null = null): Version | null {
    const before = this.#documents.get(channelOf(header))?.current.rows ?? NO_ROWS;
    return this.publish(header, keptRows(before, rows), asOf, reason);
  }

  #correctionOf(channel: Channel, rows: RowList<Row>, reason: string | null): Correction | null {
    const decided = this.#decided.get(channel);
    if (decided === undefined) return null;
    const moved = movedSince(decided.rows, rows as RowList<StoredRow>);
    return moved.length === 0 ? null : { of: decided.version, reason, moved };
  }

  #remember(channel: Channel, { header, version, rows }: VersionedDocument['current']): void {
    // Nothing is measured any more: what comes now is a new result, not another version of the old one.
    if (header.status === 'START_LIST') this.#decided.delete(channel);
    if (!isDecided(header.status) || !isListType(header.type)) return;
    this.#decided.set(channel, { version, rows: rows as RowList<StoredRow> });
  }
}

/** Of whom something else is said than before, or for the first time, or nothing any more; and who stands elsewhere. */
function movedSince(said: Said, rows: Said): CompetitorCode[] {
  const [found] = differences(said, sayingTheSame(said, rows));
  if (found === undefined) return [];
  const { old, now, from } = found;
  const before = new Map(old.map((row) => [row.key, row]));
  const moved = new Set<CompetitorCode>();
  for (const row of now) {
    const earlier = before.get(row.key);
    before.delete(row.key);
    if (earlier === undefined || saysOtherwise(earlier, row)) moved.add(row.key);
  }
  for (const index of movedRows(old, now, from)) moved.add(now[index]!.key);
  return [...moved, ...before.keys()];
}

/**
 * The rows, as the objects of `said` wherever they say the same: who has moved hangs on what is said, and not on what became of the objects since.
 * A row can have been another one meanwhile, or was made anew after its event came back into memory.
 */
function sayingTheSame(said: Said, rows: Said): StoredRow[] {
  const same = [...rows];
  const found = differences(said, rows);
  const before = new Map(found.flatMap(({ old }) => old.map((row) => [row.key, row])));
  for (const { now, newStart } of found)
    for (const [index, row] of now.entries()) same[newStart + index] = kept(before.get(row.key), row);
  return same;
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
