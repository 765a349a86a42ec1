/** A file of recipients as a person writes it -> recipients. Everything wrong with it is a `RecipientsError` with a code and a path. */
import { AGATE, type AgateSettings } from '../encode/wire/agate-settings.ts';
import {
  DEFAULT_SETTINGS,
  START_LIST,
  STORY_TYPES,
  type StoryType,
  type WireSettings,
} from '../encode/wire/dispatch.ts';
import { FORM_NAMES, FORMS } from '../encode/wire/forms.ts';
import { namedColumns } from '../encode/wire/rows-form.ts';
import type { RowsSettings } from '../encode/wire/rows-settings.ts';
import { type Fields, fieldsIn, type Refused } from '../settings-fields.ts';
import { hasLadder, isBoundToResults } from './ladder.ts';
import { type Recipient, THRESHOLDS } from './recipient.ts';
import { RecipientsError } from './recipients-error.ts';
import { type Environment, folderOf, WAYS, wayIn } from './way-fields.ts';

const OF_FILE = ['provider', 'idPrefix', 'language', 'subjects', 'agate', 'rows', 'recipients'];
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
  'rows',
];
const DEFAULT_TYPES: readonly StoryType[] = ['RESULT'];
const DISCIPLINE = /^[A-Z0-9]{3}$/;

/** `environment`: where secrets are that the file only names. */
export function recipientsIn(text: string, environment: Environment): Recipient[] {
  const file = fieldsIn(text, OF_FILE, refused);
  const shared = settingsIn(file, DEFAULT_SETTINGS);
  const recipients = file
    .objects('recipients', OF_RECIPIENT)
    .map((fields) => recipientIn(fields, shared, environment));
  for (const [index, { name, way }] of recipients.entries()) {
    const before = recipients.slice(0, index);
    if (before.some((other) => other.name === name))
      throw new RecipientsError('NAME_TWICE', `recipients[${index}].name`, `${name} is there already`);
    const folder = folderOf(way);
    if (folder !== null && before.some((other) => folderOf(other.way) === folder))
      throw new RecipientsError(
        'FOLDER_TWICE',
        `recipients[${index}].way.${Object.keys(way)[0]!}.folder`,
        'another recipient has this folder: both would write the same names',
      );
  }
  return recipients;
}

/** What holds for all recipients of a file: how stories are set. */
export const wireSettingsIn = (text: string): WireSettings =>
  settingsIn(fieldsIn(text, OF_FILE, refused), DEFAULT_SETTINGS);

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
    rows: rowsIn(fields, before.rows),
  };
}

function rowsIn(fields: Fields, before: RowsSettings): RowsSettings {
  if (!fields.has('rows')) return before;
  const own = fields.object('rows', ['columns', 'most', 'body', 'withdrawn']);
  return {
    columns: own.has('columns') ? own.texts('columns') : before.columns,
    most: own.count('most', before.most, 1_000),
    body: own.json('body') ?? before.body,
    withdrawn: own.json('withdrawn') ?? before.withdrawn,
  };
}

/** A column that no document has would be empty for ever. */
function mustHaveColumns(fields: Fields, types: readonly StoryType[], { columns }: RowsSettings): void {
  for (const type of types) {
    const missing = namedColumns(columns, { type: type === START_LIST ? 'RESULT' : type }).indexOf(null);
    if (missing !== -1)
      throw new RecipientsError(
        'WRONG_VALUE',
        fields.pathOf(`rows.columns.${Object.keys(columns!)[missing]!}`),
        `${type} has no such column`,
      );
  }
}

function agateIn(fields: Fields, before: AgateSettings): AgateSettings {
  if (!fields.has('agate')) return before;
  const own = fields.object('agate', Object.keys(AGATE));
  const text = (name: Exclude<keyof AgateSettings, 'slugs' | 'hows' | 'lines'>): string =>
    own.text(name, before[name]);
  return {
    slug: text('slug'),
    slugs: { ...before.slugs, ...own.texts('slugs') },
    tied: text('tied'),
    irm: text('irm'),
    unranked: text('unranked'),
    startList: text('startList'),
    match: text('match'),
    beaten: text('beaten'),
    hows: { ...before.hows, ...own.texts('hows') },
    record: text('record'),
    lines: { ...before.lines, ...own.texts('lines') },
  };
}

function recipientIn(fields: Fields, shared: WireSettings, environment: Environment): Recipient {
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
  const settings = settingsIn(fields, shared);
  if (form === 'rows') mustHaveColumns(fields, types, settings.rows);
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
    settings,
    way: wayIn(fields.object('way', WAYS), environment),
    attempts: fields.count('attempts', 20, 1_000),
  };
}

const typesIn = (fields: Fields): StoryType[] =>
  fields.list('types').map((type) => {
    if (!STORY_TYPES.includes(type as StoryType))
      throw new RecipientsError(
        'WRONG_VALUE',
        fields.pathOf('types'),
        `${String(type)} is none of ${STORY_TYPES.join(', ')}`,
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
