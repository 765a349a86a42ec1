/** Which template of a CasparCG server is filled, and with what: a small file, read once. */
import { type RowAsked, rowAsked } from '../encode/flat/rows.ts';
import type { Channel } from '../model/document.ts';
import { channelIn, refused } from '../scoreboard/layout-file.ts';
import { type Fields, fieldsIn } from '../settings-fields.ts';

/** A field of the template, by the name that it has there. */
export interface TemplateField {
  readonly name: string;
  readonly row: RowAsked;
  /** A column of the rows (`/v1/rows`), a path of one, or `feed`: whether what is shown is alive. */
  readonly column: string;
}

export interface TemplateLayout {
  readonly host: string;
  readonly port: number;
  /** Of the server: its video channel, the layer in it, and the template's own layer in that. */
  readonly output: { readonly channel: number; readonly layer: number; readonly cgLayer: number };
  /** Below the server's template folder, or an address. */
  readonly template: string;
  /** Whether it is played when it is added; otherwise whoever operates the server does that. */
  readonly play: boolean;
  readonly channel: Channel;
  readonly fields: readonly TemplateField[];
  /** Without the stream: `mark` leaves it there, and the column `feed` says `LOST`; `clear` takes it off. */
  readonly lost: 'mark' | 'clear';
  /** Whether a rehearsal may be shown. */
  readonly test: boolean;
}

const OF_FILE = [
  'server',
  'layer',
  'cgLayer',
  'template',
  'play',
  'channel',
  'row',
  'fields',
  'lost',
  'test',
];

/** As CasparCG has it without settings. */
const USUAL_PORT = 5_250;

/** Throws `BadLayout`, which names the place. */
export function templateLayoutOf(text: string): TemplateLayout {
  const file = fieldsIn(text, OF_FILE, refused);
  const [, host, port = String(USUAL_PORT)] = parts(file, 'server', ADDRESS, 'HOST or HOST:PORT');
  const [, channel, layer] = parts(file, 'layer', LAYER, 'a channel and a layer of the server: 1-20');
  return {
    host: host!,
    port: Number(port),
    output: { channel: Number(channel), layer: Number(layer), cgLayer: file.count('cgLayer', 1, 9_999, 0) },
    template: file.text('template', undefined, TEMPLATE, 'the name of a template, or its address'),
    play: file.flag('play', true),
    channel: channelIn(file),
    fields: templateFields(file),
    lost: file.oneOf('lost', ['mark', 'clear'], 'mark'),
    test: file.flag('test', false),
  };
}

const ADDRESS = /^([A-Za-z0-9.-]+)(?::(\d{1,5}))?$/;
const LAYER = /^([1-9]\d{0,2})-(\d{1,4})$/;
/** Nothing that would end it in a command. */
const TEMPLATE = /^[^"\\\p{Cc}]+$/u;

const parts = (file: Fields, name: string, pattern: RegExp, what: string): RegExpExecArray =>
  pattern.exec(file.text(name, undefined, pattern, what))!;

/** `{ "f0": "tvName", "f1": "rank=2/tvName" }`: by field a column, where need be with the row. */
function templateFields(file: Fields): TemplateField[] {
  const what = '[<line or COLUMN=TEXT>/]<column>';
  const usual = rowAsked(file.text('row', '1'));
  if (usual === null) throw file.wrong('row', 'a line from 1 on, or COLUMN=TEXT');
  const said = Object.entries(file.texts('fields'));
  if (said.length === 0) throw file.wrong('fields', `a field of the template at least, each with ${what}`);
  return said.map(([name, text]) => {
    const [, where, column = ''] = /^(?:(.+)\/)?([^/]+)$/.exec(text) ?? [];
    const row = where === undefined ? usual : rowAsked(where);
    if (row === null || column === '') throw file.wrong(`fields.${name}`, what);
    return { name, row, column };
  });
}
