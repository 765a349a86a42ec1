/** Entries of the streams <-> what the pipeline asked for. What is not in the subject is in headers. */
import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import type {
  KeptDocument,
  LastStored,
  RejectionMessage,
  ResultMessage,
  StoredVenueMessage,
  VenueMessage,
} from '../broker.ts';
import type { Delivery } from './delivery.ts';
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
} as const;

const JSON_TYPE = 'application/json';

export function factHeaders(message: VenueMessage): MsgHdrs {
  const fields = headers();
  fields.set(HEADER.contentType, message.contentType);
  return fields;
}

export function factOf(entry: Msg, { streamSeq, storedAt }: Delivery): StoredVenueMessage {
  const contentType = entry.headers?.get(HEADER.contentType) || JSON_TYPE;
  const messageId = entry.headers?.get('Nats-Msg-Id') ?? '';
  return {
    ...parseFactSubject(entry.subject),
    messageId,
    contentType,
    data: entry.data,
    streamSeq,
    storedAt,
  };
}

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

/** What the headers of a stored version say of it; null when they are not ours. */
function versionOf(fields: MsgHdrs): { epoch: string; first: number; version: number } | null {
  const [first, version] = [HEADER.first, HEADER.version].map((name) => Number(fields.get(name))) as [
    number,
    number,
  ];
  const epoch = fields.get(HEADER.epoch);
  const areVersions = Number.isSafeInteger(version) && Number.isSafeInteger(first) && first >= 1;
  return epoch === '' || !areVersions || first > version ? null : { epoch, first, version };
}

/** The newest version in it. */
export function newestIn(fields: MsgHdrs): Omit<LastStored, 'streamSeq'> | null {
  const found = versionOf(fields);
  return found === null
    ? null
    : { epoch: found.epoch, version: found.version, hash: fields.get(HEADER.hash) };
}

/** Null when somebody else put something under our subjects that is not a version of a document. */
export function resultOf(entry: Msg): ResultMessage | null {
  const channel = channelOfResultSubject(entry.subject);
  const fields = entry.headers;
  if (channel === null || fields === undefined) return null;
  const position = versionOf(fields);
  if (position === null) return null;
  const form = fields.get(HEADER.form) === 'delta' ? 'delta' : 'whole';
  const causes = fields.get(HEADER.causes);
  return {
    channel,
    ...position,
    hash: fields.get(HEADER.hash),
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

/** A kept document is one line of JSON (its position) and the bytes, because a key-value has no headers. */
export function keptBytes({ data, ...position }: KeptDocument): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(position)}\n`), data]);
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
