import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
// @ts-expect-error a script without types
import { GENERATED, generate } from '../../src/setup/generate.mjs';

interface Entry {
  readonly schema: string;
  readonly target: string;
}

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const entry = (GENERATED as Entry[]).find(({ schema }) => schema === 'schemas/documents.proto')!;

describe('generated code', () => {
  test('is what `npm run schemas` makes of schemas/documents.proto now', async () => {
    const { js, types } = await generate(entry);
    expect(js).toBe(await read(`${entry.target}.js`));
    expect(types).toBe(await read(`${entry.target}.d.ts`));
  });
});
