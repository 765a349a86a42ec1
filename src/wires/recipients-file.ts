/** A file of recipients as a person writes it -> recipients. Everything wrong with it is a `RecipientsError` with a code and a path. */
import { AGATE, type AgateSettings } from '../encode/wire/agate-settings.ts';
import { DEFAULT_SETTINGS, START_LIST, type StoryType, type WireSettings } from '../encode/wire/dispatch.ts';
import { FORM_NAMES, FORMS } from '../encode/wire/forms.ts';
import { DOCUMENT_TYPES } from '../model/document.ts';
import { type Fields, fieldsIn, type Refused } from '../settings-fields.ts';
import { hasLadder, isBoundToResults } from './ladder.ts';
import { type Recipient, THRESHOLDS, type WayOptions } from './recipient.ts';
import { RecipientsError } from './recipients-error.ts';

const OF_FILE = ['provider', 'idPrefix', 'language', 'subjects', 'agate', 'recipients'];
const OF_RECIPIENT = [
  'name',
  'disciplines',
  'types',
  'from',
  'corrections',
  'test',
  'language',
  'form',
  'way',
  'attempts',
  'subjects',
  'agate',
];
const TYPES: readonly StoryType[] = [START_LIST, ...DOCUMENT_TYPES];
const DEFAULT_TYPES: readonly StoryType[] = ['RESULT'];
const DISCIPLINE = /^[A-Z0-9]{3}$/;

