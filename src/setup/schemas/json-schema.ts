/** The declared shapes as `schemas/documents.schema.json`: frames of the JSON stream. */
import { derivedOf, type Field, fieldsOf, type Kind, nullable, type Shape } from '../../model/shape/field.ts';
import { DELTA, DOCUMENT } from '../../model/shape/frame.ts';
import { HEADER } from '../../model/shape/header.ts';
import { DOCUMENT_TYPES, type DocumentType, partShape, rowsOf } from '../../model/shape/table.ts';
import { shapesUnder } from './shapes-under.ts';

type Schema = Readonly<Record<string, unknown>>;

const RSC_PATTERN = '^[A-Z0-9.-]{34}$';
/** Texts that are more than that. */
const TIGHTER: Readonly<Record<string, Schema>> = {
  hash: { type: 'string', pattern: '^[0-9a-f]{16}$' },
  epoch: { type: 'string', minLength: 1 },
  channel: { type: 'string', minLength: 1 },
};

export function documentsSchema(): Schema {
  const shapes = shapesUnder(DOCUMENT).filter(({ name }) => name !== 'Row' && name !== 'Document');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'documents.schema.json',
    title: 'Splitsecond documents',
    description:
      'A JSON data frame of the stream: a whole document, or the difference between two versions. `#/$defs/document` is a document alone, as HTTP and files have it. Made from src/model/shape by `npm run schemas`.',
    oneOf: [only('document', ref('document')), only('delta', ref('delta'))],
    $defs: {
      document: documentSchema(),
      delta: deltaSchema(),
      ...Object.fromEntries(shapes.map((shape) => [shape.name, objectSchema(shape.doc, shape.fields)])),
      ...Object.fromEntries(
        forms().flatMap(([name, type]) => [
          [`${name}Row`, rowSchema(type)],
          [`${name}Patch`, patchSchema(type)],
        ]),
      ),
    },
  };
}

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

const rowsSchema = (name: string): Schema => ({ type: 'array', items: ref(name) });

const only = (name: string, of: Schema): Schema => ({
  type: 'object',
  required: [name],
  properties: { [name]: of },
  additionalProperties: false,
});

/** The header flat beside the numbering. */
function documentSchema(): Schema {
  const { header: _, rows: __, ...numbering } = DOCUMENT.fields;
  const flat = objectSchema(DOCUMENT.doc, { ...HEADER.fields, ...numbering });
  return {
    ...flat,
    required: [...(flat.required as string[]), 'rows'],
    properties: { ...(flat.properties as object), rows: { type: 'array' } },
    oneOf: forms().map(([name, , types]) => ({
      properties: { type: { enum: types }, rows: rowsSchema(`${name}Row`) },
    })),
  };
}

/** What is null in a delta is not there. */
function deltaSchema(): Schema {
  const { rows: _, ...fields } = DELTA.fields;
  const flat = objectSchema(DELTA.doc, fields);
  const absent = ['correction', 'header'];
  return {
    ...flat,
    required: [...(flat.required as string[]).filter((name) => !absent.includes(name)), 'rows'],
    properties: {
      ...(flat.properties as object),
      correction: ref('Correction'),
      header: ref('Header'),
      rows: { type: 'array' },
    },
    oneOf: forms().map(([name, , types]) => ({
      properties: {
        channel: { type: 'string', pattern: `/(?:${types.join('|')})(?:/|$)` },
        rows: rowsSchema(`${name}Patch`),
      },
    })),
  };
}

/** Types with the same rows: a name for them, one of them, all of them. */
function forms(): readonly (readonly [name: string, type: DocumentType, types: readonly DocumentType[]])[] {
  const byRows = new Map<string, DocumentType[]>();
  for (const type of DOCUMENT_TYPES) {
    const { key, parts } = rowsOf(type);
    const said = `${key}:${parts.join()}`;
    byRows.set(said, [...(byRows.get(said) ?? []), type]);
  }
  return [...byRows.values()].map((types) => [
    types[0]!.toLowerCase().replaceAll(/_./g, upper),
    types[0]!,
    types,
  ]);
}

const upper = (text: string): string => text.slice(1).toUpperCase();

const SORT_ORDER: Schema = { type: 'integer', minimum: 1, description: '1 ... n, unique' };

function rowSchema(type: DocumentType): Schema {
  const { key, parts } = rowsOf(type);
  const shapes = parts.map(partShape);
  return {
    type: 'object',
    required: [key, ...shapes.flatMap(alwaysIn), ...Object.keys(derivedIn(shapes)), 'sortOrder'],
    properties: {
      [key]: { type: 'string', minLength: 1 },
      ...Object.assign({}, ...shapes.map(propertiesOf)),
      ...derivedIn(shapes),
      sortOrder: SORT_ORDER,
    },
    additionalProperties: false,
  };
}

function patchSchema(type: DocumentType): Schema {
  const { key, parts } = rowsOf(type);
  const shapes = parts.map(partShape);
  const row = rowSchema(type);
  const derived = Object.keys(derivedIn(shapes));
  const kept = Object.entries(row.properties as object).filter(([name]) => !derived.includes(name));
  return {
    ...row,
    properties: Object.fromEntries(kept),
    description:
      'The parts that changed, each whole. With `sortOrder` the row is taken out and put in there, in ascending order; a new row has all parts and a `sortOrder`.',
    required: [key],
    dependentRequired: Object.assign(
      {},
      ...shapes.map((shape) => Object.fromEntries(fieldsOf(shape).map(([name]) => [name, alwaysIn(shape)]))),
    ),
  };
}

/** What follows from the order: in whole rows only. */
const derivedIn = (shapes: readonly Shape[]): Schema =>
  Object.fromEntries(
    shapes.flatMap((shape) =>
      derivedOf(shape).map(([name, field]) => [
        name,
        fieldSchema(name, field.kind.is === 'flag' ? field : nullable(field)),
      ]),
    ),
  );

const alwaysIn = (shape: Shape): string[] =>
  fieldsOf(shape)
    .filter(([, { presence }]) => presence !== 'optional')
    .map(([name]) => name);

const propertiesOf = (shape: Shape): Schema =>
  Object.fromEntries(fieldsOf(shape).map(([name, field]) => [name, fieldSchema(name, field)]));

function objectSchema(doc: string, fields: Shape['fields']): Schema {
  const shape: Shape = { name: '', doc, fields };
  return {
    type: 'object',
    description: doc,
    required: alwaysIn(shape),
    properties: propertiesOf(shape),
    additionalProperties: false,
  };
}

function fieldSchema(name: string, { kind, presence, doc }: Field): Schema {
  const own = TIGHTER[name] ?? kindSchema(kind, name);
  const described = doc === '' || '$ref' in own ? own : { ...own, description: doc };
  if (presence !== 'nullable') return described;
  if ('$ref' in own) return { anyOf: [own, { type: 'null' }] };
  return 'enum' in own
    ? { ...described, enum: [...(own.enum as unknown[]), null] }
    : { ...described, type: [own.type, 'null'] };
}

function kindSchema(kind: Kind, name: string): Schema {
  switch (kind.is) {
    case 'text':
      return { type: 'string' };
    case 'rsc':
      return { type: 'string', pattern: RSC_PATTERN };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'flag':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: name === 'rank' || name === 'version' ? 1 : 0 };
    case 'whole':
      return { type: 'integer' };
    case 'texts':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'code':
      return { enum: kind.values };
    case 'list':
      return { type: 'array', items: kindSchema(kind.of, '') };
    case 'shape':
      return ref(kind.shape.name);
  }
}
