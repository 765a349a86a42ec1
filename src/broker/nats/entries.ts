/** Entries of the streams <-> what the pipeline asked for. What is not in the subject is in headers. */
import type { StoredMsg } from '@nats-io/jetstream';
import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import type { Instant } from '../../model/fact.ts';
import type {
  KeptDocument,
  LastStored,
  RejectionMessage,
  ResultMessage,
  StandingFact,
  StoredVenueMessage,
  VenueMessage,
} from '../broker.ts';
import { type Delivery, instantOf } from './delivery.ts';
import { channelOfKey, channelOfResultSubject, parseFactSubject } from './subjects.ts';
import { keptPositionOf } from './told.ts';

const HEADER = {
  contentType: 'Content-Type',
  epoch: 'Splitsecond-Epoch',
  first: 'Splitsecond-First',
  version: 'Splitsecond-Version',
  hash: 'Splitsecond-Hash',
  form: 'Splitsecond-Form',
  causes: 'Splitsecond-Causes',
  code: 'Splitsecond-Code',
  reason: 'Splitsecond-Reason',
  venue: 'Splitsecond-Venue',
  unit: 'Splitsecond-Unit',
  fact: 'Splitsecond-Fact',
  storedAt: 'Splitsecond-Stored-At',
  messageId: 'Splitsecond-Message-Id',
} as const;

const JSON_TYPE = 'application/json';

export function factHeaders({
  contentType,
  storedAt,
  messageId,
  uniqueId,
}: Omit<VenueMessage, 'venue' | 'unit' | 'data'>): MsgHdrs {
  const fields = headers();
  fields.set(HEADER.contentType, contentType);
  if (storedAt !== undefined) fields.set(HEADER.storedAt, String(storedAt));
  if (uniqueId !== undefined) fields.set(HEADER.messageId, messageId);
  return fields;
}

/** Nobody can have stored it after it was put back. */
function firstStoredAt(fields: MsgHdrs | undefined, storedAt: Instant): Instant {
  const first = Number(fields?.get(HEADER.storedAt) || storedAt);
  return Number.isSafeInteger(first) && first >= 0 ? Math.min(first, storedAt) : storedAt;
}

const messageIdIn = (fields: MsgHdrs | undefined): string =>
  fields?.get(HEADER.messageId) || fields?.get('Nats-Msg-Id') || '';

export function factOf(entry: Msg, { streamSeq, storedAt }: Delivery): StoredVenueMessage {
  const contentType = entry.headers?.get(HEADER.contentType) || JSON_TYPE;
  return {
    ...parseFactSubject(entry.subject),
    messageId: messageIdIn(entry.headers),
    contentType,
    data: entry.data,
    streamSeq,
    storedAt: firstStoredAt(entry.headers, storedAt),
  };
}

export const standingIn = (entry: StoredMsg): StandingFact => ({
  ...parseFactSubject(entry.subject),
  messageId: messageIdIn(entry.header),
  data: entry.data,
  storedAt: firstStoredAt(entry.header, instantOf(entry.timestamp)),
});

export function resultHeaders(message: ResultMessage): MsgHdrs {
  const fields = headers();
  fields.set(HEADER.epoch, message.epoch);
  fields.set(HEADER.first, String(message.first));
  fields.set(HEADER.version, String(message.version));
  fields.set(HEADER.hash, message.hash);
  fields.set(HEADER.form, message.form);
  if (message.causes !== undefined) fields.set(HEADER.causes, message.causes.join(' '));
  return fields;
}

/** Headers that are read again and again: `MsgHdrs.get` makes a list of all names each time. */
type Read = ReadonlyMap<string, readonly string[]>;

const readOf = (fields: MsgHdrs): Read => new Map(fields);

const textIn = (fields: Read, name: string): string => fields.get(name)?.[0] ?? '';

/** What the headers of a stored version say of it; null when they are not ours. */
function versionOf(fields: Read): { epoch: string; first: number; version: number } | null {
  const first = Number(textIn(fields, HEADER.first));
  const version = Number(textIn(fields, HEADER.version));
  const epoch = textIn(fields, HEADER.epoch);
  const areVersions = Number.isSafeInteger(version) && Number.isSafeInteger(first) && first >= 1;
  return epoch === '' || !areVersions || first > version ? null : { epoch, first, version };
}

