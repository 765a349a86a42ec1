/**
 * What a graphic is told: in an address as its query, by OGraf as data, by SPX as fields, by CasparCG as JSON. The same names everywhere, each a
 * text or what it stands for. Fields that are not known here belong to somebody else.
 */
import { decodeJsonDocument } from '../encode/decode-json.ts';
import type { Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Rsc } from '../model/rsc.ts';

interface Field<Value> {
  readonly title: string;
  /** For whoever fills it in. */
  readonly doc: string;
  readonly usual: Value;
  /** Undefined: it is none. */
  readonly read: (said: unknown) => Value | undefined;
  /** What it must be, where it is none. */
  readonly must: string;
  readonly form: FieldForm;
}

export type FieldForm =
  | { readonly is: 'text' }
  | { readonly is: 'flag' }
  | { readonly is: 'whole'; readonly least: number; readonly most: number }
  | { readonly is: 'choice'; readonly of: readonly (string | number)[] };

const textIn = (said: unknown): string | undefined =>
  typeof said === 'string' ? said : typeof said === 'number' ? String(said) : undefined;

const text = (title: string, usual: string, doc: string): Field<string> => ({
  title,
  doc,
  usual,
  form: { is: 'text' },
  must: 'a text',
  read: textIn,
});

const textOrNone = (title: string, doc: string): Field<string | null> => ({
  title,
  doc,
  usual: null,
  form: { is: 'text' },
  must: 'a text',
  read: (said) => (said === null ? null : textIn(said)?.trim()),
});

const whole = (
  title: string,
  usual: number,
  [least, most]: readonly [number, number],
  doc: string,
): Field<number> => ({
  title,
  doc,
  usual,
  form: { is: 'whole', least, most },
  must: `a whole number from ${least} to ${most}`,
  read: (said) => {
    const value = typeof said === 'string' ? Number(said) : said;
    return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : undefined;
  },
});

const choice = <const Of extends readonly [string | number, ...(string | number)[]]>(
  title: string,
  of: Of,
  doc: string,
): Field<Of[number]> => ({
  title,
  doc,
  usual: of[0],
  form: { is: 'choice', of },
  must: `one of ${of.join(', ')}`,
  read: (said) => of.find((each) => String(each) === String(said)),
});

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['1', true],
  [false, false],
  ['false', false],
  ['0', false],
]);

const flag = (title: string, doc: string): Field<boolean> => ({
  title,
  doc,
  usual: false,
  form: { is: 'flag' },
  must: 'true or false',
  read: (said) => FLAGS.get(said),
});

/** Ten minutes, as the stream has it. */
const DELAY_MOST = 600_000;
const OFFSET_MOST = 60_000;

export const TOLD = {
  server: text(
    'Server',
    '',
    'address of an edge, http://10.0.0.5:8080; by default whoever served the graphic',
  ),
  channel: textOrNone('Channel', 'the document that is shown, <RSC>/<TYPE>'),
  discipline: textOrNone('Discipline', 'three letters: instead of a channel, whatever is live in it'),
  competitor: textOrNone('Competitor', 'who is shown; by default who is in action, else who leads'),
  rows: whole('Rows', 8, [1, 40], 'on a page'),
  page: whole('Page', 1, [1, 1_000], 'with which it begins'),
  language: choice('Language', ['en', 'fr'], 'of the words that documents have as codes'),
  delayMs: whole('Delay', 0, [0, DELAY_MOST], 'milliseconds, to match a picture that is late'),
  offsetMs: whole(
    'Clock offset',
    0,
    [-OFFSET_MOST, OFFSET_MOST],
    "milliseconds that the venue's clock is shown ahead (+) or behind (-)",
  ),
  corrections: choice(
    'Corrections',
    ['follow', 'wait'],
    'whether a correction of what is on air is shown by itself, or waits until it is accepted',
  ),
  test: flag('Rehearsals', 'may be shown; otherwise they never are'),
  theme: text('Theme', 'dark', 'dark, light, or the address of a CSS file'),
  frameRate: choice('Frame rate', [50, 25, 59.94, 60], 'of the output: the clock is painted in its steps'),
} as const;

type Fields = {
  readonly [Name in keyof typeof TOLD]: (typeof TOLD)[Name] extends Field<infer Value> ? Value : never;
};

export interface Told extends Fields {
  /** Shown as they are, without a stream: `documents` holds them as JSON has them. Null: it follows the stream. */
  readonly documents: readonly Document[] | null;
  /** Where corrections wait: the version with which it begins, `<epoch>/<version>`; null: the newest. */
  readonly accepted: Position | null;
  /** Of whatever is live the one with which it begins, and of which `accepted` is; null: what moved last. */
  readonly unit: Rsc | null;
}

/** As it was said, by name; what is not there is as usual. */
export type Said = Readonly<Record<string, unknown>>;

export class BadTold extends Error {
  readonly code = 'BAD_FIELD';
  readonly field: string;

  constructor(field: string, must: string) {
    super(`${field}: ${must}`);
    this.field = field;
  }
}

/** Throws `BadTold`. */
export function toldFrom(said: Said): Told {
  const fields = Object.entries(TOLD).map(([name, field]) => [name, readField(name, field, said[name])]);
  return {
    ...(Object.fromEntries(fields) as Fields),
    documents: documentsIn(said.documents),
    accepted: positionIn(said.accepted),
    unit: textIn(said.unit) || null,
  };
}

function readField(name: string, { usual, read, must }: Field<unknown>, said: unknown): unknown {
  if (said === undefined || said === '') return usual;
  const value = read(said);
  if (value === undefined) throw new BadTold(name, must);
  return value;
}

function positionIn(said: unknown): Position | null {
  if (said === undefined || said === null || said === '') return null;
  const [, epoch, version] = /^([^/\s]+)\/(\d{1,15})$/.exec(String(said)) ?? [];
  if (epoch === undefined) throw new BadTold('accepted', '<epoch>/<version>');
  return { epoch, version: Number(version) };
}

/** A list, or a text that holds one. */
function documentsIn(said: unknown): readonly Document[] | null {
  if (said === undefined || said === null || said === '') return null;
  try {
    const all: unknown = typeof said === 'string' ? JSON.parse(said) : said;
    if (Array.isArray(all)) return all.map((each) => decodeJsonDocument(JSON.stringify(each)));
  } catch (error) {
    throw new BadTold('documents', (error as Error).message);
  }
  throw new BadTold('documents', 'a list of documents');
}

/** Does it show something else than before, so that other documents have to come? */
export const showsOther = (before: Told, after: Told): boolean =>
  (['server', 'channel', 'discipline', 'delayMs', 'language', 'corrections', 'documents'] as const).some(
    (name) => before[name] !== after[name],
  );
