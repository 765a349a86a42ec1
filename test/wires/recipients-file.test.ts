import { describe, expect, test } from 'vitest';
import { RecipientsError } from '../../src/wires/recipients-error.ts';
import { recipientsIn } from '../../src/wires/recipients-file.ts';

const KEY = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const FILE = { name: 'desk', form: 'sportsml', way: { file: { folder: '/wire/desk' } } };

const ENVIRONMENT = {
  DESK_SECRET: KEY,
  BAD_SECRET: 'whsec_short',
  DESK_PASSWORD: 'open sesame',
  PULL_KEY: 'k'.repeat(24),
  CONTROL_APP: 'https://app.example/secret/control',
};

const read = (...recipients: readonly object[]) => recipientsIn(JSON.stringify({ recipients }), ENVIRONMENT);

const SERVER = { host: 'desk.example', user: 'results', folder: 'in' };
const HOST_KEY = `SHA256:${'A'.repeat(43)}`;
const SFTP = { ...FILE, way: { sftp: { ...SERVER, passwordFrom: 'DESK_PASSWORD', hostKey: HOST_KEY } } };

/** Code and path of what is wrong. */
function wrong(text: string): [code: string, path: string] {
  try {
    recipientsIn(text, ENVIRONMENT);
  } catch (error) {
    if (error instanceof RecipientsError) return [error.code, error.path];
    throw error;
  }
  throw new Error('nothing is wrong');
}
const wrongWith = (...recipients: readonly object[]): [code: string, path: string] =>
  wrong(JSON.stringify({ recipients }));

test('little is enough: official results of everything, in English, corrections told, no rehearsals', () => {
  expect(read(FILE)).toMatchObject([
    {
      name: 'desk',
      disciplines: null,
      types: ['RESULT'],
      from: 'OFFICIAL',
      corrections: true,
      test: false,
      form: 'sportsml',
      way: { file: { folder: '/wire/desk' } },
      attempts: 20,
      settings: { language: 'en' },
    },
  ]);
});

test('a recipient has what the file says for all, and its own words before that', () => {
  const text = JSON.stringify({
    provider: { name: 'Example', uri: 'https://results.example/' },
    idPrefix: 'tag:results.example,2024:',
    language: 'fr',
    subjects: { ATH: 'medtop:20000827' },
    agate: { tied: 'T{rank}', slugs: { ATH: 'TAF' } },
    recipients: [
      FILE,
      {
        ...FILE,
        name: 'other',
        language: 'en',
        form: 'agate',
        agate: { tied: '{rank} (tie)', lines: { timedRace: '{rank}. {name} {result}' } },
        way: { http: { url: 'https://desk.example/in', secretFrom: 'DESK_SECRET' } },
      },
    ],
  });
  const [first, second] = recipientsIn(text, ENVIRONMENT);
  expect(first!.settings).toMatchObject({ language: 'fr', idPrefix: 'tag:results.example,2024:' });
  expect(second!.settings.agate).toMatchObject({ tied: '{rank} (tie)', slugs: { ATH: 'TAF' } });
  expect(second!.settings.agate.lines).toMatchObject({ timedRace: '{rank}. {name} {result}' });
  const url = 'https://desk.example/in';
  expect(second!.way).toEqual({
    http: { url, shown: url, method: 'POST', secret: Buffer.alloc(24, 7), headers: {}, timeoutMs: 10_000 },
  });
});

test('secrets come from the environment, FTP is over TLS, and an address that is a secret is not shown', () => {
  const http = {
    urlFrom: 'CONTROL_APP',
    method: 'PATCH',
    signed: false,
    headersFrom: { Authorization: 'DESK_PASSWORD' },
  };
  const ways = read(
    SFTP,
    { ...FILE, name: 'ftp', way: { ftp: { ...SERVER, port: 2_121, passwordFrom: 'DESK_PASSWORD' } } },
    { ...FILE, name: 'app', way: { http } },
    { ...FILE, name: 'pull', way: { pull: { keyFrom: 'PULL_KEY' } } },
  ).map(({ way }) => way);
  expect(ways).toEqual([
    {
      sftp: { ...SERVER, port: 22, timeoutMs: 10_000, hostKey: HOST_KEY, login: { password: 'open sesame' } },
    },
    { ftp: { ...SERVER, port: 2_121, timeoutMs: 10_000, password: 'open sesame', isSecure: true } },
    {
      http: {
        url: 'https://app.example/secret/control',
        shown: 'what is in CONTROL_APP',
        method: 'PATCH',
        secret: null,
        headers: { authorization: 'open sesame' },
        timeoutMs: 10_000,
      },
    },
    { pull: { key: 'k'.repeat(24) } },
  ]);
});

