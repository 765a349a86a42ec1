import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { encodeFact } from '../../src/ingest/encode.ts';
import { isRejection, REJECTION_CODES } from '../../src/ingest/rejection.ts';
import { FACT_KINDS } from '../../src/ingest/wire.ts';
import { codeOf, decode, samples } from './support.ts';

const all = samples();
const json = 'application/json';
const protobuf = 'application/x-protobuf';

describe('samples of the venue feed', () => {
  test.each(all.filter(({ code }) => code === null))('$name is a fact', ({ data, unit, kind }) => {
    const fact = decode(data, json, unit);
    expect(codeOf(fact)).toBe(kind === 'envelope' ? 'passing' : kind);
  });

  test.each(all.filter(({ code }) => code === null))('$name says the same in protobuf', ({ data, unit }) => {
    const bytes = encodeFact(JSON.parse(data.toString()), protobuf);
    expect(decode(bytes, protobuf, unit)).toEqual(decode(data, json, unit));
  });

  test.each(all.filter(({ code }) => code !== null))('F1 $name is refused', ({ data, unit, code }) => {
    const outcome = decode(data, json, unit);
    expect(codeOf(outcome)).toBe(code);
    expect(isRejection(outcome) && outcome.message).toMatch(/^[^\n]{5,250}$/);
  });

  test('each kind of fact has a valid and two invalid samples', () => {
    for (const kind of FACT_KINDS) {
      const own = all.filter((sample) => sample.kind === kind);
      expect(own.filter(({ code }) => code === null).length, `${kind} valid`).toBeGreaterThanOrEqual(1);
      expect(own.filter(({ code }) => code !== null).length, `${kind} invalid`).toBeGreaterThanOrEqual(2);
    }
  });

  test('the codes named by samples exist', () => {
    for (const { code } of all) if (code !== null) expect(REJECTION_CODES).toHaveProperty(code);
  });
});

test('schemas/README.md gives each code with its sentence', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../schemas/README.md'), 'utf8').replace(
    / +/g,
    ' ',
  );
  for (const [code, why] of Object.entries(REJECTION_CODES))
    expect(readme).toContain(`| \`${code}\` | ${why} |`);
});

describe('the JSON Schemas alone, as another program would use them', () => {
  const folder = join(import.meta.dirname, '../../schemas/venue-feed');
  const ajv = new Ajv2020({ allowUnionTypes: true, strictRequired: false });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  }
  const validate = ajv.getSchema('fact.schema.json')!;

  // What no schema can say: the bytes before JSON, and the calendar.
  const beyond = new Set(['NOT_JSON', 'DOCTYPE_REFUSED', 'WRONG_TIME']);

  test.each(all.filter(({ code }) => code === null))('$name is valid', ({ data }) => {
    expect(validate(JSON.parse(data.toString())), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each(all.filter(({ code }) => code !== null && !beyond.has(code)))('$name is invalid', ({ data }) => {
    expect(validate(JSON.parse(data.toString()))).toBe(false);
  });
});
