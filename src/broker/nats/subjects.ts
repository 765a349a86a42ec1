/**
 * Where things are in NATS. A subject is split at its dots, so each name of ours becomes one token:
 * letters, digits, `-` and `_` stay, every other byte is written `=` and two hex digits (`.` -> `=2E`).
 * The same tokens are good as keys of a NATS key-value bucket. A name that is not there (a fact about
 * no unit, such as a heartbeat) is the token `_`, which no name can be: a lone `_` becomes `=5F`.
 */
import {
  type Channel,
  channelOf,
  DOCUMENT_TYPES,
  type DocumentType,
  parseChannel,
} from '../../model/document.ts';

export const VENUE_SUBJECTS = 'venue.>';
export const RESULT_SUBJECTS = 'results.>';
export const REJECTION_SUBJECTS = 'rejections.>';
export const LOGBOOK_SUBJECTS = 'logbook.>';

const PLAIN = /^[A-Za-z0-9_-]+$/;
const NOTHING = '_';

export function tokenOf(name: string): string {
  if (name === '') return NOTHING;
  if (name === NOTHING) return '=5F';
  return PLAIN.test(name) ? name : Array.from(Buffer.from(name, 'utf8'), escapedByte).join('');
}

function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return PLAIN.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The name behind a token; a token that nobody could have written comes back as it is. */
export function nameOf(token: string): string {
  if (token === NOTHING) return '';
  if (!token.includes('=')) return token;
  const text = token.replace(/%/g, '%25').replace(/=([0-9A-Fa-f]{2})/g, '%$1');
  try {
    return decodeURIComponent(text);
  } catch {
    return token;
  }
}

/** `venue.<venue>.<discipline>.<unit>`. */
export function factSubject(venue: string, unit: string): string {
  return `venue.${tokenOf(venue)}.${tokenOf(unit.slice(0, 3))}.${tokenOf(unit)}`;
}

/** All of a unit, whichever venue says it. */
export const unitSubjects = (unit: string): string => `venue.*.${tokenOf(unit.slice(0, 3))}.${tokenOf(unit)}`;

export function parseFactSubject(subject: string): { venue: string; unit: string } {
  const [, venue = NOTHING, , ...unit] = subject.split('.');
  return { venue: nameOf(venue), unit: nameOf(unit.join('.') || NOTHING) };
}

/** Facts of these disciplines, and those that are about none (heartbeats). */
export function factFilters(disciplines: readonly string[] | undefined): string[] {
  if (disciplines === undefined || disciplines.length === 0) return [VENUE_SUBJECTS];
  return [...new Set(disciplines.map(tokenOf)), NOTHING].map((discipline) => `venue.*.${discipline}.>`);
}

/** The key in the bucket PROCESSED: `<source>`, or `<source>.<ATH-SWM>` of engines for some disciplines. */
export const processedKey = (source: string, disciplines: readonly string[] = []): string =>
  [source, ...(disciplines.length === 0 ? [] : [disciplines.toSorted().join('-')])].map(tokenOf).join('.');

/** A channel's key in the bucket DOCUMENTS: `<TYPE>.<RSC>` or `<TYPE>.<RSC>.<SUBCODE>`. */
export function channelKey(channel: Channel): string {
  const address = parseChannel(channel);
  if (address === null) throw new RangeError(`not a channel: "${channel}"`);
  const { type, unit, subcode } = address;
  return [type, unit, ...(subcode === null ? [] : [subcode])].map(tokenOf).join('.');
}

/** The channel behind a key; null when it is none of ours. */
export function channelOfKey(key: string): Channel | null {
  const [type, unit, subcode, rest] = key.split('.').map(nameOf);
  if (type === undefined || unit === undefined || rest !== undefined) return null;
  if (!(DOCUMENT_TYPES as readonly string[]).includes(type)) return null;
  const channel = channelOf({ type: type as DocumentType, unit, subcode: subcode ?? null });
  // A name with a slash in it would be another address.
  return parseChannel(channel) === null ? null : channel;
}

/** `results.<TYPE>.<RSC>[.<SUBCODE>]`. */
export const resultSubject = (channel: Channel): string => `results.${channelKey(channel)}`;

export const channelOfResultSubject = (subject: string): Channel | null =>
  channelOfKey(subject.slice('results.'.length));

export function resultFilters(types: readonly string[] | undefined): string[] {
  if (types === undefined || types.length === 0) return [RESULT_SUBJECTS];
  return [...new Set(types.map(tokenOf))].map((type) => `results.${type}.>`);
}

/** `rejections.<CODE>.<venue>`. */
export const rejectionSubject = (code: string, venue: string): string =>
  `rejections.${tokenOf(code)}.${tokenOf(venue)}`;

/** `logbook.<key>`, a token whatever is in the key. */
export const logSubject = (key: string): string => `logbook.${tokenOf(key)}`;

export const logKeyOf = (subject: string): string => nameOf(subject.slice('logbook.'.length));

/** Stored in no stream. */
export const callSubject = (topic: string): string => `calls.${tokenOf(topic)}`;

/** NATS's own matching: `*` is one token, a last `>` is one or more. */
export function subjectMatches(subject: string, filter: string): boolean {
  const tokens = subject.split('.');
  const pattern = filter.split('.');
  const open = pattern.at(-1) === '>';
  if (open ? tokens.length < pattern.length : tokens.length !== pattern.length) return false;
  const fixed = open ? pattern.slice(0, -1) : pattern;
  return fixed.every((part, index) => part === '*' || part === tokens[index]);
}
