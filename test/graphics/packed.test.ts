/** What other systems read of a graphic. */
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { LISTED } from '../../src/graphics/listed.ts';
import { mainText, manifestFile, manifestText, templateText } from '../../src/graphics/shells/packed.ts';
import { TOLD, toldFrom } from '../../src/graphics/told.ts';
import { manifestComplaints } from './ograf-rules.ts';

const PACKED = { version: '0.1.0', defaults: {}, modules: './modules/' };
const WITH_SERVER = {
  ...PACKED,
  defaults: { server: 'http://10.0.0.5:8080', theme: './themes/</script>.css' },
};
const [LOWER_THIRD] = LISTED;
const all = LISTED.map((graphic) => [graphic.name, graphic] as const);

type Fields = Readonly<Record<string, unknown>>;
const manifestOf = (graphic = LOWER_THIRD!, packed = PACKED): Fields =>
  JSON.parse(manifestText(graphic, packed)) as Fields;
const propertiesOf = (manifest: Fields): Readonly<Record<string, Fields>> =>
  (manifest.schema as { properties: Record<string, Fields> }).properties;

describe('a manifest for OGraf', () => {
  test.each(all)('%s keeps the rules of the specification', (_name, graphic) => {
    expect(manifestComplaints(manifestFile(graphic), manifestOf(graphic, WITH_SERVER))).toEqual([]);
  });

  test('rules that are broken are found', () => {
    const { id: _id, ...manifest } = manifestOf();
    const schema = {
      type: 'object',
      properties: { a: { type: 'integer', default: 'x', gddType: 'single-line' } },
    };
    const broken = { ...manifest, rendering: {}, schema, stepCount: 'one' };
    expect(manifestComplaints('a.ograf', broken)).toEqual([
      'a.ograf does not end with .ograf.json',
      'id is missing',
      'stepCount is no number',
      'rendering is not known and has no v_',
      'schema.a: its default is no integer',
      'schema.a: single-line is no integer',
    ]);
  });

  test('what it says as default is what a graphic takes as usual', () => {
    const said = Object.fromEntries(
      Object.entries(propertiesOf(manifestOf())).map(([name, { default: usual }]) => [name, usual]),
    );
    expect(toldFrom(said)).toEqual(toldFrom({}));
    expect(Object.keys(said)).toEqual([...Object.keys(TOLD), 'documents']);
  });

  test('is flat, and says of each field what SPX makes of it', () => {
    for (const [name, { type, v_spx: spx }] of Object.entries(propertiesOf(manifestOf()))) {
      expect(['string', 'boolean', 'number', 'integer'], name).toContain(type);
      // SPX makes text fields of everything but these; a whole number it does not know.
      if (type === 'integer') expect(spx, name).toEqual({ ftype: 'number' });
    }
    const { id, version } = manifestOf();
    // What SPX calls the element has to be a name of one.
    expect(`${String(id)}-v${String(version)}`).toMatch(/^[a-z][a-z0-9._]*-[a-z0-9._-]*$/);
  });

  test('steps are open where there are pages', () => {
    for (const graphic of LISTED) expect(manifestOf(graphic).stepCount).toBe(graphic.isPaged ? -1 : 1);
  });

  test('its main module makes a class of its own', () => {
    expect(mainText(LOWER_THIRD!, PACKED)).toBe(
      'import { ografGraphic } from "./modules/graphics/shells/ograf.js";\n\nexport default ografGraphic("lower-third");\n',
    );
  });
});

describe('a template for SPX', () => {
  const scriptIn = (html: string): string => /<script>([\s\S]*?)<\/script>/.exec(html)![1]!;
  interface Definition {
    readonly dataformat: string;
    readonly DataFields: readonly {
      field: string;
      ftype: string;
      value: string;
      items?: { value: string }[];
    }[];
  }

  /** As SPX imports it: the scripts in the page run, in a window that is none, and nothing is loaded. */
  function imported(html: string): Definition {
    const window: { SPXGCTemplateDefinition?: Definition } = {};
    runInContext(scriptIn(html), createContext({ window }));
    return window.SPXGCTemplateDefinition!;
  }

  test.each(all)('%s is imported without a browser', (_name, graphic) => {
    const { dataformat, DataFields } = imported(templateText(graphic, WITH_SERVER));
    expect(dataformat).toBe('json');
    expect(DataFields.map(({ field }) => field)).toEqual(Object.keys(TOLD));
    expect(DataFields.every(({ value }) => typeof value === 'string')).toBe(true);
  });

  test('its fields as they are first are what a graphic takes, the server and the theme as packed', () => {
    const { DataFields } = imported(templateText(LOWER_THIRD!, WITH_SERVER));
    const said = Object.fromEntries(DataFields.map(({ field, value }) => [field, value]));
    expect(toldFrom(said)).toEqual(toldFrom(WITH_SERVER.defaults));
    for (const { ftype, value, items } of DataFields)
      if (ftype === 'dropdown') expect(items!.map((each) => each.value)).toContain(value);
  });
});

test.each([
  ['lower-third.ograf.json', manifestText],
  ['lower-third.html', templateText],
])('%s has these bytes', async (file, textOf) => {
  await expect(textOf(LOWER_THIRD!, PACKED)).toMatchFileSnapshot(`golden/${file}`);
});

/** A table that serves and packs, and one that makes: they name the same. */
test('all graphics are listed, and nothing else', async () => {
  // Its elements are made in a browser; here they are only counted.
  Object.assign(globalThis, { HTMLElement: class {} });
  const kinds = '../../src/graphics/kinds.ts';
  const { KINDS } = (await import(kinds)) as { KINDS: readonly (typeof LISTED)[number][] };
  expect(KINDS.map(({ name, title, isPaged }) => ({ name, title, isPaged }))).toEqual(LISTED);
});
