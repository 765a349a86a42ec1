/** Values of declared shapes -> protobuf fields, as `schemas/documents.proto` has them. */
import { type Field, fieldsOf, type Kind, type Shape } from '../model/shape/field.ts';
import type { ByteSink } from './byte-sink.ts';

const VARINT = 0;
const LENGTH_DELIMITED = 2;

export const tagOf = (number: number, wireType = LENGTH_DELIMITED): number => (number << 3) | wireType;

interface Written {
  readonly name: string;
  readonly kind: Kind;
  /** Of what is written once for each element, where the field is a list. */
  readonly of: Kind;
  readonly tag: number;
  /** A field without presence is not written where it says nothing. */
  readonly isBare: boolean;
}

const known = new WeakMap<Shape, readonly Written[]>();

function writtenOf(shape: Shape): readonly Written[] {
  let written = known.get(shape);
  if (written === undefined) {
    written = fieldsOf(shape).map(([name, field]) => writtenAs(name, field));
    known.set(shape, written);
  }
  return written;
}

function writtenAs(name: string, { number, kind, presence }: Field): Written {
  const of = kind.is === 'list' ? kind.of : kind;
  const isNumber = of.is === 'count' || of.is === 'whole' || of.is === 'flag';
  const tag = tagOf(number, isNumber ? VARINT : LENGTH_DELIMITED);
  return { name, kind, of, tag, isBare: presence === 'always' };
}

/** The fields that are there; what is null or undefined is not. */
export function writeFields(sink: ByteSink, shape: Shape, value: object): void {
  for (const written of writtenOf(shape)) {
    const said = (value as Record<string, unknown>)[written.name];
    if (said === undefined || said === null) continue;
    if (written.kind.is === 'list') for (const each of said as readonly unknown[]) write(sink, written, each);
    else if (written.kind.is === 'texts') writeTexts(sink, written.tag, said as Record<string, string>);
    else if (!written.isBare || (said !== '' && said !== 0 && said !== false)) write(sink, written, said);
  }
}

function write(sink: ByteSink, { of, tag }: Written, said: unknown): void {
  sink.varint(tag);
  if (of.is === 'flag') sink.byte(said === true ? 1 : 0);
  else if (of.is === 'count') sink.varint(said as number);
  else if (of.is === 'whole') sink.varint(((said as number) << 1) ^ ((said as number) >> 31));
  else if (of.is === 'shape') {
    const begin = sink.end;
    writeFields(sink, of.shape, said as object);
    sink.close(begin);
  } else writeText(sink, said as string);
}

function writeTexts(sink: ByteSink, tag: number, texts: Readonly<Record<string, string>>): void {
  for (const [code, text] of Object.entries(texts)) {
    sink.varint(tag);
    const begin = sink.end;
    sink.byte(tagOf(1));
    writeText(sink, code);
    sink.byte(tagOf(2));
    writeText(sink, text);
    sink.close(begin);
  }
}

function writeText(sink: ByteSink, text: string): void {
  const begin = sink.end;
  sink.text(text);
  sink.close(begin);
}
