/** The way of a recipient as a person writes it. Secrets are in variables of the environment, which the file only names. */
import type { Fields } from '../settings-fields.ts';
import { HTTP_METHODS, type Recipient, type SftpDropOptions } from './recipient.ts';
import { RecipientsError } from './recipients-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export const WAYS = ['file', 'sftp', 'ftp', 'http', 'pull'] as const;

const SERVER = ['host', 'port', 'user', 'folder', 'timeoutMs'];
const TIMEOUT_MS = 10_000;
const TIMEOUT_MOST_MS = 120_000;

export function wayIn(fields: Fields, environment: Environment): Recipient['way'] {
  const [way, ...others] = WAYS.filter((each) => fields.has(each));
  if (way === undefined || others.length > 0)
    throw new RecipientsError(
      'WRONG_VALUE',
      fields.pathOf(way ?? 'file'),
      `there must be one way: ${WAYS.join(', ')}`,
    );
  if (way === 'file') return { file: { folder: fields.object('file', ['folder']).text('folder') } };
  if (way === 'sftp')
    return {
      sftp: sftpIn(fields.object('sftp', [...SERVER, 'passwordFrom', 'keyFrom', 'hostKey']), environment),
    };
  if (way === 'ftp') {
    const ftp = fields.object('ftp', [...SERVER, 'passwordFrom', 'secure']);
    const password = secretIn(ftp, 'passwordFrom', environment);
    return { ftp: { ...serverIn(ftp, 21), password, isSecure: ftp.flag('secure', true) } };
  }
  if (way === 'pull') return { pull: { key: pullKeyIn(fields.object('pull', ['keyFrom']), environment) } };
  return { http: httpIn(fields.object('http', HTTP), environment) };
}

/** By which two recipients are seen to write into one folder; null: it writes into none. */
export function folderOf(way: Recipient['way']): string | null {
  if ('file' in way) return way.file.folder;
  const server = 'sftp' in way ? way.sftp : 'ftp' in way ? way.ftp : null;
  return server === null ? null : `${server.host}:${server.port}/${server.folder}`;
}

/** A path with spaces at its ends, or that ends in a slash, would be another one at some servers. */
const serverIn = (fields: Fields, port: number) => ({
  host: fields.text('host', undefined, /^[A-Za-z0-9._:-]{1,253}$/, 'a name or address of a server'),
  port: fields.count('port', port, 65_535),
  user: fields.text('user'),
  folder: fields.text(
    'folder',
    undefined,
    /^[^\p{Cc}\s](?:[^\p{Cc}]*[^\p{Cc}\s/])?$/u,
    'a path that does not end in a slash',
  ),
  timeoutMs: fields.count('timeoutMs', TIMEOUT_MS, TIMEOUT_MOST_MS),
});

function sftpIn(fields: Fields, environment: Environment): SftpDropOptions {
  if (fields.has('passwordFrom') === fields.has('keyFrom'))
    throw new RecipientsError(
      'WRONG_VALUE',
      fields.pathOf('keyFrom'),
      'there must be one of keyFrom and passwordFrom',
    );
  return {
    ...serverIn(fields, 22),
    hostKey: fields.text(
      'hostKey',
      undefined,
      /^SHA256:[A-Za-z0-9+/]{43}$/,
      'a fingerprint as ssh-keygen -l prints it, SHA256:...',
    ),
    login: fields.has('keyFrom')
      ? { privateKey: secretIn(fields, 'keyFrom', environment) }
      : { password: secretIn(fields, 'passwordFrom', environment) },
  };
}

const HTTP = ['url', 'urlFrom', 'method', 'secretFrom', 'signed', 'headersFrom', 'timeoutMs'];
const HEADER = /^[A-Za-z0-9-]+$/;
const URL_PATTERN = /^https?:\/\/[^\s@]+$/;
const URL_WORDS = 'an address with http or https, without a password';

function httpIn(fields: Fields, environment: Environment) {
  if (fields.has('url') && fields.has('urlFrom'))
    throw new RecipientsError(
      'WRONG_VALUE',
      fields.pathOf('urlFrom'),
      'there must be one of url and urlFrom',
    );
  const isSecret = fields.has('urlFrom');
  const url = isSecret
    ? secretIn(fields, 'urlFrom', environment)
    : fields.text('url', undefined, URL_PATTERN, URL_WORDS);
  if (!URL_PATTERN.test(url)) throw fields.wrong('urlFrom', `the name of a variable that has ${URL_WORDS}`);
  if (fields.has('secretFrom') && !fields.flag('signed', true))
    throw new RecipientsError('WRONG_VALUE', fields.pathOf('signed'), 'true where there is a secret');
  return {
    url,
    shown: isSecret ? `what is in ${fields.text('urlFrom')}` : url,
    method: fields.oneOf('method', HTTP_METHODS, 'POST'),
    secret: fields.flag('signed', true) ? signingKeyIn(fields, environment) : null,
    headers: headersIn(fields, environment),
    timeoutMs: fields.count('timeoutMs', TIMEOUT_MS, TIMEOUT_MOST_MS),
  };
}

function headersIn(fields: Fields, environment: Environment): Readonly<Record<string, string>> {
  const names = Object.keys(fields.texts('headersFrom'));
  if (names.length === 0) return {};
  const named = fields.object('headersFrom', names);
  for (const name of names) if (!HEADER.test(name)) throw named.wrong(name, 'under the name of a header');
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), secretIn(named, name, environment)]));
}

function signingKeyIn(fields: Fields, environment: Environment): Uint8Array {
  const secret = secretIn(fields, 'secretFrom', environment);
  const key = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(secret)?.[1];
  if (key === undefined)
    throw fields.wrong('secretFrom', 'the name of a variable that has whsec_ and 24 to 64 bytes in base64');
  return Buffer.from(key, 'base64');
}

/** It goes over the network with every request. */
const PULL_KEY = /^[\x21-\x7e]{24,200}$/;

function pullKeyIn(fields: Fields, environment: Environment): string {
  const key = secretIn(fields, 'keyFrom', environment);
  if (!PULL_KEY.test(key))
    throw fields.wrong('keyFrom', 'the name of a variable that has 24 to 200 signs, without spaces');
  return key;
}

function secretIn(fields: Fields, name: string, environment: Environment): string {
  const variable = fields.text(
    name,
    undefined,
    /^[A-Z_][A-Z0-9_]*$/,
    'the name of a variable of the environment',
  );
  const secret = environment[variable] ?? '';
  if (secret === '')
    throw new RecipientsError('SECRET_MISSING', fields.pathOf(name), `the environment has no ${variable}`);
  return secret;
}
