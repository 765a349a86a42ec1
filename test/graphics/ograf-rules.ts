/**
 * What a manifest and an element must be for a renderer of OGraf v1, written from the specification (EBU, ebu/ograf, `v1/specification/docs/Specification.md`
 * and the JSON Schemas beside it) and from what the developers' tool asks (SuperFlyTV/ograf-devtool, `client/src/lib/graphic/verify.js`).
 */

type Fields = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' && value >= -1,
  list: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const REQUIRED = {
  $schema: 'text',
  id: 'text',
  name: 'text',
  main: 'text',
  supportsRealTime: 'flag',
  supportsNonRealTime: 'flag',
};
const OPTIONAL = {
  version: 'text',
  description: 'text',
  author: 'object',
  customActions: 'list',
  stepCount: 'number',
  schema: 'object',
  renderRequirements: 'list',
  thumbnails: 'list',
};
const KNOWN: Readonly<Record<string, string>> = { ...REQUIRED, ...OPTIONAL };
const SCHEMA = 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json';

/** Empty: a renderer takes it. */
export function manifestComplaints(file: string, manifest: Fields): string[] {
  const said: string[] = [];
  if (!file.endsWith('.ograf.json')) said.push(`${file} does not end with .ograf.json`);
  for (const name of Object.keys(REQUIRED)) if (manifest[name] === undefined) said.push(`${name} is missing`);
  for (const [name, value] of Object.entries(manifest)) {
    const type = KNOWN[name];
    if (type !== undefined && !TYPES[type]!(value)) said.push(`${name} is no ${type}`);
    if (type === undefined && !name.startsWith('v_')) said.push(`${name} is not known and has no v_`);
  }
  if (manifest.$schema !== SCHEMA) said.push('$schema is not that of v1');
  if (String(manifest.id).includes('/')) said.push('id has a slash');
  if (manifest.supportsRealTime !== true && manifest.supportsNonRealTime !== true)
    said.push('it is rendered in no way');
  return [
    ...said,
    ...actionComplaints(manifest.customActions),
    ...requirementComplaints(manifest),
    ...propertyComplaints('schema', manifest.schema),
  ];
}

function actionComplaints(actions: unknown = []): string[] {
  const ids = (actions as readonly Fields[]).map(({ id }) => id);
  return (actions as readonly Fields[]).flatMap((action, index) => {
    const { id, name, description, schema, ...other } = action;
    const isWhole =
      typeof id === 'string' &&
      typeof name === 'string' &&
      ['string', 'undefined'].includes(typeof description);
    return [
      ...(isWhole && Object.keys(other).every((key) => key.startsWith('v_'))
        ? []
        : [`action ${index} is none`]),
      ...(ids.indexOf(id) === index ? [] : [`action ${String(id)} is there twice`]),
      ...(schema === undefined || schema === null ? [] : propertyComplaints(`action ${String(id)}`, schema)),
    ];
  });
}

const OF_REQUIREMENT = ['resolution', 'frameRate', 'accessToPublicInternet', 'engine'];
const requirementComplaints = ({ renderRequirements = [] }: Fields): string[] =>
  (renderRequirements as readonly Fields[]).flatMap((requirement) =>
    Object.keys(requirement)
      .filter((key) => !OF_REQUIREMENT.includes(key) && !key.startsWith('v_'))
      .map((key) => `render requirement ${key} is not known`),
  );

/** By `gddType` the types of JSON that it may have. */
const GDD: Readonly<Record<string, readonly string[]>> = {
  'single-line': ['string'],
  'multi-line': ['string'],
  'file-path': ['string'],
  'file-path/image-path': ['string'],
  select: ['string', 'number', 'integer'],
  'color-rrggbb': ['string'],
  'color-rrggbbaa': ['string'],
  percentage: ['number'],
  'duration-ms': ['integer'],
};
const DEFAULTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: TYPES.text!,
  boolean: TYPES.flag!,
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: TYPES.list!,
  object: TYPES.object!,
};

function propertyComplaints(path: string, schema: unknown): string[] {
  if (schema === undefined) return [];
  const { type, gddType, gddOptions, default: usual, properties, items, enum: choices } = schema as Fields;
  const isDefault = DEFAULTS[String(type)];
  if (isDefault === undefined) return [`${path} has no type`];
  const said: string[] = [];
  if (usual !== undefined && !isDefault(usual)) said.push(`${path}: its default is no ${String(type)}`);
  if (gddType !== undefined && GDD[String(gddType)]?.includes(String(type)) !== true)
    said.push(`${path}: ${String(gddType)} is no ${String(type)}`);
  if (gddType === 'select') {
    if (!Array.isArray(choices) || !choices.every(isDefault))
      said.push(`${path}: its choices are no ${String(type)}`);
    if ((gddOptions as Fields | undefined)?.labels === undefined)
      said.push(`${path}: its choices have no labels`);
    if (Array.isArray(choices) && !choices.includes(usual)) said.push(`${path}: its default is no choice`);
  }
  if (type === 'array' && items === undefined) said.push(`${path} has no items`);
  if (type === 'object') {
    if (properties === undefined) said.push(`${path} has no properties`);
    for (const [name, each] of Object.entries((properties ?? {}) as Fields))
      said.push(...propertyComplaints(`${path}.${name}`, each));
  }
  return said;
}

/** Called on each graphic; the last two where it supports non-real-time. */
export const METHODS = [
  'load',
  'dispose',
  'updateAction',
  'playAction',
  'stopAction',
  'customAction',
  'goToTime',
  'setActionsSchedule',
] as const;

/** What an answer may say: a status, and of `playAction` the step. */
export function answerComplaints(answer: unknown, isPlay = false): string[] {
  if (answer === undefined) return [];
  if (!TYPES.object!(answer)) return ['the answer is no object'];
  const { statusCode, statusMessage, result: _result, currentStep, ...other } = answer as Fields;
  const said = Object.keys(other)
    .filter((key) => !key.startsWith('v_'))
    .map((key) => `the answer has ${key}`);
  if (typeof statusCode !== 'number') said.push('its status is no number');
  if (!['string', 'undefined'].includes(typeof statusMessage)) said.push('what it says is no text');
  if (!(isPlay ? ['number', 'undefined'] : ['undefined']).includes(typeof currentStep))
    said.push('its step is none');
  return said;
}