describe('what is wrong is said with a code and the place', () => {
  test.each([
    ['{', ['BAD_JSON', '']],
    ['{}', ['MISSING_FIELD', 'recipients']],
    ['{"recipients":[]}', ['WRONG_VALUE', 'recipients']],
    ['{"recipients":[1]}', ['WRONG_VALUE', 'recipients[0]']],
    ['{"recipient":[]}', ['UNKNOWN_FIELD', 'recipient']],
  ] as const)('%s', (text, expected) => expect(wrong(text)).toEqual(expected));

  test.each([
    ['a field that is not known', { ...FILE, form_: 'x' }, ['UNKNOWN_FIELD', 'recipients[0].form_']],
    ['no name', { ...FILE, name: undefined }, ['MISSING_FIELD', 'recipients[0].name']],
    ['a name with a slash', { ...FILE, name: 'a/b' }, ['WRONG_VALUE', 'recipients[0].name']],
    ['no form', { ...FILE, form: undefined }, ['MISSING_FIELD', 'recipients[0].form']],
    ['a form that is none', { ...FILE, form: 'newsml' }, ['WRONG_VALUE', 'recipients[0].form']],
    ['a type that is none', { ...FILE, types: ['RESULTS'] }, ['WRONG_VALUE', 'recipients[0].types']],
    [
      'a discipline in small letters',
      { ...FILE, disciplines: ['ath'] },
      ['WRONG_VALUE', 'recipients[0].disciplines'],
    ],
    ['a status that is no threshold', { ...FILE, from: 'PROTESTED' }, ['WRONG_VALUE', 'recipients[0].from']],
    ['a language without words', { ...FILE, language: 'de' }, ['WRONG_VALUE', 'recipients[0].language']],
    ['no way', { ...FILE, way: {} }, ['WRONG_VALUE', 'recipients[0].way.file']],
    [
      'a type without that form',
      { ...FILE, types: ['BRACKETS'] },
      ['FORM_HAS_NOT_TYPE', 'recipients[0].types'],
    ],
    [
      'a type that never is official',
      { ...FILE, form: 'json', types: ['CURRENT'] },
      ['NEVER_SENT', 'recipients[0].types'],
    ],
    [
      'a secret that the environment has not',
      { ...FILE, way: { http: { url: 'https://desk.example', secretFrom: 'OTHER' } } },
      ['SECRET_MISSING', 'recipients[0].way.http.secretFrom'],
    ],
    [
      'a secret that is too short',
      { ...FILE, way: { http: { url: 'https://desk.example', secretFrom: 'BAD_SECRET' } } },
      ['WRONG_VALUE', 'recipients[0].way.http.secretFrom'],
    ],
    [
      'a server whose host key is not said',
      { ...FILE, way: { sftp: { ...SERVER, passwordFrom: 'DESK_PASSWORD' } } },
      ['MISSING_FIELD', 'recipients[0].way.sftp.hostKey'],
    ],
    [
      'a password and a key',
      { ...FILE, way: { sftp: { ...SFTP.way.sftp, keyFrom: 'DESK_PASSWORD' } } },
      ['WRONG_VALUE', 'recipients[0].way.sftp.keyFrom'],
    ],
    [
      'requests without a signature that nobody asked for',
      { ...FILE, way: { http: { url: 'https://desk.example' } } },
      ['MISSING_FIELD', 'recipients[0].way.http.secretFrom'],
    ],
    [
      'a key to pull with that could be guessed',
      { ...FILE, way: { pull: { keyFrom: 'BAD_SECRET' } } },
      ['WRONG_VALUE', 'recipients[0].way.pull.keyFrom'],
    ],
    ['two ways', { ...FILE, way: { ...FILE.way, ...SFTP.way } }, ['WRONG_VALUE', 'recipients[0].way.file']],
    [
      'a column that no result has',
      { ...FILE, form: 'rows', rows: { columns: { Name: 'nome' } } },
      ['WRONG_VALUE', 'recipients[0].rows.columns.Name'],
    ],
    [
      'an address with a password',
      { ...FILE, way: { http: { url: 'https://me:pw@desk.example', secretFrom: 'DESK_SECRET' } } },
      ['WRONG_VALUE', 'recipients[0].way.http.url'],
    ],
  ] as const)('%s', (_what, recipient, expected) => expect(wrongWith(recipient)).toEqual(expected));

  test('two of one name, and two of one folder', () => {
    expect(wrongWith(FILE, FILE)).toEqual(['NAME_TWICE', 'recipients[1].name']);
    for (const one of [FILE, SFTP])
      expect(wrongWith(one, { ...one, name: 'other' })).toEqual([
        'FOLDER_TWICE',
        `recipients[1].way.${Object.keys(one.way)[0]}.folder`,
      ]);
  });
});
