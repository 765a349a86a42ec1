import { DECLARED_ELEMENTS } from '../../encode/odf/body.ts';
import { NOW } from '../../model/shape/contest.ts';
import { OUTLOOK } from '../../model/shape/projection.ts';
import { partShape, rowsOf } from '../../model/shape/table.ts';
import { declaredNumbers, type FieldNumbers, withNew } from './field-numbers.ts';
import { documentsSchema } from './json-schema.ts';
import { protoText } from './proto-text.ts';
import { declaredType } from './xsd-text.ts';

export const MADE_FILES = [
  'schemas/field-numbers.json',
  'schemas/documents.proto',
  'schemas/documents.schema.json',
  'schemas/odf-style.xsd',
] as const;

export type MadeFile = (typeof MADE_FILES)[number];

/** What is made of `src/model/shape`, from the files as they are: numbers are added to, and the XSD is made in part. */
export function madeFiles(now: Readonly<Record<MadeFile, string>>): Readonly<Record<MadeFile, string>> {
  const held = JSON.parse(now['schemas/field-numbers.json']) as FieldNumbers;
  const numbers = withNew(held, declaredNumbers());
  return {
    'schemas/field-numbers.json': json(numbers),
    'schemas/documents.proto': protoText(numbers),
    'schemas/documents.schema.json': json(documentsSchema()),
    'schemas/odf-style.xsd': withDeclared(now['schemas/odf-style.xsd']),
  };
}

const LINE = 110;

const json = (value: object): string => `${jsonText(value, '')}\n`;

/** What fits on a line stands on one. */
function jsonText(value: unknown, indent: string): string {
  const short = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + short.length <= LINE) return short;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map((each) => jsonText(each, inner))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${jsonText(each, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`;
}

const DECLARED = /(<!-- declared:begin[^>]*-->\n)[\s\S]*(\n {2}<!-- declared:end -->)/;

function withDeclared(xsd: string): string {
  const rows = Object.entries(DECLARED_ELEMENTS).map(([type, [name, key]]) => {
    const { parts } = rowsOf(type as keyof typeof DECLARED_ELEMENTS);
    return declaredType(name, key, parts.map(partShape), parts.includes('identity'));
  });
  const header = Object.entries({ Now: NOW, Outlook: OUTLOOK });
  const types = [...header.map(([name, shape]) => declaredType(name, null, [shape], false)), ...rows];
  return xsd.replace(DECLARED, (_all, begin, end) => `${begin}${types.join('')}${end}`);
}
