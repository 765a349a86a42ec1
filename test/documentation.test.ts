/** What the pages about the code name is there, and no cell of a table is a page of its own. */
import { describe, expect, test } from 'vitest';
import { filesUnder, type SourceFile } from './support/source-tree.ts';

const FOLDERS = ['src', 'sports', 'schemas', 'bench', 'test'];
const files = FOLDERS.flatMap((folder) =>
  filesUnder(folder, /\.(?:ts|js|mjs|json|proto|yaml|xsd|html|md|ndjson|txt)$/),
);
const code = files.filter(({ path }) => /\.(?:ts|js|mjs|json|proto|yaml|xsd|html)$/.test(path));
const words = new Set(code.flatMap(({ text }) => text.match(/[A-Za-z_]\w*/g) ?? []));

const PAGES = ['src/README.md', 'src/GLOSSARY.md', 'sports/README.md', 'schemas/README.md'];
const pages = PAGES.map((path) => files.find((file) => file.path === path)!);

/** Of the hash as it is explained in words, and the name of a subprotocol. */
const NO_NAMES = new Set(['rotl', 'splitsecond.json']);

/** `words in code`, outside of blocks of code. */
const quotedIn = ({ text }: SourceFile): string[] =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].flatMap(([, quoted]) => quoted!);

const FILE = /^[\w./-]*\.(?:ts|mjs|json|proto|yaml|xsd|md|ndjson)$/;
const isThere = (name: string): boolean =>
  files.some(({ path }) => path === name || path.endsWith(`/${name.replace(/^(?:\.\.?\/)+/, '')}`));

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_path, page) => {
  test('names only files that are there, also in its pictures of folders', () => {
    const drawn = [...page.text.matchAll(/^ {2}([\w./ -]+\.\w+)(?= |$)/gm)].flatMap(([, names]) =>
      names!.split(/ +/),
    );
    const named = [...quotedIn(page), ...drawn].filter((name) => FILE.test(name) && !NO_NAMES.has(name));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test('names only what code and contracts name', () => {
    const named = quotedIn(page).filter((name) => /^[A-Za-z]\w{2,}$/.test(name) && !NO_NAMES.has(name));
    expect(named.filter((name) => !words.has(name))).toEqual([]);
  });
});

test('each line of the trusted states names a test that is there', () => {
  const lines = files.find(({ path }) => path === 'test/TRUSTED.md')!.text.split('\n');
  const named = lines.flatMap((line) => line.match(/^\| (?!it would|---).*$/)?.[0] ?? []);
  const isTest = (line: string): boolean => {
    const [, path, name] = /\| `([^`]+)`: (.+) \|$/.exec(line) ?? [];
    return (
      name !== undefined &&
      files.some((file) => file.path === `test/${path}` && file.text.includes(`'${name}'`))
    );
  };
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((line) => !isTest(line))).toEqual([]);
});

test('no cell of a table has more than 300 characters', () => {
  const long = [...files, ...filesUnder('.', /^[^/]*README\.md$|CHANGELOG\.md$/)]
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .flatMap((line) => line.split(/(?<!\\)\|/))
        .filter((cell) => cell.trim().length > 300)
        .map((cell) => `${path}: ${cell.trim().slice(0, 60)}`),
    );
  expect(long).toEqual([]);
});
