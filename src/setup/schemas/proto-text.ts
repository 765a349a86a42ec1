/** The declared shapes as `schemas/documents.proto`. */
import type { Field, Kind, Shape } from '../../model/shape/field.ts';
import { FRAME } from '../../model/shape/frame.ts';
import type { FieldNumbers } from './field-numbers.ts';
import { shapesUnder } from './shapes-under.ts';

const HEAD = `// Made from src/model/shape by \`npm run schemas\`: change it there.
//
// What Splitsecond publishes: documents, and the differences between two versions of one.
//
// Codes (types, statuses, result types, marks, medals) are text, the same words as in JSON and in the
// ODF-style XML, because each sport adds its own. Measured values are text, ready to show. A field that is
// not there is null or empty; \`optional\` is used where zero or an empty text says something else.
syntax = "proto3";

package splitsecond.v1;
`;

/** `numbers`: every field number that was ever given away; what no field has any more is reserved. */
export const protoText = (numbers: FieldNumbers): string =>
  [HEAD, ...shapesUnder(FRAME).map((shape) => messageText(shape, numbers[shape.name] ?? {}))].join('\n');

function messageText(shape: Shape, numbers: Readonly<Record<string, number>>): string {
  const gone = Object.entries(numbers).filter(([name]) => shape.fields[name] === undefined);
  const reserved = gone.length === 0 ? [] : [`  reserved ${gone.map(([, number]) => number).join(', ')};`];
  const lines = Object.entries(shape.fields)
    .toSorted(([, one], [, other]) => one.number - other.number)
    .flatMap(([name, field]) => [...remark(field), `  ${typeOf(field)} ${snake(name)} = ${field.number};`]);
  return `// ${shape.doc}\nmessage ${shape.name} {\n${[...reserved, ...lines].join('\n')}\n}\n`;
}

function remark({ doc, kind }: Field): string[] {
  const codes = kind.is === 'code' ? kind.values.join(', ') : '';
  const text = [doc, codes].filter((each) => each !== '').join(': ');
  return text === '' ? [] : [`  // ${text}`];
}

function typeOf({ kind, presence }: Field): string {
  if (kind.is === 'texts') return 'map<string, string>';
  if (kind.is === 'list') return `repeated ${scalarOf(kind.of)}`;
  const isPresent = presence !== 'always' && kind.is !== 'shape';
  return isPresent ? `optional ${scalarOf(kind)}` : scalarOf(kind);
}

function scalarOf(kind: Kind): string {
  if (kind.is === 'shape') return kind.shape.name;
  if (kind.is === 'flag') return 'bool';
  if (kind.is === 'count') return 'uint32';
  return kind.is === 'whole' ? 'sint32' : 'string';
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
