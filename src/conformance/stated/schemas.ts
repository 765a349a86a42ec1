import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
});
formats.default(ajv);
for (const name of [
  'documents.schema.json',
  'streaming/server-word.schema.json',
  'streaming/screen-word.schema.json',
])
  ajv.addSchema(JSON.parse(readFileSync(new URL(`../../../schemas/${name}`, import.meta.url), 'utf8')));

const complaintsBy = (name: string) => {
  const validate = ajv.getSchema(name)!;
  return (said: unknown): string | null =>
    validate(said) ? null : ajv.errorsText(validate.errors).slice(0, 300);
};

/** Null when the schema has nothing against it. */
export const complaintsAboutFrame = complaintsBy('documents.schema.json');
export const complaintsAboutServerWord = complaintsBy('server-word.schema.json');
export const complaintsAboutScreenWord = complaintsBy('screen-word.schema.json');
