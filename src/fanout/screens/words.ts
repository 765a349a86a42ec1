/**
 * What a screen says: JSON text, one word each. Reading is total: anything that is not a word comes
 * back as a refusal with a stable code.
 */
import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { Mode, RefusalCode, SubscriptionId } from '../../model/server-words.ts';
import { type ChannelPattern, isChannel, parsePattern } from '../channels/channel-pattern.ts';
import { type RowChoice, readRowChoice } from '../channels/row-choice.ts';

export interface Subscribe {
  readonly word: 'subscribe';
  readonly id: SubscriptionId;
  readonly pattern: ChannelPattern;
  readonly mode: Mode;
  readonly delta: boolean;
  /** Where the screen stands, by channel: `after` of one channel, or `positions` of several. */
  readonly positions: ReadonlyMap<Channel, Position>;
  /** Updates a second of each channel, at most; 0: no limit (SC10). */
  readonly ratePerSecond: number;
  /** How long the channels are delayed, 0-600,000 (SC10). */
  readonly delayMs: number;
  /** Null: all rows (SC18). */
  readonly rows: RowChoice | null;
}

/** Where the screen stands in channels of a subscription that comes after this word (SC8). */
export interface Ahead {
  readonly word: 'positions';
  readonly id: SubscriptionId;
  readonly positions: ReadonlyMap<Channel, Position>;
}

export interface Refused {
  readonly word: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
  readonly id: SubscriptionId | null;
}

/** Other options for a subscription that stands (SC10); what is not named stays. */
export interface Change {
  readonly word: 'change';
  readonly id: SubscriptionId;
  readonly ratePerSecond: number | null;
  readonly delayMs: number | null;
}

export type Word =
  | Subscribe
  | Change
  | Ahead
  | Refused
  | { readonly word: 'hello'; readonly token: string | null }
  | { readonly word: 'unsubscribe'; readonly id: SubscriptionId }
  | { readonly word: 'resync'; readonly channel: Channel }
  | { readonly word: 'ping'; readonly echo: SubscriptionId | null };

type Fields = Readonly<Record<string, unknown>>;

const TOKEN_LENGTH_MAX = 8_192;
const ID_LENGTH_MAX = 64;
const RATE_MIN = 0.01;
const RATE_MAX = 1_000;
const DELAY_MS_MAX = 600_000;

export function readWord(text: string): Word {
  const said = parsed(text);
  if (!isFields(said)) return refused('NOT_JSON', 'a word is a JSON object such as {"subscribe": {...}}');
  const names = Object.keys(said);
  const [name] = names;
  const content = name === undefined ? undefined : said[name];
  if (names.length !== 1 || !isFields(content)) {
    return refused(
      'UNKNOWN_WORD',
      'say one of hello, positions, subscribe, change, unsubscribe, resync, ping, with an object',
    );
  }
  switch (name) {
    case 'subscribe':
      return subscribe(content);
    case 'change':
      return change(content);
    case 'positions':
      return ahead(content);
    case 'hello':
      return hello(content);
    case 'unsubscribe':
      return isId(content.id) ? { word: 'unsubscribe', id: content.id } : badId();
    case 'resync':
      return resync(content);
    case 'ping':
      return { word: 'ping', echo: isId(content.id) ? content.id : null };
    default:
      return refused('UNKNOWN_WORD', `"${name?.slice(0, 32)}" is not a word of this protocol`);
  }
}

export function refused(code: RefusalCode, message: string, id: SubscriptionId | null = null): Refused {
  return { word: 'refused', code, message, id };
}

function hello(content: Fields): Word {
  const token = content.token ?? null;
  if (token === null) return { word: 'hello', token };
  const isToken = typeof token === 'string' && token.length > 0 && token.length <= TOKEN_LENGTH_MAX;
  return isToken
    ? { word: 'hello', token }
    : refused('BAD_TOKEN', 'token is a text of at most 8192 characters');
}

function resync(content: Fields): Word {
  const { channel } = content;
  const pattern = typeof channel === 'string' ? parsePattern(channel) : null;
  if (pattern?.channel == null) return refused('BAD_CHANNEL', 'resync names one channel: <RSC>/<TYPE>');
  return { word: 'resync', channel: pattern.channel };
}

