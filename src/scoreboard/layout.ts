/** How a scoreboard or a caption machine wants its lines: a small file, read once. */
import type { Channel } from '../model/document.ts';
import { type Fields, fieldsIn } from '../settings-fields.ts';
import { BadLayout, channelIn, refused } from './layout-file.ts';

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

const OF_LAYOUT = [
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
];
const OF_STRETCH = ['length', 'fields'];
const OF_FIELD = ['column', 'at', 'length', 'align'];

const LONGEST = 10_000;
const NOTHING: Stretch = { length: 0, fields: [] };

/** The layout that a file's JSON says. Throws `BadLayout`, which names the place. */
export function layoutOf(text: string): Layout {
  const file = fieldsIn(text, OF_LAYOUT, refused);
  // Whether bytes are counted from 0 or from 1 is different from machine to machine.
  const firstByte = file.count('firstByte', 1, 1, 0);
  return {
    channel: channelIn(file),
    packet: file.oneOf('packet', ['board', 'row'], 'board'),
    start: bytesIn(file, 'start'),
    end: bytesIn(file, 'end'),
    head: file.has('head') ? stretchIn(file.object('head', OF_STRETCH), firstByte) : NOTHING,
    row: stretchIn(file.object('row', OF_STRETCH), firstByte),
    rows: file.count('rows', 1, 1_000),
    encoding: file.oneOf('encoding', ['ascii', 'latin1'], 'ascii'),
    repeatMs: file.count('repeatMs', 0, 3_600_000, 0),
    test: file.flag('test', false),
  };
}

/** `"02"`, `"0D 0A"`: bytes as hexadecimal digits. */
function bytesIn(file: Fields, name: string): Uint8Array {
  const digits = file.text(name, '', HEX_BYTES, 'bytes as hexadecimal digits: "02", "0D 0A"');
  return Buffer.from(digits.replaceAll(' ', ''), 'hex');
}

const HEX_BYTES = /^ *(?:[0-9a-f] *[0-9a-f] *){0,16}$/i;

function stretchIn(said: Fields, firstByte: number): Stretch {
  const fields = said.objects('fields', OF_FIELD, 0).map((field) => fieldIn(field, firstByte));
  const needed = Math.max(0, ...fields.map(({ at, length }) => at + length));
  const length = said.count('length', needed, LONGEST, needed);
  const taken = new Map<number, number>();
  for (const [index, field] of fields.entries())
    for (let byte = field.at; byte < field.at + field.length; byte += 1) {
      const other = taken.get(byte);
      if (other !== undefined)
        throw new BadLayout(`${said.pathOf(`fields[${index}]`)} lies over fields[${other}]`);
      taken.set(byte, index);
    }
  return { length, fields };
}

const fieldIn = (said: Fields, firstByte: number): LayoutField => ({
  column: said.text('column', undefined, /./s, 'the name of a column'),
  at: said.count('at', firstByte, LONGEST, firstByte) - firstByte,
  length: said.count('length', undefined, LONGEST),
  align: said.oneOf('align', ['left', 'right', 'center'], 'left'),
});
