import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FACT_KINDS } from '../../src/ingest/wire.ts';

const root = join(import.meta.dirname, '../..');
const text = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

interface Code {
  readonly js: string;
  readonly types: string;
}
interface Entry {
  readonly schema: string;
  readonly target: string;
}
interface Generator {
  readonly GENERATED: readonly Entry[];
  generate(entry: Entry): Promise<Code>;
}
interface ValidatorGenerator {
  readonly VALIDATOR_TARGET: string;
  generateValidator(): Promise<Code>;
}

const load = async <T>(path: string): Promise<T> => (await import(join(root, path))) as T;

test('the protobuf code is what `npm run schemas` makes of venue-feed.proto', async () => {
  const { GENERATED, generate } = await load<Generator>('src/setup/generate.mjs');
  const entry = GENERATED.find(({ schema }) => schema.endsWith('venue-feed.proto'))!;
  const { js, types } = await generate(entry);
  expect((await text(`${entry.target}.js`)) === js).toBe(true);
  expect((await text(`${entry.target}.d.ts`)) === types).toBe(true);
});

test('the validator is what `npm run schemas` makes of the JSON Schemas', async () => {
  const { VALIDATOR_TARGET, generateValidator } = await load<ValidatorGenerator>(
    'src/setup/generate-validator.mjs',
  );
  const { js, types } = await generateValidator();
  expect((await text(`${VALIDATOR_TARGET}.js`)) === js).toBe(true);
  expect((await text(`${VALIDATOR_TARGET}.d.ts`)) === types).toBe(true);
});

test('the .proto and the JSON Schemas name the same fields of each kind', async () => {
  const proto = await text('schemas/venue-feed/venue-feed.proto');
  for (const kind of FACT_KINDS) {
    const message = new RegExp(`^    (\\w+) ${kind} = \\d+;`, 'm').exec(proto)?.[1];
    const body = new RegExp(`^message ${message} \\{\\n([^}]*)^\\}`, 'm').exec(proto)?.[1] ?? '';
    const inProto = [...body.matchAll(/(\w+) = \d+;/g)].map((match) => match[1]);
    const schema = JSON.parse(await text(`schemas/venue-feed/${kind}.schema.json`));
    expect(inProto.sort(), kind).toEqual(Object.keys(schema.properties).sort());
  }
});

test('the types of facts are what `npm run schemas` makes of the JSON Schemas, one for each kind', async () => {
  const { FACT_TYPES_TARGET, generateFactTypes } = await load<{
    readonly FACT_TYPES_TARGET: string;
    generateFactTypes(): Promise<string>;
  }>('src/setup/generate-fact-types.mjs');
  const types = await text(FACT_TYPES_TARGET);
  expect(types === (await generateFactTypes())).toBe(true);
  const kinds = [...types.split('interface FactTypes')[1]!.matchAll(/^ {2}readonly (\w+): /gm)].map(
    ([, kind]) => kind,
  );
  expect(kinds.sort()).toEqual([...FACT_KINDS].sort());
});