/** The newest version in it. */
export function newestIn(said: MsgHdrs): Omit<LastStored, 'streamSeq'> | null {
  const fields = readOf(said);
  const found = versionOf(fields);
  return found === null
    ? null
    : { epoch: found.epoch, version: found.version, hash: textIn(fields, HEADER.hash) };
}

/** Null when somebody else put something under our subjects that is not a version of a document. */
export function resultOf(entry: Msg): ResultMessage | null {
  const channel = channelOfResultSubject(entry.subject);
  if (channel === null || entry.headers === undefined) return null;
  const fields = readOf(entry.headers);
  const position = versionOf(fields);
  if (position === null) return null;
  const form = textIn(fields, HEADER.form) === 'delta' ? 'delta' : 'whole';
  const causes = textIn(fields, HEADER.causes);
  return {
    channel,
    ...position,
    hash: textIn(fields, HEADER.hash),
    form,
    ...(causes === '' ? null : { causes: causes.split(' ') }),
    data: entry.data,
  };
}

/** Texts that came from outside can hold anything (half a surrogate pair, too); a header cannot. */
const safe = (text: string): string => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));

export function rejectionHeaders(rejection: RejectionMessage): MsgHdrs {
  const fields = headers();
  fields.set(HEADER.code, safe(rejection.code));
  fields.set(HEADER.reason, safe(rejection.message));
  fields.set(HEADER.venue, safe(rejection.venue));
  fields.set(HEADER.unit, safe(rejection.unit));
  fields.set(HEADER.contentType, safe(rejection.contentType));
  fields.set(HEADER.fact, String(rejection.venueStreamSeq));
  return fields;
}

/** The stream sequence of the fact that a rejection is about; 0 when it says none. */
function rejectedSeq(fields: MsgHdrs | undefined): number {
  const seq = Number(fields?.get(HEADER.fact));
  return Number.isSafeInteger(seq) ? seq : 0;
}

/** Of all rejections that `read` goes through. */
export async function highestRejected(
  read: (handler: (entry: Msg) => undefined) => Promise<void>,
): Promise<number> {
  let highest = 0;
  await read(({ headers: fields }) => {
    highest = Math.max(highest, rejectedSeq(fields));
    return undefined;
  });
  return highest;
}

/** Null when somebody else put something under our subjects that is not a rejection. */
export function rejectionOf(entry: Msg): RejectionMessage | null {
  const { headers: fields, data } = entry;
  const venueStreamSeq = rejectedSeq(fields);
  const text = (name: string): string => decodeURIComponent(fields?.get(name) ?? '');
  try {
    const code = text(HEADER.code);
    const said = { message: text(HEADER.reason), venue: text(HEADER.venue), unit: text(HEADER.unit) };
    return { code, ...said, contentType: text(HEADER.contentType), venueStreamSeq, data };
  } catch {
    return null;
  }
}

const LINE_END = 0x0a;
const KEPT_PREFIX = '$KV.DOCUMENTS.';

/** Memory that nothing has used yet takes ten times as long to fill: some milliseconds at once at most. */
const BYTES_AT_ONCE = 512 * 1024;

/**
 * A kept document is one line of JSON (its position) and the bytes, because a key-value has no headers. Others are let in
 * while a long one is copied.
 */
export async function keptBytes({ data, ...position }: KeptDocument): Promise<Uint8Array> {
  const line = Buffer.from(`${JSON.stringify(position)}\n`);
  const bytes = Buffer.allocUnsafe(line.length + data.length);
  bytes.set(line);
  for (let at = 0; at < data.length; at += BYTES_AT_ONCE) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    bytes.set(data.subarray(at, at + BYTES_AT_ONCE), line.length + at);
  }
  return bytes;
}

/** Null when the entry is not a kept document, or does not stand under the key of its channel. */
export function keptIn({ subject, data }: Msg): KeptDocument | null {
  const kept = keptOf(data);
  return kept?.channel === channelOfKey(subject.slice(KEPT_PREFIX.length)) ? kept : null;
}

/** Null when the bytes are not a kept document. */
export function keptOf(bytes: Uint8Array): KeptDocument | null {
  const end = bytes.indexOf(LINE_END);
  if (end < 0) return null;
  const position = keptPositionOf(bytes.subarray(0, end));
  return position === null ? null : { ...position, data: bytes.subarray(end + 1) };
}
