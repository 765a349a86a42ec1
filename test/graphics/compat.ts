/**
 * What a browser of one version lacks of what code and style sheets use, by MDN's browser-compat-data (CC0). Built-ins of the language are types, too
 * (`tsconfig.graphics.json`); this knows the browser's own names, whose types are always the newest.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codeOf, lineAt, type SourceFile } from '../support/source-tree.ts';

interface Support {
  readonly version_added: string | boolean | null;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
  readonly partial_implementation?: boolean;
}
interface Compat {
  readonly support: { readonly chrome: Support | readonly Support[] };
}
type Feature = { readonly __compat?: Compat } & { readonly [name: string]: Feature | undefined };

const data = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as Readonly<Record<'api' | 'javascript' | 'css', Feature>>;
const { api } = data;
const builtins = data.javascript.builtins as Feature;
const css = data.css as unknown as Readonly<
  Record<'properties' | 'at-rules' | 'selectors' | 'types', Feature>
>;

const NEVER = Number.POSITIVE_INFINITY;

/** The first version that has it without being asked to; undefined where the table does not say. */
function since(feature: Feature | undefined): number | undefined {
  const chrome = feature?.__compat?.support.chrome;
  if (chrome === undefined) return undefined;
  const versions = [chrome].flat().map((each) => {
    if (each.flags || each.prefix || each.alternative_name || each.partial_implementation) return NEVER;
    if (each.version_added === true) return 1;
    return typeof each.version_added === 'string'
      ? Number.parseInt(each.version_added.replace('≤', ''), 10)
      : NEVER;
  });
  return Math.min(...versions.map((version) => (Number.isNaN(version) ? NEVER : version)));
}

const partsOf = (feature: Feature): [string, Feature][] =>
  Object.entries(feature).filter((entry): entry is [string, Feature] => entry[0] !== '__compat');

/** Behind the name of an event: a property may have the same. */
const EVENT = ' event';

/** By name the oldest of all that are called so, however deep. */
function byName(feature: Feature, names = new Map<string, number>()): Map<string, number> {
  for (const [key, part] of partsOf(feature)) {
    const name = key.replace(/_static$/, '').replace(/_event$/, EVENT);
    const version = since(part);
    if (version !== undefined) names.set(name, Math.min(version, names.get(name) ?? NEVER));
    byName(part, names);
  }
  return names;
}

const members = byName(builtins, byName(api));
const functions = byName(css.types, byName(css.properties));

interface Used {
  readonly what: string;
  readonly since: number;
  readonly at: number;
}

const complaints = (file: SourceFile, version: number, used: Iterable<Used>): string[] =>
  [...used]
    .filter((each) => each.since > version)
    .map(({ what, since, at }) => `${file.path}:${lineAt(file.text, at)} ${what}: since ${since}`);

/** Of code: globals, members, static members, events. A name that any of the files declares is their own. */
export function newerInCode(files: readonly SourceFile[], version: number): string[] {
  const own = new Set(files.flatMap((file) => [...codeOf(file).matchAll(DECLARED)].map(([, name]) => name!)));
  return files.flatMap((file) => complaints(file, version, usedInCode(codeOf(file), own)));
}