/** `environment`: where secrets are that the file only names. */
export function recipientsIn(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Recipient[] {
  const file = fieldsIn(text, OF_FILE, refused);
  const shared = settingsIn(file, DEFAULT_SETTINGS);
  const recipients = file
    .objects('recipients', OF_RECIPIENT)
    .map((fields) => recipientIn(fields, shared, environment));
  for (const [index, { name, way }] of recipients.entries()) {
    const before = recipients.slice(0, index);
    if (before.some((other) => other.name === name))
      throw new RecipientsError('NAME_TWICE', `recipients[${index}].name`, `${name} is there already`);
    if (
      'file' in way &&
      before.some((other) => 'file' in other.way && other.way.file.folder === way.file.folder)
    )
      throw new RecipientsError(
        'FOLDER_TWICE',
        `recipients[${index}].way.file.folder`,
        'another recipient has this folder: both would write the same names',
      );
  }
  return recipients;
}

const refused: Refused = (fault, path, what) => {
  const said = {
    BAD_JSON: `not JSON: ${what}`,
    UNKNOWN_FIELD: `is not known; there are ${what}`,
    MISSING_FIELD: 'must be there',
    WRONG_VALUE: `must be ${what}`,
  };
  return new RecipientsError(fault, path, said[fault]);
};

function settingsIn(fields: Fields, before: WireSettings): WireSettings {
  const provider = fields.has('provider') ? fields.object('provider', ['name', 'uri']) : null;
  return {
    language: fields.oneOf('language', ['en', 'fr'], before.language as 'en' | 'fr'),
    provider:
      provider === null
        ? before.provider
        : {
            name: provider.text('name'),
            uri: provider.text('uri', undefined, /^[a-z][a-z0-9+.-]*:\S+$/i, 'a URI'),
          },
    idPrefix: fields.text(
      'idPrefix',
      before.idPrefix,
      /^(?:tag|urn):\S+$/,
      'the beginning of a tag URI or URN',
    ),
    subjects: { ...before.subjects, ...fields.texts('subjects') },
    agate: agateIn(fields, before.agate),
  };
}

function agateIn(fields: Fields, before: AgateSettings): AgateSettings {
  if (!fields.has('agate')) return before;
  const own = fields.object('agate', Object.keys(AGATE));
  const text = (name: 'slug' | 'tied' | 'irm' | 'unranked' | 'startList' | 'match'): string =>
    own.text(name, before[name]);
  return {
    slug: text('slug'),
    slugs: { ...before.slugs, ...own.texts('slugs') },
    tied: text('tied'),
    irm: text('irm'),
    unranked: text('unranked'),
    startList: text('startList'),
    match: text('match'),
    lines: { ...before.lines, ...own.texts('lines') },
  };
}

function recipientIn(
  fields: Fields,
  shared: WireSettings,
  environment: Readonly<Record<string, string | undefined>>,
): Recipient {
  const form = fields.oneOf('form', FORM_NAMES);
  const from = fields.oneOf('from', THRESHOLDS, 'OFFICIAL');
  const types = fields.has('types') ? typesIn(fields) : DEFAULT_TYPES;
  for (const type of types) {
    if (!FORMS[form].has(type))
      throw new RecipientsError(
        'FORM_HAS_NOT_TYPE',
        fields.pathOf('types'),
        `${form} has no form for ${type}`,
      );
    if (isBoundToResults(type) && !hasLadder(type) && from !== 'LIVE')
      throw new RecipientsError(
        'NEVER_SENT',
        fields.pathOf('types'),
        `${type} never becomes ${from}: it tells results while they come, and is sent from LIVE only`,
      );
  }
  return {
    name: fields.text(
      'name',
      undefined,
      /^[a-z0-9][a-z0-9-]{0,39}$/,
      'a name of small letters, digits and hyphens',
    ),
    disciplines: fields.has('disciplines') ? disciplinesIn(fields) : null,
    types,
    from,
    corrections: fields.flag('corrections', true),
    test: fields.flag('test', false),
    form,
    settings: settingsIn(fields, shared),
    way: wayIn(fields.object('way', ['file', 'http']), environment),
    attempts: fields.count('attempts', 20, 1_000),
  };
}

const typesIn = (fields: Fields): StoryType[] =>
  fields.list('types').map((type) => {
    if (!TYPES.includes(type as StoryType))
      throw new RecipientsError(
        'WRONG_VALUE',
        fields.pathOf('types'),
        `${String(type)} is none of ${TYPES.join(', ')}`,
      );
    return type as StoryType;
  });

const disciplinesIn = (fields: Fields): string[] =>
  fields.list('disciplines').map((code) => {
    if (typeof code !== 'string' || !DISCIPLINE.test(code))
      throw new RecipientsError(
        'WRONG_VALUE',
        fields.pathOf('disciplines'),
        `${String(code)} is no code of three letters; GEN is the whole competition`,
      );
    return code;
  });

function wayIn(fields: Fields, environment: Readonly<Record<string, string | undefined>>): WayOptions {
  if (fields.has('file') === fields.has('http'))
    throw new RecipientsError('WRONG_VALUE', fields.pathOf('file'), 'there must be one way: file or http');
  if (fields.has('file')) {
    const file = fields.object('file', ['folder']);
    return { file: { folder: file.text('folder') } };
  }
  const http = fields.object('http', ['url', 'secretFrom', 'timeoutMs']);
  const url = http.text(
    'url',
    undefined,
    /^https?:\/\/[^\s@]+$/,
    'an address with http or https, without a password',
  );
  const variable = http.text(
    'secretFrom',
    undefined,
    /^[A-Z_][A-Z0-9_]*$/,
    'the name of a variable of the environment',
  );
  const secret = environment[variable];
  if (secret === undefined || secret === '')
    throw new RecipientsError(
      'SECRET_MISSING',
      http.pathOf('secretFrom'),
      `the environment has no ${variable}`,
    );
  const key = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(secret)?.[1];
  if (key === undefined)
    throw new RecipientsError(
      'WRONG_VALUE',
      http.pathOf('secretFrom'),
      `${variable} must be whsec_ and 24 to 64 bytes in base64`,
    );
  return {
    http: { url, secret: Buffer.from(key, 'base64'), timeoutMs: http.count('timeoutMs', 10_000, 120_000) },
  };
}
