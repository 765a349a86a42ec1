import { channelTest } from '../../model/channel-test.ts';
import type { Channel } from '../../model/document.ts';
import { parseChannel } from '../../model/document.ts';
import { parseRsc } from '../../model/rsc.ts';

/**
 * Which channels a subscription means (SC5): `<RSC>/<TYPE>[/<SUBCODE>]`, where `*` at the end of a
 * part stands for the rest of it. A pattern with a star also takes in the subcodes of its type:
 * a star over `GAR` with `RANKING` means all apparatus, `<RSC>/RANKING` only the one list.
 */
export interface ChannelPattern {
  readonly text: string;
  /** Set when the pattern names exactly one channel. */
  readonly channel: Channel | null;
  matches(channel: Channel): boolean;
}

const PART = /^[A-Z0-9._~-]*\*?$/;
const NAME = /^[A-Z0-9._~-]+$/;
const LENGTH_MAX = 128;

/** Thousands of screens say the same few patterns; one that writes ever new ones only makes this begin anew. */
const KNOWN_MOST = 1_024;
const known = new Map<string, ChannelPattern>();

/** Whether it names one channel: what a screen says that it has is kept, and is no longer than a channel is. */
export function isChannel(text: string): boolean {
  if (text.length > LENGTH_MAX) return false;
  const address = parseChannel(text);
  if (address === null || parseRsc(address.unit) === null) return false;
  return address.subcode === null || NAME.test(address.subcode);
}

/** Null when the text is not a pattern. Screens that say the same share one object. */
export function parsePattern(text: string): ChannelPattern | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const pattern = readPattern(text);
  if (pattern === null) return null;
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(text, pattern);
  return pattern;
}

function readPattern(text: string): ChannelPattern | null {
  if (text.length === 0 || text.length > LENGTH_MAX) return null;
  const parts = text.split('/');
  if (parts.length > 3 || !parts.every((part) => part !== '' && PART.test(part))) return null;
  if (!text.includes('*')) return exact(text);
  if (parts.length === 1 && !text.endsWith('*')) return null;
  return { text, channel: null, matches: channelTest(text) };
}

function exact(text: string): ChannelPattern | null {
  const address = parseChannel(text);
  if (address === null || parseRsc(address.unit) === null) return null;
  return { text, channel: text, matches: channelTest(text) };
}
