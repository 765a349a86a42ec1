/** The schema of the file of recipients says what its reader takes: every field of a whole file is changed in turn, and both are asked. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { START_LIST } from '../../src/encode/wire/dispatch.ts';
import { FORM_NAMES } from '../../src/encode/wire/forms.ts';
import { DOCUMENT_TYPES } from '../../src/model/document.ts';
import { RecipientsError } from '../../src/wires/recipients-error.ts';
import { recipientsIn } from '../../src/wires/recipients-file.ts';

interface Schema {
  readonly $defs: {
    readonly recipient: {
      readonly properties: {
        readonly types: { readonly items: { readonly enum: readonly string[] } };
        readonly form: { readonly enum: readonly string[] };
      };
    };
  };
}

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/recipients.schema.json', import.meta.url), 'utf8'),
) as Schema;
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);

const ENVIRONMENT = {
  SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
  URL: 'https://secret.example/in',
  KEY: 'k'.repeat(24),
};

const SERVER = { host: 'desk.example', port: 2_222, user: 'results', folder: '/in', timeoutMs: 5_000 };
const HOST_KEY = `SHA256:${'A'.repeat(43)}`;

const WAYS = [
  { file: { folder: '/wire' } },
  { sftp: { ...SERVER, keyFrom: 'KEY', hostKey: HOST_KEY } },
  { sftp: { ...SERVER, passwordFrom: 'KEY', hostKey: HOST_KEY } },
  { ftp: { ...SERVER, passwordFrom: 'KEY', secure: false } },
  { http: { url: 'https://desk.example/in', method: 'PUT', secretFrom: 'SECRET', timeoutMs: 5_000 } },
  { http: { urlFrom: 'URL', method: 'PATCH', signed: false, headersFrom: { authorization: 'KEY' } } },
  { http: { url: 'https://desk.example/in', signed: true, secretFrom: 'SECRET' } },
  { pull: { keyFrom: 'KEY' } },
];

const AGATE = {
  slug: 's',
  slugs: { ATH: 'TAF' },
  tied: 't',
  irm: 'i',
  unranked: 'u',
  startList: 'l',
  match: 'm',
  beaten: 'b',
  hows: { FT: 'h' },
  record: 'r',
  lines: { other: 'o' },
};
const ROWS = { columns: { Name: 'name' }, most: 5, body: ['{rows}'], withdrawn: null };
const SETTINGS = { language: 'fr', subjects: { ATH: 'medtop:1' }, agate: AGATE, rows: ROWS };

/** Settings are changed with the first way alone. */
const fileWith = (way: object, settings: object = way === WAYS[0] ? SETTINGS : {}): object => ({
  ...settings,
  provider: { name: 'Example', uri: 'https://results.example/' },
  idPrefix: 'tag:results.example,2024:',
  recipients: [
    {
      ...settings,
      name: 'desk',
      disciplines: ['ATH', 'GEN'],
      types: ['RESULT', 'START_LIST'],
      from: 'LIVE',
      corrections: false,
      test: true,
      form: 'rows',
      attempts: 3,
      way,
    },
  ],
});

const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  200_000,
  '',
  'x',
  'X',
  'a b',
  'A/',
  '\u0001',
  'https://me:pw@desk.example',
  [],
  ['x'],
  [1],
  {},
  { x: 'x' },
  { x: 1 },
];

/** Every file that differs in one field: another value, none, or one that nobody knows. */
function* changed(value: unknown): Generator<unknown> {
  yield* OTHERS;
  if (Array.isArray(value))
    for (const [index, each] of value.entries())
      for (const other of changed(each)) yield value.with(index, other);
  else if (typeof value === 'object' && value !== null) {
    yield { ...value, unknown: 1 };
    for (const [name, each] of Object.entries(value)) {
      const { [name as keyof typeof value]: _gone, ...without } = value;
      yield without;
      for (const other of changed(each)) yield { ...without, [name]: other };
    }
  }
}

/** What no schema of one field can say: of two fields together, or of the environment. */
const BEYOND: ReadonlySet<string> = new Set([
  'NAME_TWICE',
  'FOLDER_TWICE',
  'FORM_HAS_NOT_TYPE',
  'NEVER_SENT',
  'SECRET_MISSING',
]);
const ABOUT_SECRETS = /the name of a variable that has|has no such column/;

function readerTakes(file: unknown): boolean | 'beyond' {
  try {
    recipientsIn(JSON.stringify(file), ENVIRONMENT);
    return true;
  } catch (error) {
    if (!(error instanceof RecipientsError)) throw error;
    return BEYOND.has(error.code) || ABOUT_SECRETS.test(error.message) ? 'beyond' : false;
  }
}

test.each(WAYS)('of a file with %j and of every change of it, reader and schema say the same', (way) => {
  const whole = fileWith(way);
  expect([readerTakes(whole), validate(whole)]).toEqual([true, true]);
  const different: unknown[] = [];
  let taken = 0;
  for (const file of changed(whole)) {
    const takes = readerTakes(file);
    if (takes === 'beyond') continue;
    if (takes) taken += 1;
    if (takes !== validate(file)) different.push([takes, file]);
  }
  expect(different.slice(0, 3).map((each) => JSON.stringify(each))).toEqual([]);
  expect(taken).toBeGreaterThan(10);
});

test('the schema has every form and every type', () => {
  const { types, form } = schema.$defs.recipient.properties;
  expect(form.enum).toEqual([...FORM_NAMES]);
  expect([...types.items.enum].sort()).toEqual([START_LIST, ...DOCUMENT_TYPES].sort());
});
