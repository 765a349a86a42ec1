/**
 * Protobuf fields -> values of declared shapes. Fields that the shape does not know are passed over, what is missing says
 * nothing. Runs in browsers as it is.
 */
import { emptyOf, type Field, fieldsOf, type Kind, type Shape } from '../model/shape/field.ts';
import { DecodeError } from './decode-error.ts';
import { shortText } from './short-texts.ts';

const utf8 = new TextDecoder();
/** Up to this many bytes a text is put together here: asking the decoder costs more. */
const SHORT_TEXT = 24;

interface Read {
  readonly index: number;
  readonly kind: Kind;
}

interface ReadShape {
  readonly names: readonly string[];
  readonly fields: readonly Field[];
  readonly byNumber: readonly (Read | undefined)[];
}

const known = new WeakMap<Shape, ReadShape>();

function readingOf(shape: Shape): ReadShape {
  let reading = known.get(shape);
  if (reading === undefined) {
    const byNumber: Read[] = [];
    fieldsOf(shape).forEach(([, { number, kind }], index) => {
      byNumber[number] = { index, kind };
    });
    const entries = fieldsOf(shape);
    reading = { names: entries.map(([name]) => name), fields: entries.map(([, field]) => field), byNumber };
    known.set(shape, reading);
  }
  return reading;
}

/** Throws `DecodeError` when the bytes are cut off, or are no protobuf. */
export const readShape = (shape: Shape, bytes: Uint8Array): object =>
  new Reader(bytes).shape(shape, bytes.length);

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  shape(shape: Shape, end: number): object {
    const { names, fields, byNumber } = readingOf(shape);
    const values = new Array<unknown>(names.length);
    while (this.#at < end) {
      const tag = this.#varint();
      const read = byNumber[tag >>> 3];
      if (read === undefined || (tag & 7) !== wireTypeOf(read.kind)) this.#skip(tag & 7, end);
      else this.#field(values, read, end);
    }
    if (this.#at !== end) throw new DecodeError('a protobuf message ends inside a field');
    const value: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      const field = fields[index]!;
      const said = values[index] ?? (field.presence === 'optional' ? undefined : emptyOf(field));
      if (said !== undefined) value[names[index]!] = said;
    }
    return value;
  }

  #field(values: unknown[], { index, kind }: Read, end: number): void {
    if (kind.is === 'list') {
      values[index] ??= [];
      (values[index] as unknown[]).push(this.#value(kind.of, end));
    } else if (kind.is === 'texts') {
      values[index] ??= {};
      const { key = '', value = '' } = this.#entry(this.#length(end));
      (values[index] as Record<string, string>)[key] = value;
    } else values[index] = this.#value(kind, end);
  }

  #value(kind: Kind, end: number): unknown {
    if (kind.is === 'flag') return this.#varint() !== 0;
    if (kind.is === 'count') return this.#varint() >>> 0;
    if (kind.is === 'whole') {
      const zigzag = this.#varint();
      return (zigzag >>> 1) ^ -(zigzag & 1);
    }
    const valueEnd = this.#length(end);
    return kind.is === 'shape' ? this.shape(kind.shape, valueEnd) : this.#text(valueEnd);
  }

  #entry(end: number): { key?: string; value?: string } {
    const entry: { key?: string; value?: string } = {};
    while (this.#at < end) {
      const tag = this.#varint();
      if (tag === 0x0a) entry.key = this.#text(this.#length(end));
      else if (tag === 0x12) entry.value = this.#text(this.#length(end));
      else this.#skip(tag & 7, end);
    }
    return entry;
  }

  /** Where the piece ends whose length comes next. */
  #length(end: number): number {
    const valueEnd = (this.#varint() >>> 0) + this.#at;
    if (valueEnd > end) throw new DecodeError('a protobuf message is cut off');
    return valueEnd;
  }

  #text(end: number): string {
    const begin = this.#at;
    this.#at = end;
    const short = end - begin <= SHORT_TEXT ? shortText(this.#bytes, begin, end) : null;
    return short ?? utf8.decode(this.#bytes.subarray(begin, end));
  }

  /** The low 32 bits. */
  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new DecodeError('a protobuf message is cut off');
      this.#at += 1;
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new DecodeError('a protobuf number has no end');
  }

  #skip(wireType: number, end: number): void {
    if (wireType === 0) this.#varint();
    else if (wireType === 2) this.#at = this.#length(end);
    else if (wireType === 1) this.#at += 8;
    else if (wireType === 5) this.#at += 4;
    else throw new DecodeError(`no protobuf field has the wire type ${wireType}`);
    if (this.#at > end) throw new DecodeError('a protobuf message is cut off');
  }
}

function wireTypeOf(kind: Kind): number {
  const of = kind.is === 'list' ? kind.of : kind;
  return of.is === 'flag' || of.is === 'count' || of.is === 'whole' ? 0 : 2;
}
