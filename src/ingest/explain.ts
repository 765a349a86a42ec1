import type { SchemaError } from './generated/validate-fact.js';
import type { RejectionCode } from './rejection.ts';

export interface Explanation {
  readonly code: RejectionCode;
  readonly message: string;
}

/** What the schema found, as a stable code and one sentence with the path of the field. */
export function explain(errors: readonly SchemaError[]): Explanation {
  const last = errors.at(-1)!;
  if (last.keyword === 'anyOf') return oneOfThese(last, errors);
  const error = errors[0]!;
  const named = error.params.additionalProperty ?? error.params.missingProperty;
  if (error.keyword === 'required')
    return { code: 'MISSING_FIELD', message: `${pathOf(error, named)} is missing` };
  if (error.keyword === 'additionalProperties') {
    return { code: 'UNKNOWN_FIELD', message: `${pathOf(error, named)} is not a field of this fact` };
  }
  if (last.keyword === 'propertyNames') {
    const key = String(last.params.propertyName);
    return { code: 'WRONG_VALUE', message: `${pathOf(last)}: "${key}" cannot be a key` };
  }
  return aboutValue(error);
}

function oneOfThese(error: SchemaError, errors: readonly SchemaError[]): Explanation {
  const fields = errors.flatMap(({ params }) => params.missingProperty ?? []);
  return { code: 'MISSING_FIELD', message: `${pathOf(error)} needs one of ${fields.join(', ')}` };
}

const DEFINITIONS: { readonly [name: string]: Explanation } = {
  decimal: {
    code: 'WRONG_DECIMAL',
    message: 'must be a decimal string with at most 9 + 6 digits, like "10.02"',
  },
  time: { code: 'WRONG_TIME', message: 'must be a time as in RFC 3339, like "2024-06-09T20:53:11.104Z"' },
  rsc: { code: 'WRONG_RSC', message: 'must be a Results System Code of 34 characters' },
};

const TOO_LONG: ReadonlySet<string> = new Set(['maxLength', 'maxItems', 'maxProperties']);

function aboutValue(error: SchemaError): Explanation {
  const definition = DEFINITIONS[definitionOf(error)];
  const said = definition?.message ?? sentenceOf(error);
  return { code: codeOf(error, definition), message: `${pathOf(error)}: ${said}` };
}

function codeOf(error: SchemaError, definition: Explanation | undefined): RejectionCode {
  if (error.keyword === 'type') return 'WRONG_TYPE';
  if (definition !== undefined) return definition.code;
  return TOO_LONG.has(error.keyword) ? 'TOO_LONG' : 'WRONG_VALUE';
}

function sentenceOf(error: SchemaError): string {
  const { allowedValues } = error.params;
  if (Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(', ')}`;
  return error.keyword === 'pattern'
    ? 'has characters or a form that is not allowed'
    : (error.message ?? error.keyword);
}

/** `defs.schema.json#/$defs/decimal/pattern` -> `decimal`. */
const definitionOf = (error: SchemaError): string => /\$defs\/(\w+)\/\w+$/.exec(error.schemaPath)?.[1] ?? '';

/** `/startList/entries/3/lane` -> `startList.entries.3.lane`. */
function pathOf(error: SchemaError, field?: unknown): string {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  if (field === undefined) return path === '' ? 'the envelope' : path;
  return path === '' ? String(field) : `${path}.${String(field)}`;
}