const DECLARED =
  /(?:^|[\s{(,;])(?:async |static |get |set |readonly |class |interface |type )*\*?(?<!\bnew )#?([\w$]+)\??\s*(?:[(:<={]|extends\b)/gm;
const MEMBER = /(?<owner>\b[A-Z]\w*)?\??\.(?<member>[A-Za-z]\w*)/g;
const GLOBAL = /(?<![.\w'"`#-])[A-Z]\w+(?=\s*[(.<,;)])/g;
const LISTENED = /addEventListener\(\s*'(\w+)'/g;

function* usedInCode(code: string, own: ReadonlySet<string>): Generator<Used> {
  for (const { groups, index } of code.matchAll(MEMBER)) {
    const { owner = '', member = '' } = groups!;
    const of = api[owner] ?? builtins[owner];
    const known = since(of?.[`${member}_static`] ?? of?.[member]);
    if (known !== undefined) yield { what: `${owner}.${member}`, since: known, at: index };
    else if (!own.has(member)) yield { what: `.${member}`, since: members.get(member) ?? 0, at: index };
  }
  for (const { 0: name, index } of code.matchAll(GLOBAL))
    if (!own.has(name)) yield { what: name, since: since(api[name] ?? builtins[name]) ?? 0, at: index };
  for (const { 1: name = '', index } of code.matchAll(LISTENED))
    yield { what: name + EVENT, since: members.get(name + EVENT) ?? 0, at: index };
}

/** Of a style sheet: properties, their words, functions, units, at-rules, pseudo-classes, rules in rules. */
export const newerInStyle = (file: SourceFile, version: number): string[] =>
  complaints(file, version, usedInStyle(blanked(file.text)));

/** Without comments and strings, each as long as before. */
const blanked = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|"[^"\n]*"|'[^'\n]*'/g, (found) => found.replaceAll(/[^\n]/g, ' '));

const RULE = /([^{};]*)([{};])/g;
const OLD_UNITS = /^(?:px|em|rem|ch|ex|vh|vw|vmin|vmax|s|ms|deg|turn|rad|fr|dpi|dppx|x)$/;

function* usedInStyle(text: string): Generator<Used> {
  const open: string[] = [];
  for (const { 1: said = '', 2: end, index } of text.matchAll(RULE)) {
    const what = said.trim();
    const at = index + said.length - said.trimStart().length;
    if (end === '{') {
      yield* what.startsWith('@') ? usedInAtRule(what, at) : usedInSelector(what, at, open);
      open.push(what);
      continue;
    }
    if (what.startsWith('@')) yield* usedInAtRule(what, at);
    else if (what !== '') yield* usedInDeclaration(what, at, open.at(-1) ?? '');
    if (end === '}') open.pop();
  }
}

function* usedInAtRule(what: string, at: number): Generator<Used> {
  const [, name = ''] = /^@([\w-]+)/.exec(what) ?? [];
  const rule = css['at-rules'][name];
  yield { what: `@${name}`, since: since(rule) ?? NEVER, at };
  for (const [, feature = ''] of what.matchAll(/\(\s*([a-z-]+)\s*[:)]/g))
    yield { what: `@${name} (${feature})`, since: since(rule?.[feature]) ?? 0, at };
  if (/[<>]/.test(what)) yield { what: `@${name} with < or >`, since: since(rule?.range_syntax) ?? 104, at };
}

function* usedInSelector(what: string, at: number, open: readonly string[]): Generator<Used> {
  const isFrame = /^(?:from|to|[\d.]+%)/.test(what);
  if (!isFrame && open.some((outer) => !outer.startsWith('@')))
    yield { what: `a rule in a rule (${what})`, since: since(css.selectors.nesting) ?? NEVER, at };
  for (const [, name = ''] of what.matchAll(/::?([a-z-]+)/g))
    yield { what: `:${name}`, since: since(css.selectors[name]) ?? NEVER, at };
}

function* usedInDeclaration(what: string, at: number, rule: string): Generator<Used> {
  const [, name = '', value = ''] = /^(--[\w-]+|[a-z-]+)\s*:\s*([\s\S]*)$/.exec(what) ?? [];
  const [, atRule = ''] = /^@([\w-]+)/.exec(rule) ?? [];
  const property = css['at-rules'][atRule]?.[name] ?? css.properties[name];
  if (!name.startsWith('--')) yield { what: `${name}:`, since: since(property) ?? NEVER, at };
  for (const [, called = ''] of value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/gi))
    if (called !== 'var') yield { what: `${called}()`, since: functions.get(called) ?? NEVER, at };
  for (const [word] of value.matchAll(/(?<![\w#.-])[a-z][a-z-]*(?![\w(-])/g))
    yield { what: `${name}: ${word}`, since: since(property?.[word]) ?? 0, at };
  for (const [, unit = ''] of value.matchAll(/(?<![\w#-])[\d.]+([a-z]+)/g))
    if (!OLD_UNITS.test(unit)) yield { what: `unit ${unit}`, since: NEVER, at };
}
