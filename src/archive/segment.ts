/** What stands in an archive: facts and versions line by line, and the segment that names them. */
import type { StoredResultMessage, StoredVenueMessage } from '../broker/broker.ts';
import type { FactIdentity } from '../broker/standing-fact.ts';
import type { Channel } from '../model/document.ts';
import type { Instant } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';

/** A version of a document, and the file that holds it as JSON. */
export interface ArchivedVersion {
  readonly channel: Channel;
  readonly version: number;
  readonly hash: string;
  readonly file: string;
}

/** The newest at the end of a segment. */
export interface ArchivedDocument extends ArchivedVersion {
  /** It was found in the stream RESULTS with this hash; false: the broker had it no more, or engines went on from a later one. */
  readonly published: boolean;
  /** The highest version of the channel that is in a `versions.ndjson` so far; 0 for none. */
  readonly versionsTo: number;
}

/** What a segment holds of a unit, phase, event or discipline; under `` what is about none. */
export interface UnitInSegment {
  readonly facts: number;
  /** Places in VENUE. */
  readonly first: number;
  readonly last: number;
}

/** Facts come in the order of their places. */
export function countIn(
  units: Map<Rsc, UnitInSegment>,
  { unit, streamSeq }: Pick<StoredVenueMessage, 'unit' | 'streamSeq'>,
): void {
  const { facts, first } = units.get(unit) ?? { facts: 0, first: streamSeq };
  units.set(unit, { facts: facts + 1, first, last: streamSeq });
}

/** A piece of the archive: every fact of VENUE from one place to another, and what was published because of them. */
export interface Segment {
  readonly archive: 1;
  readonly number: number;
  /** SHA-256 of `segment.json` of the segment before; empty for the first one. */
  readonly before: string;
  /** Places in VENUE, both included; the first segment begins at 1, each other one behind the one before. */
  readonly from: number;
  readonly to: number;
  /** Message id of the fact at `to`, and when it was stored: whether a broker has this history. */
  readonly lastId: string;
  readonly lastAt: Instant;
  /** Of the rules and documents by which the documents were made, and their epoch. */
  readonly revision: string;
  readonly epoch: string;
  readonly units: Readonly<Record<Rsc, UnitInSegment>>;
  /** Units of those above whose result was official at the end of this segment. */
  readonly finished: readonly Rsc[];
  /** Those that are other ones than in the segments before. */
  readonly documents: readonly ArchivedDocument[];
  /** The last one of each unit of which there was a newer one: a result that goes on leaves it behind. */
  readonly startLists: readonly ArchivedVersion[];
  /** SHA-256 of every other file of the segment. */
  readonly files: Readonly<Record<string, string>>;
}

export const lastFactOf = ({ lastId, lastAt }: Segment): FactIdentity => ({
  messageId: lastId,
  storedAt: lastAt,
});

export const FACTS_FILE = 'facts.ndjson';
export const VERSIONS_FILE = 'versions.ndjson';

/** The file of a document: a channel has slashes, and a subcode may hold anything. */
export const documentFile = (channel: Channel, folder: 'documents' | 'start-lists'): string =>
  `${folder}/${channel.split('/').map(encodeURIComponent).join('.')}.json`;

/** Bytes as text where text gives the same bytes back, so that an archive can be read by people. */
function readable(data: Uint8Array): { said: string } | { bytes: string } {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const said = bytes.toString('utf8');
  return Buffer.from(said).equals(bytes) ? { said } : { bytes: bytes.toString('base64') };
}

const bytesOf = (line: { said?: string; bytes?: string }): Uint8Array =>
  line.said === undefined ? Buffer.from(line.bytes ?? '', 'base64') : Buffer.from(line.said);

export function factLine({ data, streamSeq, messageId, ...about }: StoredVenueMessage): string {
  const { storedAt, venue, unit, contentType } = about;
  return `${JSON.stringify({ place: streamSeq, storedAt, venue, unit, id: messageId, contentType, ...readable(data) })}\n`;
}

/** The reverse. Throws where a line is not one of ours. */
export function factOfLine(line: string): StoredVenueMessage {
  const { place, id, venue, unit, contentType, storedAt, ...content } = JSON.parse(line);
  return { streamSeq: place, messageId: id, venue, unit, contentType, storedAt, data: bytesOf(content) };
}

export function versionLine({ data, streamSeq, ...about }: StoredResultMessage): string {
  return `${JSON.stringify({ place: streamSeq, ...about, bytes: Buffer.from(data).toString('base64') })}\n`;
}

export function versionOfLine(line: string): StoredResultMessage {
  const { place, bytes, ...about } = JSON.parse(line);
  return { ...about, streamSeq: place, data: Buffer.from(bytes, 'base64') };
}
