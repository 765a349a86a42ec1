/**
 * What other systems read of a graphic, as texts: a manifest and a main module for OGraf v1 (EBU, repository ebu/ograf, specification `v1`), a template
 * for SPX (its wiki, "SPX template definition"). Fields, titles and defaults are those of `told.ts`.
 */
import type { Listed } from '../listed.ts';
import { type FieldForm, TOLD } from '../told.ts';

/** Defaults that are other ones than usual: the edge, the theme. */
export type Defaults = Readonly<Partial<Record<keyof typeof TOLD, string>>>;

export interface Packed {
  /** Of this program. */
  readonly version: string;
  readonly defaults: Defaults;
  /** From where the manifest or the template lies to the folder of the modules, with `/` at its end. */
  readonly modules: string;
}

interface Asked {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly value: string | number | boolean;
  readonly form: FieldForm;
}

const asked = (defaults: Defaults): readonly Asked[] =>
  Object.entries(TOLD).map(([name, { title, doc, usual, form }]) => ({
    name,
    title,
    doc,
    value: defaults[name as keyof typeof TOLD] ?? usual ?? '',
    form,
  }));

export const manifestFile = ({ name }: Listed): string => `${name}.ograf.json`;
export const mainFile = ({ name }: Listed): string => `${name}.js`;
export const templateFile = ({ name }: Listed): string => `${name}.html`;

const SCHEMA = 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json';
/** The oldest Chromium that graphics are written for. */
const CHROMIUM = '103';
/** How SPX plays it unless its operator says something else. */
const SPX_PLAYOUT = {
  playserver: 'OVERLAY',
  playchannel: '1',
  playlayer: '5',
  webplayout: '5',
  out: 'manual',
};

export const manifestText = (graphic: Listed, { version, defaults }: Packed): string =>
  jsonText({
    $schema: SCHEMA,
    // In small letters and with a hyphen: SPX makes the name of an element of it.
    id: `splitsecond-${graphic.name}`,
    version,
    name: graphic.title,
    description: `${graphic.title} of live results`,
    main: mainFile(graphic),
    supportsRealTime: true,
    supportsNonRealTime: true,
    stepCount: graphic.isPaged ? -1 : 1,
    customActions: [
      {
        id: 'accept',
        name: 'Accept correction',
        description: 'shows a correction of what is on air that waits',
        schema: null,
      },
    ],
    schema: {
      type: 'object',
      properties: {
        ...Object.fromEntries(asked(defaults).map((field) => [field.name, propertyOf(field)])),
        documents: {
          type: 'string',
          gddType: 'multi-line',
          title: 'Documents',
          description: 'as JSON, shown without a stream',
          default: '',
          hidden: true,
        },
      },
    },
    renderRequirements: [
      {
        resolution: { width: { ideal: 1_920 }, height: { ideal: 1_080 } },
        engine: [{ type: 'CEF', version: { min: CHROMIUM } }],
      },
    ],
    v_spx: SPX_PLAYOUT,
  });

/** A property as OGraf has it; `v_spx` where SPX would not know what to make of it. */
function propertyOf({ title, doc, value, form, name }: Asked): object {
  const said = { title, description: doc, default: value };
  if (form.is === 'text') return { type: 'string', gddType: 'single-line', ...said };
  if (form.is === 'flag') return { type: 'boolean', ...said };
  if (form.is === 'whole') {
    const type = name === 'delayMs' ? { gddType: 'duration-ms' } : {};
    const bounds = { minimum: form.least, maximum: form.most };
    return { type: 'integer', ...type, ...said, ...bounds, v_spx: { ftype: 'number' } };
  }
  const labels = Object.fromEntries(form.of.map((each) => [each, String(each)]));
  return {
    type: typeof form.of[0] === 'number' ? 'number' : 'string',
    gddType: 'select',
    gddOptions: { labels },
    enum: form.of,
    ...said,
    v_spx: { ftype: 'dropdown', items: spxChoices(form.of) },
  };
}

/** What a renderer imports. */
export function mainText({ name }: Listed, { modules }: Packed): string {
  const address = `${modules}graphics/shells/ograf.js`;
  return `import { ografGraphic } from ${JSON.stringify(address)};\n\nexport default ografGraphic(${JSON.stringify(name)});\n`;
}

/** A page that SPX plays. Its definition stands in a script of its own: SPX reads it without loading anything else. What the page is told before SPX says more stands at its root. */
export function templateText(graphic: Listed, { defaults, modules }: Packed): string {
  const definition = {
    description: graphic.title,
    ...SPX_PLAYOUT,
    dataformat: 'json',
    uicolor: '0',
    steps: graphic.isPaged ? '-1' : '1',
    DataFields: asked(defaults).map(spxField),
  };
  const told = Object.entries({ play: 'call', ...defaults }).map(
    ([name, text]) => ` data-${name}="${inQuotes(text)}"`,
  );
  return `<!doctype html>
<html lang="en"${told.join('')}>
  <head>
    <meta charset="utf-8">
    <title>${graphic.title}</title>
    <script>
      window.SPXGCTemplateDefinition = ${jsonText(definition).trimEnd().replaceAll('<', '\\u003c')};
    </script>
    <script type="module" src="${modules}graphics/shells/page.js"></script>
  </head>
  <body></body>
</html>
`;
}

function spxField({ name, title, value, form }: Asked): object {
  const field = { field: name, title, value: String(value) };
  if (form.is === 'flag') return { ...field, ftype: 'checkbox', value: value === true ? '1' : '0' };
  if (form.is === 'whole') return { ...field, ftype: 'number' };
  if (form.is === 'choice') return { ...field, ftype: 'dropdown', items: spxChoices(form.of) };
  return { ...field, ftype: 'textfield' };
}

const spxChoices = (of: readonly (string | number)[]): object[] =>
  of.map((each) => ({ text: String(each), value: String(each) }));

const inQuotes = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
