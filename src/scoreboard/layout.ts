/** How a scoreboard or a caption machine wants its lines: a small file, read once. */
import { type Channel, parseChannel } from '../model/document.ts';
import { parseRsc } from '../model/rsc.ts';

/** Where in its stretch a text stands, in bytes from 0 on. */
export interface LayoutField {
  /** A column of the rows (`/v1/rows`), a path of one, or `feed`: whether what is shown is alive. */
  readonly column: string;
  readonly at: number;
  readonly length: number;
  readonly align: 'left' | 'right' | 'center';
}

/** Bytes of a known length with fields in them; blanks between. */
export interface Stretch {
  readonly length: number;
  readonly fields: readonly LayoutField[];
}

export interface Layout {
  readonly channel: Channel;
  /** `board`: head and all rows in one packet. `row`: a packet each. */
  readonly packet: 'board' | 'row';
  readonly start: Uint8Array;
  readonly end: Uint8Array;
  readonly head: Stretch;
  readonly row: Stretch;
  /** How many rows there always are; those without anybody are blank. */
  readonly rows: number;
  readonly encoding: 'ascii' | 'latin1';
  /** Everything is said again after so long without news; 0: only news. */
  readonly repeatMs: number;
  /** Whether a rehearsal may be shown. */
  readonly test: boolean;
}

/** `BAD_LAYOUT`: the file says something that is none. */
export class BadLayout extends Error {
  readonly code = 'BAD_LAYOUT';
}

/** Whether what is shown follows the stream: `LIVE`, or `LOST`. */
export const FEED = 'feed';

const KNOWN: ReadonlySet<string> = new Set([
  'channel',
  'packet',
  'start',
  'end',
  'firstByte',
  'head',
  'row',
  'rows',
  'encoding',
  'repeatMs',
  'test',
]);

type Said = Readonly<Record<string, unknown>>;

/** The layout that a file's JSON says. Throws `BadLayout`, which names the place. */
export function layoutOf(text: string): Layout {
  const said = objectIn(jsonOf(text), 'the layout');
  for (const name of Object.keys(said)) if (!KNOWN.has(name)) throw bad(name, 'is no part of a layout');
  const channel = channelIn(said.channel);
  // Whether bytes are counted from 0 or from 1 is different from machine to machine.
  const firstByte = wholeIn(said, 'firstByte', 1, { least: 0, most: 1 });
  return {
    channel,
    packet: oneOf(said, 'packet', ['board', 'row']),
    start: bytesIn(said, 'start'),
    end: bytesIn(said, 'end'),
    head: said.head === undefined ? NOTHING : stretchIn(said.head, 'head', firstByte),
    row: stretchIn(said.row, 'row', firstByte),
    rows: wholeIn(said, 'rows', 1, { least: 1, most: 1_000 }),
    encoding: oneOf(said, 'encoding', ['ascii', 'latin1']),
    repeatMs: wholeIn(said, 'repeatMs', 0, { least: 0, most: 3_600_000 }),
    test: flagIn(said, 'test'),
  };
}

const NOTHING: Stretch = { length: 0, fields: [] };

const bad = (place: string, what: string): BadLayout => new BadLayout(`${place} ${what}`);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw bad('the layout', `is no JSON: ${(error as Error).message}`);
  }
}

function objectIn(value: unknown, place: string): Said {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Said;
  throw bad(place, 'is an object');
}

function channelIn(value: unknown): Channel {
  const parsed = typeof value === 'string' ? parseChannel(value) : null;
  if (parsed === null || parseRsc(parsed.unit) === null)
    throw bad('channel', 'is <RSC>/<TYPE> or <RSC>/<TYPE>/<SUBCODE>');
  return value as Channel;
}

function oneOf<const T extends string>(said: Said, name: string, texts: readonly [T, ...T[]]): T {
  const value = said[name] ?? texts[0];
  if ((texts as readonly unknown[]).includes(value)) return value as T;
  throw bad(name, `is one of ${texts.join(', ')}`);
}

function flagIn(said: Said, name: string): boolean {
  const value = said[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw bad(name, 'is true or false');
}

function wholeIn(said: Said, name: string, usual: number, { least, most }: { least: number; most: number }) {
  const value = said[name] ?? usual;
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw bad(name, `is a whole number from ${least} to ${most}`);
}

/** `"02"`, `"0D 0A"`: bytes as hexadecimal digits. */
function bytesIn(said: Said, name: string): Uint8Array {
  const value = said[name] ?? '';
  const digits = typeof value === 'string' ? value.replaceAll(' ', '') : null;
  if (digits === null || !/^(?:[0-9a-f]{2}){0,16}$/i.test(digits))
    throw bad(name, 'is bytes as hexadecimal digits: "02", "0D 0A"');
  return Buffer.from(digits, 'hex');
}

function stretchIn(value: unknown, place: string, firstByte: number): Stretch {
  const said = objectIn(value, place);
  if (!Array.isArray(said.fields)) throw bad(`${place}.fields`, 'is a list');
  const fields = said.fields.map((field, index) => fieldIn(field, `${place}.fields[${index}]`, firstByte));
  const needed = Math.max(0, ...fields.map(({ at, length }) => at + length));
  const length = wholeIn(said, 'length', needed, { least: needed, most: LONGEST });
  const taken = new Map<number, number>();
  for (const [index, field] of fields.entries())
    for (let byte = field.at; byte < field.at + field.length; byte += 1) {
      const other = taken.get(byte);
      if (other !== undefined) throw bad(`${place}.fields[${index}]`, `lies over fields[${other}]`);
      taken.set(byte, index);
    }
  return { length, fields };
}

const LONGEST = 10_000;

function fieldIn(value: unknown, place: string, firstByte: number): LayoutField {
  const said = objectIn(value, place);
  const { column } = said;
  if (typeof column !== 'string' || column === '') throw bad(`${place}.column`, 'is the name of a column');
  try {
    const at = wholeIn(said, 'at', firstByte, { least: firstByte, most: LONGEST }) - firstByte;
    const length = wholeIn(said, 'length', 0, { least: 1, most: LONGEST });
    return { column, at, length, align: oneOf(said, 'align', ['left', 'right', 'center']) };
  } catch (error) {
    throw bad(place, `: ${(error as Error).message}`);
  }
}