function subscribe(content: Fields): Word {
  const { id, channel, mode = 'live', delta = false } = content;
  if (!isId(id)) return badId();
  const pattern = typeof channel === 'string' ? parsePattern(channel) : null;
  if (pattern === null) return refused('BAD_CHANNEL', 'channel is <RSC>/<TYPE>, with * for a rest', id);
  if (mode !== 'live' && mode !== 'every') return refused('BAD_MODE', 'mode is live or every', id);
  if (typeof delta !== 'boolean') return refused('BAD_OPTION', 'delta is true or false', id);
  const { ratePerSecond = 0, delayMs = 0 } = content;
  if (!isDelay(delayMs)) return badDelay(id);
  if (!isRate(ratePerSecond)) return badRate(id);
  if (ratePerSecond > 0 && mode === 'every') {
    return refused('BAD_OPTION', 'ratePerSecond goes with mode live: every leaves nothing out', id);
  }
  const rows = content.rows === undefined ? null : readRowChoice(content.rows);
  if (rows === null && content.rows !== undefined) {
    return refused('BAD_OPTION', 'rows is {top, organisations, competitors}, at least one of them', id);
  }
  if (rows !== null && mode === 'every') return refused('BAD_OPTION', 'rows goes with mode live', id);
  const positions = positionsOf(content, pattern);
  if (positions === null) {
    return refused(
      'BAD_POSITION',
      'after is {epoch, version} of one channel; positions is {channel: {epoch, version}}',
      id,
    );
  }
  return { word: 'subscribe', id, pattern, mode, delta, positions, ratePerSecond, delayMs, rows };
}

function change(content: Fields): Word {
  const { id, ratePerSecond = null, delayMs = null } = content;
  if (!isId(id)) return badId();
  if (ratePerSecond !== null && !isRate(ratePerSecond)) return badRate(id);
  if (delayMs !== null && !isDelay(delayMs)) return badDelay(id);
  return { word: 'change', id, ratePerSecond, delayMs };
}

/** One epoch a word: channels of one competition have the same, so that many fit. */
function ahead({ id, epoch, versions }: Fields): Word {
  if (!isId(id)) return badId();
  const positions = new Map<Channel, Position>();
  for (const [channel, version] of isFields(versions) ? Object.entries(versions) : []) {
    const position = { epoch, version };
    if (!isChannel(channel) || !isPosition(position)) return badAhead(id);
    positions.set(channel, position);
  }
  return positions.size === 0 ? badAhead(id) : { word: 'positions', id, positions };
}

function positionsOf(content: Fields, pattern: ChannelPattern): Map<Channel, Position> | null {
  const positions = new Map<Channel, Position>();
  const after = content.after ?? null;
  if (after !== null) {
    if (pattern.channel === null || !isPosition(after)) return null;
    positions.set(pattern.channel, after);
  }
  const several = content.positions ?? {};
  if (!isFields(several)) return null;
  for (const [channel, position] of Object.entries(several)) {
    if (!isChannel(channel) || !isPosition(position)) return null;
    positions.set(channel, position);
  }
  return positions;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const badId = (): Refused => refused('BAD_ID', 'id is a whole number or a text of at most 64 characters');

const badAhead = (id: SubscriptionId): Refused =>
  refused('BAD_POSITION', 'positions is {id, epoch, versions: {channel: version}}', id);

const badRate = (id: SubscriptionId): Refused =>
  refused('BAD_OPTION', `ratePerSecond is 0 (no limit) or from ${RATE_MIN} to ${RATE_MAX}`, id);

const isRate = (value: unknown): value is number =>
  value === 0 || (typeof value === 'number' && value >= RATE_MIN && value <= RATE_MAX);

const badDelay = (id: SubscriptionId): Refused =>
  refused('BAD_OPTION', `delayMs is a whole number of milliseconds from 0 to ${DELAY_MS_MAX}`, id);

const isDelay = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= DELAY_MS_MAX;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is SubscriptionId =>
  Number.isSafeInteger(value) ||
  (typeof value === 'string' && value.length > 0 && value.length <= ID_LENGTH_MAX);

const isPosition = (value: unknown): value is Position =>
  isFields(value) &&
  typeof value.epoch === 'string' &&
  value.epoch.length <= ID_LENGTH_MAX &&
  Number.isSafeInteger(value.version) &&
  (value.version as number) >= 0;
