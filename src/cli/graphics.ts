import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { LISTED, type Listed } from '../graphics/listed.ts';
import {
  type Defaults,
  mainFile,
  mainText,
  manifestFile,
  manifestText,
  type Packed,
  templateFile,
  templateText,
} from '../graphics/shells/packed.ts';
import { modulesFolder, packageVersion } from '../http/folders.ts';
import { usageFailure } from './failure.ts';
import { modulesFrom } from './module-closure.ts';
import { print, say } from './terminal.ts';

interface ExportOptions {
  readonly form: keyof typeof FORMS;
  readonly theme?: string;
  readonly server?: string;
  readonly graphic?: readonly string[];
}

const EXAMPLES = `
FOLDER then works wherever it is copied: a renderer of OGraf, ASSETS/templates of SPX, any web server.

Examples:
  $ npx splitsecond graphics export ograf-graphics --server http://10.0.0.5:8080
  $ npx splitsecond graphics export SPX/ASSETS/templates/splitsecond --form spx --server http://10.0.0.5:8080
  $ npx splitsecond graphics export house --theme house.css --graphic standings lower-third

The edge must be started with --allow-origin for the origin of whoever shows them.`;

export const graphicsCommand = (): Command =>
  new Command('graphics')
    .description('graphics for playout systems')
    .addCommand(exportCommand())
    .addHelpText('after', EXAMPLES);

const exportCommand = (): Command =>
  new Command('export')
    .description('graphics as files for a renderer of OGraf, or for SPX')
    .argument('<folder>', 'where they are written')
    .addOption(
      new Option('--form <form>', 'whose manifests or templates')
        .choices(Object.keys(FORMS))
        .default('ograf'),
    )
    .option('--theme <file>', 'a CSS file of custom properties that they wear')
    .option(
      '--server <url>',
      'the edge that they follow unless told otherwise: http://10.0.0.5:8080',
      address,
    )
    .option('--graphic <name...>', 'only these')
    .addHelpText('after', EXAMPLES)
    .action(exportGraphics);

function address(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('write the address of an edge: http://10.0.0.5:8080');
  return new URL(text).origin;
}

/** By form the files of a graphic, and the module that they begin with. */
const FORMS = {
  ograf: {
    entry: 'graphics/shells/ograf.js',
    files: (graphic: Listed, packed: Packed): [string, string][] => [
      [manifestFile(graphic), manifestText(graphic, packed)],
      [mainFile(graphic), mainText(graphic, packed)],
    ],
  },
  spx: {
    entry: 'graphics/shells/page.js',
    files: (graphic: Listed, packed: Packed): [string, string][] => [
      [templateFile(graphic), templateText(graphic, packed)],
    ],
  },
} as const;

/** Where modules lie in the folder. */
const MODULES = 'modules';

function exportGraphics(folder: string, { form, theme, server, graphic }: ExportOptions): void {
  const { entry, files } = FORMS[form];
  const defaults: Defaults = {
    ...(server === undefined ? {} : { server }),
    // As it is found from the module that asks for it.
    ...(theme === undefined ? {} : { theme: `./themes/${basename(theme)}` }),
  };
  const packed: Packed = { version: packageVersion, defaults, modules: `./${MODULES}/` };
  const graphics = graphicsNamed(graphic);
  for (const path of [...modulesFrom(modulesFolder, [entry]), ...styles()])
    copy(join(modulesFolder, path), folder, path);
  if (theme !== undefined) copy(theme, folder, `graphics/themes/${basename(theme)}`);
  for (const [name, text] of graphics.flatMap((each) => files(each, packed))) {
    writeFileSync(join(folder, name), text);
    print(`${join(folder, name)}\n`);
  }
  if (server === undefined) say('each graphic has to be told its server: --server gives it to all of them\n');
}

function graphicsNamed(names: readonly string[] = LISTED.map(({ name }) => name)): readonly Listed[] {
  return names.map((name) => {
    const found = LISTED.find((graphic) => graphic.name === name);
    if (found !== undefined) return found;
    throw usageFailure(
      `there is no graphic ${name}`,
      `there are ${LISTED.map((each) => each.name).join(', ')}`,
    );
  });
}

const styles = (): string[] =>
  readdirSync(join(modulesFolder, 'graphics'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => `graphics/${path.replaceAll(sep, '/')}`);

function copy(from: string, folder: string, path: string): void {
  const to = join(folder, MODULES, path);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
